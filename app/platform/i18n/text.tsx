import { createContext, type ReactNode, useContext, useMemo } from "react";
import { getText, type Text } from "./catalogue.ts";
import type { Locale } from "./languages.ts";

const TextContext = createContext<Text>(getText("en"));

export function TextProvider({
  locale,
  timeZone,
  children,
}: {
  locale: Locale;
  timeZone: string;
  children: ReactNode;
}) {
  const text = useMemo(() => getText(locale, timeZone), [locale, timeZone]);
  return <TextContext.Provider value={text}>{children}</TextContext.Provider>;
}

/** Texts and formats in the reader's language and zone. */
export function useText(): Text {
  return useContext(TextContext);
}
