import { drawQr } from "./qr.ts";

/** A QR code, black on white in every theme, since readers want it so. `alt` says where it leads. */
export function QrCode({ address, alt, className }: { address: string; alt: string; className?: string }) {
  const { size, path } = drawQr(address);
  return (
    <svg
      role="img"
      aria-label={alt}
      viewBox={`0 0 ${size} ${size}`}
      shapeRendering="crispEdges"
      className={className}
    >
      <path fill="#fff" d={`M0 0h${size}v${size}H0z`} />
      <path fill="#000" d={path} />
    </svg>
  );
}
