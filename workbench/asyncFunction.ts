/** A function of ours as the engine calls it where another program answers it, later. */
import { AsyncObject, BaseFunction, type BaseValueObject, type FunctionVariantType } from "@univerjs/engine-formula";
import { NAMESPACE } from "../functions/table";
import type { Registration } from "./functions";

/** The cell that calls. */
export interface CallingCell {
  readonly sheet: string;
  /** 0-based, as is the column. */
  readonly row: number;
  readonly column: number;
}

export type Answer = (variants: readonly FunctionVariantType[], cell: CallingCell) => Promise<BaseValueObject>;

interface Declared {
  readonly id: string;
  readonly name: string;
  readonly parameters: readonly { readonly optional?: boolean }[];
}

/** Under its Chinese and its English name. */
export function asyncRegistrations({ id, name, parameters }: Declared, answer: Answer): Registration[] {
  const made = class extends BaseFunction {
    override minParams = parameters.filter(({ optional }) => optional !== true).length;
    override maxParams = parameters.length;

    override isAsync(): boolean {
      return true;
    }

    // The engine's own functions of this kind answer so too, though its declaration knows values only.
    override calculate(...variants: FunctionVariantType[]): FunctionVariantType {
      const cell = { sheet: this.subUnitId ?? "", row: this.row, column: this.column };
      return new AsyncObject(answer(variants, cell)) as unknown as BaseValueObject;
    }
  };
  return [name, id].map((each): Registration => [made, `${NAMESPACE}.${each}`]);
}
