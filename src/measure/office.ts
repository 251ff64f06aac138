/** How the names of offices end, for whoever looks for one in a text: alternatives of an expression, the longer ones first. */

/** Where a name ends so, it is an office's; 布局, 格局 and 棋局 are none. */
export const OFFICE_ENDS = "(?<![布格棋])局|委员会|管委会|办公室|人民政府|[镇乡]政府|街道办事处|街道办|集团|公司";

/** What stands for an office only where something else says that one is meant: 发改委, 扶贫办, 水利中心. */
export const SHORT_ENDS = "委|办|中心";

/** A town or a street, but no 小镇, 城镇 or 城乡. */
export const TOWNSHIP_ENDS = "街道|(?<![小古城集村乡特各])镇|(?<![各城下])乡";

/** A county's government and party committee have all departments below them; 「关于」 begins a letter's title. */
const NO_DEPARTMENT = /^关于|^中共|[县市区州旗](?:人民政府|委员会)$/u;

export function isNoDepartment(name: string): boolean {
  return NO_DEPARTMENT.test(name);
}
