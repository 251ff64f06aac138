/** A figure's name, which at one stroke says what the figure counts. */
import { createCustomFocusIndicatorStyle, makeStyles, tokens } from "@fluentui/react-components";
import { InfoRegular } from "@fluentui/react-icons/svg/info";
import { useId, useState, type ReactNode } from "react";
import { definition, type FigureKey } from "../src/words/definitions";
import type { Pane } from "./pane";
import { targetsWords } from "../src/words/paneTargets";

const useStyles = makeStyles({
  button: {
    display: "inline-flex",
    alignItems: "center",
    columnGap: "4px",
    minHeight: "24px",
    paddingTop: "0",
    paddingRight: "0",
    paddingBottom: "0",
    paddingLeft: "0",
    fontFamily: "inherit",
    fontSize: "inherit",
    fontWeight: "inherit",
    lineHeight: "inherit",
    textAlign: "left",
    color: tokens.colorNeutralForeground2,
    backgroundColor: "transparent",
    cursor: "pointer",
    borderTopStyle: "none",
    borderRightStyle: "none",
    borderBottomStyle: "none",
    borderLeftStyle: "none",
    ":hover": { color: tokens.colorNeutralForeground1 },
    outlineStyle: "none",
    ...createCustomFocusIndicatorStyle({
      outlineStyle: "solid",
      outlineWidth: "2px",
      outlineColor: tokens.colorStrokeFocus2,
    }),
  },
  text: {
    marginTop: "0",
    marginBottom: "4px",
    fontSize: tokens.fontSizeBase200,
    fontWeight: tokens.fontWeightRegular,
    color: tokens.colorNeutralForeground2,
  },
});

interface DefinitionProps {
  readonly pane: Pane;
  readonly figure: FigureKey;
  /** What it is called here, where that is not its own name. */
  readonly name?: string;
}

export function Definition({ pane, figure, name }: DefinitionProps): ReactNode {
  const styles = useStyles();
  const id = useId();
  const [isOpen, setOpen] = useState(false);
  const { name: ownName, is, counts } = definition(figure, pane.state.locale);
  return (
    <>
      <button
        type="button"
        className={styles.button}
        aria-expanded={isOpen}
        aria-controls={isOpen ? id : undefined}
        title={targetsWords(pane.state.locale).define(name ?? ownName)}
        onClick={() => setOpen(!isOpen)}
      >
        {name ?? ownName}
        <InfoRegular aria-hidden />
      </button>
      {isOpen && (
        <p id={id} className={styles.text}>
          {is}
          <br />
          {counts}
        </p>
      )}
    </>
  );
}
