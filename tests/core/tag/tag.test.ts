import { describe, expect, it } from 'vitest';
import { tagsSchema } from '../../../src/core/tag/tag.ts';
import { checked, faults } from '../folder.ts';

const tags = (tag: unknown, id = 'lean'): unknown => ({ schema: 'tags/1', tags: { [id]: tag } });

describe('the registry of tags', () => {
  it('holds all that can be said of a tag, under canonical language tags', () => {
    const tag = {
      label: { en: 'Lean', 'pt-br': 'Enxuto' },
      slug: { 'pt-br': 'enxuto' },
      synonyms: { en: ['lean production'] },
      parent: 'production',
      description: 'Flow.',
    };
    expect(checked(tagsSchema, tags(tag)).tags['lean']).toEqual({
      ...tag,
      label: { en: 'Lean', 'pt-BR': 'Enxuto' },
      slug: { 'pt-BR': 'enxuto' },
    });
  });

  it.each<[string, unknown, string]>([
    [
      'a file of another version',
      { schema: 'tags/2', tags: {} },
      'schema wrong-value: schema must be tags/1, but is “tags/2”.',
    ],
    [
      'an id with capitals',
      tags({ label: 'x' }, 'Lean'),
      'tags/Lean wrong-key: The key “Lean” in tags must be an id: lower-case letters a–z, digits and single hyphens, such as value-creation.',
    ],
    [
      'a tag without a label',
      tags({}),
      'tags/lean missing-key: tags.lean.label is missing. → Add label: … here. Keys here: label, slug, synonyms, parent, description.',
    ],
    [
      'a misspelt key',
      tags({ label: 'x', synonym: { en: ['y'] } }),
      'tags/lean/synonym unknown-key: There is no key “synonym” in tags.lean. → Did you mean “synonyms”?',
    ],
    [
      'an empty synonym',
      tags({ label: 'x', synonyms: { en: [' '] } }),
      'tags/lean/synonyms/en/0 wrong-value: tags.lean.synonyms.en.0 must not be empty.',
    ],
    [
      'a slug with a slash',
      tags({ label: 'x', slug: { en: 'a/b' } }),
      'tags/lean/slug/en wrong-value: tags.lean.slug.en must be one part of an address: lower-case letters and digits with hyphens between, such as look-up.',
    ],
  ])('refuses %s', (_, value, line) => {
    expect(faults(tagsSchema, value)).toEqual([line]);
  });
});
