/** When what had the focus goes away, the focus stays in the pane: fallen to the page, the next Tab would lead out of it. */
import { useEffect, useRef, type FocusEvent } from "react";

/** `home` gives the element that takes the focus then. To be asked after every change of the pane. */
export function useFocusKept(home: () => HTMLElement | null): (event: FocusEvent) => void {
  const last = useRef<Element | null>(null);
  useEffect(() => {
    const hasFallen = document.activeElement === null || document.activeElement === document.body;
    if (!hasFallen || last.current === null || last.current.isConnected) return;
    last.current = null;
    home()?.focus();
  });
  return ({ target }) => {
    last.current = target;
  };
}
