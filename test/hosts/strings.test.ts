/** Shared strings, however an item is written: what was said of each is what is read of each, by number. */
import fc from "fast-check";
import { browserPlatform } from "../../src/hosts/file/platform";
import { readSharedStrings, richText } from "../../src/hosts/file/strings";
import { escapeExcel, escapeXml } from "../../src/hosts/file/xml";

function read(...items: readonly string[]): string[] {
  const xml = `<?xml version="1.0"?><sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">${items.join("")}</sst>`;
  return readSharedStrings(new TextEncoder().encode(xml), browserPlatform);
}

test.each([
  ["a single text", "<si><t>滨河路改造</t></si>", "滨河路改造"],
  ["blanks kept", '<si><t xml:space="preserve"> 滨河路 </t></si>', " 滨河路 "],
  ["how it would be pronounced", '<si><t>滨河路</t><phoneticPr fontId="1" type="noConversion"/></si>', "滨河路"],
  ["a phonetic run", '<si><t>滨河</t><rPh sb="0" eb="1"><t>bin</t></rPh></si>', "滨河"],
  ["runs", "<si><r><t>滨</t></r><r><rPr><b/></rPr><t>河</t></r></si>", "滨河"],
  [
    "runs as LibreOffice writes them",
    `<si>${run("改造道路")}${run("12", "Arial")}${run("公里")}</si>`,
    "改造道路12公里",
  ],
  ["a run without looks among others", `<si>${run("滨")}<r><t>河</t></r><r><rPr/><t>路</t></r></si>`, "滨河路"],
  ["a run of which nothing is shown", `<si>${run("滨")}<r><rPr/></r><r><t/></r>${run("河")}</si>`, "滨河"],
  [
    "entities and escapes in a run",
    `<si>${run("给&amp;")}${run("排_x0041_")}<r><t>一\r\n二</t></r></si>`,
    "给&排A一\n二",
  ],
  ["a comment and CDATA in a run", "<si><r><rPr><!-- no --><b/></rPr><t><![CDATA[路]]></t></r></si>", "路"],
  [
    "looks closed behind a blank",
    `<si><r><rPr /><t>滨</t></r><r><rPr><b/></rPr ><t>河</t></r>${run("路")}</si>`,
    "滨河路",
  ],
  ["looks with a comment of looks", "<si><r><rPr><!-- </rPr><t>no</t></r></si> --></rPr><t>滨</t></r></si>", "滨"],
  ["a value that looks like an attribute", `<si><t a=':xxxxe="pxxxxxxe">'>路</t></si>`, "路"],
  ["runs and how they would be pronounced", `<si>${run("滨河")}<phoneticPr fontId="1"/></si>`, "滨河"],
  ["runs and a phonetic run", `<si>${run("滨河")}<rPh sb="0" eb="1"><t>bin</t></rPh></si>`, "滨河"],
  ["line ends between the tags", "<si>\n <r>\n  <t>滨</t>\n </r>\n <r><t>河</t></r>\n</si>", "滨河"],
  ["prefixed runs", "<x:si><x:r><x:rPr><x:b/></x:rPr><x:t>路</x:t></x:r></x:si>", "路"],
  ["another attribute of a text", '<si><t xml:lang="zh-CN" a="preserve">路</t></si>', "路"],
  ["an empty item", "<si/>", ""],
  ["an item without text", "<si></si>", ""],
  ["an empty text", "<si><t></t></si>", ""],
  ["a text that is closed at once", "<si><t/></si>", ""],
  ["entities", "<si><t>给&amp;排水&#x20BB7;</t></si>", "给&排水𠮷"],
  ["Excel's escapes", "<si><t>一_x000D_二_三</t></si>", "一\r二_三"],
  ["line ends", "<si><t>一\r\n二\r三\n四</t></si>", "一\n二\n三\n四"],
  ["CDATA that looks like the end", "<si><t><![CDATA[</t></si>]]>路</t></si>", "</t></si>路"],
  ["comments", "<!-- <si><t>no</t></si> --><si><!-- no --><t>路<!-- no --></t></si>", "路"],
  ["prefixed names", "<x:si><x:t>路</x:t></x:si>", "路"],
  ["characters of two and four bytes", "<si><t>2×3 ±0.5℃ 𠮷</t></si>", "2×3 ±0.5℃ 𠮷"],
  ["spaces inside its tags", "<si ><t >路</t ></si >", "路"],
  ["another element that begins with t", "<si><tab/><t>路</t></si>", "路"],
])("%s", (_, item, text) => {
  expect(read("<si><t>前</t></si>", item, "<si><t>后</t></si>")).toEqual(["前", text, "后"]);
});

test("what is no UTF-8 becomes U+FFFD and takes nothing else along", () => {
  const [before, after] = ["<sst><si><t>路", "桥</t></si><si><t>渠</t></si></sst>"].map((part) =>
    new TextEncoder().encode(part),
  ) as [Uint8Array, Uint8Array];
  const broken = [0xe6, 0x98];
  expect(readSharedStrings(Uint8Array.from([...before, ...broken, ...after]), browserPlatform)).toEqual([
    "路\ufffd桥",
    "渠",
  ]);
  const surrogate = [0xed, 0xa0, 0x80];
  const [text] = readSharedStrings(Uint8Array.from([...before, ...surrogate, ...after]), browserPlatform);
  expect(text).toMatch(/^路\ufffd+桥$/);
});

test("a file that ends within an item gives what stands there", () => {
  const bytes = new TextEncoder().encode("<sst><si><t>路</t></si><si><t>桥");
  expect(readSharedStrings(bytes, browserPlatform)[0]).toBe("路");
});

test("a file that ends anywhere is read as far as its items are whole", () => {
  const [whole, texts] = [
    [`<si>${run("滨河")}${run("路")}</si>`, "<si><r><rPr/><t>b</t></r></si>"],
    ["滨河路", "b"],
  ];
  const bytes = new TextEncoder().encode(`<sst>${whole.join("")}</sst>`);
  const ends = whole.map((_, index) => new TextEncoder().encode(`<sst>${whole.slice(0, index + 1).join("")}`).length);
  for (let length = 0; length <= bytes.length; length++) {
    const count = ends.filter((end) => end <= length).length;
    expect(readSharedStrings(bytes.slice(0, length), browserPlatform).slice(0, count)).toEqual(texts.slice(0, count));
  }
});

test("an item is read alike by its bytes and as tags, however it is written", () => {
  const blank = fc.constantFrom("", "", "", " ", "\n");
  const between = fc.constantFrom("", "", "", "\n ", "<!-- <t>no</t></r></si> -->");
  const prefix = fc.constantFrom("", "", "", "x:");
  const said = fc.array(
    fc.constantFrom(
      "路",
      "é",
      "𠮷",
      "_",
      "_x0041_",
      "x0041_",
      "&amp;",
      "\r\n",
      ">",
      "<!-- no -->",
      "<![CDATA[</t></si>&]]>",
    ),
    { maxLength: 4 },
  );
  const attributes = fc.constantFrom("", "", ' xml:space="preserve"', " xml:space='preserve'", ' xml:lang="zh" a=">"');
  const textOf = fc
    .tuple(prefix, attributes, said, blank)
    .map(([x, a, parts, b]) => (parts.length === 0 ? `<${x}t${a}/>` : `<${x}t${a}>${parts.join("")}</${x}t${b}>`));
  const looks = fc.oneof(
    fc.constant(""),
    fc.tuple(prefix, blank).map(([x, b]) => `<${x}rPr${b}/>`),
    fc.tuple(prefix, blank, between, blank).map(([x, a, c, b]) => `<${x}rPr${a}>${c}<sz val="10"/></${x}rPr${b}>`),
  );
  const aRun = fc
    .tuple(prefix, blank, between, looks, between, fc.array(textOf, { maxLength: 2 }), blank)
    .map(([x, a, c, l, d, texts, b]) => `<${x}r${a}>${c}${l}${d}${texts.join("")}</${x}r${b}>`);
  const behind = fc.oneof(
    fc.constantFrom("", "", '<phoneticPr fontId="1"/>', "<phoneticPr></phoneticPr>", "<x:phoneticPr />"),
    textOf.map((text) => `<rPh sb="0" eb="1">${text}</rPh>`),
  );
  const content = fc
    .tuple(between, fc.oneof(textOf, fc.array(fc.oneof(aRun, aRun, between), { maxLength: 5 })), between, behind)
    .map((parts) => parts.flat().join(""));
  const item = fc.tuple(prefix, blank, content, blank, between);
  fc.assert(
    fc.property(fc.array(item, { maxLength: 6 }), (items) => {
      const written = items.map(([x, a, inside, b, gap]) => `<${x}si${a}>${inside}</${x}si${b}>${gap}`);
      expect(read(...written)).toEqual(items.map(([, , inside]) => richText(inside)));
    }),
    { numRuns: 2000 },
  );
});

test("texts of any length come back as written, whatever stands beside them", () => {
  const text = fc.oneof(
    fc.string({ unit: "grapheme", maxLength: 40 }),
    fc.constantFrom("路", "滨河路改造提升工程（一期）", "2402-139926-04-01-000009", "&", "_x", "_", "\n"),
    fc.nat({ max: 300_000 }).map((length) => "河".repeat(length)),
  );
  const written = fc.tuple(text, fc.constantFrom(plain, pronounced, inRuns, inTwoRuns));
  fc.assert(
    fc.property(fc.array(written, { maxLength: 30 }), (texts) => {
      expect(read(...texts.map(([each, write]) => write(escapeXml(escapeExcel(each)))))).toEqual(
        texts.map(([each]) => each),
      );
    }),
    { numRuns: 60 },
  );
});

const plain = (data: string): string => `<si><t xml:space="preserve">${data}</t></si>`;
const pronounced = (data: string): string => `<si><t>${data}</t><phoneticPr fontId="1"/></si>`;
const inRuns = (data: string): string => `<si><r><t>${data}</t></r></si>`;
const inTwoRuns = (data: string): string => {
  // Not within an entity or an escape.
  const cut = /[\u4e00-\u9fff]/.exec(data)?.index ?? 0;
  return `<si>${run(data.slice(0, cut))}${run(data.slice(cut), "Arial")}</si>`;
};

function run(data: string, font = "宋体"): string {
  const looks = `<rPr><sz val="10"/><rFont val="${font}"/><family val="2"/></rPr>`;
  return `<r>${looks}<t xml:space="preserve">${data}</t></r>`;
}
