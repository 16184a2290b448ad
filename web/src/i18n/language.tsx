// The user's language: as it was chosen here before, which is kept in this browser; else the registry's own, which is Japanese unless its configuration says otherwise.
import { createContext, useCallback, useContext, useEffect, useMemo, useState, type ReactNode } from "react";
import { translate, type Language, type T, type TextTable } from "./texts";
import { recall, remember } from "../memory";

interface Choice {
  language: Language;
  choose: (language: Language) => void;
  // The registry's own, for whom has chosen none here.
  suggest: (language: Language) => void;
}
const LanguageContext = createContext<Choice>({ language: "ja", choose: () => undefined, suggest: () => undefined });

export function LanguageProvider({ children, initial }: { children: ReactNode; initial?: Language }) {
  const [language, setLanguage] = useState<Language>(() => initial ?? (recall("language") === "en" ? "en" : "ja"));
  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);
  const choose = useCallback((next: Language) => {
    remember("language", next);
    setLanguage(next);
  }, []);
  const suggest = useCallback((next: Language) => {
    if (recall("language") === undefined) setLanguage(next);
  }, []);
  const value = useMemo(() => ({ language, choose, suggest }), [language, choose, suggest]);
  return <LanguageContext.Provider value={value}>{children}</LanguageContext.Provider>;
}

export function useLanguage(): Choice {
  return useContext(LanguageContext);
}

export function useTexts<Table extends TextTable>(table: Table): T<Table> {
  const { language } = useLanguage();
  return useMemo(() => translate(table, language), [table, language]);
}
