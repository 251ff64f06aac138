import fc from "fast-check";
import { isPlainlyNormal, normaliseDocuments, readDocuments } from "../../src/measure/documentNumber";
import { FAR_FROM_QUADRATIC, growth } from "../growth";

/** What is written → the numbers as they should be; ! with the fault where the cell writes it otherwise, ? where the reading is not certain. */
const CELLS: readonly (readonly [string, string])[] = [
  ["柳发改社〔2009〕132号", "柳发改社〔2009〕132号"],
  ["国办发明电〔2025〕7号", "国办发明电〔2025〕7号"],
  ["自然资源部令第21号", "自然资源部令第21号"],
  ["发改委令2025年第31号", "发改委令2025年第31号"],
  ["发改高技[2012]2795号", "发改高技〔2012〕2795号 !brackets"],
  ["发改（2025）第012号", "发改〔2025〕12号 !brackets"],
  ["发改〔2025〕第12号", "发改〔2025〕12号 !ordinal"],
  ["发改〔2025〕012号", "发改〔2025〕12号 !zero"],
  ["发改〔2025〕 12 号", "发改〔2025〕12号 !spaces"],
  ["发改〔２０２５〕１２号", "发改〔2025〕12号 !spaces"],
  ["发改〔2025〕12", "发改〔2025〕12号 !suffix"],
  ["发改〔2025〕12号文", "发改〔2025〕12号 !suffix"],
  ["发改【2025】12号", "发改〔2025〕12号 !brackets"],
  ["发改投资2025年12号", "发改投资〔2025〕12号 !brackets"],
  ["发改投资〔2025 12号", "发改投资〔2025〕12号 !brackets"],
  ["柳开建备[2013]15号、柳开建备[2013]16号", "柳开建备〔2013〕15号 !brackets | 柳开建备〔2013〕16号 !brackets"],
  ["柳发改〔2013〕15号、16号", "柳发改〔2013〕15号 | 柳发改〔2013〕16号 !shortened"],
  [
    "柳发改〔2013〕15号；柳环审〔2014〕3号\n柳自然资〔2014〕8号",
    "柳发改〔2013〕15号 | 柳环审〔2014〕3号 | 柳自然资〔2014〕8号",
  ],
  ["发改投资〔2025〕号", "发改投资〔2025〕号 !serial ?"],
  ["发改投资〔25〕12号", "发改投资〔25〕12号 !year ?"],
  ["发改投资〔〕12号", "发改投资〔〕12号 !year ?"],
  ["〔2025〕12号", "〔2025〕12号 !agency ?"],
  ["已批复，发改〔2025〕12号，2025.3.1", "发改〔2025〕12号"],
  ["已批复发改〔2025〕12号", "发改〔2025〕12号"],
  ["《关于可研的批复》（雨发改〔2021〕71号）", "雨发改〔2021〕71号"],
  ["川自然资预2024-17号", "川自然资预〔2024〕17号 !brackets"],
  ["川发改(2024)88", "川发改〔2024〕88号 !brackets"],
  ["川发改2024-88", "川发改〔2024〕88号 !brackets"],
  ["川发改﹝2024﹞88号", "川发改〔2024〕88号 !brackets"],
  ["2024-88", "2024-88 !agency ?"],
  ["柳国用（2019）第33号", "柳国用(2019)第33号"],
  ["柳林证字（2015）第0102号", "柳林证字(2015)第0102号"],
  ["城东2024-17号地块", ""],
  ["2024-08", ""],
  ["2024-2026", ""],
  ["2024-03-15", ""],
  ["投资估算(2024)88万元", ""],
  ["2025年6月30日", ""],
  ["办理中（2025年6月底前完成）", ""],
  ["新建道路12公里", ""],
  ["详见附件(2)", ""],
];

test.each(CELLS)("%j holds %j", (cell, expected) => {
  const said = readDocuments(cell).map(
    ({ number, normal, fault, certain }) => number + (normal ? "" : ` !${String(fault)}`) + (certain ? "" : " ?"),
  );
  expect(said.join(" | ")).toBe(expected);
});

const agency = fc.constantFrom("柳发改", "柳发改投资", "临政办发", "环审", "自然资规");
const year = fc.integer({ min: 1990, max: 2030 });
const serial = fc.integer({ min: 1, max: 9999 });
const brackets = fc.constantFrom("〔〕", "[]", "()", "（）", "【】", "［］", "{}", "〈〉");

test("every bracket, ordinal and zero gives the one normal number, which stays as it is", () => {
  fc.assert(
    fc.property(
      agency,
      year,
      serial,
      brackets,
      fc.constantFrom("", "第", "0", "第0", " "),
      (who, of, no, [open = "", close = ""], before) => {
        const normal = `${who}〔${String(of)}〕${String(no)}号`;
        expect(normaliseDocuments(`${who}${open}${String(of)}${close}${before}${String(no)}号`)).toBe(normal);
        expect(readDocuments(normal)).toMatchObject([
          { normal: true, certain: true, agency: who, year: of, serial: no },
        ]);
      },
    ),
  );
});

test("what is plainly normal reads as one number written as it should be", () => {
  const pieces = fc.constantFrom(
    "川发改审",
    "国办发",
    "根据",
    "〔",
    "〕",
    "[",
    "2025",
    "1998",
    "2125",
    "12",
    "012",
    "号",
    "第",
    " ",
  );
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 7 }), (parts) => {
      const text = parts.join("");
      if (isPlainlyNormal(text)) expect(readDocuments(text)).toMatchObject([{ normal: true, number: text }]);
    }),
    { numRuns: 2000 },
  );
  expect(isPlainlyNormal("川发改审〔2025〕12号")).toBe(true);
  expect(isPlainlyNormal("根据川发改审〔2025〕12号")).toBe(false);
});

test("what was mended is normal", () => {
  for (const [cell] of CELLS) {
    for (const { number, certain } of readDocuments(cell)) {
      if (certain) expect(readDocuments(number)).toMatchObject([{ number, normal: true }]);
    }
  }
});

test.each(["发", "〔", "发改〔2025〕", "2025"])("a long text of %j takes no more than its length", (piece) => {
  readDocuments(piece.repeat(200_000));
  expect(growth((size) => void readDocuments(piece.repeat(size)), 5_000)).toBeLessThan(FAR_FROM_QUADRATIC);
});
