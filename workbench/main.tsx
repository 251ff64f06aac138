/** The workbench: a page with a real spreadsheet beside the same pane that Excel and WPS show. */
import { createRoot } from "react-dom/client";
import { programFor } from "./hosts";
import { Workbench } from "./Workbench";
import "./workbench.css";

const root = document.getElementById("workbench");
if (!root) throw new Error("the page has no place for the workbench");

const day = new URLSearchParams(location.search).get("asOf");
const asOf = day !== null && /^\d{4}-\d{2}-\d{2}$/.test(day) ? day : null;
void programFor(location.search).then((program) =>
  createRoot(root).render(<Workbench asOf={asOf} program={program} />),
);
