import type { IncomingMessage, ServerResponse } from 'node:http';

/** A part of a file: the first and the last byte, counted from 0. */
export interface ByteRange {
  readonly start: number;
  readonly end: number;
}

/**
 * The part of a file that a request asks for (RFC 9110, 14.2).
 * @param header what the request says as `Range`
 * @param size of the whole file in bytes
 * @returns `undefined` for the whole file, also where several parts are asked for; `none` for a part that it does not have
 */
export function byteRange(header: string | undefined, size: number): ByteRange | 'none' | undefined {
  const [, from, to] = /^bytes=(\d*)-(\d*)$/.exec(header?.trim() ?? '') ?? [];
  if (from === undefined || to === undefined || from + to === '') return undefined;
  if (from === '')
    return Number(to) === 0 || size === 0 ? 'none' : { start: Math.max(0, size - Number(to)), end: size - 1 };
  if (to !== '' && Number(to) < Number(from)) return undefined;
  return Number(from) >= size ? 'none' : { start: Number(from), end: Math.min(Number(to || size), size - 1) };
}

/**
 * Says in an answer which part of a file it holds: browsers seek in films and sounds by asking for parts, and some play
 * none without.
 * @returns as {@link byteRange}
 */
export function answerPart(
  { method, headers }: IncomingMessage,
  response: ServerResponse,
  size: number,
): ByteRange | 'none' | undefined {
  response.setHeader('Accept-Ranges', 'bytes');
  const range = method === 'GET' ? byteRange(headers.range, size) : undefined;
  if (range === undefined) return undefined;
  response.statusCode = range === 'none' ? 416 : 206;
  const part = range === 'none' ? '*' : `${String(range.start)}-${String(range.end)}`;
  response.setHeader('Content-Range', `bytes ${part}/${String(size)}`);
  response.setHeader('Content-Length', range === 'none' ? 0 : range.end - range.start + 1);
  return range;
}
