import { posix } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { filesUnder, textOf } from './source.ts';

/** An essay of the sample site in one language: what its front matter says of time and place, and its links. */
interface Essay {
  readonly file: string;
  readonly date: string;
  readonly updated?: string;
  readonly tags: readonly string[];
  readonly series?: unknown;
  readonly links: readonly string[];
}

const essays = filesUnder('content/essays')
  .filter((file) => file.endsWith('.mdx'))
  .map((file): Essay => {
    const text = textOf(file);
    const front = parse(text.split('---\n')[1] ?? '') as Omit<Essay, 'file' | 'links'>;
    const links = [...text.matchAll(/\]\((\.\.\/[a-z-]+\/)/g)].map(([, to = '']) =>
      posix.join(posix.dirname(file), to, posix.basename(file)),
    );
    return { ...front, file, links };
  });

describe('the essays of the sample site', () => {
  it('link to nothing that appeared after they were last changed', () => {
    const early = essays.flatMap(({ file, date, updated, links }) =>
      links
        .filter((to) => (essays.find((essay) => essay.file === to)?.date ?? '') > (updated ?? date))
        .map((to) => `${file} → ${to}`),
    );
    expect(essays.flatMap(({ links }) => links).length).toBeGreaterThan(0);
    expect(early).toEqual([]);
  });

  it('agree with their translations in tags, series and the date of the last change', () => {
    const ids = [...new Set(essays.map(({ file }) => posix.dirname(file)))];
    const different = ids.filter((id) => {
      const said = essays
        .filter(({ file }) => posix.dirname(file) === id)
        .map(({ tags, series, updated }) => JSON.stringify([tags, series, updated]));
      return new Set(said).size > 1;
    });
    expect(different).toEqual([]);
  });
});
