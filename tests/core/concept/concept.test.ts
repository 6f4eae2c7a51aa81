import { describe, expect, it } from 'vitest';
import { conceptSchema } from '../../../src/core/concept/concept.ts';
import { checked, faults } from '../folder.ts';

describe('the front matter of a concept', () => {
  it('needs a title and a description', () => {
    expect(checked(conceptSchema, { title: 'Takt', description: 'D' })).toEqual({
      title: 'Takt',
      description: 'D',
      synonyms: [],
      tags: [],
      aliases: [],
      draft: false,
    });
  });

  it.each<[object, string]>([
    [{ synonyms: [''] }, 'synonyms/0 wrong-value: synonyms.0 must not be empty.'],
    [{ synonim: [] }, 'synonim unknown-key: There is no key “synonim”. → Did you mean “synonyms”?'],
    [{ tags: ['a', 'a'] }, 'tags wrong-value: tags names “a” twice.'],
    [
      { updated: '2026-02-30' },
      'updated wrong-value: updated is “2026-02-30”, which is no date of the calendar; write it as 2026-03-14 or 2026-03-14T09:00:00Z.',
    ],
  ])('may not say %j', (more, line) => {
    expect(faults(conceptSchema, { title: 'T', description: 'D', ...more })).toEqual([line]);
  });
});
