/** The departments of a county as a file lists them: a 部门名录, or a plain column of names. */
import { readLedger } from "../ledger/read";
import type { Pack } from "../policy/pack";
import { withRoster } from "../reserve/departments";
import { readOne, type Terminal } from "./check";

/** Null where the file cannot be read, which was said. */
export async function packWithRoster(pack: Pack, path: string, terminal: Terminal): Promise<Pack | null> {
  const { file } = await readOne(path, null, terminal);
  if (file.error) return null;
  const bare = { ...pack, roster: [] };
  const listed = withRoster(
    bare,
    file.sheets.map((sheet) => readLedger(sheet, { file: path })),
  );
  if (listed.roster.length > 0) return listed;
  const names = file.sheets.flatMap((sheet) =>
    [...sheet.blocks()].flat().flatMap(({ cells }) => {
      const name = cells.find(
        (cell) =>
          typeof cell === "string" && cell.trim() !== "" && !/^(序号|部门|单位|部门名称|单位名称)$/.test(cell.trim()),
      );
      return typeof name === "string" ? [name.trim()] : [];
    }),
  );
  const { from } = pack;
  return {
    ...pack,
    roster: [...new Set(names)].map((name) => ({
      id: name,
      name,
      aliases: [],
      from,
      basis: { document: path },
      confidence: "H" as const,
      group: "",
      person: "",
      phone: "",
    })),
  };
}
