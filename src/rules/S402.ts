/** The content of works is measured: numbers with units, and more than a few words. */
import { rowRule } from "./rule";

export default rowRule({
  code: "S402",
  severity: "warning",
  basis: { document: "专项债券项目审核未通过原因（咨询机构整理）", confidence: "D" },
  needs: ["scale"],
  on: "2025-06-20",
  good: [
    {
      name: "镇区供水管网延伸工程",
      department: "水务局",
      totalInvestment: 2600,
      scale: "铺设管网18公里，新建加压泵站2座",
    },
    {
      name: "镇区供水管网延伸工程",
      department: "水务局",
      totalInvestment: 2600,
      scale: "总建筑面积3200㎡，配套道路一公里",
    },
    { name: "社区智慧微站建设项目", department: "民政局", totalInvestment: 90, scale: "微站60个" },
    { name: "残疾人辅助器具适配项目", department: "残联", totalInvestment: 68, scale: "适配辅助器具520件" },
    { name: "镇区冷库项目", department: "商务局", totalInvestment: 900, scale: "冷库3000立方" },
    { name: "储能电站项目", department: "发展和改革局", totalInvestment: 26000, scale: "建设储能系统容量2GWh" },
  ],
  bad: [
    { name: "镇区供水管网延伸工程", department: "水务局", totalInvestment: 2600, scale: "铺设供水管网及配套附属设施" },
    { name: "镇区供水管网延伸工程", department: "水务局", totalInvestment: 2600, scale: "管网改造" },
  ],
  prepare({ ledger, parameter }) {
    const shortest = parameter("length");
    const heading = ledger.columns.find(({ field }) => field === "scale")?.heading ?? "";
    const isMeasuredAbove = UNIT_ABOVE.test(heading);
    return (project) => {
      const { scale } = project.values;
      if (scale === undefined || (isMeasuredAbove && FIGURE.test(scale))) return null;
      const isMeasured = IN_DIGITS.test(scale) || IN_WORDS.test(scale);
      if (isMeasured && (scale.length >= shortest || namesWorks(scale))) return null;
      return { fields: ["scale"], args: { length: scale.length, shortest, measured: isMeasured ? 1 : 0 } };
    };
  },
});

/** Five characters say enough where they say how many of what: 「微站60个」「打井3眼」, but not 「新建3公里」. */
function namesWorks(scale: string): boolean {
  const words = scale.replace(IN_DIGITS, "").replace(IN_WORDS, "").replace(SAYS_NO_WORKS, "");
  return /\p{Script=Han}{2}/u.test(words);
}

/** What is done, and what is measured: whatever the works may be. */
const SAYS_NO_WORKS =
  /新建|改建|扩建|改造|建设|维修|修建|修缮|铺设|安装|购置|项目|工程|共计|总计|合计|总共|大约|左右|建筑面积|占地面积|总面积|面积|占地|全长|总长|长度|规模|数量/gu;

/** 余, 多 and a unit behind a figure. */
const IN_UNITS =
  "(?:余|多)?\\s*(?:[万亿千百]?(?:平方?米|平方公里|公里|千米|米|㎡|km|m|亩|公顷|顷|立方米?|方|吨|座|架|栋|幢|处|个|户|张|套|台|辆|条|眼|口|所|间|人|床|孔|盏|株|头|只|家|村|组|千瓦|兆瓦|kW|MW|kV|KVA|t/d|层|项|批|名|车位|机位|学位|%)|万|亿)";
/** Units that count works behind digits only: 「一期」「一片」「一度」 count nothing. */
const MORE_UNITS =
  "(?:余|多)?\\s*[万亿千百]?(?:[GTM]Wh?|kWh|千伏|千瓦时|[TGP]B|件|部|艘|份|期|次|例|册|卷|页|棵|块|面|片|枚|颗|瓶|包|袋|桶|箱|罐|柜|副|根|尾|羽|匹|路|端|点位|泊位|托位|工位|席|铺|扇|场|段|道|尊|樘|支|把|对|标箱|机柜|机架|TEU)";
/** 18公里, 3200㎡, 1.2万亩, DN300, 520件. */
const IN_DIGITS = new RegExp(`\\d(?:${IN_UNITS}|${MORE_UNITS})`, "i");
/** 「建设规模（万千瓦）」 over bare figures. */
const UNIT_ABOVE = new RegExp(`[(（](?:单位[:：]?)?${IN_UNITS}(?:/.)?[)）]`, "i");
const FIGURE = /^[约近]?\s*\d[\d,.，]*\s*[余多]?$/u;
/** 两座, 三百亩; looked for last, since so many letters at once are slow to look for. */
const IN_WORDS = new RegExp(`[〇一二两三四五六七八九十百千万亿]${IN_UNITS}`, "i");
