/** Whether a name says of which one thing it speaks: 「柳林镇」, 「西沟水库」, 「第二中学」. */

/** What no place is called, though it stands before its kind: 「精品村」「达标村」「重点水库」「商业街道」「沿黄河」. */
const GENERAL =
  "[沿跨各全两多基]|精品|整治|和美|达标|文明|抵边|帮扶|重点|商业|美丽|宜居|示范|特色|试点|重要|主要|中心|传统|历史|生态|景观|旅游|移民|搬迁|" +
  "边境|边远|偏远|贫困|脱贫|薄弱|空心|产业|数字|智慧|绿色|森林|红色|少数|民族|民俗|保护|提升|改造|建设|治理|完善|推进|实施|新建|改建|扩建|维修|" +
  "部分|所有|若干|农业|工业|农村|乡村|城市|城区|城镇|县域|区域|流域|水毁|灾后|易地|集体|经济|幸福|健康|卫生|平安|法治|先进|标准|骨干|大型|中型|小型|" +
  "一般|病险|备用|饮用|应急|防洪|灌溉|既有|现有|危险|老旧|道路|污水|人居";
/** 「云溪县」 before what is the county's. */
const COUNTY = "(?:\\p{Script=Han}{0,4}?[县市区旗])?";

/** 「农村」「乡镇」「小型水库」「特色小镇」 are nobody's own; a name of its own begins with two or three characters before its kind. */
const OWN_PLACE = new RegExp(
  `^${COUNTY}(?:(?!\\p{Script=Han}{0,2}?(?:${GENERAL}))\\p{Script=Han}{2,3}(?:${[
    "(?<![乡城古集小村各重心色名建型点制强])镇(?![级区村政容域])",
    "(?<![城水故下老各家回入返镇])乡(?![村镇道愁土级政贤亲])",
    "(?<![城区市县镇乡村要次旧背小老内])街道(?![路亮])",
    "(?<![农乡中新行示政然心困旧范丽落态色各全市弱居民空老移美贫点迁])村(?![庄卫落级民委容道屯貌镇组])",
    "(?<![型险要座农病心饮源数有])水库",
    "(?<![小内城区黑臭运护各全域要县市道跨沿境])河(?![流道长湖网渠沟段口岸堤滩塘])",
    "(?<![旧危型特])大桥",
    "大道",
  ].join(
    "|",
  )})|第[一二三四五六七八九十\\d]{1,3}(?:[小中]学|高[中级]|幼儿园|人民医院|水厂|污水处理厂)|(?:人民|中)医院|妇幼保健院|疾(?:病预防控制|控)中心)`,
  "u",
);

/** 「柳林镇基础设施」 may be anything there. */
const ANYTHING = /(?:基础|配套|公共|附属)+设施$/u;
/** 「柳林镇道路」 may be two roads. */
const SHORTEST = 6;

/** Of a name as it is compared: two bureaus that say it mean the same works. */
export function namesOneThing(comparable: string): boolean {
  return comparable.length >= SHORTEST && !ANYTHING.test(comparable) && OWN_PLACE.test(comparable);
}
