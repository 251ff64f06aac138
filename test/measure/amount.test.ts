import fc from "fast-check";
import { isNumberText, readAmount, readNumberText, roundWan } from "../../src/measure/amount";
import type { MoneyUnit } from "../../src/measure/types";
import { FAR_FROM_QUADRATIC, growth } from "../growth";

/** What is written, the column's unit, and 万元; ~ for an approximate one, null for what is no amount. */
const WRITTEN: readonly (readonly [string | number, MoneyUnit | null, number | string | null])[] = [
  ["53、04亿元", null, 530400],
  ["7.5亿多元", null, "75000~"],
  ["近2.96亿元", null, "29600~"],
  ["约1.2亿元", null, "12000~"],
  ["12000余万元", null, "12000~"],
  ["一千来万", null, "1000~"],
  ["1200（估）", "万元", "1200~"],
  ["1200（暂定）", "万元", "1200~"],
  ["1200（调整后）", "万元", null],
  ["不低于5000万元", null, "5000~"],
  ["不少于3亿元", null, "30000~"],
  ["超过3亿", null, "30000~"],
  ["叁仟万元", null, 3000],
  ["三千万", null, 3000],
  ["一亿二千万元", null, 12000],
  ["壹仟贰佰万元整", null, 1200],
  ["总投资296.1万元。资金来源为财政资金", null, 296.1],
  ["1亿2000万元", null, 12000],
  ["￥3,000万", null, 3000],
  ["(3,000)", "万元", -3000],
  ["-3000万元", null, -3000],
  ["3000-5000万元", null, null],
  ["总投资5亿元，其中专项债3亿元", null, null],
  ["1.2亿元，其中中央0.6亿元", null, 12000],
  ["约3000万元（其中专项债1800万元、自筹1200万元）", null, "3000~"],
  ["500，其中县级200", "万元", 500],
  ["1.2亿元，其中中央1.6亿元", null, null],
  ["1200-1500万元，其中中央600万元", null, null],
  ["3亿元（30000万元）", null, 30000],
  ["详见附件", null, null],
  ["30%", null, null],
  ["０.１亿", null, 1000],
  ["391818.41万元", null, 391818.41],
  ["1.005亿", null, 10050],
  // A letter for a digit, a full stop for a point: what is left of the figure would be another amount.
  ["O.35亿", null, null],
  ["o.35亿元", null, null],
  ["l2亿", null, null],
  ["I.2亿元", null, null],
  ["12OO万", null, null],
  ["1O万元", null, null],
  ["总投资O.35亿元", null, null],
  ["。35亿", null, null],
  [".35亿", null, 3500],
  ["约.5亿元", null, "5000~"],
  ["总投资1亿元。资金来源：2025年专项债", null, 10000],
  ["EPO3500万元", null, 3500],
  ["21776.7万元", null, 21776.7],
  ["12 000 万元", null, 12000],
  ["１２，０００", "万元", 12000],
  ["5000", "元", 0.5],
  ["5万平方米", null, null],
  ["新建楼5万平方米，总投资3亿元", null, 30000],
  ["详见附件3", null, null],
  ["500万美元", null, null],
  ["3万元/亩", null, null],
  ["3千万元", null, 3000],
  ["5百万", null, 500],
  ["2千5百万元", null, 2500],
  ["1.2万亿元", null, 120000000],
  ["一万二千亿元", null, 120000000],
  ["两亿", null, 20000],
  ["十二亿五千万元", null, 125000],
  ["人民币叁仟万元整（¥30,000,000.00）", null, 3000],
  ["3000元", null, 0.3],
  ["80千元", null, 8],
  ["壹佰贰拾叁万肆仟伍佰陆拾柒元捌角玖分", null, 123.456789],
  ["3个亿", null, 30000],
  ["1个多亿", null, "10000~"],
  ["2025年总投资3亿元", null, 30000],
  ["3000", null, 3000],
  ["3,000.50", "万元", 3000.5],
  ["53,04亿元", null, null],
  ["1、2000万元", null, null],
  ["总投资约3000", "万元", "3000~"],
  ["三千", "万元", 3000],
  ["三千五", "万元", null],
  ["数千万元", null, null],
  ["上亿元", null, null],
  ["1.2E+4", "万元", 12000],
  ["3000万元左右", null, "3000~"],
  ["3000万（含税）", null, 3000],
  ["分2期，投资3000万元", null, 3000],
  ["中央1000万，省2000万", null, null],
  ["负300万元", null, -300],
  ["3亿至5亿元", null, null],
  ["一点五亿元", null, 15000],
  ["1000余万", null, "1000~"],
  ["500多万元", null, "500~"],
  ["500万余元", null, "500~"],
  ["依据发改〔2025〕12号总投资800万元", null, 800],
  ["3000万元，占60%", null, 3000],
  ["0", "万元", 0],
  ["0万元", null, 0],
  ["零", "万元", 0],
  ["投资额：1,200.00万元", null, 1200],
  ["1200万元;", null, 1200],
  ["12,00万元", null, null],
  ["5-6亿元", null, null],
  ["3000/5000", "万元", null],
  ["3.2亿元人民币", null, 32000],
  ["RMB 300万元", null, 300],
  ["¥5000", "元", 0.5],
  ["1亿元2000万", null, null],
  ["壹亿元整", null, 10000],
  ["贰拾万元", null, 20],
  ["十万元", null, 10],
  ["100万元整", null, 100],
  ["概算3,500万元（已批复）", null, 3500],
  ["6亿（一期2亿、二期4亿）", null, null],
  ["300万元×5", null, null],
  ["约 1.2 亿元", null, "12000~"],
  [0.1, "亿元", 1000],
  [1.005, "亿元", 10050],
  [391818.41, "元", 39.181841],
  [Number.NaN, "元", null],
  ["叁佰万美元", null, null],
  ["每户3万元", "万元", 3],
  ["（3000万元）", null, -3000],
  ["＞5000万元", null, "5000~"],
];

test.each(WRITTEN)("%j in %s is %j", (content, unit, expected) => {
  const reading = readAmount(content, unit);
  const said = reading === null ? null : reading.amount.approx ? `${String(reading.amount.wan)}~` : reading.amount.wan;
  expect(said).toBe(expected);
});

test.each<[string, MoneyUnit | null]>([
  ["3000", null],
  ["￥3,000", null],
  ["3000万", "万元"],
  ["1亿2000万元", "亿元"],
  ["3000元", "元"],
  ["80千元", "元"],
])("%s states the unit %s itself", (content, unit) => {
  expect(readAmount(content, "万元")?.ownUnit).toBe(unit);
});

test.each([
  ["1200", true],
  ["１２００", true],
  ["1,200.50", true],
  ["12 000", true],
  ["-3.5", true],
  ["3000万", false],
  ["约3000", false],
  ["53,04", false],
  ["", false],
  ["一百", false],
])("%j holds nothing but a number: %s", (text, is) => {
  expect(isNumberText(text)).toBe(is);
});

test("what is a number is read as that number", () => {
  expect(readNumberText("１，２００．５")).toBe(1200.5);
  expect(readNumberText("1,2000")).toBe(12000);
  expect(readNumberText("abc")).toBeNull();
});

/** Whole 分, so that every notation is exact. */
const fen = fc.bigInt({ min: 0n, max: 10n ** 15n });
const wanOf = (amount: bigint) => Number(`${String(amount)}e-6`);
const decimal = (amount: bigint, places: number) => {
  const digits = String(amount).padStart(places + 1, "0");
  return `${digits.slice(0, -places)}.${digits.slice(-places)}`;
};
const grouped = (text: string) => text.replace(/\B(?=(\d{3})+(?!\d)(?=.*\.))/g, ",");
const wide = (text: string) =>
  [...text].map((c) => (c > " " && c <= "~" ? String.fromCharCode(c.charCodeAt(0) + 0xfee0) : c)).join("");

test("one amount reads the same in every unit, with marks and in full width, to the 分", () => {
  fc.assert(
    fc.property(fen, (amount) => {
      const writings = [
        `${decimal(amount, 2)}元`,
        `${decimal(amount, 6)}万元`,
        `${decimal(amount, 10)}亿元`,
        `${grouped(decimal(amount, 6))} 万元`,
        wide(`${decimal(amount, 6)}万元`),
        `人民币${decimal(amount, 6)}万元整`,
      ];
      for (const written of writings)
        expect([written, readAmount(written, "亿元")?.amount.wan]).toEqual([written, wanOf(amount)]);
      expect(readAmount(decimal(amount, 10), "亿元")?.amount.wan).toBe(wanOf(amount));
      expect(readAmount(decimal(amount, 2), "元")?.amount.wan).toBe(wanOf(amount));
    }),
  );
});

const BANKERS = "零壹贰叁肆伍陆柒捌玖";

function inWords(value: number): string {
  const section = (part: number, padded: boolean) => {
    const text = [...String(part).padStart(4, "0")]
      .map((digit, index) => (digit === "0" ? "零" : BANKERS.charAt(Number(digit)) + ["仟", "佰", "拾", ""][index]))
      .join("");
    const tidy = text.replace(/零+/g, "零").replace(/零$/, "");
    return padded ? tidy : tidy.replace(/^零/, "");
  };
  const yi = Math.floor(value / 1e8);
  const wan = Math.floor(value / 1e4) % 1e4;
  const rest = value % 1e4;
  return (
    (yi ? `${section(yi, false)}亿` : "") +
    (wan ? `${section(wan, yi > 0)}万` : "") +
    (rest ? section(rest, yi + wan > 0) : "")
  );
}

test("banker's numerals read back", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 999_999_999_999 }), (yuan) => {
      const text = `${inWords(yuan)}元整`;
      expect([text, readAmount(text, null)?.amount.wan]).toEqual([text, roundWan(yuan / 1e4)]);
    }),
  );
});

test.each(["一", "1,", "约", "1 ", "总投资", "亿"])("a long text of %j takes no more than its length", (piece) => {
  readAmount(piece.repeat(300_000), null);
  // Longer than a few hundred characters nothing is an amount: the growth is looked at below that.
  for (const size of [4, 1_000])
    expect(growth((length) => readManyTimes(piece.repeat(length) + "3"), size)).toBeLessThan(FAR_FROM_QUADRATIC);
});

function readManyTimes(text: string): void {
  for (let time = 0; time < 200; time++) readAmount(text, null);
}

test("no text, however odd, throws", () => {
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom(..."0123456789.,、-~万亿元千百多余约近一二三十零点个整¥()／ ") }),
      (text) => {
        const reading = readAmount(text, "万元");
        if (reading) expect(Number.isFinite(reading.amount.wan)).toBe(true);
      },
    ),
  );
});
