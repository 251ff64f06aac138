/** What the values below a heading look like: the judge where a heading alone does not decide. */
import { readAmount } from "../../measure/amount";
import { readCreditCode } from "../../measure/creditCode";
import { readDay, readPeriod } from "../../measure/day";
import { isWholeNumber, readPhones } from "../../measure/phone";
import { readProcedureCell } from "../../measure/procedureCell";
import { readProjectCode } from "../../measure/projectCode";
import { readShare } from "../../measure/share";
import { isBlankText, normaliseText } from "../../measure/text";
import { CellError, SerialDay, type CellValue } from "../../sheet/cell";
import { fieldKind, type FieldKey, type PlainField, type ValueKind } from "../fields";

/** Cells of one column that hold something, texts without what only the hand that typed them put there: ２０２５, blanks around. */
export interface Samples {
  readonly values: readonly CellValue[];
  /** Share of the sampled rows in which the column holds something. */
  readonly filled: number;
}

export function samplesOf(rows: readonly (readonly CellValue[])[], column: number): Samples {
  const values: CellValue[] = [];
  for (const cells of rows) {
    const value = cells[column] ?? null;
    if (value === null || value instanceof CellError) continue;
    if (typeof value === "string" && isBlankText(value)) continue;
    values.push(typeof value === "string" ? normaliseText(value) : value);
  }
  return { values, filled: rows.length === 0 ? 0 : values.length / rows.length };
}

const WORDS: Readonly<Partial<Record<PlainField, RegExp>>> = {
  route: /^(?:审批|核准|备案|审批[制类]|核准[制类]|备案[制类])(?:项目|类|制)?(?:\(.*\))?$/u,
  nature:
    /^(?:新建|扩建|改建|改扩建|新扩建|迁建|续建|技改|技术改造|恢复|重建|恢复重建|单纯购置|更新改造|维修改造|改造|新开工|拟建|新建续建)(?:项目)?$/u,
  stage:
    /^(?:谋划|储备|申报|建设|前期|在建|已开工|未开工|完工|竣工|已完工|拟建|续建|投产|施工|调出|退出|停工|入库|已竣工|前期工作|实施|开工|建成)(?:阶段|库|项目|中|期)?$/u,
  area: /^(?:交通(?:基础设施|运输)?|能源|农林水利|生态环保|社会事业|城乡冷链等?物流基础设施|市政和产业园区基础设施|国家重大战略(?:项目)?|保障性安居工程|新型基础设施|新能源|水利|教育|医疗卫生|市政)(?:项目|类|工程)?$/u,
  channel: /专项债|一般债|预算内|国债|金融工具|自筹|衔接资金|补助资金|社会资本|银行贷款|专项资金/u,
  keyProject: /^(?:国家|省|市|县|区)?级?(?:重点|重大)(?:项目|工程)?$/u,
  inStatistics: /^(?:是|否|已|未)?(?:已|未)?(?:入统|纳统|列统|入库|纳入统计)?(?:库)?$/u,
  libraryLevel: /国家|省级|市级|省库|市库|县级|重大库|重点项目库|^\d{6,}$/u,
};

/** Share of the samples that have the look of the field; 0 where nothing is known of its look. */
export function looksLike(field: PlainField, samples: Samples): number {
  if (samples.values.length === 0) return 0;
  if (field === "code")
    return share(
      samples,
      (value) => isText(value) && ["wellFormed", "mangled"].includes(readProjectCode(asContent(value)).state),
    );
  if (field === "ownerCreditCode")
    return share(samples, (value) => typeof value === "string" && readCreditCode(value).state === "good");
  if (field === "phone") return share(samples, (value) => isText(value) && isPhone(asContent(value)));
  if (field === "serial") return serialShare(samples);
  const words = WORDS[field];
  if (!words) return 0;
  return share(
    samples,
    (value) => typeof value === "string" && value.length < 30 && words.test(normaliseText(value).replace(/\s/gu, "")),
  );
}

const SURNAMES =
  "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许邓冯韩曹曾彭萧肖蔡潘田董袁于余叶蒋杜苏魏程吕丁沈任姚卢傅钟姜崔谭廖范汪陆金石戴贾韦夏邱方侯邹熊孟秦白江阎闫薛尹段雷黎史龙陶贺顾毛郝龚邵万钱严覃武戚莫孔向汤柴温康施文牛樊葛邢安齐易乔伍庞颜倪庄聂章鲁岳翟殷詹申欧耿关兰焦俞左柳甘祝包宁尚符舒阮纪梅童凌毕单裴霍涂苗谷盛曲翁冉骆蓝路游辛靳管柏卜冀鲍房解蒙屈滕鄢郎宗佟祁师骞师解楚展桑党牟满仇苟上欧阳司慕诸葛华湛席闵计廉喻昌米卞费岑薄乐滑花皮卫明禹狄贝臧伏茅项娄危郁巴牧隗车宓班仰仲伊宫栾厉戎祖景束幸韶郜蓟印宿怀蒲台鄂索咸籍赖卓蔺屠池阴胥苍闻莘贡劳逄姬扶堵宰郦雍璩桂濮寿边扈燕浦农晏瞿连茹习宦艾鱼容古慎戈庾衡步弘匡国寇禄阙沃利蔚越夔隆巩晁勾敖融冷阚那简饶沙鞠丰巢蒯荆竺权盖益桓穆麻虞支昝经缪宣杭洪吉钮嵇荀羊於惠甄封芮羿储汲松井富巫乌弓谈强刁酆邬成元平仝佘冼邸郗谌晋朴亓占来楼付旷帅隋粟常酈鹿奚柯咎初衣税战";
const NAME_OF_PERSON = /^[\p{Script=Han}·]{2,4}(?=$|[(\d、,，;/和 ])/u;
const NO_PERSON = /[镇乡局村县市区路厅办委部室科站院校厂司所队组处等中](?:$|[(、,，])/u;
const ORGANISATION =
  /(?:局|委|办|部|厅|政府|中心|公司|集团|厂|学校?|小学|幼儿园|院|馆|站|所|社|场|会|街道|镇|乡|室|科|处|队|区|村|行|[一二三四五六七八九十]中)(?:\(.*\))?$/u;
const PLACE = /[镇乡村街路区县市园组屯湾侧旁段岭巷庄寨社桥]|交叉口|以[东西南北]|[东西南北]侧/u;
const WORKS =
  /\d|新建|改建|扩建|迁建|建设|改造|购置|加固|治理|修|铺设|安装|年产|占地|绿化|整治|种植|清淤|提升|配套|硬化|拆除/u;
const NAME_OF_WORKS =
  /(?:工程|项目|建设|改造|扩建|新建|改建|迁建|修复|治理|加固|整治|提升|基地|[一二三四五六七八九十]期|公路|大桥|水库|水厂|医院|学校|小学|中学|园区?)(?:\(.*\))?$/u;

const DOING =
  /已|正在|完成|开展|办理|推进|施工|签订|完工|竣工|投用|交付|编制|启动|开工|招标|报批|待|拟|尚|未|准备|进场|累计|浇筑|安装|采购|验收/u;
/** 「受益群众142户468人」; a bare number is a count that some other heading explains. */
const BENEFIT = /\d[\d.,]*\s*[万千百余多]*(?:户|人|名|个|村|亩|元|头|家|张|套)/u;

/** How the cells look below a heading of which only the last words are known. */
const LOOKS: Readonly<Partial<Record<PlainField, (text: string) => boolean>>> = {
  person: isPerson,
  leader: isPerson,
  owner: (text) => text.length >= 3 && text.length <= 40 && ORGANISATION.test(text) && !/\d/u.test(text),
  department: (text) => text.length >= 2 && text.length <= 40 && ORGANISATION.test(text) && !/\d/u.test(text),
  location: (text) => text.length >= 2 && PLACE.test(text) && !/(?:局|公司|中心|委员会)$/u.test(text),
  region: (text) => text.length >= 2 && text.length <= 30 && /(?:[镇乡县市区村办]|街道|社区|办事处)$/u.test(text),
  scale: (text) => text.length >= 5 && WORKS.test(text) && !/\d月|\d日/u.test(text),
  progress: (text) => text.length >= 3 && !/^[\d.%]+$/u.test(text) && DOING.test(text),
  problems: (text) => text.length >= 1 && !/^[\d.%\-/年月日]+$/u.test(text),
  benefit: (text) => text.length >= 3 && BENEFIT.test(text),
  name: (text) => text.length >= 4 && text.length <= 80 && NAME_OF_WORKS.test(text),
};

function isPerson(text: string): boolean {
  return SURNAMES.includes(text.charAt(0)) && NAME_OF_PERSON.test(text) && !NO_PERSON.test(text);
}

/** Share of the samples that look like the field, where its heading alone is not believed. */
export function seems(field: FieldKey, samples: Samples, year: number | null): number {
  if (samples.values.length === 0) return 0;
  if (field === "code" || field === "phone" || field === "channel" || field === "inStatistics")
    return looksLike(field, samples);
  const look = LOOKS[field as PlainField];
  if (look)
    return share(samples, (value) => typeof value === "string" && look(normaliseText(value).replace(/\s/gu, "")));
  const kind = fieldKind(field);
  if (kind === "amount")
    return share(samples, (value) => isText(value) && /\d/u.test(String(value)) && canRead(kind, value, year));
  // One day is no period, nor is a story of what comes when.
  if (kind === "period") return share(samples, (value) => typeof value === "string" && saysPeriod(value, year));
  if (kind === "day")
    return share(
      samples,
      (value) =>
        canRead(kind, value, year) &&
        (typeof value === "number" ? value > 1900 : typeof value !== "string" || /\d|季度|半年/u.test(value)),
    );
  return 0;
}

function saysPeriod(text: string, year: number | null): boolean {
  return /\d.*[-~—–－至到].*\d/u.test(text) && readPeriod(text, { year: year ?? 2000 }) !== null;
}

/** Share of the samples that name a firm. */
export function firms(samples: Samples): number {
  if (samples.values.length === 0) return 0;
  return share(samples, (value) => typeof value === "string" && FIRM.test(value.trim()));
}

const FIRM = /(?:公司|集团|厂|合作社|企业)(?:[(（].*[)）])?$/u;

/** 「是」「已到位」「10亩」「发改投资〔2025〕1号」: an answer, another measure or a document, and no money. */
const NO_MONEY =
  /^(?:是|否|有|无|√|×|[已未尚不][\p{Script=Han}]{1,4}|正在[\p{Script=Han}]{1,4}|[\d.]+(?:亩|公顷|公里|千米|平方米|立方米|个|户|人)|.*[〔[(]20\d\d[〕\])]\d+号)$/u;
/** 「正常」「滞后」: how it goes, and no stage. */
const PACE =
  /^(?:正常|顺利|滞后|超前|缓慢|较慢|较快|按期|逾期|延期|提前|正常推进|顺利推进|进度(?:正常|滞后|缓慢|超前)|推进(?:顺利|缓慢|正常))$/u;

/** 「待审核」「已退回修改」: where a form stands in the system that it was sent by, and no stage. */
const SENT =
  /^(?:[待已未]|正在|等待|审核|初审|复审|终审|县级?|市级?|省级?)*(?:审核|初审|复审|终审|提交|退回|撤回|锁定|草稿)(?:中|通过|不通过|未通过|修改|完成|完毕|补正|状态)*$/u;
const NO_STAGE = new RegExp(`${PACE.source}|${SENT.source}`, "u");

/** True where the cells all say another thing than the heading: a heading that misleads is none. */
export function speakAgainst(field: FieldKey, samples: Samples): boolean {
  const other = field === "stage" ? NO_STAGE : fieldKind(field) === "amount" ? NO_MONEY : null;
  return (
    other !== null &&
    share(samples, (value) => typeof value === "string" && other.test(normaliseText(value).replace(/\s/gu, ""))) === 1
  );
}

/** Share of the samples that no other sample repeats. */
export function distinct(samples: Samples): number {
  return samples.values.length === 0 ? 0 : new Set(samples.values).size / samples.values.length;
}

/** Share of the samples that the field's kind of value can read; 1 where there is nothing to judge. */
export function readable(field: FieldKey, samples: Samples, year: number | null): number {
  if (samples.values.length === 0) return 1;
  const kind = fieldKind(field);
  if (field === "person") return share(samples, (value) => typeof value === "string");
  return share(samples, (value) => canRead(kind, value, year));
}

function canRead(kind: ValueKind, value: CellValue, year: number | null): boolean {
  const content =
    value instanceof SerialDay || typeof value === "boolean" || value === null || value instanceof CellError
      ? null
      : value;
  switch (kind) {
    case "amount":
      return content !== null && readAmount(content, "万元") !== null;
    case "share":
      return content !== null && readShare(content, { percentHeading: true }) !== null;
    case "number":
      return content !== null && (typeof content === "number" || /\d/u.test(content));
    case "day":
      return value instanceof SerialDay || (content !== null && readDay(content, { year: year ?? 2000 }) !== null);
    case "period":
      return (
        value instanceof SerialDay ||
        (content !== null && (readPeriod(content, { year: year ?? 2000 }) !== null || typeof content === "string"))
      );
    case "procedure":
      if (typeof content === "number") return readDay(content) !== null && content > 1900;
      return (
        value instanceof SerialDay || (content !== null && Object.keys(readProcedureCell(content, { year })).length > 0)
      );
    case "documents":
      return typeof content === "string";
    case "text":
    case "code":
    case "creditCode":
    case "phone":
      return typeof content === "string" || kind !== "text" || Number.isInteger(content);
  }
}

function share(samples: Samples, holds: (value: CellValue) => boolean): number {
  let count = 0;
  for (const value of samples.values) if (holds(value)) count++;
  return count / samples.values.length;
}

function isText(value: CellValue): value is string | number {
  return typeof value === "string" || typeof value === "number";
}

function asContent(value: CellValue): string | number {
  return isText(value) ? value : "";
}

function isPhone(content: string | number): boolean {
  const { numbers, unread } = readPhones(content);
  return numbers.length > 0 && unread.length === 0;
}

/** Share of the samples that nothing but a telephone number looks like: a mobile or an area code, never eight bare digits. */
export function wholePhoneShare(samples: Samples): number {
  if (samples.values.length === 0) return 0;
  return share(samples, (value) => {
    if (!isText(value)) return false;
    const { numbers, unread } = readPhones(asContent(value));
    return numbers.length > 0 && unread.length === 0 && numbers.every(isWholeNumber);
  });
}

/** 1, 2, 3 … in order, or at least growing. */
function serialShare(samples: Samples): number {
  let growing = 0;
  let before = -Infinity;
  for (const value of samples.values) {
    const number = typeof value === "number" ? value : typeof value === "string" ? Number(value) : NaN;
    if (Number.isInteger(number) && number > before && number < 1e6) growing++;
    if (Number.isInteger(number)) before = number;
  }
  return growing / samples.values.length;
}
