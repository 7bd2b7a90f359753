import { readFormWithin } from "~/platform/http/upload.server.ts";
import { limits } from "./limits.ts";

export interface Upload {
  /** Null where nothing was sent. */
  content: Uint8Array | null;
  /** What was pasted, to stand in its field again. */
  pasted: string;
}

/** Room for the fields around a file of the largest size. */
const overhead = 64 * 1024;

/** The file of the import form, or what was pasted into it; null when it is larger than a schedule may be. */
export async function readUpload(request: Request): Promise<Upload | null> {
  const form = await readFormWithin(request, limits.fileBytes + overhead);
  if (!form) return null;
  const file = form.get("file");
  const pasted = String(form.get("pasted") ?? "");
  if (file instanceof File && file.size > 0) {
    return { content: new Uint8Array(await file.arrayBuffer()), pasted: "" };
  }
  return { content: pasted.trim() === "" ? null : new TextEncoder().encode(pasted), pasted };
}
