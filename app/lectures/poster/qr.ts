import { encodeQR } from "qr";

export interface QrDrawing {
  /** Modules a side, the quiet zone included. */
  size: number;
  /** SVG path data, one unit a module; what PDF draws too. */
  path: string;
}

/** The light modules around a code that readers need (ISO/IEC 18004 §9.1). */
const quietZone = 4;

/** A QR code of an address, with error correction M: a crease or a pin may hide a seventh of it. */
export function drawQr(address: string): QrDrawing {
  const modules = encodeQR(address, "raw", { ecc: "medium", border: quietZone });
  const path = modules.flatMap((row, y) =>
    darkRuns(row).map(([x, width]) => `M${x} ${y}h${width}v1h-${width}z`),
  );
  return { size: modules.length, path: path.join("") };
}

/** Where dark modules stand side by side in a row: first and how many. */
function darkRuns(row: readonly boolean[]): [number, number][] {
  const runs: [number, number][] = [];
  row.forEach((dark, x) => {
    const last = runs.at(-1);
    if (!dark) return;
    if (last && last[0] + last[1] === x) last[1] += 1;
    else runs.push([x, 1]);
  });
  return runs;
}
