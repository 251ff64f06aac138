/** What Chrome 84 does not know, from the browsers' compatibility data, and where a built script uses it. */
import { createRequire } from "node:module";
import { parse, type AnyNode, type Node } from "acorn";

/** The oldest engine that the pane promises to run in. */
export const OLDEST = 84;
/** What Chrome 84 parses: optional chaining and ?? yes, logical assignment and class static blocks no. */
export const OLDEST_SYNTAX = 2020;

interface Support {
  readonly version_added?: string | boolean | null;
  readonly flags?: unknown;
  readonly prefix?: string;
  readonly alternative_name?: string;
  readonly partial_implementation?: boolean;
}
interface Compat {
  readonly __compat?: {
    readonly spec_url?: string | readonly string[];
    readonly support: Readonly<Record<string, Support | readonly Support[]>>;
  };
}
type Tree = Compat & { readonly [name: string]: Tree };
interface Data {
  readonly javascript: Tree;
  readonly api: Tree;
  readonly css: Tree;
}

// A JSON module of twenty megabytes: read once, as it is.
const data = createRequire(__filename)("@mdn/browser-compat-data") as Data;

/** The first Chrome that has it without a flag or a prefix; Infinity where none does. */
function sinceChrome(tree: Tree | undefined): number {
  const support = tree?.__compat?.support["chrome"];
  const all = support === undefined ? [] : "length" in support ? support : [support];
  const plain = all.filter(({ flags, prefix, alternative_name }) => !flags && !prefix && !alternative_name);
  return Math.min(
    ...plain.map(({ version_added }) => (typeof version_added === "string" ? Number(version_added) : Infinity)),
  );
}

function namesOf(tree: Tree): string[] {
  return Object.keys(tree).filter((name) => name !== "__compat");
}

function isOfPrototype(tree: Tree): boolean {
  return /\.prototype\./i.test(String(tree.__compat?.spec_url ?? ""));
}

/** What every page works with; members of rarer interfaces share their names with anybody's objects. */
const DOM = new Set(
  "AbortController AbortSignal Blob CSSStyleSheet Crypto DOMRect Document DocumentFragment Element Event EventTarget File Headers HTMLElement HTMLInputElement Navigator Node NodeList Range Request Response Selection Storage URL URLSearchParams".split(
    " ",
  ),
);

interface Unknown {
  /** Globals, as `structuredClone`. */
  readonly globals: ReadonlySet<string>;
  /** As `Object.hasOwn`. */
  readonly statics: ReadonlySet<string>;
  /** Of whatever object: `at`, where no older object has a method of that name. */
  readonly methods: ReadonlySet<string>;
  /** As `Array.prototype.at`: what a page has to lose to be like Chrome 84. */
  readonly places: readonly string[];
}

/** What Chrome 84 does not have. */
export const UNKNOWN: Unknown = collectUnknown();

function collectUnknown(): Unknown {
  const globals = new Set<string>();
  const statics = new Set<string>();
  const newer = new Set<string>();
  const older = new Set<string>();
  const places: string[] = [];
  const { builtins } = data.javascript as unknown as { readonly builtins: Tree };
  for (const [name, tree] of [...Object.entries(builtins), ...Object.entries(data.api)] as [string, Tree][]) {
    if (name === "__compat") continue;
    if (tree.__compat && sinceChrome(tree) > OLDEST) globals.add(name);
    for (const member of namesOf(tree)) {
      const memberTree = tree[member];
      if (!memberTree?.__compat) continue;
      const isNewer = sinceChrome(memberTree) > OLDEST;
      if (isNewer && name in builtins) places.push(`${name}.${isOfPrototype(memberTree) ? "prototype." : ""}${member}`);
      if (isNewer && DOM.has(name)) places.push(`${name}.prototype.${member}`);
      if (name in builtins && isNewer && !isOfPrototype(memberTree)) statics.add(`${name}.${member}`);
      else if (name === "Window" && isNewer) globals.add(member);
      else if (!isNewer) older.add(member);
      else if (name in builtins || DOM.has(name)) newer.add(member);
    }
  }
  return { globals, statics, places, methods: new Set([...newer].filter((name) => !older.has(name))) };
}

export interface Use {
  /** `structuredClone`, `Object.hasOwn` or `.at()`. */
  readonly what: string;
  readonly around: string;
}

/** Throws where the script does not even parse. */
export function usesOf(script: string): readonly Use[] {
  const tree = parse(script, { ecmaVersion: OLDEST_SYNTAX, sourceType: "script" });
  const declared = new Set<string>();
  const asked: { readonly name: string; readonly at: number }[] = [];
  const names: { readonly name: string; readonly node: Node }[] = [];
  const uses: Use[] = [];
  const use = (what: string, { start, end }: Node): void =>
    void uses.push({ what, around: script.slice(Math.max(0, start - 60), end + 40) });

  walk(tree, (node, parent, key) => {
    if (node.type === "UnaryExpression" && node.operator === "typeof" && node.argument.type === "Identifier")
      asked.push({ name: node.argument.name, at: node.start });
    if (node.type === "CallExpression" && node.callee.type === "MemberExpression") {
      const name = propertyOf(node.callee);
      if (name !== null && UNKNOWN.methods.has(name)) use(`.${name}()`, node.callee);
    }
    if (node.type === "MemberExpression") {
      const name = propertyOf(node);
      const owner = node.object.type === "Identifier" ? node.object.name : "";
      if (name !== null && UNKNOWN.statics.has(`${owner}.${name}`)) use(`${owner}.${name}`, node);
      if (name !== null && /^(window|globalThis|self)$/.test(owner) && UNKNOWN.globals.has(name)) use(name, node);
    }
    if (node.type !== "Identifier" || isKey(parent, key)) return;
    if (isDeclaration(parent, key)) declared.add(node.name);
    else names.push({ name: node.name, node });
  });
  const isGuarded = (name: string, at: number): boolean =>
    asked.some((one) => one.name === name && at > one.at && at - one.at < GUARD_REACHES);
  for (const { name, node } of names)
    if (UNKNOWN.globals.has(name) && !declared.has(name) && !isGuarded(name, node.start)) use(name, node);
  return uses;
}

/** Letters of minified script between `typeof X` and the X that it guards. */
const GUARD_REACHES = 60;

/** How often a script asks for a part of itself, which a page from a file cannot fetch. */
export function importsOf(script: string): number {
  let count = 0;
  walk(parse(script, { ecmaVersion: OLDEST_SYNTAX, sourceType: "script" }), ({ type }) => {
    if (type === "ImportExpression") count++;
  });
  return count;
}

function propertyOf(node: Extract<AnyNode, { type: "MemberExpression" }>): string | null {
  if (!node.computed) return node.property.type === "Identifier" ? node.property.name : null;
  return node.property.type === "Literal" && typeof node.property.value === "string" ? node.property.value : null;
}

/** A property's name, not a variable's. */
function isKey(parent: AnyNode | null, key: string): boolean {
  if (!parent) return false;
  if (parent.type === "MemberExpression") return key === "property" && !parent.computed;
  if (parent.type === "Property" || parent.type === "MethodDefinition") return key === "key" && !parent.computed;
  return /^(LabeledStatement|BreakStatement|ContinueStatement)$/.test(parent.type);
}

function isDeclaration(parent: AnyNode | null, key: string): boolean {
  if (!parent) return false;
  if (parent.type === "VariableDeclarator" || parent.type === "ClassDeclaration" || parent.type === "ClassExpression")
    return key === "id";
  if (/Function/.test(parent.type)) return key === "id" || key === "params";
  if (parent.type === "CatchClause") return key === "param";
  // Patterns: what stands there is declared or assigned, either way no global of the browser.
  return /^(ArrayPattern|RestElement)$/.test(parent.type) || (parent.type === "AssignmentPattern" && key === "left");
}

type Visit = (node: AnyNode, parent: AnyNode | null, key: string) => void;

function walk(root: Node, visit: Visit): void {
  const rest: { readonly node: AnyNode; readonly parent: AnyNode | null; readonly key: string }[] = [
    { node: root as AnyNode, parent: null, key: "" },
  ];
  for (let one = rest.pop(); one; one = rest.pop()) {
    const { node, parent, key } = one;
    visit(node, parent, key);
    for (const [name, value] of Object.entries(node) as [string, unknown][]) {
      for (const child of Array.isArray(value) ? (value as unknown[]) : [value]) {
        if (isNode(child)) rest.push({ node: child, parent: node, key: name });
      }
    }
  }
}

function isNode(value: unknown): value is AnyNode {
  return typeof value === "object" && value !== null && typeof (value as Partial<Node>).type === "string";
}

/** Properties, selectors, at-rules and functions of style sheets that Chrome 84 passes over. */
export function stylesUnknown(text: string): readonly string[] {
  const { properties, selectors, "at-rules": rules } = data.css as unknown as Record<string, Tree>;
  const found = new Set<string>();
  for (const [, name = ""] of text.matchAll(/[{;]\s*([a-z-]+)\s*:/g))
    if (!name.startsWith("-") && properties?.[name]?.__compat && sinceChrome(properties[name]) > OLDEST)
      found.add(name);
  for (const [, name = ""] of text.matchAll(/::?([a-z-]+)\b(?=[^{}]*\{)/g))
    if (selectors?.[name]?.__compat && sinceChrome(selectors[name]) > OLDEST) found.add(`:${name}`);
  for (const [, name = ""] of text.matchAll(/@([a-z-]+)\b/g))
    if (rules?.[name]?.__compat && sinceChrome(rules[name]) > OLDEST) found.add(`@${name}`);
  for (const [, name = ""] of text.matchAll(/\b(color-mix|light-dark|oklch|oklab|lab|lch|min-content-auto)\(/g))
    found.add(`${name}()`);
  for (const [, unit = ""] of text.matchAll(/\d(dvh|svh|lvh|dvw|svw|cqw|cqh|lh|rlh)\b/g)) found.add(unit);
  return [...found].sort();
}
