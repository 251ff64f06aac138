/** When the hand on the pane is busy, and what is told when it rests. */
import { fireEvent } from "@testing-library/react";
import { handOn, type Hand } from "../../taskpane/hand";

/** Far beyond any time that a hand is waited for. */
const FOR_EVER = 60_000;

let hand: Hand | null = null;

beforeEach(() => jest.useFakeTimers());
afterEach(() => {
  hand?.end();
  hand = null;
  jest.useRealTimers();
  document.body.innerHTML = "";
});

interface Touched {
  readonly hand: Hand;
  readonly button: HTMLElement;
  readonly text: HTMLElement;
  readonly box: HTMLElement;
}

function touched(): Touched {
  document.body.innerHTML =
    '<div id="pane"><p>说明</p><button><span>F3</span></button><label><input type="checkbox">改</label></div><p>表格</p>';
  const found = (selector: string): HTMLElement => {
    const element = document.querySelector<HTMLElement>(selector);
    if (!element) throw new Error(`no ${selector}`);
    return element;
  };
  hand = handOn(found("#pane"));
  return { hand, button: found("button"), text: found("p"), box: found("input") };
}

/** Whether whoever waits for the hand to rest has gone on. */
async function hasRested(rests: Promise<void>): Promise<boolean> {
  return Promise.race([rests.then(() => true), Promise.resolve().then(() => Promise.resolve(false))]);
}

/** Of the pointer's events in jsdom none says which buttons are down. */
function move(element: Element): void {
  fireEvent(element, new MouseEvent("pointermove", { bubbles: true, buttons: 0 }));
}

/** As time passes, the hand moves once more every so often. */
function moveOver(element: Element, milliseconds: number): void {
  for (let passed = 0; passed < milliseconds; passed += 100) {
    move(element);
    jest.advanceTimersByTime(100);
  }
}

test("nobody waits for a hand that does nothing", async () => {
  const { hand } = touched();
  expect(hand.isBusy()).toBe(false);
  expect(await hasRested(hand.rests())).toBe(true);
});

test("from the press to the click it is busy, and just after the click it rests", async () => {
  const { hand, button } = touched();
  fireEvent.pointerDown(button);
  const rests = hand.rests();
  jest.advanceTimersByTime(1000);
  fireEvent.pointerUp(button);
  expect(hand.isBusy()).toBe(true);
  fireEvent.click(button);
  expect(await hasRested(rests)).toBe(false);
  jest.advanceTimersByTime(0);
  expect(hand.isBusy()).toBe(false);
  expect(await hasRested(rests)).toBe(true);
});

test("the click that a label passes on to its box finds the box still there", () => {
  const { hand, box } = touched();
  const label = box.parentElement;
  if (!label) throw new Error("the box has no label");
  fireEvent.pointerDown(label);
  fireEvent.pointerUp(label);
  const seen: boolean[] = [];
  box.addEventListener("click", () => seen.push(hand.isBusy()));
  fireEvent.click(label);
  expect(seen).toEqual([true]);
});

test("the space bar presses until it is let go, Enter at once", () => {
  const { hand, button, text } = touched();
  fireEvent.keyDown(button, { key: "Enter" });
  fireEvent.keyDown(text, { key: " " });
  expect(hand.isBusy()).toBe(false);
  fireEvent.keyDown(button, { key: " " });
  fireEvent.keyUp(button, { key: " " });
  expect(hand.isBusy()).toBe(true);
  fireEvent.click(button);
  jest.advanceTimersByTime(0);
  expect(hand.isBusy()).toBe(false);
});

test.each([
  ["let go beside the button", (): unknown => fireEvent.pointerUp(document.body)],
  ["turned into scrolling", (): unknown => fireEvent.pointerCancel(document.body)],
  ["let go where the page does not hear of it", (): unknown => null],
])("a press that is %s holds nothing up for good", (_what, end) => {
  const { hand, button } = touched();
  fireEvent.pointerDown(button);
  end();
  jest.advanceTimersByTime(FOR_EVER);
  expect(hand.isBusy()).toBe(false);
});

test("a mouse that comes back without a pressed button has been let go outside", () => {
  const { hand, button, text } = touched();
  fireEvent.pointerDown(button);
  jest.advanceTimersByTime(1000);
  move(text);
  jest.advanceTimersByTime(1000);
  expect(hand.isBusy()).toBe(false);
});

describe("a hand that moves", () => {
  test("over something that can be pressed is on its way to it, and rests soon after it has stopped", () => {
    const { hand, button } = touched();
    moveOver(button.querySelector("span") ?? button, 400);
    expect(hand.isBusy()).toBe(true);
    jest.advanceTimersByTime(1000);
    expect(hand.isBusy()).toBe(false);
  });

  test("over mere text, or outside the pane, is not", () => {
    const { hand, text } = touched();
    moveOver(text, 400);
    moveOver(document.body, 400);
    expect(hand.isBusy()).toBe(false);
  });

  test("without end holds nothing up for good", async () => {
    const { hand, button } = touched();
    moveOver(button, 100);
    const rests = hand.rests();
    moveOver(button, 3000);
    expect(await hasRested(rests)).toBe(true);
  });
});

test("after the end nobody waits, and nothing is heard any more", async () => {
  const { hand, button } = touched();
  fireEvent.pointerDown(button);
  const rests = hand.rests();
  hand.end();
  expect(await hasRested(rests)).toBe(true);
  fireEvent.pointerDown(button);
  expect(hand.isBusy()).toBe(false);
});
