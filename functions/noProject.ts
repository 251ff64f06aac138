/** NOPROJECT: departments of a roster that have no project. */
import { textsOf } from "./arguments";
import type { WorksheetFunction } from "./function";

export const NOPROJECT: WorksheetFunction = {
  id: "NOPROJECT",
  name: "无项目部门",
  description: "部门名录里一个项目也没有的部门，一行一个；都有则为“各部门都有项目”。空白行不计。",
  parameters: [
    { name: "部门名录", description: "全部应报部门，一列", type: "any", takes: "range" },
    { name: "部门列", description: "台账的责任部门列", type: "any", takes: "range" },
  ],
  result: { type: "string", spills: true },
  example: {
    args: [
      [["交通运输局"], ["水务局"], ["文旅局"]],
      [["水务局"], ["交通运输局"]],
    ],
    gives: [["文旅局"]],
  },
  help: "NOPROJECT.md",
  run([roster, departments], { pack }) {
    const named = officialNames(pack.roster);
    const have = new Set(textsOf(departments).flatMap((cell) => partsOf(cell).map(named)));
    const without = [...new Set(textsOf(roster).filter((name) => name !== "" && !have.has(named(name))))];
    return without.length === 0 ? "各部门都有项目" : without.map((name) => [name]);
  },
};

/** A cell may name several departments. */
function partsOf(cell: string): readonly string[] {
  return cell.split(/[、,;/\n]+/).map((part) => part.trim());
}

/** A department is known by its aliases in the pack's roster, and with or without the county in front. */
function officialNames(
  roster: readonly { readonly name: string; readonly aliases: readonly string[] }[],
): (written: string) => string {
  const known = new Map<string, string>();
  for (const { name, aliases } of roster) for (const alias of [name, ...aliases]) known.set(alias, name);
  return (written) => {
    const bare = written.replace(/^(?:[\u4e00-\u9fff]{1,3}(?:县|市|区))?(?=[\u4e00-\u9fff]{3,}$)/, "");
    return known.get(written) ?? known.get(bare) ?? bare;
  };
}
