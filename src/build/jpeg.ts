/** Markers of segments that the picture is decoded from: tables, frames, restarts, scans; of what programs add, the two that colours depend on. */
const [JFIF, ADOBE, SCAN, END] = [0xe0, 0xee, 0xda, 0xd9];
/** A JFIF head without a picture of its own in it. */
const plainHead = 16;

/**
 * A JPEG without anything but its picture (ITU-T T.81, annex B): what cameras and programs have written beside it (places,
 * names, thumbnails, films behind the end) is left out, and no pixel changes.
 * @returns `undefined` where the file is not as simple as that
 */
export function plainJpeg(bytes: Buffer): Buffer | undefined {
  if (bytes.readUInt16BE(0) !== 0xffd8) return undefined;
  const kept = [bytes.subarray(0, 2)];
  for (let at = 2; at + 2 <= bytes.length;) {
    const marker = markerAt(bytes, at);
    if (marker === END) return Buffer.concat([...kept, bytes.subarray(at, at + 2)]);
    if (marker === undefined || marker < 0xc0 || marker === 0xff || at + 4 > bytes.length) return undefined;
    const size = bytes.readUInt16BE(at + 2);
    if (marker === JFIF && size !== plainHead) return undefined;
    const next = marker === SCAN ? scanEnd(bytes, at + 2 + size) : at + 2 + size;
    if (isOfPicture(marker)) kept.push(bytes.subarray(at, next));
    at = next;
  }
  return undefined;
}

function markerAt(bytes: Buffer, at: number): number | undefined {
  return bytes[at] === 0xff ? bytes[at + 1] : undefined;
}

/** All but what programs may add (APPn, COM). */
function isOfPicture(marker: number): boolean {
  return marker === JFIF || marker === ADOBE || (marker < JFIF && marker >= 0xc0);
}

/** Where the first marker behind the data of a scan stands; in the data, 0xff is followed by 0 or numbers a restart. */
function scanEnd(bytes: Buffer, from: number): number {
  for (let at = bytes.indexOf(0xff, from); at >= 0; at = bytes.indexOf(0xff, at + 1)) {
    const after = bytes[at + 1] ?? 0;
    if (after !== 0 && after !== 0xff && (after < 0xd0 || after > 0xd7)) return at;
  }
  return bytes.length;
}
