import { extname } from 'node:path';
import { lookup } from 'mrmime';

/** Where the table of types says nothing, or something that browsers do with worse. */
const own: Readonly<Record<string, string>> = {
  xml: 'application/xml',
  opml: 'text/x-opml',
  ico: 'image/x-icon',
  m4v: 'video/mp4',
  flac: 'audio/flac',
};

/** What a server says of a file, by its ending: type and, for texts, that they are in UTF-8. */
export function mediaType(file: string): string {
  const ending = extname(file).slice(1).toLowerCase();
  const type = own[ending] ?? lookup(ending) ?? 'application/octet-stream';
  return /^text\/|^application\/xml$/.test(type) ? `${type}; charset=utf-8` : type;
}
