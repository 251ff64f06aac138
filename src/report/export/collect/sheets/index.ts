/** The bureau's workbook: what the departments handed in together, in the order of its tabs. */
import type { ExportSheet } from "../../../../sheet/exportSheet";
import { changesSheet } from "./changes";
import type { Collection } from "../collection";
import { doublesSheet } from "./doubles";
import { filesSheet } from "./files";
import { matrixSheet } from "./matrix";
import { emptyDepartments, lateDepartments } from "./owing";
import { progressSheet } from "./progress";
import { standingSheets } from "./standing";
import { totalsSheet } from "./totals";

export function collectionSheets(collection: Collection): ExportSheet[] {
  const sheets = [
    totalsSheet(collection),
    progressSheet(collection),
    emptyDepartments(collection),
    lateDepartments(collection),
    doublesSheet(
      collection,
      "疑似重复与拆分",
      ["F111", "F112"],
      "重复的不能重计；确属两个项目的，请部门说明。这里列的都按行计了数，没有替部门扣除；同一份文件里储备表和申报表各列一次的只计一个，不在此列。",
    ),
    doublesSheet(
      collection,
      "数据冲突",
      ["K704"],
      "数出一门：以政策包里数据来源的先后为准，未定先后的请两家核对。部门和总投资都不同、名称像是同一项目的，列在“疑似重复与拆分”。",
    ),
    matrixSheet(collection),
    changesSheet(collection),
    ...standingSheets({ standing: collection.summary.standing, pack: collection.pack, asOf: collection.asOf }),
    filesSheet(collection),
  ];
  return sheets.filter((sheet) => sheet !== null);
}
