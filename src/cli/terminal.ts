/** Where the command line writes, and what may pass there as it is. */
import { printable } from "./printable";

export interface Terminal {
  /** As it is: JSON, and lines that are printable already. */
  readonly out: (text: string) => Promise<void>;
  /** A line of the answer. */
  readonly say: (line: string) => Promise<void>;
  /** A line beside the answer: a complaint or a notice. */
  readonly error: (line: string) => void;
  /** One line that rewrites itself while somebody watches; "" takes it away. */
  readonly status: (text: string) => void;
  readonly isTerminal: boolean;
  /** Somebody watches the status. */
  readonly errorIsTerminal: boolean;
}

/** What a terminal needs of a stream. */
export interface Stream {
  readonly isTTY?: boolean;
  readonly write: (text: string, done?: (error?: Error | null) => void) => unknown;
}

export function terminalOver(output: Stream, errors: Stream): Terminal {
  const out = (text: string): Promise<void> =>
    new Promise((resolve, reject) => {
      output.write(text, (error) => {
        if (error) reject(error);
        else resolve();
      });
    });
  const errorIsTerminal = errors.isTTY === true;
  return {
    out,
    say: (line) => out(printable(line) + "\n"),
    error: (line) => {
      errors.write(printable(line) + "\n");
    },
    status: (text) => {
      if (errorIsTerminal) errors.write(`\r\u001b[K${printable(text)}`);
    },
    isTerminal: output.isTTY === true,
    errorIsTerminal,
  };
}
