/** The hand on the pane, for whatever exchanges rows at a time of its own. */
import { createContext } from "react";
import { NO_HAND, type Hand } from "./hand";

export const HandOnPane = createContext<Hand>(NO_HAND);
