/** Lists as WPS gives them, counted from 1, and among them the XML parts of a workbook. */

export class Collection<T> {
  constructor(private readonly all: () => readonly T[]) {}
  get Count(): number {
    return this.all().length;
  }
  /** From 1. */
  Item(index: number): T {
    const item = Number.isInteger(index) ? this.all()[index - 1] : undefined;
    if (item === undefined) throw new Error("下标越界");
    return item;
  }
}

export class XmlParts extends Collection<XmlPart> {
  constructor(
    private readonly kept: Map<string, string>,
    readonly NamespaceURI: string | null = null,
  ) {
    super(() =>
      [...kept]
        .filter(([, xml]) => NamespaceURI === null || xml.includes(`"${NamespaceURI}"`))
        .map(([id]) => new XmlPart(kept, id)),
    );
  }
  Add(xml: string): XmlPart {
    const id = `{${String(nextPart++)}}`;
    this.kept.set(id, xml);
    return new XmlPart(this.kept, id);
  }
  SelectByNamespace(namespace: string): XmlParts {
    return new XmlParts(this.kept, namespace);
  }
}

let nextPart = 1;

class XmlPart {
  constructor(
    private readonly kept: Map<string, string>,
    readonly Id: string,
  ) {}
  /** With a declaration, whoever put it there. */
  get XML(): string {
    return `<?xml version="1.0" standalone="yes"?>\n${this.kept.get(this.Id) ?? ""}`;
  }
  Delete(): void {
    this.kept.delete(this.Id);
  }
}
