/** What axe has against what a page shows. */
import { readFileSync } from "node:fs";
import path from "node:path";
import type { Page } from "playwright-core";
import { packageFolder } from "./places";

const AXE = readFileSync(path.join(packageFolder("axe-core"), "axe.min.js"), "utf8");

interface AxeRunner {
  run(where: string, options: object): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }>;
}

export async function axeFaults(page: Page, where: string): Promise<string[]> {
  // Evaluated, not added as a script: the page's policy allows none but its own.
  if (!(await page.evaluate(() => "axe" in globalThis))) await page.evaluate(AXE);
  return page.evaluate(async (selector) => {
    const { axe } = globalThis as unknown as { axe: AxeRunner };
    // The spreadsheet engine calls its toolbar a banner as well; in a host the pane is a page of its own.
    const { violations } = await axe.run(selector, { rules: { "landmark-no-duplicate-banner": { enabled: false } } });
    return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ""}`);
  }, where);
}

/** Elements that are wider inside than outside and would have to be scrolled sideways. */
export function overflowing(page: Page, where: string): Promise<string[]> {
  return page.evaluate((selector) => {
    const found: string[] = [];
    for (const element of document.querySelectorAll(`${selector}, ${selector} *`)) {
      const { overflowX } = getComputedStyle(element);
      const scrolls = overflowX === "auto" || overflowX === "scroll" || element.matches(selector);
      if (scrolls && element.scrollWidth > element.clientWidth) found.push(`${element.tagName} ${element.className}`);
    }
    return found;
  }, where);
}
