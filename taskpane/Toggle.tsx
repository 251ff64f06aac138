/** A button that stays pressed. Fluent's own brings four kilobytes of looks for appearances that nothing here has. */
import { Button, makeStyles, mergeClasses, shorthands, tokens, type ButtonProps } from "@fluentui/react-components";
import type { ReactNode } from "react";

/** Left alone by the contrast theme, so every colour has to be one of its own: under the pointer and while pressed too. */
const IN_CONTRAST = { backgroundColor: "Highlight", color: "HighlightText", ...shorthands.borderColor("ButtonText") };

const useStyles = makeStyles({
  pressed: {
    backgroundColor: tokens.colorNeutralBackground1Selected,
    color: tokens.colorNeutralForeground1Selected,
    boxShadow: `inset 0 -2px 0 ${tokens.colorBrandStroke1}`,
    fontWeight: tokens.fontWeightSemibold,
    "@media (forced-colors: active)": {
      ...IN_CONTRAST,
      forcedColorAdjust: "none",
      boxShadow: "none",
      ":hover": IN_CONTRAST,
      ":hover:active": IN_CONTRAST,
    },
  },
});

interface ToggleProps {
  readonly checked: boolean;
  readonly onClick: () => void;
  readonly className?: string | undefined;
  readonly size?: ButtonProps["size"];
  readonly children: ReactNode;
}

export function Toggle({ checked, className, size = "medium", ...rest }: ToggleProps): ReactNode {
  const styles = useStyles();
  return (
    <Button
      aria-pressed={checked}
      size={size}
      className={mergeClasses(className, checked && styles.pressed)}
      {...rest}
    />
  );
}
