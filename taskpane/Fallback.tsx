/** Stands in where the pane itself fails: says so and opens it again, rather than leaving a white page. */
import { Component, type ReactNode } from "react";
import type { PaneWords } from "../src/words/pane";

interface FallbackProps {
  readonly words: PaneWords;
  /** Clears what the page may have failed over. */
  readonly onAgain: () => void;
  readonly children: ReactNode;
}

/** A class, since React knows no other way to catch what a render throws. */
export class Fallback extends Component<FallbackProps, { readonly hasFailed: boolean }> {
  override state = { hasFailed: false };

  static getDerivedStateFromError(): { hasFailed: boolean } {
    return { hasFailed: true };
  }

  private readonly openAgain = (): void => {
    this.props.onAgain();
    this.setState({ hasFailed: false });
  };

  override render(): ReactNode {
    const { words, children } = this.props;
    if (!this.state.hasFailed) return children;
    return (
      <div role="alert" style={{ padding: 12 }}>
        <p>{words.broken.text}</p>
        <button type="button" onClick={this.openAgain}>
          {words.broken.again}
        </button>
      </div>
    );
  }
}
