/** Every figure and word that a rule or preset asks for is described on the sheet on which it is edited, by the one name it has. */
import { shippedPacks } from "../../src/policy/load";
import type { Pack } from "../../src/policy/pack";
import { loadPack } from "../../src/policy/load";
import { missingParameters, PRESET_FIGURES, RULE_PARAMETERS, type Parameter } from "../../src/policy/parameters";
import { packFactTerm } from "../../src/words/packTerms";
import { COUNTY } from "../rules/judge";

const described = Object.entries(RULE_PARAMETERS).flatMap(([code, parameters]) =>
  Object.entries(parameters).map(([key, parameter]) => [`${code} ${key}`, code, key, parameter] as const),
);

test.each(shippedPacks().map((pack) => [pack.id, pack] as const))(
  "%s holds what is described and nothing else",
  (_, pack) => {
    const held = Object.entries(pack.rules).flatMap(([code, { numbers, texts }]) => [
      ...Object.keys(numbers).map((key) => `${code} ${key} figure`),
      ...Object.keys(texts).map((key) => `${code} ${key} words`),
    ]);
    expect(held.sort()).toEqual(
      described.map(([name, , , { unit }]) => `${name} ${unit === "" ? "words" : "figure"}`).sort(),
    );
    const figures = [...pack.lights, ...pack.ranks, ...pack.scoring].flatMap(({ numbers }) => Object.keys(numbers));
    expect(figures.filter((key) => !(key in PRESET_FIGURES))).toEqual([]);
    expect(missingParameters(pack)).toEqual([]);
  },
);

test.each(described)("%s is called what it is called elsewhere", (_, _code, key, { name, means }: Parameter) => {
  expect(packFactTerm("rules", `numbers.${key}`, "zh")).toBe(name);
  expect(means).not.toBe("");
});

test.each(Object.entries(PRESET_FIGURES))("the preset's %s is called what it is called elsewhere", (key, { name }) => {
  expect(packFactTerm("lights", `numbers.${key}`, "zh")).toBe(name);
});

test.each(described.filter(([, , , { mayLack }]) => !mayLack))(
  "without %s the rule cannot judge, and the pack says so unless it is off",
  (_, code, _key, { name }) => {
    const bare: Pack["rules"][string] = { off: false, numbers: {}, texts: {} };
    const lacking = loadPack({ ...COUNTY, rules: { ...COUNTY.rules, [code]: bare } });
    expect("errors" in lacking && lacking.errors.map(({ message }) => message)).toContainEqual(
      expect.stringContaining(`规则 ${code} 缺少参数「${name}」`),
    );
    expect("pack" in loadPack({ ...COUNTY, rules: { ...COUNTY.rules, [code]: { ...bare, off: true } } })).toBe(true);
  },
);
