import { dayAfter, dayOfClock, timeOfClock } from "../../src/words/paneFigures";
import { paneWords } from "../../src/words/pane";
import { exportWords } from "../../src/words/paneExport";
import { moreWords } from "../../src/words/paneMore";
import { stepsWords } from "../../src/words/paneSteps";
import { collectWords } from "../../src/words/paneCollect";
import { filesWords } from "../../src/words/paneFiles";
import { functionPageWords } from "../../src/words/paneFunctions";
import { functionValuesWords } from "../../src/words/functionValues";
import { helpWords } from "../../src/words/paneHelp";
import { selfTestWords } from "../../src/words/selfTest";
import { summary } from "../../src/words/command";
import { figureText } from "../../src/words/say";
import { targetsWords } from "../../src/words/paneTargets";

/** Every text of the pane by its path; functions are called with figures and names that no sentence holds itself. */
function texts(node: unknown, path: string): [path: string, text: string][] {
  if (typeof node === "string") return [[path, node]];
  if (typeof node === "function") return [[path, called(node as Saying)]];
  if (Array.isArray(node)) return node.flatMap((part, index) => texts(part, `${path}.${String(index)}`));
  return Object.entries(node as object).flatMap(([key, part]) => texts(part, path === "" ? key : `${path}.${key}`));
}

type Saying = (...args: unknown[]) => string;

/** Most sentences take figures; those that take names or a list of them are asked again with such. */
function called(say: Saying): string {
  for (const given of [2, "x", ["x", "y"]]) {
    try {
      return say(given, 3, 4);
    } catch (error) {
      if (!(error instanceof TypeError)) throw error;
    }
  }
  throw new Error("a sentence of other things than figures, names and lists");
}

function textsOf(locale: "zh" | "en"): [string, string][] {
  const pages = {
    targets: targetsWords(locale),
    steps: stepsWords(locale),
    export: exportWords(locale),
    more: moreWords(locale),
  };
  return texts({ ...paneWords(locale), ...pages }, "");
}

/** Pages whose English names what is Chinese in the workbook: formulas, sheets, the bureau's own words. */
function otherTextsOf(locale: "zh" | "en"): [string, string][] {
  const pages = {
    collect: collectWords(locale),
    functions: functionPageWords(locale),
    values: functionValuesWords(locale),
    selfTest: selfTestWords(locale),
    files: filesWords(locale),
    help: helpWords(locale),
  };
  return texts(pages, "");
}

test("English keeps its own stops, and billions for 亿元", () => {
  const chinese = otherTextsOf("en").filter(([, text]) => /[，。；：、（）]|(?<!=XM\.\S*)亿元/u.test(text));
  expect(chinese).toEqual([]);
});

test("both languages say the same things", () => {
  expect(otherTextsOf("en").map(([path]) => path)).toEqual(otherTextsOf("zh").map(([path]) => path));
  expect(textsOf("en").map(([path]) => path)).toEqual(textsOf("zh").map(([path]) => path));
});

test("no sentence is empty or has a hole in it", () => {
  for (const [path, text] of [...textsOf("zh"), ...textsOf("en")]) {
    expect([path, text.trim()]).not.toEqual([path, ""]);
    expect(text).not.toMatch(/undefined|null|NaN|\[object/);
  }
});

test("English holds no Chinese but the language's own name, Chinese no English word", () => {
  const chinese = textsOf("en").filter(([path, text]) => /[\u4e00-\u9fff]/.test(text) && path !== "more.languages.zh");
  expect(chinese).toEqual([]);
  const english = textsOf("zh").filter(
    ([path, text]) => /[A-Za-z]{2,}/.test(text) && path !== "more.languages.en" && path !== "lang",
  );
  expect(english).toEqual([]);
});

test("a figure is written in the pane as the findings and the command line write it", () => {
  expect(figureText(1204567.5)).toBe("1,204,567.5");
  for (const locale of ["zh", "en"] as const) {
    const words = paneWords(locale);
    const said = [words.receipt("10:00", 12000, "x"), words.verdict.cannot(12000), stepsWords(locale).matrix(12000)];
    for (const sentence of said) expect(sentence).toContain("12,000");
  }
  expect(summary.sheet("台账", 12000)).toContain("12,000");
});

test("days and times are the clock's own, and days are counted over the end of a month", () => {
  const clock = new Date(2025, 5, 9, 8, 5);
  expect(dayOfClock(clock)).toBe("2025-06-09");
  expect(timeOfClock(clock)).toBe("08:05");
  expect(dayAfter("2025-06-09", 30)).toBe("2025-07-09");
  expect(dayAfter("2024-02-28", 2)).toBe("2024-03-01");
});
