/** A build plugin that leaves the rules' examples out of what is delivered: they are tests and documentation, and weigh as much as the rules. */
import path from "node:path";
import ts from "typescript";
import type { Plugin } from "vite";

const RULES = path.join("src", "rules") + path.sep;
const EXAMPLES = new Set(["good", "bad"]);

export function leanRules(): Plugin {
  return {
    name: "lean-rules",
    enforce: "pre",
    transform(code, id) {
      const file = id.split("?")[0] ?? id;
      if (!file.includes(RULES) || !file.endsWith(".ts")) return null;
      // Lines stay where they are only without a map; a map of the whole pane is not delivered.
      return { code: withoutExamples(code), map: null };
    },
  };
}

/** Empties the lists `good` and `bad` of whatever object is given to a rule. */
export function withoutExamples(code: string): string {
  const source = ts.createSourceFile("rule.ts", code, ts.ScriptTarget.ES2022, true);
  const cuts: { from: number; to: number }[] = [];
  const look = (node: ts.Node): void => {
    if (ts.isPropertyAssignment(node) && EXAMPLES.has(node.name.getText()) && isOfRule(node)) {
      cuts.push({ from: node.initializer.getStart(), to: node.initializer.getEnd() });
      return;
    }
    node.forEachChild(look);
  };
  look(source);
  return cuts.reduceRight((text, { from, to }) => `${text.slice(0, from)}[]${text.slice(to)}`, code);
}

/** The object stands in a call: rowRule({ … }), or in whatever makes a rule of it. */
function isOfRule(node: ts.PropertyAssignment): boolean {
  const siblings = node.parent.properties.map((property) => property.name?.getText());
  return siblings.includes("code") || siblings.includes("on");
}
