import fc from "fast-check";
import { readPhones } from "../../src/measure/phone";
import { readProcedureCell } from "../../src/measure/procedureCell";
import { readShare, type ShareOptions } from "../../src/measure/share";
import { contentOf, isBlankText, normaliseText, onOneLine } from "../../src/measure/text";
import { FAR_FROM_QUADRATIC, growth } from "../growth";

test.each([
  ["　柳林镇　污水管网\u200B（一期）\u00A0", "柳林镇 污水管网(一期)"],
  ["第一行\r\n第二行\r第三行", "第一行\n第二行\n第三行"],
  ["ＡＢＣ１２３", "ABC123"],
  ["发改〔2025〕12号", "发改〔2025〕12号"],
  ["\uFEFF", ""],
])("%j is compared as %j", (text, expected) => {
  expect(normaliseText(text)).toBe(expected);
});

test.each([
  "",
  "　",
  "—",
  "——",
  "-",
  "/",
  "／",
  "\\",
  "无",
  "无。",
  "（无）",
  "待定",
  "暂无",
  "未定",
  "N/A",
  "……",
  "*",
  "待补充",
  "-".repeat(99),
])("%j is blank", (text) => {
  expect(isBlankText(text)).toBe(true);
});

test.each(["0", "无需办理", "是", "√", "待定县水厂", "无人机产业园", "3", "-5"])("%j is not blank", (text) => {
  expect(isBlankText(text)).toBe(false);
});

test("the content of a text is the text normalised, and none where it is blank", () => {
  const text = fc.oneof(
    fc.string({ unit: "grapheme", maxLength: 12 }),
    fc.constantFrom("", "—", "无", "无人机产业园", "待定", " 路", "路 ", "3", "ＡＢ", "改造，扩建（一期）", "0\u200B"),
  );
  fc.assert(
    fc.property(text, (each) => {
      expect(contentOf(each)).toBe(isBlankText(each) ? undefined : normaliseText(each));
    }),
  );
});

test.each<[string | number, ShareOptions, number | null]>([
  ["60%", {}, 0.6],
  ["６０．５％", {}, 0.605],
  ["60.7%", {}, 0.607],
  ["约60%", {}, 0.6],
  ["3‰", {}, 0.003],
  ["百分之六十", {}, 0.6],
  ["百分之六十点五", {}, 0.605],
  ["六成", {}, 0.6],
  ["六成五", {}, 0.65],
  [0.6, {}, 0.6],
  [1.05, {}, 1.05],
  [60, {}, 0.6],
  [60, { percentHeading: true }, 0.6],
  ["60", { percentHeading: true }, 0.6],
  [0.6, { percentHeading: true, percentCell: true }, 0.6],
  // Whether five per cent or five times is meant, the cell does not say.
  [5, {}, null],
  ["—", {}, null],
  ["已完成", {}, null],
])("the share %j is %j %j", (content, options, expected) => {
  expect(readShare(content, options)).toBe(expected);
});

test.each<[string | number, readonly string[], readonly string[]]>([
  [13800000000, ["13800000000"], []],
  ["张某13800000000", ["13800000000"], []],
  ["+86 138 0000 0000", ["13800000000"], []],
  ["138-0000-0000", ["13800000000"], []],
  ["0391-6600000", ["0391-6600000"], []],
  ["（0391）6600000转801", ["0391-6600000-801"], []],
  ["0391 6600000", ["0391-6600000"], []],
  ["6600000", ["6600000"], []],
  ["400-800-1234", ["400-800-1234"], []],
  ["13800000000、13900000000", ["13800000000", "13900000000"], []],
  ["13800000000 0391-6600000", ["13800000000", "0391-6600000"], []],
  ["1380000000", [], ["1380000000"]],
  ["办公室", [], []],
  ["13938 012345", ["13938012345"], []],
  ["139 38012345", ["13938012345"], []],
  ["13938-012345 13900000000", ["13938012345", "13900000000"], []],
  ["1390371 6612345", ["6612345"], ["1390371"]],
])("the phone cell %j holds %j", (content, numbers, unread) => {
  expect(readPhones(content)).toEqual({ numbers, unread });
});

/** Cell → state, numbers, day. */
const PROCEDURES: readonly (readonly [string | number, string])[] = [
  ["已批复", "done"], ["已办结", "done"], ["已完成", "done"], ["√", "done"], ["是", "done"], ["有", "done"], ["可研已批", "done"],
  ["正在办理", "doing"], ["办理中", "doing"], ["编制中", "doing"], ["已受理", "doing"], ["评审中", "doing"], ["已上报市局", "doing"],
  ["已完成可研编制，待批复", "doing"], ["已通过评审，正在公示", "doing"], ["办理中（2025年6月底前完成）", "doing"],
  ["未办", "todo"], ["还没做", "todo"], ["没批", "todo"], ["□", "todo"], ["未完成", "todo"], ["否", "todo"], ["×", "todo"], ["无", "todo"], ["尚未办理", "todo"], ["预计6月底完成", "todo"], ["拟2025年7月报批", "todo"],
  ["无需办理", "exempt"], ["不涉及", "exempt"], ["免", "exempt"], ["不需要", "exempt"],
  ["发改〔2025〕12号", "done 发改〔2025〕12号"],
  ["发改[2025]12号、发改[2025]13号", "done 发改〔2025〕12号 发改〔2025〕13号"],
  ["已批复，发改〔2025〕12号，2025.3.1", "done 发改〔2025〕12号 2025-03-01"],
  ["130000202400012345", "done 130000202400012345"], ["建字第130000202400012号", "done 建字第130000202400012号"],
  ["√ 发改〔2025〕12号", "done 发改〔2025〕12号"],
  ["2025.3.1", "done 2025-03-01"], [45717, "done 2025-03-01"], ["已办理 2025年3月", "done 2025-03-01"],
  ["登记", "done"], ["2025年", ""], ["良好", ""], ["/", ""], ["", ""],
  ["正在办理，预计7月底完成", "doing"],
  ["已挂网", "doing"], ["已公示", "doing"], ["批前公示", "doing"], ["公示结束，已批复", "done"], ["资料收集中", "doing"],
  ["已有用地预审意见", "done"], ["现有用地手续正在办理", "doing"], ["利用现有厂房，环评正在编制", "doing"], ["审批没通过", "todo"],
  ["已领证", "done"], ["利用现有土地", "exempt"], ["原址重建，不新增用地", "exempt"], ["存量用地", "exempt"],
  ["编制报告", "doing"],
  ["已评", "done"],
  ["已登记", "done"],
]; // prettier-ignore

test.each(PROCEDURES)("the procedure cell %j says %j", (content, expected) => {
  const { state, no, on } = readProcedureCell(content, { year: 2025 });
  expect([state, ...(no ?? []), on?.from].filter((part) => part !== undefined).join(" ")).toBe(expected);
});

/** A plan is no proof that it was done: cell → state, and the last day by which it is to be done. */
test.each<[string, string]>([
  ["6月底前", "todo 2025-06-30"],
  ["2025年12月底前", "todo 2025-12-31"],
  ["2025-12-31前", "todo 2025-12-31"],
  ["9月底前完成", "todo 2025-09-30"],
  ["年内完成", "todo 2025-12-31"],
  ["预计8月", "todo 2025-08-31"],
  ["预计8月批复", "todo 2025-08-31"],
  ["力争10月取得", "todo 2025-10-31"],
  ["计划于三季度办结", "todo 2025-09-30"],
  ["未办（8月底前完成）", "todo 2025-08-31"],
  ["正在办理，预计7月底完成", "doing 2025-07-31"],
  ["拟2025年7月报批", "todo"],
  ["拟办理", "todo"],
  ["争取尽快批复", "todo"],
  ["计划已下达", "done"],
  ["批复中", "doing"],
  ["会审中", "doing"],
  ["完成初稿", "doing"],
  ["已形成送审稿", "doing"],
  ["未完", "todo"],
  ["容缺办理", "doing"],
  ["60%", "doing"],
  ["完成100%", "done"],
  ["0%", "todo"],
  ["已完成80%", "doing"],
  ["即将批复", "todo"],
  ["招标完成后办理", "todo"],
  ["开工前办理", "todo"],
  ["待图审", "todo"],
  ["不新增用地", "exempt"],
  ["已划拨", "done"],
  ["不予批复", "todo"],
  ["暂缓办理", "todo"],
  ["待上会", "todo"],
  ["退回修改", "doing"],
  ["已报市局", "doing"],
  ["已提交申请", "doing"],
  ["基本完成", "doing"],
  ["已立项", "done"],
  ["原则同意", "done"],
  ["○", ""],
  ["△", ""],
])("the procedure cell %j says %j and no day of completion", (content, expected) => {
  const { state, on, due } = readProcedureCell(content, { year: 2025 });
  expect([state, due?.to].filter((part) => part !== undefined).join(" ")).toBe(expected);
  expect(on).toBeUndefined();
});

test.each(["办", "1", " ", "—"])("a long text of %j takes no more than its length", (piece) => {
  for (const read of [readProcedureCell, readPhones, readShare, isBlankText]) {
    read(piece.repeat(1_000_000));
    expect(growth((size) => void read(piece.repeat(size)), 5_000)).toBeLessThan(FAR_FROM_QUADRATIC);
  }
});

test.each([
  ["污水处理\n厂扩建", "污水处理厂扩建"],
  ["老旧小区改造 \n \n（二期）", "老旧小区改造（二期）"],
  ["S203\n柳林至三河", "S203柳林至三河"],
  ["G107\nS203", "G107 S203"],
  ["G107   国道\n改造", "G107   国道改造"],
  ["𠮷村\nA区", "𠮷村A区"],
  ["A区 \n 𠮷村", "A区𠮷村"],
  ["柳林  水厂", "柳林  水厂"],
])("%j stands on one line as %j", (broken, expected) => {
  expect(onOneLine(broken)).toBe(expected);
});

test.each([
  ["blanks behind a line end", (size: number) => `A\n${" ".repeat(size)}B`],
  ["blanks on the next line", (size: number) => `A\nB${" ".repeat(size)}C`],
  ["line ends", (size: number) => `A${"\n".repeat(size)}B`],
])("many %s take no more than their length", (_, broken) => {
  expect(growth((size) => void onOneLine(broken(size)), 5_000)).toBeLessThan(FAR_FROM_QUADRATIC);
});
