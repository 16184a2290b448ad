import { Button, RadioButton, RadioButtonGroup } from "@carbon/react";
import { useEffect, useRef } from "react";
import { useNavigate } from "react-router-dom";
import { useSession } from "../api/session";
import { useTexts } from "../i18n/language";
import { useTheme, type ThemeChoice } from "../theme";
import { texts } from "./texts";

// Theme, organisation, sign-out: what concerns the user and no page.
export function SettingsPanel({ close }: { close: () => void }) {
  const t = useTexts(texts);
  const theme = useTheme();
  const { session, actFor, leave } = useSession();
  const navigate = useNavigate();
  const first = useRef<HTMLDivElement>(null);
  useEffect(() => first.current?.focus(), []);

  const signOut = async () => {
    await leave();
    close();
    navigate("/");
  };
  return (
    <div
      ref={first}
      tabIndex={-1}
      className="s-panel"
      role="group"
      aria-label={t("settings")}
      onKeyDown={(event) => {
        if (event.key === "Escape") close();
      }}
    >
      <RadioButtonGroup
        legendText={t("theme")}
        name="theme"
        orientation="vertical"
        valueSelected={theme.choice}
        onChange={(value) => theme.choose(value as ThemeChoice)}
      >
        {(["light", "dark", "system"] as const).map((choice) => (
          <RadioButton key={choice} id={`theme-${choice}`} value={choice} labelText={t(choice)} />
        ))}
      </RadioButtonGroup>
      {session && session.organisations.length > 1 && (
        <RadioButtonGroup
          legendText={t("actFor")}
          name="organisation"
          orientation="vertical"
          valueSelected={session.organisation?.id}
          onChange={(value) => actFor(Number(value))}
        >
          {session.organisations.map((one) => (
            <RadioButton key={one.id} id={`organisation-${one.id}`} value={one.id} labelText={one.name} />
          ))}
        </RadioButtonGroup>
      )}
      <div className="s-stack">
        <p>{session?.person ? t("signedInAs", { name: session.person.name }) : t("signedOut")}</p>
        {session?.person ? (
          <Button kind="tertiary" size="md" onClick={() => void signOut()}>
            {t("signOut")}
          </Button>
        ) : (
          <Button kind="primary" size="md" onClick={() => navigate("/sign-in")}>
            {t("signIn")}
          </Button>
        )}
      </div>
    </div>
  );
}
