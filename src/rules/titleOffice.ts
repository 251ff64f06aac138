/** The office that a ledger's title, its sheet or its file seems to be named after, where that is too little to take the ledger for its own: 「水务局水库工程台账」. */
import { nameOfFile } from "../ledger/fileName";
import type { Ledger } from "../ledger/ledger";
import { isNoDepartment, OFFICE_ENDS, TOWNSHIP_ENDS } from "../measure/office";

export type NamedIn = "title" | "sheet" | "file";

export interface NamedOffice {
  readonly office: string;
  readonly where: NamedIn;
}

/** Null where none of them names one, or where the ledger is everybody's: 「全县」, 「各部门」. */
export function officeNamed({ title, sheet, file }: Ledger): NamedOffice | null {
  for (const [where, text] of [
    ["title", title ?? ""],
    ["sheet", sheet],
    ["file", nameOfFile(file)],
  ] as const) {
    const office = officeIn(text);
    if (office !== null) return { office, where };
  }
  return null;
}

const EVERYBODYS = /^[全各]|[县市区镇乡][全各]|汇总|部门|单位/u;
/** What a title begins with before it names anybody. */
const LEAD = /^.*\d(?:年度?|月份?|季度)|^附[件表录][\d一二三四五六七八九十]*[:]?|^关于|^[^\p{Script=Han}]+/u;
const OFFICE = new RegExp(`^\\p{Script=Han}{1,14}?(?:${OFFICE_ENDS})`, "u");
/** 「城关镇2025年项目台账」, but not 「特色小镇项目」. */
const TOWNSHIP = new RegExp(
  `^\\p{Script=Han}{1,8}?(?:${TOWNSHIP_ENDS})(?=\\d|项目|重点|重大|储备|前期|谋划|台账|$)`,
  "u",
);

function officeIn(text: string): string | null {
  const plain = text.normalize("NFKC").replace(/\s/gu, "");
  let rest = plain;
  for (let shorter = rest.replace(LEAD, ""); shorter !== rest; shorter = rest.replace(LEAD, "")) rest = shorter;
  for (const words of [rest, plain.replace(/^关于/u, "")]) {
    const [office] = OFFICE.exec(words) ?? TOWNSHIP.exec(words) ?? [];
    if (office !== undefined && !EVERYBODYS.test(office) && !isNoDepartment(office)) return office;
  }
  return null;
}
