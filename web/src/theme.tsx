// Light, dark, or as the system has it. The attribute data-theme of the document says which of Carbon's themes is shown (style/theme.scss).
import { createContext, useCallback, useContext, useEffect, useMemo, useState, type ReactNode } from "react";
import { recall, remember } from "./memory";

export type ThemeChoice = "light" | "dark" | "system";
interface Theme {
  choice: ThemeChoice;
  shown: "light" | "dark";
  choose: (choice: ThemeChoice) => void;
}
const ThemeContext = createContext<Theme>({ choice: "system", shown: "light", choose: () => undefined });

function systemIsDark(): MediaQueryList | undefined {
  return typeof matchMedia === "function" ? matchMedia("(prefers-color-scheme: dark)") : undefined;
}

export function ThemeProvider({ children }: { children: ReactNode }) {
  const [choice, setChoice] = useState<ThemeChoice>(() => {
    const kept = recall("theme");
    return kept === "light" || kept === "dark" ? kept : "system";
  });
  const [dark, setDark] = useState(() => systemIsDark()?.matches ?? false);
  useEffect(() => {
    const query = systemIsDark();
    const changed = () => setDark(query?.matches ?? false);
    query?.addEventListener("change", changed);
    return () => query?.removeEventListener("change", changed);
  }, []);
  const shown = choice === "system" ? (dark ? "dark" : "light") : choice;
  useEffect(() => {
    document.documentElement.dataset.theme = shown;
  }, [shown]);
  const choose = useCallback((next: ThemeChoice) => {
    remember("theme", next);
    setChoice(next);
  }, []);
  const value = useMemo(() => ({ choice, shown, choose }) as Theme, [choice, shown, choose]);
  return <ThemeContext.Provider value={value}>{children}</ThemeContext.Provider>;
}

export function useTheme(): Theme {
  return useContext(ThemeContext);
}
