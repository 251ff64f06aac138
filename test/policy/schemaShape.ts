/** A zod schema as a test walks it: what it is made of, part by part. */
export interface Shape {
  readonly _zod: {
    readonly def: {
      readonly type: string;
      readonly shape?: Readonly<Record<string, Shape>>;
      readonly innerType?: Shape;
      readonly element?: Shape;
      readonly keyType?: Shape;
      readonly valueType?: Shape;
      readonly options?: readonly Shape[];
      readonly entries?: Readonly<Record<string, string>>;
      readonly values?: readonly unknown[];
      readonly checks?: readonly unknown[];
    };
  };
}
