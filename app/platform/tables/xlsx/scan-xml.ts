import { decodeEntities } from "~/platform/plain-text.ts";
import { limits } from "../limits.ts";
import { TableRefused } from "../table.ts";

export interface XmlTag {
  /** Without its prefix. */
  name: string;
  attribute(name: string): string | undefined;
}

export interface XmlVisitor {
  open(tag: XmlTag): void;
  close(name: string): void;
  text?(text: string): void;
}

const tagName = /^[A-Za-z_][\w.-]*(?::[A-Za-z_][\w.-]*)?/;

/**
 * Walks through XML once, from front to end, keeping nothing: what it finds goes to the visitor, which may throw to
 * stop. A document that declares anything is refused, so that there are no entities but those of XML itself.
 */
export function scanXml(xml: string, visitor: XmlVisitor): void {
  const stack: string[] = [];
  let at = xml.startsWith("\ufeff") ? 1 : 0;
  while (at < xml.length) {
    const next = xml.indexOf("<", at);
    if (next > at || next < 0) visitor.text?.(decodeEntities(xml.slice(at, next < 0 ? xml.length : next)));
    if (next < 0) break;
    at =
      xml.startsWith("<!", next) || xml.startsWith("<?", next)
        ? beyondMarkup(xml, next, visitor)
        : beyondTag(xml, next, stack, visitor);
  }
  if (stack.length > 0) throw new TableRefused("brokenWorkbook");
}

function beyondMarkup(xml: string, at: number, visitor: XmlVisitor): number {
  if (xml.startsWith("<?", at)) return beyond(xml, "?>", at);
  if (xml.startsWith("<!--", at)) return beyond(xml, "-->", at + 4);
  if (!xml.startsWith("<![CDATA[", at)) throw new TableRefused("declaresEntities");
  const end = beyond(xml, "]]>", at);
  visitor.text?.(xml.slice(at + 9, end - 3));
  return end;
}

function beyondTag(xml: string, at: number, stack: string[], visitor: XmlVisitor): number {
  const end = endOfTag(xml, at + 1);
  const inside = xml.slice(at + 1, end);
  if (inside.startsWith("/")) {
    const name = localName(inside.slice(1).trim());
    if (stack.pop() !== name) throw new TableRefused("brokenWorkbook");
    visitor.close(name);
    return end + 1;
  }
  const full = tagName.exec(inside)?.[0];
  if (!full) throw new TableRefused("brokenWorkbook");
  const name = localName(full);
  visitor.open({ name, attribute: (wanted) => attributeIn(inside, wanted) });
  if (inside.endsWith("/")) visitor.close(name);
  else if (stack.push(name) > limits.xmlDepth) throw new TableRefused("brokenWorkbook");
  return end + 1;
}

/** A `>` may stand in the value of an attribute. */
function endOfTag(xml: string, from: number): number {
  let quote = "";
  for (let at = from; at < xml.length; at += 1) {
    const letter = xml[at] ?? "";
    if (quote) quote = letter === quote ? "" : quote;
    else if (letter === ">") return at;
    else if (letter === '"' || letter === "'") quote = letter;
  }
  throw new TableRefused("brokenWorkbook");
}

function attributeIn(tag: string, name: string): string | undefined {
  for (const [, full = "", double, single] of tag.matchAll(/([\w.:-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g))
    if (full === name || full.endsWith(`:${name}`)) return decodeEntities(double ?? single ?? "");
  return undefined;
}

function beyond(xml: string, mark: string, from: number): number {
  const end = xml.indexOf(mark, from);
  if (end < 0) throw new TableRefused("brokenWorkbook");
  return end + mark.length;
}

const localName = (name: string) => name.slice(name.indexOf(":") + 1);
