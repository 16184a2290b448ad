import { useEffect, useState } from "react";
import { useLanguage } from "../../i18n/language";

// The name of an act in the user's language. The names come with the receipt checker's words, which are fetched when they are needed.
export function useActWord(): ((command: string) => string) | undefined {
  const { language } = useLanguage();
  const [word, setWord] = useState<(command: string) => string>();
  useEffect(() => {
    let here = true;
    void import("../../receipt/describe").then(({ actWord }) => here && setWord(() => (command: string) => actWord(command, language)));
    return () => {
      here = false;
    };
  }, [language]);
  return word;
}
