import { describe, expect, it } from 'vitest';
import { typeset } from '../../src/mdx/plugins/typeset.ts';
import { htmlOf } from './compiled.ts';

describe('quotes, dashes and spaces', () => {
  it.each([
    ['en', `"Yes," she said.`, '“Yes,” she said.'],
    ['en', `She said "yes 'and' no".`, 'She said “yes ‘and’ no”.'],
    ['en', `it's the dogs' bone`, 'it’s the dogs’ bone'],
    ['en', `the '90s and rock 'n' roll`, 'the ’90s and rock ‘n’ roll'],
    ['en', `("in brackets")`, '(“in brackets”)'],
    ['en', `a "b" "c"`, 'a “b” “c”'],
    ['en', `a 12" pipe`, 'a 12" pipe'],
    ['en', `key="value"`, 'key=“value”'],
    ['en', `1914--1918, so --- well...`, '1914–1918, so — well…'],
    ['en', `use --cold and ----`, 'use --cold and ----'],
    ['en-GB', `"a"`, '“a”'],
    ['sv', `"Ja", sa 'hon'.`, '”Ja”, sa ’hon’.'],
    ['fi', `"Kyllä"`, '”Kyllä”'],
    ['de', `"Ja 'doch'"`, '„Ja ‚doch‘“'],
    ['fr', `"Oui" : l'eau ; quoi ? ah !`, '«\u202FOui\u202F»\u00A0: l’eau\u202F; quoi\u202F? ah\u202F!'],
    ['fr', '« mot »', '«\u202Fmot\u202F»'],
    ['fr', `dit "qu'il" `, 'dit «\u202Fqu’il\u202F» '],
    ['ja', `"a" it's`, `"a" it's`],
    ['und', `"a" -- b`, '"a" – b'],
  ])('in %s: %s', (lang, written, set) => {
    expect(typeset([written], lang).join('')).toBe(set);
  });

  it.each([
    [`"See *this*"`, '<p>“See <em>this</em>”</p>'],
    [`*"This"*, he said`, '<p><em>“This”</em>, he said</p>'],
    ['"`code`"', '<p>“<code>code</code>”</p>'],
    [`"[look](x)" it`, '<p>“<a href="{l0}">look</a>” it</p>'],
    ['`"a" -- b`', '<p><code>"a" -- b</code></p>'],
    [`- "a\n- b"`, '<ul>\n<li>“a</li>\n<li>b”</li>\n</ul>'],
    [`<kbd>"</kbd> and "x"`, '<p><kbd>"</kbd> and “x”</p>'],
    [`see https://example.org/a--b "x"`, '<p>see <a href="{l0}">https://example.org/a--b</a> “x”</p>'],
    [`![a "b"](c.png "d--e")`, '<img src="{i0}" alt="a “b”" title="d--e">'],
  ])('pair across the elements of a paragraph: %s', async (body, html) => {
    expect(await htmlOf(body)).toBe(html);
  });

  it('follow the language of a tag', async () => {
    const html = await htmlOf('She said "<span lang="fr">c\'est "bon" ?</span>".');
    expect(html).toBe('<p>She said “<span lang="fr">c’est «\u202Fbon\u202F»\u202F?</span>”.</p>');
  });

  it('reach the props that readers see', async () => {
    expect(await htmlOf(`<Aside title="It's">x</Aside>`)).toContain('<p class="aside-title">It’s</p>');
  });
});
