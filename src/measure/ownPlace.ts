/** Whether a name says of which one thing it speaks: 「柳林镇」, 「西沟水库」, 「第二中学」. */

/** 「农村」「乡镇」「小型水库」「特色小镇」 are nobody's own; a name of its own has two characters and more before its kind. */
const OWN_PLACE = new RegExp(
  [
    "(?<![乡城古集小村各重心色名建型点制强])镇(?![级区村政容域])",
    "(?<![城水故下老各家回入返镇])乡(?![村镇道愁土级政贤亲])",
    "(?<![城区市县镇乡村要次旧背小老内])街道(?![路亮])",
    "(?<![农乡中新行示政然心困旧范丽落态色各全市弱居民空老移美贫点迁])村(?![庄卫落级民委容道屯貌镇组])",
    "(?<![型险要座农病心饮源数有])水库",
    "(?<![小内城区黑臭运护各全域要县市道跨沿境])河(?![流道长湖网渠沟段口岸堤滩塘])",
    "(?<![旧危型特])大桥",
    "大道",
  ]
    .map((kind) => `(?<=\\p{Script=Han}{2})${kind}`)
    .concat("第[一二三四五六七八九十\\d]{1,3}(?:[小中]学|高[中级]|幼儿园|人民医院|水厂|污水处理厂)")
    .concat("(?:人民|中)医院|妇幼保健院|疾(?:病预防控制|控)中心")
    .join("|"),
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
