/** The example ledgers that come along. */
import index from "../examples/index.json";

export interface Example {
  readonly file: string;
  readonly title: string;
  /** What there is to see in it. */
  readonly see: string;
  /** The same in English. */
  readonly en: { readonly title: string; readonly see: string };
}

/** The examples tell of one early summer; judged on any other day they would say something else. */
export const EXAMPLES_AS_OF = "2025-06-20";

export const EXAMPLES: readonly Example[] = index;

const ADDRESSES: Readonly<Record<string, string>> = import.meta.glob("../examples/*.{xlsx,csv}", {
  query: "?url",
  import: "default",
  eager: true,
});

export async function exampleBytes(example: Example): Promise<Uint8Array> {
  const address = ADDRESSES[`../examples/${example.file}`];
  if (address === undefined) throw new Error(`no example ${example.file}`);
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${example.file}: ${String(response.status)}`);
  return new Uint8Array(await response.arrayBuffer());
}
