/** 零报告: a department reports that it has no project, in words under its heading or in the title. */
import { isBlankText } from "../../measure/text";
import type { CellValue } from "../../sheet/cell";
import { isEmpty } from "../block/grid";
import { squeeze } from "../heading/text";

/** 「本月无项目」「我局暂无新增储备项目」「零报告」. */
const NOTHING_TO_REPORT =
  /^(?:(?:本|我|全)[县市区旗局镇乡委办街道单位部门]{1,4}|本?(?:年度?|季度?|月份?|次|期|批)|20\d\d|第?[一二三四1-4]季度|\d{1,2}月份?|[上下]半年|目前|暂时|近期|经(?:排查|梳理|研究)[,，]?)*(?:暂|尚|均|确)?(?:无|没有)(?:新增|新的|新开工|拟|符合条件|符合要求|需要?|可|在建|储备|谋划|申报|上报|报送|前期|重大|重点|政府|投资|建设|的)*(?:项目|工程)(?:储备|申报|上报|报送|情况)?[。.]?$|^零报[告送][。.]?$/u;
/** 「2025年6月项目台账（零报告）」, and no instruction that speaks of one. */
const TITLE_OF_NONE = /^[^,，;；]*[(（【[]零报[告送][)）】\]]$|^[^,，;；的请须应需均也按]*(?<!实行)零报[告送]$/u;
const WORD_OF_NONE = /^(?:本[月期年季次])?(?:暂时?)?(?:无|没有)[。.]?$/u;
/** A longer text is the name of something, or an instruction. */
export const LONGEST_NOTHING = 30;

/** A text in the place of a project's name. */
export function saysNothingToReport(text: string): boolean {
  if (text.length > LONGEST_NOTHING) return false;
  const says = (words: string): boolean => NOTHING_TO_REPORT.test(squeeze(words));
  return says(text) || text.split(BETWEEN).every(says);
}

/** 「无新增项目，零报告」 says it twice. */
const BETWEEN = /[,，;；。](?=\S)/u;

export function isTitleOfNone(cells: readonly CellValue[]): boolean {
  return cells.some(
    (cell) => typeof cell === "string" && cell.length <= LONGEST_NOTHING && TITLE_OF_NONE.test(squeeze(cell)),
  );
}

/** A row below the heading that names no project: the words in any of its cells, or 「无」 for a name with nothing beside it. */
export function isRowOfNone(
  cells: readonly CellValue[],
  { name, serial }: { readonly name: number; readonly serial: number },
): boolean {
  const written = cells[name];
  const isNamed = typeof written === "string" && !isBlankText(written) && !saysNothingToReport(written);
  if (isNamed) return false;
  const beside = cells.filter((_, column) => column !== name && column !== serial);
  if (cells.some((cell) => typeof cell === "string" && saysNothingToReport(cell)))
    return !beside.some((cell) => typeof cell === "number" && cell !== 0);
  return typeof written === "string" && WORD_OF_NONE.test(squeeze(written)) && beside.every(isNothing);
}

function isNothing(cell: CellValue): boolean {
  return isEmpty(cell) || cell === 0 || (typeof cell === "string" && isBlankText(cell));
}
