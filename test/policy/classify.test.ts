/** How a name is read: the head decides, and what stands in brackets, companies and street names does not. */
import fc from "fast-check";
import { makeAutomaton, noOccurrences } from "../../src/policy/automaton";
import { makeJudge } from "../../src/policy/classify";
import { packInForce, shippedPacks } from "../../src/policy/load";

const { pack } = packInForce("2025-06-20");
const judge = makeJudge(pack);

test.each([
  ["the head, not the place", "东坪开发区污水处理厂扩建工程", "生态环保"],
  ["the longer word, not the one inside it", "环山旅游公路", "交通基础设施"],
  ["not the company", "某某物流有限公司承建县第二小学教学楼", "社会事业"],
  ["not the brackets", "县第一中学新校区（污水处理厂旁）", "社会事业"],
  ["not the street", "医院路市政道路改造", "市政和产业园区基础设施"],
  ["what stands in quotation marks like anything else", "“白改黑”工程", "市政和产业园区基础设施"],
  ["no word across two others", "供热管网老旧改造", "市政和产业园区基础设施"],
  ["not the authority", "水利局家属院老旧小区改造", "保障性安居工程"],
  ["digits stand for any digit", "西河330千伏变电站", "能源"],
  ["the first of two things", "养老服务中心及地下停车场", "社会事业"],
  ["a national strategy over general works", "长江经济带示范区基础设施", "国家重大战略项目"],
  ["a thing over a national strategy", "长江经济带干流第二水库", "农林水利"],
  ["a name that was broken to fit its cell", "县城生活污水处\n理厂提标扩能工程", "生态环保"],
])("%s", (_what, name, area) => {
  expect(judge(name)).toMatchObject({ area: { is: area }, negative: null });
});

test.each([
  ["县政府办公楼", "楼堂馆所"],
  ["滨江灯光秀", "形象工程"],
  ["欢乐主题公园", "主题公园/仿古城/特色小镇商业"],
  ["城南商业综合体", "商业房地产"],
  ["年产5万吨铝型材生产线", "一般竞争性产业项目"],
])("%s is %s, and says by which words", (name, negative) => {
  const judged = judge(name).negative;
  expect(judged).toMatchObject({ class: negative, decidedByName: true });
  expect(judged?.by.every((word) => name.includes(word))).toBe(true);
});

test.each([
  "县医院行政综合楼",
  "路灯节能改造",
  "国家文化公园",
  "保障性租赁住房公寓",
  "装备制造产业园标准厂房",
  "县中学办公楼",
])("%s is on no negative list", (name) => {
  expect(judge(name).negative).toBeNull();
});

test("where the name says nothing the content decides, and the negative class is not the name's", () => {
  expect(judge("东坪片区二期", "新建污水处理厂一座及管网12公里").area.is).toBe("生态环保");
  expect(judge("凤凰湖二期", "建设五星级酒店、购物中心与商业街").negative).toMatchObject({
    class: "商业房地产",
    decidedByName: false,
  });
});

test("content does not overturn a clear name", () => {
  const judged = judge("县人民医院住院楼", "配套道路、绿化、停车场、办公楼、供水管网、污水处理");
  expect(judged).toMatchObject({ area: { is: "社会事业" }, negative: null });
});

test.each([
  ["城乡供水补短板工程", "新建水厂1座，日供水2万吨"],
  ["磨味村易地搬迁后续配套产业项目", "建设大棚40亩"],
])("%s competes with nobody", (name, content) => {
  expect(judge(name, content).negative).toBeNull();
});

test("a name that says nothing is left open", () => {
  expect(judge("凤凰二期").area).toEqual({ is: null, by: [], margin: 0, next: null });
});

test("the county at the head says where, never what", () => {
  expect(judge("清溪县项目一").area.is).toBeNull();
  expect(judge("县域冷链物流配送").area.is).toBe("城乡冷链等物流基础设施");
});

test("a tie is asked about, with both candidates named", () => {
  const { area } = judge("综合楼", "");
  expect(area.is).toBeNull();
  const tie = judge("水库、医院");
  expect([tie.area.is, tie.area.next].filter((name) => name !== null).length).toBeGreaterThan(0);
});

test("judging is pure and repeats itself", () => {
  fc.assert(
    fc.property(
      fc.string({ maxLength: 40, unit: fc.constantFrom(..."污水处理厂医院路（）年产1万吨公司及") }),
      (name) => {
        expect(judge(name)).toEqual(makeJudge(pack)(name));
      },
    ),
    { numRuns: 30 },
  );
});

test("every word of every pack has a source, and no class says a word twice", () => {
  for (const each of shippedPacks()) {
    for (const { name, words } of [...each.areas, ...each.negatives]) {
      const all = words.flatMap((group) => group.words);
      const twice = all.filter((word, index) => all.indexOf(word) !== index);
      expect([name, twice]).toEqual([name, []]);
      expect(words.every(({ source }) => source !== "")).toBe(true);
    }
  }
});

test("the automaton finds what looking for each word finds, in the order of ends, the longest of one end first", () => {
  const letters = fc.string({ unit: fc.constantFrom("甲", "乙", "丙", "1", "2"), minLength: 1, maxLength: 4 });
  const folded = (text: string): string => text.replace(/2/g, "1");
  fc.assert(
    fc.property(
      fc.uniqueArray(letters, { minLength: 1, maxLength: 12, selector: folded }),
      fc.array(fc.string({ unit: fc.constantFrom("甲", "乙", "丙", "丁", "1", "2"), maxLength: 40 }), { maxLength: 3 }),
      (words, texts) => {
        const automaton = makeAutomaton(words, "12");
        // Its tree grows from text to text.
        for (const text of texts) {
          const occurrences = noOccurrences(1);
          automaton.scan(text, occurrences);
          const found = Array.from({ length: occurrences.count }, (_, at) => {
            const { word, start, end } = occurrences;
            return [word[at], start[at], end[at]];
          });
          const expected: [number, number, number][] = [];
          words.forEach((word, index) => {
            for (let at = folded(text).indexOf(folded(word)); at >= 0; at = folded(text).indexOf(folded(word), at + 1))
              expected.push([index, at, at + word.length]);
          });
          expect(found).toEqual(
            expected.sort(([, from, to], [, otherFrom, otherTo]) => to - otherTo || from - otherFrom),
          );
        }
      },
    ),
  );
});

test.each([
  ["水库EPC项目", []],
  ["年产10万吨PC项目", ["PC项目"]],
  ["5G基站", ["5G"]],
  ["LNG及CNG站", ["LNG"]],
  ["XLNG站", []],
  ["LNGs", []],
])("Latin letters in %s are whole words", (text, expected) => {
  const found = noOccurrences();
  makeAutomaton(["PC项目", "LNG", "5G"]).scan(text, found);
  const texts = Array.from({ length: found.count }, (_, at) => text.slice(found.start[at], found.end[at]));
  expect(texts).toEqual(expected);
});

test.each([
  ["喜年广场二期", "商业房地产"],
  ["恒宁国际", "商业房地产"],
  ["昆林中心", "商业房地产"],
])("%s is a commercial proper name by its ending", (name, negative) => {
  expect(judge(name).negative?.class).toBe(negative);
});

test.each([
  "人民广场改造",
  "乡镇文化广场",
  "县法律援助中心",
  "城乡供水一体化工程",
  "学校标准化工程",
  "国际学校",
  "松溪县历史文化街区保护",
])("%s is public: what only ends a proper name or misleads does not count", (name) => {
  expect(judge(name).negative).toBeNull();
});

test("an exception that must be what is built lifts nothing before what names the class; an owner lifts it anywhere", () => {
  expect(judge("学校课桌椅加工厂").negative?.class).toBe("一般竞争性产业项目");
  expect(judge("加工厂旧址改建学校").negative).toBeNull();
  expect(judge("县医院行政办公楼").negative).toBeNull();
});

test.each([
  ["柳河镇政府办公楼及便民服务中心项目", "楼堂馆所"],
  ["柳河镇政府办公楼、便民服务中心及配套停车场", "楼堂馆所"],
  ["柳河镇政府办公楼兼便民服务中心", "楼堂馆所"],
  ["柳河镇政府办公楼（含便民服务中心）", "楼堂馆所"],
  ["便民服务中心暨镇政府办公楼", "楼堂馆所"],
  ["会议中心和图书馆", "楼堂馆所"],
  ["镇政府办公楼、派出所及中心小学建设项目", "楼堂馆所"],
  ["亮化工程与路灯改造", "形象工程"],
  ["湿地公园、水上乐园", "主题公园/仿古城/特色小镇商业"],
  ["商业街及公共停车场", "商业房地产"],
])("of %s one part is %s, which an exception in another makes a doubt and does not lift", (name, negative) => {
  expect(judge(name).negative).toMatchObject({ class: negative, decidedByName: false });
});

test.each([
  "医院门诊楼及行政办公用房",
  "学校教学楼及办公楼",
  "派出所业务用房及办公楼",
  "乡镇卫生院业务用房及职工周转房",
  "办公楼及教学楼（县职业中学）",
  "镇政府便民服务中心",
  "老旧小区外立面整治、亮化提升及管网改造",
  "党政机关、学校、医院屋顶分布式光伏",
  "县人民医院及行政办公楼",
  "综合办公楼、教学楼及学生宿舍",
  "净菜加工中央厨房及冷链配送",
])("in %s the exception owns, or is done to, the whole list", (name) => {
  expect(judge(name).negative).toBeNull();
});

test("an exception in an aside says something of the whole, not of one part", () => {
  expect(judge("会议中心及报告厅（县图书馆）").negative).toBeNull();
  expect(judge("会议中心及报告厅（含图书馆）").negative).toMatchObject({ decidedByName: false });
});

test("an office is as firm a word with its trade named, whatever is built beside it", () => {
  expect(judge("县水利局办公业务用房及防汛物资仓库").negative).toMatchObject({
    class: "楼堂馆所",
    decidedByName: true,
  });
});

test.each([
  ["水库兼城区公园", "农林水利"],
  ["分布式光伏并网工程", "新能源"],
  ["含油污泥处置", "生态环保"],
])("兼, 并, 含 part %s only where they stand between two things", (name, area) => {
  expect(judge(name).area.is).toBe(area);
});

test("a county before 城东 is a county, and no word reaches over its end", () => {
  expect(judge("柳溪县城东二期").area).toEqual({ is: null, by: [], margin: 0, next: null });
  expect(judge("县城东片区市政道路").area.is).toBe("市政和产业园区基础设施");
});

test("an exception inside a word of the class itself lifts nothing", () => {
  expect(judge("冷链装备生产").negative?.class).toBe("一般竞争性产业项目");
  expect(judge("冷链配送中心").negative).toBeNull();
});

test("a province, county and town at the head say where", () => {
  expect(judge("云林省清溪县水田镇中心小学").area).toMatchObject({ is: "社会事业", next: null });
  expect(judge("城镇污水处理").area.is).toBe("生态环保");
});

test("a mark in a county's name or at the head joins no two things", () => {
  for (const name of ["和塔县业务用房", "安和县业务用房", "和业务用房"])
    expect(judge(name).negative).toMatchObject({ class: "楼堂馆所" });
});

test.each([
  ["整县屋顶光伏", "新能源"],
  ["通乡水泥路", "交通基础设施"],
  ["云岭县县乡公路", "交通基础设施"],
  ["场镇改造", "市政和产业园区基础设施"],
])("no place ends in %s, which is a word of the trade", (name, area) => {
  expect(judge(name).area.is).toBe(area);
});

test("a mark in a department's name joins no two things", () => {
  expect(judge("云岭县文化和旅游局综合楼").negative).toMatchObject({ class: "楼堂馆所" });
});

test.each(["标准化学生宿舍", "老旧小区水表改造", "城区环卫车购置", "老旧住宅及配套设施"])(
  "%s holds no word of the negative list",
  (name) => {
    expect(judge(name).negative).toBeNull();
  },
);

test.each([
  ["购物中心小学", "社会事业"],
  ["党校公交站", "交通基础设施"],
  ["影视城大桥", "交通基础设施"],
])("%s is what stands last, however near the other stands", (name, area) => {
  expect(judge(name)).toMatchObject({ area: { is: area }, negative: null });
});

test.each([
  ["县委党校迁建", "楼堂馆所"],
  ["县公安局业务技术用房", "楼堂馆所"],
  ["检察院办案用房和专业技术用房", "楼堂馆所"],
  ["迎客宾馆（县政府接待用房）", "楼堂馆所"],
  ["总工会职工疗养院", "楼堂馆所"],
  ["公祭大典场地", "形象工程"],
  ["动漫主题公园建设", "主题公园/仿古城/特色小镇商业"],
  ["仿古村", "主题公园/仿古城/特色小镇商业"],
  ["山泉水厂", "一般竞争性产业项目"],
])("%s stands under %s of the list", (name, negative) => {
  expect(judge(name).negative?.class).toBe(negative);
});

test.each(["县委党校教学楼", "乡镇派出所业务技术用房", "县档案馆技术用房", "法治主题公园", "禁毒主题公园建设"])(
  "%s is lifted from it",
  (name) => {
    expect(judge(name).negative).toBeNull();
  },
);

test("a verdict says what the judgement says without its words", () => {
  const names = fc.array(
    fc.constantFrom("镇", "污水处理厂", "、", "（", "）", "公路", "办公楼", "及", "产业园", "公司", "学院路"),
    {
      maxLength: 8,
    },
  );
  fc.assert(
    fc.property(names, names, (name, content) => {
      const texts = [name.join(""), content.join("")] as const;
      const { area, negative } = judge(...texts);
      expect(judge.verdict(...texts)).toEqual({
        area: area.is,
        margin: area.margin,
        negative: negative?.class ?? null,
        decidedByName: negative?.decidedByName ?? false,
      });
    }),
  );
});

test("a name that is clear and far ahead decides alone; one that leaves a doubt is read with its content", () => {
  const content = "配套建设公路3公里、桥梁2座";
  expect(judge("城区污水处理厂", content).area.by).not.toContain("公路");
  expect(judge("柳林片区提升项目", content).area).toMatchObject({ is: "交通基础设施" });
});
