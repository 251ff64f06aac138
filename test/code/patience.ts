/** How long a test of the pane waits for what is to come; long, since no machine is promised to be quick: only what never comes may fail. */
import { configure } from "@testing-library/react";

configure({ asyncUtilTimeout: 60_000 });
