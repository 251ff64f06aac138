/** 零项目部门 and 迟报名单; without a roster nobody can say who is missing. */
import type { ExportSheet } from "../../../../sheet/exportSheet";
import { formSheet } from "../../form";
import { NUMBER_COLUMN } from "../../rows";
import type { Collection } from "../collection";
import { emptyOnes, LATE_BY, lateOnes, unreadOnes } from "../owing";

export function emptyDepartments(collection: Collection): ExportSheet | null {
  if (collection.pack.roster.length === 0) return null;
  return formSheet({
    name: "零项目部门",
    title: "没有储备项目的部门",
    asOf: collection.asOf,
    lines: [
      "部门名录中，没有一个项目以其为责任部门或填报单位的。未报送的不等于没有项目；报来了但文件读不了的不在此列，见迟报名单。",
    ],
    columns: [
      NUMBER_COLUMN,
      { heading: "部门", format: "text", width: 40 },
      { heading: "情况", format: "wrapped", width: 50 },
    ],
    rows: emptyOnes(collection).map(({ name, why }, index) => [index + 1, name, why]),
  });
}

export function lateDepartments(collection: Collection): ExportSheet | null {
  const { due, asOf, pack } = collection;
  const listed = pack.roster.length > 0;
  const owing = [...lateOnes(collection), ...unreadOnes(collection)];
  if (!listed && due === null && owing.length === 0) return null;
  return formSheet({
    name: "迟报名单",
    title: "未报送、迟报、报错月份和读不了的部门",
    asOf,
    lines: [
      due === null
        ? "没有给出报送截止日，只列未报送、报的是以前月份的和读不了的；文件里没有该部门的项目、文件名也没有该部门的，为未报送。"
        : `报送截止 ${due}。${LATE_BY}`,
      listed ? WHOSE : "没有部门名录，谁没有报送列不出来，只列文件都改于截止日之后的、都是以前月份的和读不了的。",
    ],
    columns: [
      NUMBER_COLUMN,
      { heading: "部门", format: "text", width: 30 },
      { heading: "情况", format: "wrapped", width: 60 },
    ],
    rows: owing.map(({ name, why }, index) => [index + 1, name, why]),
  });
}

const WHOSE =
  "文件是谁报的，先看填报单位、标题和文件名；都没有写的，看里面是谁的项目。别人报来的文件里有它的项目，不算它报送。";
