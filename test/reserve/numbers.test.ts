/** The figures of the two speeches and of real bulletins, recomputed. */
import fc from "fast-check";
import { elapsedShare, paceDifference, paceNeeded } from "../../src/reserve/pace";
import { gradeAfter, ranked, redBlack } from "../../src/reserve/ranks";
import { growth, rate } from "../../src/reserve/rates";
import { monthsBetween, progressLight, startLight, statisticsLight, type LightPreset } from "../../src/reserve/lights";
import { shippedPacks } from "../../src/policy/load";

describe("rates", () => {
  it.each([
    ["8 of 40 are 20 %", 8, 40, 0.2],
    ["12 of the same 40 are 30 %", 12, 40, 0.3],
    ["90 of 150 are 60 %", 90, 150, 0.6],
    ["33 of 50 started are 66 %", 33, 50, 0.66],
    ["188 of 225 started are 83.56 %", 188, 225, 0.8356],
  ])("%s", (_what, numerator, denominator, share) => {
    expect(rate("refused", numerator, denominator)).toEqual({ key: "refused", numerator, denominator, share });
  });

  it("gives no share of nothing", () => {
    expect(rate("started", 0, 0).share).toBeNull();
    expect(growth(5, 0)).toBeNull();
  });

  it("grows by what came on top of last year: 85.43 after an increase of 42.47 is 98.86 %", () => {
    expect(growth(85.43, 85.43 - 42.47)).toBe(0.9886);
  });
});

describe("the year elapsed", () => {
  it.each([
    ["2025-10-31", 10 / 12],
    ["2025-06-30", 0.5],
    ["2025-12-31", 1],
  ])("at %s it is what bulletins reckon", (day, share) => {
    expect(elapsedShare(day)).toBeCloseTo(share, 10);
  });

  it("629.0 of 647.4 after ten months is 13.8 points ahead", () => {
    expect(paceDifference(629.0 / 647.4, "2025-10-31")).toBeCloseTo(0.138, 3);
  });

  it("asks for a pace only while days are left", () => {
    expect(paceNeeded(7, 6)).toBeCloseTo(7 / 6);
    expect(paceNeeded(0, 6)).toBe(0);
    expect(paceNeeded(7, 0)).toBeNull();
  });
});

describe("ranks", () => {
  it("names ties and leaves out the ranks that they take", () => {
    const list = ranked(["甲", "乙", "丙", "丁"], (name) => ({ 甲: 90, 乙: 80, 丙: 80, 丁: 70 })[name] ?? 0);
    expect(list.map(({ item, rank, tied }) => [item, rank, tied])).toEqual([
      ["甲", 1, []],
      ["乙", 2, ["丙"]],
      ["丙", 2, ["乙"]],
      ["丁", 4, []],
    ]);
  });

  it("does not depend on the order in which the items come", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 5 }), { maxLength: 12 }), (scores) => {
        const ranks = (list: readonly number[]): string =>
          JSON.stringify(ranked(list, (score) => score).map(({ score, rank }) => [score, rank]));
        expect(ranks([...scores].reverse())).toBe(ranks(scores));
      }),
    );
  });

  it("costs a grade beyond the first three, and nothing below the lowest", () => {
    expect(gradeAfter(3, 3, "优秀")).toBe("优秀");
    expect(gradeAfter(4, 3, "优秀")).toBe("良好");
    expect(gradeAfter(4, 3, "不合格")).toBe("不合格");
  });

  describe("red and black lists", () => {
    const listsOf = (scores: readonly number[], most = { red: 4, black: 3 }) => {
      const list = ranked(
        scores.map((score) => ({ score })),
        ({ score }) => score,
      );
      const { red, black } = redBlack(list, {
        met: ({ score }) => score >= 80,
        missed: ({ score }) => score < 70,
        ...most,
      });
      return { red: red.map(({ score }) => score), black: black.map(({ score }) => score) };
    };

    it.each<[string, number[], number[], number[]]>([
      [
        "take red only who met the task, black only who missed it",
        [95, 90, 85, 60, 50, 40],
        [95, 90, 85],
        [60, 50, 40],
      ],
      ["leave who is a little behind on neither", [95, 75, 74, 73], [95], []],
      ["take nobody where there are fewer than three", [95, 40], [], []],
      ["take at most half each", [60, 50, 40, 30], [], [40, 30]],
      ["take at most half of an odd number", [95, 94, 93], [95], []],
      ["leave out a tie that goes beyond the half", [95, 50, 50, 50], [95], []],
      ["leave all out where all are equal", [50, 50, 50, 50], [], []],
    ])("%s", (_, scores, red, black) => {
      expect(listsOf(scores)).toEqual({ red, black });
    });

    it("take a tie at the border whole", () => {
      expect(listsOf([99, 98, 98, 97, 96, 95, 94, 93], { red: 2, black: 3 })).toEqual({ red: [99, 98, 98], black: [] });
    });

    it("never share a member, and never hold more than half", () => {
      fc.assert(
        fc.property(fc.array(fc.integer({ min: 60, max: 90 }), { maxLength: 12 }), (scores) => {
          const { red, black } = listsOf(scores);
          for (const board of [red, black]) expect(board.length * 2).toBeLessThanOrEqual(scores.length);
          expect(red.filter((score) => black.includes(score))).toEqual([]);
        }),
      );
    });
  });
});

describe("lights", () => {
  const preset = shippedPacks()[0]?.lights[0] as LightPreset;

  it.each([
    ["planned for later", "2025-07-31", false, "green"],
    ["started", "2025-03-31", true, "green"],
    ["due this month", "2025-06-10", false, "yellow"],
    ["due for three months in a row", "2025-04-10", false, "red"],
  ] as const)("start: %s", (_what, planned, started, light) => {
    expect(startLight(preset, planned, started, "2025-06-20")).toBe(light);
  });

  it.each([
    [0, "green"],
    [0.09, "green"],
    [0.1, "yellow"],
    [0.3, "yellow"],
    [0.31, "red"],
  ] as const)("progress: behind by %p", (behind, light) => {
    expect(progressLight(preset, behind)).toBe(light);
  });

  it.each([
    ["2025-06-01", "green"],
    ["2025-05-01", "yellow"],
    ["2025-03-01", "red"],
  ] as const)("statistics: started on %s and not entered by 20 June", (started, light) => {
    expect(statisticsLight(preset, started, false, "2025-06-20")).toBe(light);
    expect(statisticsLight(preset, started, true, "2025-06-20")).toBe("green");
  });

  it("counts months over the turn of the year", () => {
    expect(monthsBetween("2024-11-30", "2025-02-01")).toBe(3);
  });
});
