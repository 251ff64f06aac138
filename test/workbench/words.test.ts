import { workbenchWords } from "../../src/words/workbench";

function texts(locale: "zh" | "en"): [string, string][] {
  return Object.entries(workbenchWords(locale)).map(([key, words]) => [
    key,
    typeof words === "function" ? words("a.xlsx") : [words].flat().join("\n"),
  ]);
}

test("the page around sheet and pane says the same things in both languages", () => {
  expect(texts("en").map(([key]) => key)).toEqual(texts("zh").map(([key]) => key));
  for (const [key, text] of [...texts("zh"), ...texts("en")]) expect([key, text.trim()]).not.toEqual([key, ""]);
});

test("English holds no Chinese, Chinese no English word but the name of a kind of file", () => {
  expect(texts("en").filter(([, text]) => /\p{Script=Han}/u.test(text))).toEqual([]);
  const english = texts("zh").filter(
    ([key, text]) => key !== "lang" && /[A-Za-z]{2,}/u.test(text.replaceAll("a.xlsx", "").replaceAll(".xlsx", "")),
  );
  expect(english).toEqual([]);
});
