/** A large ledger of 20 columns, the same at every run: written by our own hand and, where LibreOffice is there, written anew by it. */
import { spawnSync } from "node:child_process";
import { closeSync, existsSync, mkdirSync, openSync, renameSync, rmSync, writeSync } from "node:fs";
import { join } from "node:path";
import { Zip, ZipDeflate } from "fflate";
import { columnName } from "../../src/sheet/address";

export interface LedgerFile {
  readonly path: string;
  /** Who wrote it last. */
  readonly writer: "LibreOffice" | "ours";
}

/** The file for so many projects, from the cache where it was made before. */
export function ledgerFile(rows: number, cache: string): LedgerFile {
  mkdirSync(cache, { recursive: true });
  const converted = join(cache, `libreoffice-${String(rows)}.xlsx`);
  if (existsSync(converted)) return { path: converted, writer: "LibreOffice" };
  const own = join(cache, `own-${String(rows)}.xlsx`);
  if (!existsSync(own)) {
    writeLedger(own + ".part", rows);
    renameSync(own + ".part", own);
  }
  return convert(own, converted, cache) ? { path: converted, writer: "LibreOffice" } : { path: own, writer: "ours" };
}

function convert(own: string, converted: string, cache: string): boolean {
  const out = join(cache, `converting-${String(process.pid)}`);
  const profile = join(cache, `profile-${String(process.pid)}`);
  const { status } = spawnSync(
    "soffice",
    [
      `-env:UserInstallation=file://${profile}`,
      "--headless",
      "--convert-to",
      "xlsx:Calc MS Excel 2007 XML",
      "--outdir",
      out,
      own,
    ],
    { stdio: "ignore" },
  );
  const made = join(out, own.slice(own.lastIndexOf("/") + 1));
  const done = status === 0 && existsSync(made);
  if (done) renameSync(made, converted);
  rmSync(out, { recursive: true, force: true });
  rmSync(profile, { recursive: true, force: true });
  return done;
}

type Column = readonly [
  heading: string,
  kind: "text" | "number" | "day" | "percent",
  value: (row: number, random: () => number) => string | number,
];

const pick = <T>(items: readonly T[], random: () => number): T => items[Math.floor(random() * items.length)] as T;
const DEPARTMENTS = ["交通运输局", "水利局", "教育局", "卫生健康局", "住房和城乡建设局", "农业农村局", "文化和旅游局"];
const TOWNS = ["城关镇", "东河乡", "西坪镇", "南岭乡", "北川镇", "柳林镇"];
const KINDS = [
  "农村公路提升改造工程",
  "污水处理厂扩建项目",
  "县医院迁建项目",
  "中心小学教学楼项目",
  "高标准农田建设项目",
  "供水管网改造工程",
];
const amount = (random: () => number) => Math.round(random() * 5_000_000) / 100;
const day = (random: () => number) => 45292 + Math.floor(random() * 1000);

const COLUMNS: readonly Column[] = [
  ["序号", "number", (row) => row],
  [
    "项目代码",
    "text",
    (row) => `${String(2400 + (row % 12) + 1)}-130981-04-01-${String(100000 + ((row * 7919) % 899999))}`,
  ],
  ["项目名称", "text", (row, random) => `${pick(TOWNS, random)}${pick(KINDS, random)}（第${String(row)}标段）`],
  ["责任部门", "text", (_, random) => pick(DEPARTMENTS, random)],
  ["项目单位", "text", (row, random) => `${pick(TOWNS, random)}建设投资有限公司第${String(row % 5000)}分公司`],
  ["建设地点", "text", (_, random) => pick(TOWNS, random)],
  ["建设性质", "text", (_, random) => pick(["新建", "改建", "扩建", "迁建"], random)],
  [
    "建设内容及规模",
    "text",
    (row, random) =>
      `新建道路${String(Math.floor(random() * 90) + 1)}公里，配套管网、绿化及照明设施，惠及群众${String(row % 9999)}人`,
  ],
  ["总投资（万元）", "number", (_, random) => amount(random)],
  ["年度计划投资（万元）", "number", (_, random) => amount(random)],
  ["累计完成投资（万元）", "number", (_, random) => amount(random)],
  ["拟申请资金（万元）", "number", (_, random) => amount(random)],
  ["到位资金（万元）", "number", (_, random) => amount(random)],
  ["投资完成率", "percent", (_, random) => Math.round(random() * 1000) / 1000],
  ["资金渠道", "text", (_, random) => pick(["中央预算内投资", "地方政府专项债券", "超长期特别国债"], random)],
  ["计划开工时间", "day", (_, random) => day(random)],
  ["计划竣工时间", "day", (_, random) => day(random) + 400],
  ["入库时间", "day", (_, random) => day(random) - 100],
  ["是否列统", "text", (_, random) => pick(["是", "否"], random)],
  ["备注", "text", (row, random) => (random() < 0.5 ? "" : `第${String(row)}号，已完成前期手续`)],
];

const STYLE = { text: 0, number: 1, day: 2, percent: 3 } as const;

function writeLedger(path: string, rows: number): void {
  const file = openSync(path, "w");
  const zip = new Zip((error, chunk) => {
    if (error) throw error;
    writeSync(file, chunk);
  });
  for (const [name, content] of Object.entries(SMALL_PARTS)) addPart(zip, name, [content]);
  addPart(zip, "xl/worksheets/sheet1.xml", sheetPieces(rows));
  zip.end();
  closeSync(file);
}

function addPart(zip: Zip, name: string, pieces: Iterable<string>): void {
  const part = new ZipDeflate(name, { level: 1 });
  zip.add(part);
  const encoder = new TextEncoder();
  for (const piece of pieces) part.push(encoder.encode(piece));
  part.push(new Uint8Array(0), true);
}

function* sheetPieces(rows: number): Generator<string> {
  const random = seeded(20250620);
  yield `<worksheet xmlns="${MAIN}"><sheetData>`;
  yield rowXml(
    1,
    COLUMNS.map(([heading]) => heading),
    () => STYLE.text,
  );
  for (let row = 1; row <= rows; row++) {
    const values = COLUMNS.map(([, , value]) => value(row, random));
    yield rowXml(row + 1, values, (column) => STYLE[COLUMNS[column]?.[1] ?? "text"]);
  }
  yield "</sheetData></worksheet>";
}

function rowXml(row: number, values: readonly (string | number)[], styleOf: (column: number) => number): string {
  const cells = values.map((value, column) => {
    const at = `r="${columnName(column)}${String(row)}"`;
    if (value === "") return "";
    if (typeof value === "number") return `<c ${at} s="${String(styleOf(column))}"><v>${String(value)}</v></c>`;
    return `<c ${at} t="inlineStr"><is><t>${value}</t></is></c>`;
  });
  return `<row r="${String(row)}">${cells.join("")}</row>`;
}

function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 4294967296;
  };
}

const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006";
const TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml";

const SMALL_PARTS: Readonly<Record<string, string>> = {
  "[Content_Types].xml":
    `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
    `<Override PartName="/xl/workbook.xml" ContentType="${TYPE}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${TYPE}.styles+xml"/>` +
    `<Override PartName="/xl/worksheets/sheet1.xml" ContentType="${TYPE}.worksheet+xml"/></Types>`,
  "_rels/.rels": `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="r1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  "xl/workbook.xml": `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets><sheet name="台账" sheetId="1" r:id="r1"/></sheets></workbook>`,
  "xl/_rels/workbook.xml.rels":
    `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="r1" Type="${OFFICE}/worksheet" Target="worksheets/sheet1.xml"/>` +
    `<Relationship Id="r2" Type="${OFFICE}/styles" Target="styles.xml"/></Relationships>`,
  "xl/styles.xml":
    `<styleSheet xmlns="${MAIN}"><fonts count="1"><font/></fonts><fills count="1"><fill/></fills><borders count="1"><border/></borders>` +
    '<cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="4"><xf/><xf numFmtId="4" applyNumberFormat="1"/>' +
    '<xf numFmtId="14" applyNumberFormat="1"/><xf numFmtId="10" applyNumberFormat="1"/></cellXfs></styleSheet>',
};
