import type { Page } from "./page.ts";

/** As much of a camera's picture as a code needs. */
const side = 480;
const pause = 150;
/** The same code is not read again so soon. */
const quiet = 4_000;

type Read = (canvas: HTMLCanvasElement) => Promise<string | null>;

/** The button that opens the camera, and what it sees read until a code is found. */
export function prepareScan(page: Page, found: (text: string) => void): void {
  if (!navigator.mediaDevices?.getUserMedia) return;
  const view = page.find("[data-scan-view]");
  const button = page.find("[data-scan-button]") as HTMLButtonElement;
  const label = button.lastChild as Text;
  const video = page.find("[data-scan-view] video") as HTMLVideoElement;
  const note = page.find("[data-scan-note]");
  page.find("[data-scan]").hidden = false;
  let stream: MediaStream | null = null;

  function stop(): void {
    for (const track of stream?.getTracks() ?? []) track.stop();
    stream = null;
    view.hidden = true;
    label.textContent = page.words.scan;
  }

  async function open(): Promise<void> {
    note.textContent = "";
    try {
      stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: "environment" } });
    } catch (error) {
      const reason = error instanceof Error ? `${error.name}.` : "";
      note.textContent = page.words.noCamera.replace("{reason}", reason);
      return;
    }
    label.textContent = page.words.scanStop;
    view.hidden = false;
    video.srcObject = stream;
    await video.play();
    await look(await readerOf(page.urls.reader), stream);
  }

  async function look(read: Read, mine: MediaStream): Promise<void> {
    const canvas = document.createElement("canvas");
    canvas.width = canvas.height = side;
    let last = { text: "", at: 0 };
    while (stream === mine) {
      draw(video, canvas);
      const text = await read(canvas).catch(() => null);
      const isNew = text !== last.text || Date.now() - last.at > quiet;
      if (text && isNew) {
        last = { text, at: Date.now() };
        navigator.vibrate?.(80);
        found(text);
      }
      await new Promise((resolve) => setTimeout(resolve, pause));
    }
  }

  button.addEventListener("click", () => (stream ? stop() : open()));
  document.addEventListener("visibilitychange", () => document.hidden && stop());
}

/** The middle of the picture, as a square. */
function draw(video: HTMLVideoElement, canvas: HTMLCanvasElement): void {
  const { videoWidth: width, videoHeight: height } = video;
  const size = Math.min(width, height);
  const context = canvas.getContext("2d", { willReadFrequently: true });
  context?.drawImage(video, (width - size) / 2, (height - size) / 2, size, size, 0, 0, side, side);
}

interface Detector {
  detect(source: HTMLCanvasElement): Promise<{ rawValue: string }[]>;
}
type DetectorClass = (new (options: {
  formats: string[];
}) => Detector) & {
  getSupportedFormats(): Promise<string[]>;
};

/** The browser's own reader where it has one, otherwise ours in a thread of its own. */
async function readerOf(address: string): Promise<Read> {
  const { BarcodeDetector } = window as { BarcodeDetector?: DetectorClass };
  const formats = (await BarcodeDetector?.getSupportedFormats().catch(() => [])) ?? [];
  if (BarcodeDetector && formats.includes("qr_code")) {
    const detector = new BarcodeDetector({ formats: ["qr_code"] });
    return async (canvas) => (await detector.detect(canvas))[0]?.rawValue ?? null;
  }
  const worker = new Worker(address, { type: "module" });
  return (canvas) =>
    new Promise((resolve) => {
      worker.onmessage = ({ data }: MessageEvent<string | null>) => resolve(data);
      const picture = canvas.getContext("2d")?.getImageData(0, 0, side, side);
      worker.postMessage(picture);
    });
}
