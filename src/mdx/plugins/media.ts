import { isExternal } from '../../core/link/target.ts';
import type { Draft } from '../draft.ts';
import { report } from '../draft.ts';
import { literalOf } from '../literal.ts';
import type { Parent, Tag } from '../tree.ts';
import { attributeOf } from '../tree.ts';
import { takeTagLink } from './link.ts';

/** Attributes of films and sounds that hold addresses of files. */
const addresses: Readonly<Record<string, readonly string[]>> = {
  video: ['src', 'poster'],
  audio: ['src'],
  source: ['src'],
  track: ['src'],
};

/**
 * Takes the addresses of films, sounds and their subtitles as links: they are found in `public/`, whatever path the
 * site has. Other sites are not asked for them, and sizes of images are the build’s own business.
 */
export function takeMedia(draft: Draft, tag: Tag, block: Parent): void {
  const name = tag.name ?? '';
  for (const attribute of tag.attributes) {
    if (attribute.type === 'mdxJsxAttribute' && attribute.name.toLowerCase() === 'srcset') {
      const hint = 'Write <img src="…" alt="…"> alone: the build makes its sizes and formats.';
      report(draft, 'own-sizes', tag, `${attribute.name}= on <${name}> is not allowed.`, hint);
    }
  }
  const props = Object.hasOwn(addresses, name) ? (addresses[name] ?? []) : [];
  for (const prop of props) {
    const value = attributeOf(tag, prop)?.value;
    const address = typeof value === 'object' && value !== null ? literalOf(value.value) : value;
    if (typeof address === 'string' && isExternal(address)) {
      const hint = 'Put the file into public/ and write /file.mp4: readers are not sent to other sites without asking.';
      report(draft, 'remote-media', tag, `“${address}” lies on another site.`, hint);
    } else takeTagLink(draft, tag, prop, block);
  }
}
