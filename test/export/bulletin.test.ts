/** The bulletin: every share is that of the two figures printed beside it, in the text and in the Word file; nothing that was handed in is forgotten. */
import { strFromU8, unzipSync } from "fflate";
import fc from "fast-check";
import { writeDocument } from "../../src/hosts/file/writeDocument";
import { bulletin, bulletinOf } from "../../src/report/export/collect/bulletin";
import { growthText, percentOf, printed, shareText, type ShareUnit } from "../../src/report/export/shares";
import { runThrough } from "../../src/report/run";
import { converted, hasOffice } from "../hosts/otherReaders";
import { sheetsOf } from "../ledgers/grid";
import { randomLedgers } from "../ledgers/random";
import { AS_OF, collectionOf, PACK, runOf } from "./collections";

const SHARE = /([\d.,]+)%(?:（([\d.,]+)÷([\d.,]+)(?:个月|个|次|万元|亿元)）)?/g;

function figure(written: string): number {
  return Number(written.replaceAll(",", ""));
}

/** Every percentage of a text, recomputed from what stands beside it; those of the notes are rules, not figures. */
function checkShares(text: string): number {
  const [figures = ""] = text.split("\n注");
  const shares = [...figures.matchAll(SHARE)].filter(([said]) => said !== "8%");
  for (const [said, percent = "", above, below] of shares) {
    expect([said, above !== undefined]).toEqual([said, true]);
    expect([said, Math.round((figure(above ?? "") / figure(below ?? "")) * 1e4) / 100]).toEqual([
      said,
      figure(percent),
    ]);
  }
  return shares.length;
}

/** A Word file's own words, a paragraph a line. */
function wordsOf(bytes: Uint8Array): string {
  const xml = strFromU8(unzipSync(bytes)["word/document.xml"] ?? new Uint8Array(0));
  return xml
    .split("</w:p>")
    .map((paragraph) => [...paragraph.matchAll(/<w:t[^>]*>([^<]*)<\/w:t>/g)].map(([, text = ""]) => text).join(""))
    .join("\n")
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&apos;", "'")
    .replaceAll("&amp;", "&");
}

const COLLECTION = collectionOf();

it("has a section for all that was handed in", () => {
  expect(bulletinOf(COLLECTION).sections.map(({ heading }) => heading)).toEqual([
    "一、总体情况",
    "二、储备目标和倒计时",
    "三、部门储备位次",
    "四、投资和资金进度",
    "五、与去年同期比较",
    "六、年度投资横向比较",
    "七、亮红灯的项目",
    "八、申报审核情况",
    "九、考核位次和等次",
    "十、赴省市对接",
    "十一、需要整改的问题",
    "十二、项目变动",
  ]);
});

it("leaves out what nobody handed in", () => {
  const headings = bulletinOf(collectionOf([], { changes: null, lastYear: null })).sections.map(
    ({ heading }) => heading,
  );
  expect(headings).toEqual([
    "一、总体情况",
    "二、储备目标和倒计时",
    "三、部门储备位次",
    "四、投资和资金进度",
    "五、需要整改的问题",
  ]);
});

it("says each share with its two figures, in the text and in the Word file", async () => {
  expect(checkShares(bulletin(COLLECTION))).toBeGreaterThan(15);
  expect(checkShares(wordsOf(await writeDocument(bulletinOf(COLLECTION))))).toBeGreaterThan(15);
});

it("does so for whatever ledgers come in", () => {
  const asOf = AS_OF;
  const runs = randomLedgers(20, 11).map((ledger, index) =>
    runThrough([{ path: `${String(index)}.xlsx`, sheets: sheetsOf(ledger.workbook) }], { pack: PACK, asOf }),
  );
  for (let count = 0; count <= runs.length; count += 5) checkShares(bulletin(collectionOf(runs.slice(0, count))));
});

it("a printed share is that of the printed figures, whatever they are", () => {
  const figures = fc.double({ min: 0, max: 1e7, noNaN: true });
  const units = fc.constantFrom<ShareUnit>("个", "万元", "亿元", "个月", "次");
  fc.assert(
    fc.property(figures, figures, units, (above, below, unit) => {
      // A million-fold is no share that anybody prints, and has no two decimals left in a number.
      fc.pre(printed(below, unit) === 0 || printed(above, unit) / printed(below, unit) < 1e6);
      const said = shareText(above, below, unit);
      if (said === null) expect(percentOf(above, below, unit)).toBeNull();
      else checkShares(said);
      const grown = growthText(above, below, unit);
      if (grown !== null) checkShares(grown);
    }),
  );
});

it("growth says both directions, and nothing from nothing", () => {
  expect(growthText(112.5, 100, "万元")).toBe("增长12.5%（12.5÷100万元）");
  expect(growthText(80, 100, "个")).toBe("下降20%（20÷100个）");
  expect(growthText(5, 5, "个")).toBe("持平");
  expect(growthText(5, 0, "个")).toBeNull();
});

const TEXT = bulletin(COLLECTION);

it.each([
  ["counts down to the target's day", "距截止日还有10天，剩余6个工作日，每个工作日需新增"],
  ["compares with last year", "同比"],
  ["names who ranks equal", "并列4. "],
  ["lights a department by its completion", "亮灯黄"],
  ["puts departments behind the year on the black list", "黑榜："],
  ["lowers a grade that the sheet states", "优秀降为良好，专题汇报"],
  ["lowers a grade that the sheet does not state", "降低1个等次，专题汇报"],
  ["keeps the grade of who is among the first", "等次影响不降"],
  ["names who reports", "专题汇报名单（2个）：交通运输局、教育局。"],
  ["says how many applications passed", "申报7个，通过5个，争取成功率71.43%（5÷7个）。"],
  ["says why the others came back", "因不符合资金投向退回2个，占申报总数28.57%（2÷7个）。"],
  ["names whose reward is cut", "1. 云溪县民政储备项目：包抓领导李副县长，原因不符合资金投向"],
  ["counts the month's calls", "本月对接2次，有对接的部门占16.67%（1÷6个）。"],
  ["names who called on nobody", "本月没有对接的部门（5个）：交通运输局、教育局、民政局、文化和旅游局、农业农村局。"],
  ["names departments that sent nothing, of which nobody knows what they have", "未报送（1个）：农业农村局。"],
  ["counts who left and who came for them", "调出2个，补进1个"],
  ["defines its figures", "资金到位率：累计到位资金 ÷ 累计下达资金。"],
  ["says whose presets it uses and that they are to be verified", "红黄绿灯（银川口径）"],
  ["does not pass off an unverified basis", "（依据待核）。"],
])("%s", (_, said) => {
  expect(TEXT).toContain(said);
});

it("the Word file holds the same words as the text", async () => {
  const { title, opening, sections, notes } = bulletinOf(COLLECTION);
  const words = wordsOf(await writeDocument(bulletinOf(COLLECTION))).split("\n");
  const wanted = [
    title,
    ...opening,
    ...sections.flatMap(({ heading, lines, tables }) => [
      heading,
      ...lines,
      ...tables.flatMap(({ headings, rows }) => [...headings, ...rows.flat()]),
    ]),
    ...notes,
  ];
  expect(words.filter((line) => line !== "")).toEqual(
    [...wanted.slice(0, wanted.length - notes.length), "注：", ...notes].filter((line) => line !== ""),
  );
});

it("a name cannot break the file", async () => {
  const document = { title: "a<b>&\u0001\ud800", opening: [], sections: [], notes: [] };
  expect(wordsOf(await writeDocument(document))).toContain("a<b>&");
});

it("LibreOffice makes pages of it", async () => {
  if (!hasOffice()) {
    expect(process.env["CI_REQUIRES_OFFICE"]).not.toBe("1");
    return;
  }
  const pdf = converted({ a: await writeDocument(bulletinOf(COLLECTION)) }, "docx", "pdf", "pdf:writer_pdf_Export")[
    "a"
  ];
  expect(new TextDecoder("latin1").decode(pdf?.slice(0, 5))).toBe("%PDF-");
});

it("gives no department's rank to the projects that nobody has stated a department for", () => {
  const heading = ["项目名称", "责任部门", "总投资（万元）"];
  const run = runOf("甲.xlsx", {
    台账: [heading, ["柳林镇一段道路工程", "交通运输局", 1200], ["柳林镇二段道路工程", null, 98000]],
  });
  const text = bulletin(collectionOf([run]));
  expect(text).toContain("另有1个项目没有写明部门，总投资9.8亿元，不参加排列。");
  expect(text).toMatch(/^1\. 交通运输局：/m);
  expect(text).not.toContain("未填写：");
});

it("says of amounts far out of scale that the totals are not to be relied on before they are checked", () => {
  const rows = (last: number) => [
    ["项目名称", "责任部门", "总投资（万元）"],
    ...Array.from({ length: 11 }, (_, index) => [`第${String(index + 1)}供水片区管网改造工程`, "水务局", 4000 + index]),
    ["第十二供水片区管网改造工程", "水务局", last],
  ];
  const overall = (last: number): string => bulletin(collectionOf([runOf("水务局.xlsx", { 台账: rows(last) })]));
  expect(overall(4100)).not.toContain("疑似单位写错");
  expect(overall(41_000_000)).toContain(
    "有1处金额与同列其他项目相差悬殊，疑似单位写错；核对改正以前，总投资等金额仅供参考。",
  );
});

it("a department that filled in no total is not said to have one of nothing", () => {
  const run = runOf("残联.xlsx", {
    台账: [
      ["项目名称", "责任部门", "建设内容", "补助资金（万元）"],
      ["残疾人托养中心改造项目", "残疾人联合会", "改造托养用房1200平方米", 60],
      ["残疾人就业技能培训项目", "残疾人联合会", "培训残疾人120人次", 24],
    ],
  });
  const said = bulletin(collectionOf([run]));
  expect(said).toContain("残疾人联合会：项目2个，本期新增—，总投资没有填写");
  expect(said).not.toContain("总投资0亿元，占");
});

it("publishes what was typed with Chinese marks, though ledgers compare it without them", () => {
  const heading = ["项目名称", "责任部门", "总投资（万元）", "审核结果", "退回原因", "包抓领导"];
  const row = [
    "西沟水库工程（一期）",
    "水务局",
    98_000,
    "未通过",
    "可研深度不够，论证不充分；投资12,000万元偏大",
    "李县长",
  ];
  const text = bulletin(collectionOf([runOf("水务局.xlsx", { 台账: [heading, row] })]));
  expect(text).toContain("西沟水库工程（一期）：包抓领导李县长，原因可研深度不够，论证不充分；投资12,000万元偏大");
});
