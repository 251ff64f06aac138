/** Under which names this program's cells know the functions, where it was asked; Chinese ones unless it refused them. */
import { createContext } from "react";

/** Null where nobody can say: then as the table has them. */
export type RegisteredNames = () => ReadonlySet<string> | null;

export const RegisteredFunctions = createContext<RegisteredNames>(() => null);
