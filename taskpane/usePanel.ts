/** A panel that opens below what was pressed: it takes the focus, Esc closes it, and the focus goes back to where it came from. */
import { useEffect, useRef, type KeyboardEvent, type RefObject } from "react";

export interface Panel {
  readonly ref: RefObject<HTMLElement>;
  readonly onKeyDown: (event: KeyboardEvent) => void;
}

export function usePanel(onClose: () => void): Panel {
  const ref = useRef<HTMLElement>(null);
  useEffect(() => {
    const opener = document.activeElement;
    ref.current?.focus();
    return () => {
      const isLost = document.activeElement === null || document.activeElement === document.body;
      if (isLost && opener instanceof HTMLElement && opener.isConnected) opener.focus();
    };
  }, []);
  return {
    ref,
    onKeyDown(event) {
      if (event.key !== "Escape") return;
      event.preventDefault();
      // Outside, Esc leads on to the grid.
      event.stopPropagation();
      onClose();
    },
  };
}
