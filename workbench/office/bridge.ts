/** The native bridge that office.js talks to, with what a test wants to count and to break. */
import type { Interpreter } from "./interpreter";
import { OfficeFault, type RequestMessage, type ResponseBody } from "./protocol";

export interface BridgeCounts {
  /** Requests that carried work; the library's own clean-up requests are counted apart. */
  readonly syncs: number;
  readonly releases: number;
  readonly largestRequest: number;
  readonly largestResponse: number;
  readonly writes: number;
  readonly flags: readonly number[];
}

/** What goes wrong with the request that comes next (or the one after `skip` others). */
export interface Fault {
  readonly skip: number;
  readonly code: string;
  readonly message: string;
  /** "request": nothing of it is executed; "vanish": no answer ever comes; "late": it is executed, and answered when a test says. */
  readonly kind: "request" | "vanish" | "late";
}

/** One formula to calculate. Cells and ranges as the host hands them over: blank is 0 or null, an argument left out null. */
export interface Invocation {
  readonly id: number;
  readonly functionId: string;
  readonly args: readonly unknown[];
  readonly address: string;
}

const PAYLOAD_LIMIT = 5 * 1024 * 1024;

export interface NativeBridge {
  onMessageFromHost: ((text: string) => void) | null;
  sendMessageToHost: (text: string) => void;
}

export class OfficeBridge implements NativeBridge {
  onMessageFromHost: ((text: string) => void) | null = null;
  private counts = freshCounts();
  private fault: Fault | null = null;
  private held: string | null = null;

  constructor(
    private readonly interpreter: Interpreter,
    /** Calls back after a while, as a real host does. */
    private readonly later: (answer: () => void) => void = (answer) => void setTimeout(answer, 0),
  ) {}

  get stats(): BridgeCounts {
    return this.counts;
  }

  get references(): number {
    return this.interpreter.references;
  }

  reset(): void {
    this.counts = freshCounts();
  }

  failNext(fault: Fault | null): void {
    this.fault = fault;
  }

  /** Tells the library that something happened: 10 is a change of data, 17 an activation … */
  fire(messageType: number, targetId: string, args: unknown): void {
    const entries = [{ messageCategory: 65536, messageType, targetId, message: JSON.stringify(args) }];
    this.onMessageFromHost?.(JSON.stringify({ type: 3, message: { entries } }));
  }

  /** Asks a custom function: what Excel does when a formula of ours is calculated. */
  invoke(invocations: readonly Invocation[]): void {
    const entries = invocations.map(({ id, functionId, args, address }) => ({
      messageCategory: 1,
      messageType: 1000,
      message: [id, functionId, args, address, 0],
    }));
    this.onMessageFromHost?.(JSON.stringify({ type: 3, message: { entries } }));
  }

  readonly sendMessageToHost = (text: string): void => {
    const request = JSON.parse(text) as RequestMessage;
    if (request.type !== 1) return;
    this.count(request, bytes(text));
    const fault = this.faultFor(request);
    if (fault?.kind === "vanish") return;
    const message =
      fault && fault.kind !== "late" ? failure(fault.code, fault.message) : this.answer(request, bytes(text));
    const answer = JSON.stringify({ id: request.id, type: 2, message });
    this.counts.largestResponse = Math.max(this.counts.largestResponse, bytes(answer));
    if (fault?.kind === "late") this.held = answer;
    else this.later(() => this.onMessageFromHost?.(answer));
  };

  /** Whether an answer is late by now. */
  get isHolding(): boolean {
    return this.held !== null;
  }

  /** The answer that is late comes now. */
  answerAtLast(): void {
    if (this.held !== null) this.onMessageFromHost?.(this.held);
    this.held = null;
  }

  private answer(request: RequestMessage, size: number): object {
    if (size > PAYLOAD_LIMIT)
      return failure("RequestPayloadSizeLimitExceeded", "The request payload size has exceeded the limit.");
    const body: ResponseBody = this.interpreter.execute(request.message.body);
    return { statusCode: 200, headers: {}, body: JSON.stringify(body) };
  }

  private faultFor(request: RequestMessage): Fault | null {
    if (!this.fault || isRelease(request)) return null;
    if (this.fault.skip > 0) {
      this.fault = { ...this.fault, skip: this.fault.skip - 1 };
      return null;
    }
    const fault = this.fault;
    this.fault = null;
    return fault;
  }

  private count(request: RequestMessage, size: number): void {
    if (isRelease(request)) this.counts.releases++;
    else this.counts.syncs++;
    if (request.message.body.Actions.some(({ ActionType }) => ActionType === 4 || ActionType === 9))
      this.counts.writes++;
    this.counts.largestRequest = Math.max(this.counts.largestRequest, size);
    this.counts.flags.push(request.flags);
  }
}

function isRelease(request: RequestMessage): boolean {
  return request.message.body.Actions.every(({ ActionType, Name }) => ActionType === 1 || Name === "_RemoveReference");
}

function freshCounts(): {
  syncs: number;
  releases: number;
  largestRequest: number;
  largestResponse: number;
  writes: number;
  flags: number[];
} {
  return { syncs: 0, releases: 0, largestRequest: 0, largestResponse: 0, writes: 0, flags: [] };
}

function failure(code: string, message: string): object {
  return { statusCode: 400, headers: {}, body: JSON.stringify({ error: { code, message } }) };
}

function bytes(text: string): number {
  return new TextEncoder().encode(text).length;
}

export { OfficeFault };
