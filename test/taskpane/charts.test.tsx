// Charts of the pane: scales that hold all their values, and marks that say how much.
import { cleanup, render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import fc from "fast-check";
import { Axis } from "../../taskpane/charts/Axis";
import { ChartRows, type ChartRow } from "../../taskpane/charts/ChartRows";
import { amountScale, BarMark, dayScale, FunnelMark, SHARE, SpanMark } from "../../taskpane/charts/marks";

afterEach(cleanup);

const day = (text: string): number => Date.parse(text);

test("a scale of amounts begins at nothing, holds the largest, and ends at a round value", () => {
  fc.assert(
    fc.property(fc.nat(1e9), fc.double({ min: 0, max: 1, noNaN: true }), (cents, part) => {
      const most = cents / 100;
      const { at, ticks } = amountScale(most, "amount");
      expect(at(0)).toBe(0);
      expect(at(most)).toBeLessThanOrEqual(100 + 1e-9);
      expect(at(most * part)).toBeLessThanOrEqual(at(most) + 1e-9);
      expect(at(ticks[ticks.length - 1] ?? 0)).toBeCloseTo(100);
    }),
  );
});

test("a scale of counts has no half projects, and labels enough for the narrowest pane at most", () => {
  fc.assert(
    fc.property(fc.nat(100_000), (most) => {
      const { ticks } = amountScale(most, "count");
      expect(ticks.every(Number.isInteger)).toBe(true);
      expect(ticks.length).toBeGreaterThan(1);
      expect(ticks.length).toBeLessThanOrEqual(7);
    }),
  );
});

test.each([
  ["2025-06-20", "2025-07-01", 6],
  ["2025-06-20", "2026-03-31", 5],
  ["2025-06-20", "2031-12-31", 7],
  ["2025-06-20", "2025-06-20", 2],
])("days from %s to %s have some labels, not more than %i", (first, last, most) => {
  const { ticks, at } = dayScale(day(first), day(last));
  expect(ticks.length).toBeLessThanOrEqual(most);
  expect(at(day(first))).toBe(0);
  // What lies outside is shown at the end.
  expect(at(day("2040-01-01"))).toBe(100);
  expect(at(day("2020-01-01"))).toBe(0);
});

describe("marks", () => {
  const shapes = (): string[] =>
    [...document.querySelectorAll("rect, polygon")].map((shape) => shape.getAttribute("width") ?? shape.tagName);

  test("are hidden from readers, who have the figures", () => {
    render(<BarMark scale={SHARE} value={0.5} />);
    expect(document.querySelector("svg")?.getAttribute("aria-hidden")).toBe("true");
    expect(shapes()).toEqual(["100", "50"]);
  });

  test.each([
    ["nothing", 0, ["100"]],
    ["hardly anything", 0.0001, ["100", "1"]],
    ["more than all", 1.7, ["100", "100"]],
  ])("show %s", (_, value, widths) => {
    render(<BarMark scale={SHARE} value={value} />);
    expect(shapes()).toEqual(widths);
  });

  test("a stage of nothing is no part of the funnel", () => {
    render(<FunnelMark value={0} next={3} most={3} />);
    expect(shapes()).toEqual([]);
  });

  test("a stretch that ends on the last day is seen", () => {
    const scale = dayScale(day("2025-06-20"), day("2025-07-01"));
    render(
      <SpanMark
        scale={scale}
        from={day("2025-07-01")}
        to={day("2025-07-01")}
        today={day("2025-06-20")}
        isLate={false}
      />,
    );
    const [, span] = document.querySelectorAll("rect");
    expect([span?.getAttribute("x"), span?.getAttribute("width")]).toEqual(["99", "1"]);
  });
});

test("an axis is left out where rounding makes two of its labels one", () => {
  const scale = amountScale(0.08, "amount");
  const { container, rerender } = render(<Axis scale={scale} textOf={(value) => String(Math.round(value))} />);
  expect(container.textContent).toBe("");
  rerender(<Axis scale={scale} textOf={String} />);
  expect(container.textContent).toBe("00.020.040.060.08");
});

test("rows are opened by keyboard, those of nothing are passed over", async () => {
  const rows: ChartRow[] = [
    { key: "a", name: "水务局", value: 3, figure: "3 个", isEmpty: false },
    { key: "b", name: "林业局", value: 0, figure: "没有项目", isEmpty: true },
    { key: "c", name: "商务局", value: 1, figure: "1 个", isEmpty: false },
  ];
  const chosen: string[] = [];
  render(
    <ChartRows
      rows={rows}
      kind="count"
      shape="bars"
      tickText={String}
      words={{ colon: "：", showRows: (name) => `${name}：看是哪些项目` }}
      onChoose={(key) => void chosen.push(key)}
    />,
  );
  const user = userEvent.setup();
  await user.tab();
  expect(document.activeElement).toBe(screen.getByRole("button", { name: /^水务局.*3 个$/ }));
  await user.keyboard("{Enter}");
  await user.tab();
  await user.keyboard(" ");
  expect(chosen).toEqual(["a", "c"]);
  expect(screen.getAllByRole("listitem").map(({ textContent }) => textContent)).toEqual([
    "水务局：3 个",
    "林业局：没有项目",
    "商务局：1 个",
  ]);
});
