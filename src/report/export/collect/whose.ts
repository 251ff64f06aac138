/** Whose a file is where no row and no line above the heading says it: the one department of the roster that its title or its name speaks of. */
import { nameOfFile } from "../../../ledger/fileName";
import type { Ledger } from "../../../ledger/ledger";
import { OFFICE_ENDS, SHORT_ENDS } from "../../../measure/office";
import type { Department } from "../../../policy/pack";
import {
  bureauOf,
  departmentFinder,
  isSection,
  namesIn,
  namesSeveral,
  placeBefore,
} from "../../../reserve/departments";
import type { Run } from "../../run";

/** The run with that department as 填报单位, so that a department whose file came is not listed as one without projects. */
export function withReporters(run: Run, path: string): Run {
  const { roster } = run.options.pack;
  const named = new Map<Ledger, Ledger>();
  for (const ledger of run.ledgers) {
    if (ledger.role !== "projects" || saysWhose(ledger)) continue;
    const reporter =
      departmentIn(ledger.title ?? "", roster) ??
      departmentIn(nameOfFile(path), roster) ??
      (namesSections(ledger) ? bareOfficeIn(ledger.title ?? "", nameOfFile(path)) : null);
    if (reporter !== null) named.set(ledger, { ...ledger, reporter });
  }
  if (named.size === 0) return run;
  const own = (ledger: Ledger): Ledger => named.get(ledger) ?? ledger;
  return {
    ...run,
    ledgers: run.ledgers.map(own),
    ledgersOf: run.ledgersOf.map((ledgers) => ledgers.map(own)),
    result: {
      ...run.result,
      perLedger: run.result.perLedger.map((part) => ({ ...part, ledger: own(part.ledger) })),
    },
  };
}

/** Who handed a file in, as its lines 填报单位 and its titles say: by the roster's names where it knows them. */
export function filedBy(ledgers: readonly Ledger[], roster: readonly Department[]): readonly string[] {
  const find = departmentFinder(roster);
  const names = ledgers.flatMap(({ reporter, title }) => {
    if (reporter === null) return departmentsIn(title ?? "", roster);
    return (namesSeveral(reporter) ? namesIn(reporter) : [reporter]).map((name) => {
      const bureau = bureauOf(name, null);
      return find(bureau) ?? bureau;
    });
  });
  return [...new Set(names)];
}

/** The same with what the file is called; none where nothing says whose it is. */
export function filersOf(
  { path, filedBy: said }: { readonly path: string; readonly filedBy: readonly string[] },
  roster: readonly Department[],
): readonly string[] {
  const named = departmentsIn(nameOfFile(path), roster);
  if (said.length + named.length > 0) return [...new Set([...said, ...named])];
  const office = officeIn(nameOfFile(path));
  return office === null ? [] : [office];
}

/** Without its place, as the rows of a county name its bureaus. */
function bareOfficeIn(title: string, file: string): string | null {
  const office = officeIn(title) ?? officeIn(file);
  return office === null ? null : office.slice(placeBefore(office).length);
}

function officeIn(text: string): string | null {
  return BEGINS_WITH_OFFICE.exec(text.normalize("NFKC"))?.groups?.["office"] ?? null;
}

/** 「07_云溪县重点项目服务中心_月报」: what the roster does not know is somebody's all the same. */
const BEGINS_WITH_OFFICE = new RegExp(
  `^[^\\p{Script=Han}]*(?:\\d+(?:年度?|月份?))*(?<office>\\p{Script=Han}{1,18}?(?:(?<![布格棋])局|委员会|管委会|人民政府|[镇乡]政府|街道办事处|(?:${OFFICE_ENDS}|${SHORT_ENDS})(?=[\\s_—–\\-(.]|$)))`,
  "u",
);

/** A blank in a column of departments stays one: it is for the department to fill. */
function saysWhose(ledger: Ledger): boolean {
  const { reporter, columns } = ledger;
  if (reporter !== null || columns.some(({ field }) => field === "reporter")) return true;
  return columns.some(({ field }) => field === "department") && !namesSections(ledger);
}

/** Its column names sections of one bureau, which none of them is. */
function namesSections({ projects }: Ledger): boolean {
  const written = projects.flatMap(({ values: { department } }) => department ?? []);
  return written.length > 0 && written.every((name) => isSection(name) && bureauOf(name, null) === name);
}

const BEGINNING = new RegExp(`^\\p{Script=Han}*?(?:${OFFICE_ENDS}|${SHORT_ENDS})`, "u");

/** Null where the text names none or several. */
function departmentIn(text: string, roster: readonly Department[]): string | null {
  const names = departmentsIn(text, roster);
  return names.length === 1 ? (names[0] ?? null) : null;
}

/** Fields of work that names of bureaus begin with: what follows one is the rest of a longer name. */
const FIELD_OF_WORK =
  /(?:教育|科技|科学|文化|旅游|文旅|广电|体育|农业|农村|农牧|农林|林业|林草|草原|畜牧|水利|水务|发展|改革|发改|经济|经贸|工业|工信|信息化|商务|住房|城乡|城乡建设|住建|国土|自然资源|交通|运输|生态|环境|卫生|健康|民族|宗教|民政|人力|人力资源|社会|社会保障|财政|审计|应急|市场|监督|行政|大数据|金融|城市|司法|退役军人|外事|招商|粮食|扶贫|机关|园林)(?:[和与及、])?$/u;

function departmentsIn(text: string, roster: readonly Department[]): readonly string[] {
  const plain = text.normalize("NFKC").replace(/\s/gu, "");
  const written = roster.flatMap(({ name, aliases }) =>
    [name, ...aliases].filter((each) => each !== "" && namesOffice(plain, each)).map((each) => ({ name, each })),
  );
  // 「自然资源局」 within 「自然资源局直属分局」 names nobody of its own.
  const whole = written.filter(
    ({ each }) => !written.some((other) => other.each !== each && other.each.includes(each)),
  );
  const names = new Set(whole.map(({ name }) => name));
  if (names.size > 0) return [...names];
  // 「2025年6月交通局台账」「交通局6月台账」: the roster may know it as 交通运输局.
  for (const words of [plain.replace(/^.*\d(?:年度?|月份?)/u, ""), plain]) {
    const [begins] = BEGINNING.exec(words.replace(/^[^\p{Script=Han}]+/u, "")) ?? [];
    const found = begins === undefined ? null : departmentFinder(roster)(begins);
    if (found !== null) return [found];
  }
  return [];
}

/** 「教育体育局」 and 「教育和体育局」 do not name the 「体育局」. */
function namesOffice(text: string, office: string): boolean {
  for (let at = text.indexOf(office); at >= 0; at = text.indexOf(office, at + 1))
    if (!FIELD_OF_WORK.test(text.slice(0, at))) return true;
  return false;
}
