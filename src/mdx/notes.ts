import type { Draft } from './draft.ts';
import { advise } from './draft.ts';

interface Line {
  readonly text: string;
  readonly line: number;
}

/** Advises of notes that no reader will see: those that nothing refers to, and all but the first of one name. */
export function checkNotes(draft: Draft, body: string): void {
  const lines = withoutCode(body);
  const notes = lines.flatMap(({ text, line }) => {
    const name = /^ {0,3}\[\^([^\]\s]+)\]:/.exec(text)?.[1];
    return name === undefined ? [] : [{ name, line }];
  });
  if (notes.length === 0) return;
  const references = lines.flatMap(({ text }) =>
    [...text.replace(/^ {0,3}\[\^[^\]\s]+\]:/, '').matchAll(/\[\^([^\]\s]+)\]/g)].map(([, name]) => key(name)),
  );
  const seen = new Set<string>();
  for (const { name, line } of notes) {
    const at = { position: { start: { line, column: 1 } } };
    if (seen.has(key(name))) {
      const hint = 'Give one of them another name.';
      advise(draft, 'repeated-footnote', at, `There is another note [^${name}]; this one is not shown.`, hint);
    } else if (!references.includes(key(name))) {
      const hint = `Write [^${name}] where it belongs, or take the note out.`;
      advise(draft, 'unused-footnote', at, `Nothing refers to the note [^${name}], so it is not shown.`, hint);
    }
    seen.add(key(name));
  }
}

/** Case does not tell names of notes apart. */
function key(name = ''): string {
  return name.toLowerCase();
}

/** The lines of a text that are not in a block of code between fences. */
function withoutCode(body: string): Line[] {
  let fence: string | undefined;
  return body.split('\n').flatMap((text, index) => {
    const mark = /^\s*(`{3,}|~{3,})/.exec(text)?.[1];
    if (fence === undefined && mark === undefined) return [{ text: text.replace(/`[^`]*`/g, ''), line: index + 1 }];
    if (fence === undefined) fence = mark;
    else if (mark?.startsWith(fence) === true) fence = undefined;
    return [];
  });
}
