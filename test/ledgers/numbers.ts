/** Codes with right check digits, computed here from the standards so that the product's own arithmetic is not its judge. */

/** 投资项目统一代码, present form; `serial` up to 99999. Check digit: ISO/IEC 7064 MOD 11,10. */
export function projectCode(month: string, serial: number, region = "139926"): string {
  const digits = `${month}${region}0401${String(serial).padStart(5, "0")}`;
  const check = mod1110(digits);
  return `${month}-${region}-04-01-${String(serial).padStart(5, "0")}${check}`;
}

/** The same code with a check digit that does not fit. */
export function wrongProjectCode(month: string, serial: number): string {
  const code = projectCode(month, serial);
  return code.slice(0, -1) + String((Number(code.at(-1)) + 3) % 10);
}

/** 2015–2020 form: no check digit. */
export function oldProjectCode(year: number, serial: number, region = "139926"): string {
  return `${year}-${region}-48-03-${String(serial).padStart(6, "0")}`;
}

function mod1110(digits: string): number {
  let product = 10;
  for (const digit of digits) {
    const sum = (product + Number(digit)) % 10;
    product = ((sum === 0 ? 10 : sum) * 2) % 11;
  }
  return (11 - product) % 10;
}

const ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";
const WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];
const ORGANISATION_WEIGHTS = [3, 7, 9, 10, 5, 8, 4, 2];

/** 统一社会信用代码 of an invented body: GB 32100 over an organisation code of GB 11714. */
export function creditCode(serial: number, kind: "11" | "12" | "91" = "11"): string {
  const organisation = organisationCode(serial);
  const body = `${kind}139926${organisation}`;
  const sum = [...body].reduce((total, letter, index) => total + ALPHABET.indexOf(letter) * (WEIGHTS[index] ?? 0), 0);
  return body + (ALPHABET[(31 - (sum % 31)) % 31] ?? "");
}

export function wrongCreditCode(serial: number): string {
  const code = creditCode(serial);
  return code.slice(0, -1) + (code.endsWith("A") ? "B" : "A");
}

function organisationCode(serial: number): string {
  const digits = String(serial).padStart(8, "0");
  const sum = [...digits].reduce(
    (total, digit, index) => total + Number(digit) * (ORGANISATION_WEIGHTS[index] ?? 0),
    0,
  );
  const check = 11 - (sum % 11);
  return digits + (check === 10 ? "X" : check === 11 ? "0" : String(check));
}
