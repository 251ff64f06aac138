import fc from "fast-check";
import { creditCheckCharacter, readCreditCode } from "../../src/measure/creditCode";
import { projectCheckDigit, readProjectCode } from "../../src/measure/projectCode";

test.each([
  ["2503-130981-04-01-573274", "wellFormed", "present", true, true],
  ["2503-130981-04-01-573275", "wellFormed", "present", true, false],
  ["25031309810401573274", "wellFormed", "present", false, true],
  ["２５０３－１３０９８１－０４－０１－５７３２７４", "wellFormed", "present", true, true],
  [" 2503-130981-04-01-573274 ", "wellFormed", "present", true, true],
  ["项目代码：2503-130981-04-01-573274", "wellFormed", "present", true, true],
  ["2018-330104-47-01-006428", "wellFormed", "old", true, null],
  ["2018-330104-47-01-006428-000", "wellFormed", "old", true, null],
  ["2513-130981-04-01-573274", "malformed", null, true, null],
  ["2503-130981-04-01-5732741", "malformed", null, false, null],
  ["25O3-130981-04-01-573274", "malformed", null, false, null],
  ["2.5031E+19", "mangled", null, false, null],
  ["25031309810401500000", "mangled", null, false, null],
  ["2503-13", "partial", null, false, null],
  ["2503-130981-04-01-57327", "partial", null, false, null],
  ["2503-130981-**-**-******", "partial", null, false, null],
  ["待赋码", "absent", null, false, null],
])("the project code %j is %s", (text, state, form, hyphenated, checkDigit) => {
  const reading = readProjectCode(text);
  expect([reading.state, reading.form, reading.hyphenated, reading.checkDigit]).toEqual([
    state,
    form,
    hyphenated,
    checkDigit,
  ]);
});

test("a code that came as a number has lost its digits", () => {
  expect(readProjectCode(2.5031309810401572e19).state).toBe("mangled");
  expect(readProjectCode(2503).state).toBe("partial");
});

test("several codes of a cell are named", () => {
  const reading = readProjectCode("2503-130981-04-01-573274、2411-130202-89-01-637015");
  expect([reading.state, reading.codes]).toEqual(["several", ["2503-130981-04-01-573274", "2411-130202-89-01-637015"]]);
});

const digits = (length: number) => fc.stringMatching(new RegExp(`^[0-9]{${String(length)}}$`));

test("a code made with its check digit passes, hyphens or none, and any single wrong digit is seen", () => {
  const month = fc.integer({ min: 1, max: 12 });
  fc.assert(
    fc.property(
      digits(2),
      month,
      digits(15),
      fc.nat(15),
      fc.integer({ min: 1, max: 9 }),
      (year, mm, rest, at, shift) => {
        const body = year + String(mm).padStart(2, "0") + rest;
        const whole = body + String(projectCheckDigit(body));
        if (/0{5}$/.test(whole)) return;
        expect(readProjectCode(whole).checkDigit).toBe(true);
        const code = readProjectCode(whole).code ?? "";
        expect(readProjectCode(code)).toMatchObject({ state: "wellFormed", code, hyphenated: true, checkDigit: true });
        const place = 4 + at;
        const wrong =
          whole.slice(0, place) + String((Number(whole.charAt(place)) + shift) % 10) + whole.slice(place + 1);
        if (!/0{5}$/.test(wrong)) expect(readProjectCode(wrong).checkDigit).toBe(false);
      },
    ),
  );
});

test.each([
  ["11370800004312263P", "good"],
  ["1137 0800 0043 1226 3p", "good"],
  ["11370800004312263Q", "check"],
  ["1137080000431226", "length"],
  ["1137080000431226OP", "characters"],
  ["1A370800004312263P", "check"],
  ["1137080A004312263P", "characters"],
  ["正在办理", "absent"],
])("the credit code %j is %s", (text, state) => {
  expect(readCreditCode(text).state).toBe(state);
});

test("a credit code made with its check character passes, and any single wrong character is seen", () => {
  const alphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";
  const organisation = fc.string({ unit: fc.constantFrom(...alphabet), minLength: 9, maxLength: 9 });
  fc.assert(
    fc.property(digits(6), organisation, fc.nat(8), fc.integer({ min: 1, max: 30 }), (region, inner, at, shift) => {
      const body = `91${region}${inner}`;
      const whole = body + (creditCheckCharacter(body) ?? "?");
      expect(readCreditCode(whole)).toEqual({ state: "good", code: whole });
      const place = 8 + at;
      const other = alphabet.charAt((alphabet.indexOf(whole.charAt(place)) + shift) % 31);
      expect(readCreditCode(whole.slice(0, place) + other + whole.slice(place + 1)).state).toBe("check");
    }),
  );
});
