/**
 * Draws the page's icons: the mark of public/favicon.svg as PNG in the sizes that installing asks for. Run with
 * `npm run icons` after the mark has changed; what it writes is kept with the sources.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { deflateSync } from 'node:zlib';

const GROUND = [0x0d, 0x66, 0x72];
const MARK = [0xff, 0xff, 0xff];
/** The drawing's own units: a square of 32, as in the SVG. */
const UNITS = 32;

/** Distances to the edge of each shape, negative inside. */
const circle = (x, y, cx, cy, r) => Math.hypot(x - cx, y - cy) - r;
const line = (x, y, x1, y1, x2, y2, width) => {
  const along = Math.max(0, Math.min(1, ((x - x1) * (x2 - x1) + (y - y1) * (y2 - y1)) / ((x2 - x1) ** 2 + (y2 - y1) ** 2)));
  return Math.hypot(x - x1 - along * (x2 - x1), y - y1 - along * (y2 - y1)) - width / 2;
};
const square = (x, y, corner) => {
  const dx = Math.abs(x - UNITS / 2) - UNITS / 2 + corner;
  const dy = Math.abs(y - UNITS / 2) - UNITS / 2 + corner;
  return Math.hypot(Math.max(dx, 0), Math.max(dy, 0)) + Math.min(Math.max(dx, dy), 0) - corner;
};
const mark = (x, y) => Math.min(line(x, y, 7, 12, 25, 12, 3.4), line(x, y, 16, 12, 16, 25, 3.4), circle(x, y, 16, 12, 3.6));

/** How much of a pixel a shape covers. */
const cover = (distance, pixelsPerUnit) => Math.max(0, Math.min(1, 0.5 - distance * pixelsPerUnit));

/** Rows of RGBA. A corner of 0 fills the square; the mark is drawn smaller where its edge may be cut off. */
function draw(size, corner, markSize) {
  const scale = size / UNITS;
  const rows = [];
  for (let py = 0; py < size; py++) {
    const row = Buffer.alloc(size * 4);
    for (let px = 0; px < size; px++) {
      const x = (px + 0.5) / scale;
      const y = (py + 0.5) / scale;
      const toMark = (v) => (v - UNITS / 2) / markSize + UNITS / 2;
      const white = cover(mark(toMark(x), toMark(y)) * markSize, scale);
      const alpha = corner === 0 ? 1 : cover(square(x, y, corner), scale);
      for (let c = 0; c < 3; c++) row[px * 4 + c] = Math.round(GROUND[c] + (MARK[c] - GROUND[c]) * white);
      row[px * 4 + 3] = Math.round(alpha * 255);
    }
    rows.push(Buffer.from([0]), row);
  }
  return Buffer.concat(rows);
}

const crcTable = Uint32Array.from({ length: 256 }, (_, n) => {
  let c = n;
  for (let k = 0; k < 8; k++) c = c & 1 ? 0xedb88320 ^ (c >>> 1) : c >>> 1;
  return c;
});
const crc = (bytes) => {
  let c = 0xffffffff;
  for (const byte of bytes) c = crcTable[(c ^ byte) & 0xff] ^ (c >>> 8);
  return (c ^ 0xffffffff) >>> 0;
};

function chunk(type, data) {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const out = Buffer.alloc(body.length + 8);
  out.writeUInt32BE(data.length, 0);
  body.copy(out, 4);
  out.writeUInt32BE(crc(body), body.length + 4);
  return out;
}

function png(size, pixels) {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(size, 0);
  head.writeUInt32BE(size, 4);
  head.set([8, 6, 0, 0, 0], 8);
  return Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), chunk('IHDR', head), chunk('IDAT', deflateSync(pixels, { level: 9 })), chunk('IEND', Buffer.alloc(0))]);
}

const folder = new URL('../public/icons/', import.meta.url);
mkdirSync(folder, { recursive: true });
for (const [name, size, corner, markSize] of [
  ['icon-192.png', 192, 7, 1],
  ['icon-512.png', 512, 7, 1],
  ['maskable-512.png', 512, 0, 0.76],
  ['apple-touch-180.png', 180, 0, 0.86],
]) {
  writeFileSync(new URL(name, folder), png(size, draw(size, corner, markSize)));
}
