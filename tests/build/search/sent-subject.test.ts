import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openFragments, type Kept } from '../../../src/build/fragments.ts';
import { receiveSubjects, sendSubject } from '../../../src/build/search/sent-subject.ts';
import type { Essay } from '../../../src/core/essay/essay.ts';
import type { SearchSubject } from '../../../src/core/search/record.ts';

let place: string;
beforeEach(() => {
  place = mkdtempSync(join(tmpdir(), 'throughline-texts-'));
});
afterEach(() => {
  rmSync(place, { recursive: true, force: true });
});

const sections = [{ text: 'One.' }, { id: 'two', heading: 'Two', text: 'Three.' }];
const outline = { headings: [], links: [], images: [], components: [], sections, ids: [], words: 2, excerpt: 'One.' };
const kept: Kept = { lane: 'fast', outline, html: '<p>One.</p>', problems: [], front: {}, places: {} };

function subject(digest: string): SearchSubject {
  const front = { title: 'T', description: 'D', date: new Date(0), tags: [], draft: false, aliases: [] };
  const own = { kind: 'essay', id: 'a', lang: 'en', file: 'essays/a/en.mdx', front, lines: {}, lane: 'fast', digest };
  return {
    document: { ...own, outline, fragment: '<p>One.</p>' } as unknown as Essay,
    url: '/en/a/',
    tags: [],
    topics: [],
  };
}

describe('a subject that is sent to another process', () => {
  it('has the same text there, which is read from the store where that has it', () => {
    const texts = openFragments(place);
    texts.put('known', kept);
    const sent = ['known', 'known 70 %'].map((digest) => structuredClone(sendSubject(subject(digest), texts)));
    expect(sent.map(({ document }) => document.outline.sections)).toEqual([[], sections]);
    const received = receiveSubjects(sent, place);
    expect(received.map(({ document }) => document.outline.sections)).toEqual([sections, sections]);
    expect(received.map(({ document }) => document.front.title)).toEqual(['T', 'T']);
  });

  it('takes its text along where there is no store', () => {
    const sent = structuredClone(sendSubject(subject('known')));
    expect(receiveSubjects([sent], undefined)[0]?.document.outline.sections).toEqual(sections);
  });

  it('whose text is gone is told, and not found without it', () => {
    const texts = openFragments(place);
    texts.put('known', kept);
    const sent = sendSubject(subject('known'), texts);
    rmSync(place, { recursive: true });
    expect(() => receiveSubjects([sent], place)[0]?.document.outline.sections).toThrow('essays/a/en.mdx');
  });
});
