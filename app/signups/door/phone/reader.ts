/** Reads a code from a picture, in a thread of its own; for browsers that have no reader. */
import decodeQR from "qr/decode.js";

addEventListener("message", ({ data }: MessageEvent<ImageData>) => {
  postMessage(read(data));
});

function read(picture: ImageData): string | null {
  try {
    return decodeQR(picture);
  } catch {
    // Most pictures show no code.
    return null;
  }
}
