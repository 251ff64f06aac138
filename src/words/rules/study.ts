/** Group S. */
import type { RuleWords } from "../ruleWords";

export const STUDY: Readonly<Record<string, RuleWords>> = {
  S401: {
    zh: {
      title: "缺少量化效益指标",
      condition:
        "本领域应有的效益指标，在效益、规模、必要性里都没有带数字写出，效益里也没有写带动就业、服务、受益多少人或多少户；医院、养老机构以外的，效益里有带单位的数字就行。没有效益一列的台账，只看医院、养老机构有没有写床位或人数。",
      message: (say) =>
        `没有量化的效益指标，${say.text("area")}类可写：${say.list("indicators").slice(0, 4).join("、")}。`,
      why: "可研要有量化指标，空泛的效益说服不了评审。",
      how: "补写带数字的指标，说明数字怎么来的。",
      ignore: "指标写在可研文本里，台账不要求填。",
    },
    en: {
      title: "No measured benefit",
      condition:
        "None of the area's indicators appears with a number in benefit, scale or necessity; but for hospitals and homes any measured benefit will do. Where a ledger has no column for benefits, hospitals and homes alone are looked at: for beds or people.",
      message: (say) =>
        `No benefit is measured; for ${say.text("area")} give: ${say.list("indicators").slice(0, 4).join(", ")}.`,
      why: "A study needs figures; general words convince no reviewer.",
      how: "Add indicators with numbers and where they come from.",
      ignore: "They stand in the study and the ledger does not ask for them.",
    },
  },
  S402: {
    zh: {
      title: "建设内容未量化",
      condition: "建设内容及规模里没有带单位的数字；或者短于政策包规定的字数，又没写出建的是什么。",
      message: (say) =>
        say.number("measured") === 1
          ? `建设内容只有${say.figure("length")}个字，少于${say.figure("shortest")}个字。`
          : "建设内容没有带单位的数字。",
      why: "内容过于简略或不够量化，是申报被退回的常见原因。",
      how: "写明面积、长度、数量等，如新建管网12公里、泵站2座。",
      ignore: "谋划阶段内容未定。",
    },
    en: {
      title: "Works are not measured",
      condition: "Content and scale hold no number with a unit, or fewer characters than the pack's figure without a word of what is built.",
      message: (say) =>
        say.number("measured") === 1
          ? `The content has ${say.figure("length")} characters, fewer than ${say.figure("shortest")}.`
          : "The content holds no number with a unit.",
      why: "Content that is too brief is a usual reason for refusal.",
      how: "Give areas, lengths and numbers.",
      ignore: "It is still being planned.",
    },
  },
  S403: {
    zh: {
      title: "可研要件不全",
      condition: "到申报阶段，必要性、经济性、效益等栏有列而没有填。",
      message: (say) => `可研要件没有填：${say.terms}。`,
      why: "可研要从必要性、可行性、经济性和社会效益论证。",
      how: (say) => `补写${say.terms}，每项说清一两个数字。`,
      ignore: "要件写在可研文本里，台账不要求填。",
    },
    en: {
      title: "Parts of the study missing",
      condition: "At 申报, columns for necessity, economics or benefit are blank.",
      message: (say) => `Blank: ${say.terms}.`,
      why: "A study argues necessity, feasibility, economics and benefit.",
      how: (say) => `Write: ${say.terms}, each with a figure or two.`,
      ignore: "They stand in the study itself.",
    },
  },
  S404: {
    zh: {
      title: "未列可研编制单位",
      condition: "申报阶段的项目没有填可研编制单位。",
      message: () => "已到申报阶段，没有填编制单位。",
      why: "可研要聘请专业机构编制，质量不高会被退回。",
      how: "填写编制单位；没有委托的抓紧委托。",
      ignore: "按规定不需要编制可研。",
    },
    en: {
      title: "Study without an author",
      condition: "An applying project does not say who wrote its study.",
      message: () => "It is applying and no author of the study is named.",
      why: "Studies are written by professional firms.",
      how: "Name the firm, or commission one.",
      ignore: "No study is needed by rule.",
    },
  },
};
