import type { RequestArgs } from "~/platform/context.ts";
import { type Reader, readerOf } from "~/platform/http/reader.server.ts";
import { getText, type Text } from "~/platform/i18n/catalogue.ts";
import { findViewer } from "./viewer.server.ts";

/** The language and zone of whoever asks: their own choice, else what the request suggests. */
export async function findReader(args: RequestArgs): Promise<Reader> {
  return readerOf(args, await findViewer(args));
}

/** Texts and formats for whoever asks. */
export async function findText(args: RequestArgs): Promise<Text> {
  const { locale, timeZone } = await findReader(args);
  return getText(locale, timeZone);
}
