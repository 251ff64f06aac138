/** Executes office.js requests against a model whose classes carry Office.js member names; knows nothing of spreadsheets. */
import {
  OfficeFault,
  type Action,
  type ArgumentInfo,
  type ObjectPath,
  type RequestBody,
  type ResponseBody,
} from "./protocol";

/** A model object. Members are reached by their Office.js names in camel case. */
export type ModelObject = object;

/** Collections answer their items here, in order. */
export interface ModelCollection extends ModelObject {
  readonly items: readonly ModelObject[];
}

export class Interpreter {
  private readonly kept = new Map<string, ModelObject>();
  private nextReference = 1;

  constructor(
    private readonly root: ModelObject,
    private readonly newObject: (name: string) => ModelObject | null = () => null,
  ) {}

  /** Objects that the library has asked to keep and not released. */
  get references(): number {
    return this.kept.size;
  }

  execute(body: RequestBody): ResponseBody {
    const results: { ActionId: number; Value: unknown }[] = [];
    const traces: number[] = [];
    const scope = new Map<number, ModelObject | null>();
    for (const [index, action] of body.Actions.entries()) {
      try {
        if (action.ActionType === 5) traces.push(action.Id);
        results.push({ ActionId: action.Id, Value: this.act(action, body, scope) });
      } catch (error) {
        return { Results: results, TraceIds: traces, Error: faultOf(error, index, action) };
      }
    }
    return { Results: results, TraceIds: traces };
  }

  private act(action: Action, body: RequestBody, scope: Map<number, ModelObject | null>): unknown {
    if (action.ActionType === 5) return null;
    const target = this.resolve(action.ObjectPathId, body, scope);
    switch (action.ActionType) {
      case 1:
        return target === null ? null : this.identity(target);
      case 2:
        return target === null ? null : query(target, action.QueryInfo?.Select ?? [], (item) => this.identity(item));
      case 3:
        return this.callMethod(target, action, body, scope);
      case 4:
        return this.setProperty(target, action);
      case 9:
        return this.update(target, action.ObjectState ?? {});
      default:
        throw new OfficeFault(
          "NotImplemented",
          `action type ${String(action.ActionType)} is not part of this model`,
          501,
        );
    }
  }

  /** What names the object in later requests: a kept reference, a sheet's id, or nothing. */
  private identity(object: ModelObject): Record<string, unknown> {
    for (const [reference, kept] of this.kept) if (kept === object) return { _ReferenceId: reference };
    const id: unknown = Reflect.get(object, "id");
    return typeof id === "string" ? { Id: id } : {};
  }

  private callMethod(
    target: ModelObject | null,
    action: Action,
    body: RequestBody,
    scope: Map<number, ModelObject | null>,
  ): unknown {
    if (action.Name === "_KeepReference") {
      if (target !== null) this.kept.set(`ref${String(this.nextReference++)}`, target);
      return null;
    }
    const args = this.argumentsOf(action.ArgumentInfo, body, scope);
    if (action.Name === "_RemoveReference") {
      this.kept.delete(String(args[0]));
      return null;
    }
    if (target === null) return null;
    const result = method(target, action.Name)(...args);
    return typeof result === "object" && result !== null && !Array.isArray(result)
      ? this.identity(result)
      : (result ?? null);
  }

  private setProperty(target: ModelObject | null, action: Action): null {
    if (target === null) return null;
    assign(target, action.Name, action.ArgumentInfo?.Arguments?.[0]);
    return null;
  }

  private update(target: ModelObject | null, state: Readonly<Record<string, unknown>>): null {
    if (target === null) return null;
    for (const [name, value] of Object.entries(state)) {
      const child: unknown = read(target, name);
      if (isPlain(value) && typeof child === "object" && child !== null) this.update(child, value);
      else assign(target, name, value);
    }
    return null;
  }

  private resolve(id: number, body: RequestBody, scope: Map<number, ModelObject | null>): ModelObject | null {
    const known = scope.get(id);
    if (known !== undefined) return known;
    const path = body.ObjectPaths[String(id)];
    if (!path) throw new OfficeFault("InvalidObjectPath", `path ${String(id)} is not part of the request`);
    const object = this.follow(path, body, scope);
    scope.set(id, object);
    return object;
  }

  private follow(path: ObjectPath, body: RequestBody, scope: Map<number, ModelObject | null>): ModelObject | null {
    if (path.ObjectPathType === 1) return this.root;
    if (path.ObjectPathType === 2) return this.newObject(path.Name);
    if (path.ObjectPathType === 7) return null;
    if (path.ObjectPathType === 6) {
      const kept = this.kept.get(path.Name);
      if (!kept) throw new OfficeFault("InvalidReference", `reference ${path.Name} was released`);
      return kept;
    }
    const parent = this.resolve(path.ParentObjectPathId ?? 0, body, scope);
    if (parent === null) return null;
    if (path.ObjectPathType === 4) return asObject(read(parent, path.Name));
    const args = this.argumentsOf(path.ArgumentInfo, body, scope);
    return asObject(method(parent, path.ObjectPathType === 5 ? "GetItem" : path.Name)(...args));
  }

  private argumentsOf(
    info: ArgumentInfo | undefined,
    body: RequestBody,
    scope: Map<number, ModelObject | null>,
  ): unknown[] {
    const references = info?.ReferencedObjectPathIds ?? [];
    return (info?.Arguments ?? []).map((argument, index) => {
      const reference = references[index];
      return typeof reference === "number" && reference > 0 ? this.resolve(reference, body, scope) : argument;
    });
  }
}

function query(object: ModelObject, select: readonly string[], identity: (item: ModelObject) => object): unknown {
  if (isCollection(object)) {
    return { _Items: object.items.map((item) => ({ ...identity(item), ...scalars(item, select) })) };
  }
  return scalars(object, select);
}

function scalars(object: ModelObject, select: readonly string[]): Record<string, unknown> {
  const answer: Record<string, unknown> = {};
  for (const path of select) {
    const [first = "", ...rest] = path.replace(/^items\//, "").split("/");
    const value = read(object, first);
    const name = first.charAt(0).toUpperCase() + first.slice(1);
    if (rest.length === 0) answer[name] = value;
    else
      answer[name] = { ...(answer[name] as object | undefined), ...scalars(asObject(value) ?? {}, [rest.join("/")]) };
  }
  return answer;
}

function isCollection(object: ModelObject): object is ModelCollection {
  return Array.isArray(Reflect.get(object, "items"));
}

function camel(name: string): string {
  return name.charAt(0).toLowerCase() + name.slice(1);
}

function read(object: ModelObject, name: string): unknown {
  const member = camel(name);
  if (!(member in object)) throw missing(object, member);
  return Reflect.get(object, member);
}

function assign(object: ModelObject, name: string, value: unknown): void {
  const member = camel(name);
  if (!(member in object)) throw missing(object, member);
  Reflect.set(object, member, value);
}

function method(object: ModelObject, name: string): (...args: unknown[]) => unknown {
  const member = camel(name);
  const found: unknown = Reflect.get(object, member);
  if (typeof found !== "function") throw missing(object, member);
  return (...args) => Reflect.apply(found, object, args) as unknown;
}

function missing(object: ModelObject, member: string): OfficeFault {
  return new OfficeFault("ApiNotFound", `The host has no ${object.constructor.name}.${member}.`, 404);
}

function asObject(value: unknown): ModelObject | null {
  return typeof value === "object" && value !== null ? value : null;
}

function isPlain(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function faultOf(error: unknown, index: number, action: Action): NonNullable<ResponseBody["Error"]> {
  const fault = error instanceof OfficeFault ? error : new OfficeFault("GeneralException", String(error), 500);
  return {
    Code: fault.code,
    Message: fault.message,
    ActionIndex: index,
    HttpStatusCode: fault.status,
    Location: action.Name,
  };
}
