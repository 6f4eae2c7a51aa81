import { describe, expect, it } from 'vitest';
import type { Problem } from '../../src/core/problem/problem.ts';
import { chainYaml, essay, mdx, note, picture, siteYaml, tinySite } from './content.ts';
import { ask, type Files } from './folder.ts';

/** What a fault is to be reported as: the whole rule and place, parts of the texts. */
interface Expected {
  readonly rule: string;
  /** `file`, `file:line` or `file:line:column`, as far as it can be known. */
  readonly at: string;
  readonly says: string;
  readonly hint?: string;
}

/** A fault: what is wrong, the files that make it, and everything that is reported. */
type Fault = readonly [what: string, files: Files, ...expected: readonly Expected[]];

const png = await picture('red');
/** Its beginning says what it is; the rest of it is not there. */
const torn = png.subarray(0, -30);
const third = 'essays/third/en.mdx';
const withText = (text: string): Files => ({ [third]: essay('Third', text) });
const withFront = (front: Readonly<Record<string, string>>): Files => ({ [third]: essay('Third', 'Text.', front) });

const yaml: readonly Fault[] = [
  [
    'invalid YAML in front matter, which is not blamed on those who link there',
    { 'essays/first/en.mdx': '---\ntitle: A: b\ndate: 2026-01-01\n---\n\nText.\n' },
    { rule: 'invalid-yaml', at: 'essays/first/en.mdx:2:8', says: 'cannot be read', hint: 'quotes' },
  ],
  [
    'invalid YAML in a registry, which is not blamed on those who use it',
    { 'tags.yaml': 'schema: tags/1\ntags:\n\tlean: x\n' },
    { rule: 'invalid-yaml', at: 'tags.yaml:3:1', says: 'a tab', hint: 'spaces' },
  ],
  [
    'a value that holds itself',
    { 'tags.yaml': 'schema: tags/1\ntags: &all\n  lean: *all\n' },
    { rule: 'invalid-yaml', at: 'tags.yaml:1:1', says: 'an alias stands inside the value that it names' },
  ],
  [
    'a chain and a page that cannot be read, which are not blamed on home and the navigation',
    {
      'chains/work.yaml': 'a: b: c\n',
      'pages/about/en.mdx': '---\ntitle: About\n---\n\nWords.\n',
      'site.yaml': siteYaml({ home: '{ chain: work }', navigation: '[{ page: about }]' }),
    },
    { rule: 'invalid-yaml', at: 'chains/work.yaml:1:4', says: 'cannot be read' },
    { rule: 'missing-key', at: 'pages/about/en.mdx:1', says: 'description is missing' },
  ],
  [
    'a chain that cannot be read, which is not blamed on the essay that shows it',
    { 'chains/work.yaml': 'a: b: c\n', ...withText('<ValueChain id="work" />\n\n[x](../../chains/work.yaml)') },
    { rule: 'invalid-yaml', at: 'chains/work.yaml:1:4', says: 'cannot be read' },
  ],
  [
    'words with a fault, without a list of all that are missing',
    { 'site.yaml': siteYaml({ languages: '[en, sv, ja]' }), 'i18n/ja.yaml': 'home: [\n' },
    { rule: 'invalid-yaml', at: 'i18n/ja.yaml:1:7', says: 'cannot be read' },
  ],
  [
    'site.yaml with a fault, and the rest of the folder all the same',
    { 'site.yaml': siteYaml({ accent: 'red' }), ...withText('[x](../nope/)') },
    { rule: 'broken-link', at: `${third}:7:1`, says: 'no essay “nope”' },
    { rule: 'wrong-value', at: 'site.yaml:6:1', says: 'accent must be a colour' },
  ],
  [
    'site.yaml that is no YAML, and the rest of the folder all the same',
    { 'site.yaml': 'title: [\n', ...withText('[x](../nope/)') },
    { rule: 'broken-link', at: `${third}:7:1`, says: 'no essay “nope”' },
    { rule: 'invalid-yaml', at: 'site.yaml:1:8', says: 'has no ]' },
  ],
  [
    'no site.yaml, and the rest of the folder all the same',
    { 'site.yaml': undefined, ...withText('[x](../nope/)') },
    { rule: 'broken-link', at: `${third}:7:1`, says: 'no essay “nope”' },
    { rule: 'missing-site', at: 'site.yaml', says: 'no site.yaml' },
  ],
  [
    'a folder of other things',
    Object.fromEntries([...Object.keys(tinySite).map((file) => [file, undefined]), ['notes.yaml', 'x: 1\n']]),
    { rule: 'missing-site', at: 'site.yaml', says: 'no site.yaml' },
  ],
];

const front: readonly Fault[] = [
  [
    'a missing title',
    { 'essays/second/en.mdx': mdx({ description: 'x', date: '2026-01-01' }) },
    { rule: 'missing-key', at: 'essays/second/en.mdx:1', says: 'title is missing', hint: 'Add title' },
  ],
  [
    'an impossible date',
    withFront({ date: '2026-02-30' }),
    { rule: 'wrong-value', at: `${third}:4:1`, says: '“2026-02-30”, which is no date of the calendar' },
  ],
  [
    'a date in the future without publish',
    withFront({ date: '2026-06-02' }),
    { rule: 'date-in-future', at: `${third}:4`, says: 'lies in the future', hint: 'publish:' },
  ],
  [
    'misspelt keys',
    { [third]: mdx({ titel: 'T', title: 'T', description: 'x', date: '2026-01-01', drafft: 'true' }), 'site.yaml': siteYaml({ acent: 'x' }) },
    { rule: 'unknown-key', at: `${third}:2:1`, says: '“titel”', hint: '“title”' },
    { rule: 'unknown-key', at: `${third}:6:1`, says: '“drafft”', hint: '“draft”' },
    { rule: 'unknown-key', at: 'site.yaml:6:1', says: '“acent”', hint: '“accent”' },
  ],
  [
    'no front matter at all',
    { [third]: 'Only text.\n' },
    { rule: 'missing-front-matter', at: `${third}:1`, says: 'no front matter', hint: '---' },
  ],
  [
    'front matter without an end, or after the beginning',
    { [third]: '---\ntitle: T\n\nText.\n', 'essays/fourth/en.mdx': `\n${essay('Fourth')}` },
    { rule: 'missing-front-matter', at: 'essays/fourth/en.mdx:2', says: 'does not begin with the file', hint: 'Delete' },
    { rule: 'missing-front-matter', at: `${third}:1`, says: 'has no end', hint: 'below its last key' },
  ],
  [
    'values that look right and are read as something else',
    withFront({ title: '42', draft: '"true"', tags: 'lean, flow', series: 'steps' }),
    { rule: 'wrong-value', at: `${third}:2:1`, says: 'a text, but is 42', hint: 'Put quotes around it: "42".' },
    { rule: 'wrong-value', at: `${third}:5:1`, says: 'true or false', hint: 'without quotes' },
    { rule: 'wrong-value', at: `${third}:6:1`, says: 'a list', hint: 'Write it in brackets: [lean, flow].' },
    { rule: 'wrong-value', at: `${third}:7:1`, says: 'a set of keys', hint: 'Its keys: id, part.' },
  ],
  [
    'invisible characters in texts',
    { ...withFront({ title: '"a\\u0007b"' }), 'site.yaml': siteYaml({ tagline: '{ en: "x\\u0000" }' }) },
    { rule: 'control-character', at: `${third}:2:8`, says: 'U+0007' },
    { rule: 'control-character', at: 'site.yaml:6:16', says: 'U+0000' },
  ],
  [
    'a planned part that stands twice',
    { 'series.yaml': 'schema: series/1\nseries:\n  steps:\n    title: Steps\n    planned: [{ part: 2, title: A }, { part: 2, title: B }]\n' },
    { rule: 'wrong-value', at: 'series.yaml:5:5', says: 'series.steps.planned has part 2 twice' },
  ],
  [
    'a misspelt key of a tag, with its place',
    { 'tags.yaml': 'schema: tags/1\ntags:\n  lean:\n    label: Lean\n    synonym: { en: [x] }\n  flow: { label: Flow }\n' },
    { rule: 'unknown-key', at: 'tags.yaml:5:5', says: '“synonym” in tags.lean', hint: '“synonyms”' },
  ],
];

const files: readonly Fault[] = [
  [
    'a file of a language that the site does not have',
    { 'essays/third/svv.mdx': essay('Third') },
    { rule: 'unknown-language', at: 'essays/third/svv.mdx', says: '“svv”', hint: 'sv.mdx' },
  ],
  [
    'words of a language that the site does not have',
    { 'i18n/se.yaml': 'home: Hem\n' },
    { rule: 'unknown-language', at: 'i18n/se.yaml', says: 'none of the site’s languages', hint: 'i18n/sv.yaml' },
  ],
  [
    'words with placeholders that are filled nowhere, or without one that is',
    { 'i18n/en.yaml': 'home: "{nope}"\nbyline: Written\nreadingTime: { one: A minute, other: "{cuont} minutes" }\nvalueChains:\n  fedBy: From {nam}\n' },
    { rule: 'wrong-placeholder', at: 'i18n/en.yaml:1:1', says: '{nope} stands in home', hint: 'no placeholders' },
    { rule: 'wrong-placeholder', at: 'i18n/en.yaml:2:1', says: 'byline does not say {', hint: 'Placeholders here: {' },
    { rule: 'wrong-placeholder', at: 'i18n/en.yaml:3:1', says: '{cuont} stands in readingTime', hint: '{count}' },
    { rule: 'wrong-placeholder', at: 'i18n/en.yaml:5:3', says: 'fedBy does not say {' },
    { rule: 'wrong-placeholder', at: 'i18n/en.yaml:5:3', says: '{nam} stands in fedBy' },
  ],
  [
    'a file that is not UTF-8',
    { [third]: Buffer.concat([Buffer.from(essay('Third', 'one\ntwo ')), Buffer.from([0xe9, 0x20])]) },
    { rule: 'not-utf-8', at: `${third}:9`, says: 'not UTF-8', hint: 'encoding' },
  ],
  [
    'files in UTF-16, with a mark and without',
    { [third]: Buffer.from(essay('Third'), 'utf16le'), 'tags.yaml': Buffer.from('\uFEFFtags: {}\n', 'utf16le') },
    { rule: 'not-utf-8', at: third, says: 'as in UTF-16', hint: 'encoding' },
    { rule: 'not-utf-8', at: 'tags.yaml', says: 'as in UTF-16', hint: 'encoding' },
  ],
  [
    'empty files',
    { [third]: '', 'essays/fourth/en.mdx': ' \n\n' },
    { rule: 'empty-file', at: 'essays/fourth/en.mdx', says: 'empty', hint: 'delete' },
    { rule: 'empty-file', at: third, says: 'empty', hint: 'delete' },
  ],
  [
    'value chains of another ending or at another place',
    { 'chains/work.yml': chainYaml(), 'chains/more/work.yaml': chainYaml() },
    { rule: 'misplaced-file', at: 'chains/more/work.yaml', says: 'not where', hint: 'chains/<id>.yaml' },
    { rule: 'not-yaml', at: 'chains/work.yml', says: '.yaml', hint: 'work.yaml' },
  ],
  [
    'settings of another ending',
    { 'site.yaml': undefined, 'site.yml': siteYaml() },
    { rule: 'missing-site', at: 'site.yaml', says: 'no site.yaml', hint: 'Rename site.yml' },
  ],
  [
    'the English name of a language, and the rest of the folder all the same',
    { 'site.yaml': siteYaml({ languages: '[english, en, sv]' }), ...withText('[x](../nope/)') },
    { rule: 'broken-link', at: `${third}:7:1`, says: 'no essay “nope”' },
    { rule: 'wrong-value', at: 'site.yaml:5:13', says: '“english”, which is no language tag' },
  ],
  [
    'ids that cannot stand in an address',
    { 'essays/a..b/en.mdx': essay('A'), 'essays/遅い工程/en.mdx': essay('C'), 'essays/Big/en.mdx': essay('B'), 'chains/A_b.yaml': chainYaml() },
    { rule: 'bad-id', at: 'chains/A_b.yaml', says: '“A_b”' },
    { rule: 'bad-id', at: 'essays/Big/en.mdx', says: '“Big”', hint: 'big' },
    { rule: 'bad-id', at: 'essays/a..b/en.mdx', says: '“a..b”', hint: 'a-b' },
    { rule: 'bad-id', at: 'essays/遅い工程/en.mdx', says: '“遅い工程”', hint: 'an-id' },
  ],
  [
    'documents with another ending or at another place',
    { 'essays/third/en.md': 'x', 'essays/fourth/EN.MDX': 'x', 'essays/en.mdx': essay('A'), 'tag.yaml': 'x: 1\n' },
    { rule: 'misplaced-file', at: 'essays/en.mdx', says: 'not where', hint: 'essays/<id>/<language>.mdx' },
    { rule: 'not-mdx', at: 'essays/fourth/EN.MDX', says: '.mdx' },
    { rule: 'not-mdx', at: 'essays/third/en.md', says: '.mdx', hint: 'en.mdx' },
    { rule: 'unknown-file', at: 'tag.yaml', says: 'tag.yaml', hint: 'tags.yaml' },
  ],
];

const slugs: readonly Fault[] = [
  [
    'a slug with a control character',
    withFront({ slug: '"a\\u0007b"' }),
    { rule: 'control-character', at: `${third}:5:7`, says: 'U+0007' },
  ],
  ...['..', 'a/b', '../../evil', '"a\\u202eb"', 'Big', 'a.html'].map((slug): Fault => [
    `the slug ${slug}`,
    withFront({ slug }),
    { rule: 'wrong-value', at: `${third}:5:1`, says: 'slug must be one part of an address' },
  ]),
  [
    'an alias that servers would take for a pattern',
    withFront({ aliases: '["/old/*"]' }),
    { rule: 'wrong-value', at: `${third}:5:11`, says: 'aliases.0 must be a plain path, without ?, #, *' },
  ],
  ...['/../../evil', '/a/../../evil', '/%2e%2e/evil', '/..'].map((alias): Fault => [
    `the alias ${alias}`,
    withFront({ aliases: `["${alias}"]` }),
    { rule: 'wrong-value', at: `${third}:5:11`, says: 'aliases.0 must not have empty parts, . or ..' },
  ]),
  [
    'words of addresses in site.yaml and i18n',
    { 'site.yaml': siteYaml({ urls: '{ en: { tags: ../x } }' }), 'i18n/en.yaml': 'urlSearch: ../../y\n' },
    { rule: 'wrong-value', at: 'i18n/en.yaml:1:1', says: 'urlSearch must be one part of an address' },
    { rule: 'wrong-value', at: 'site.yaml:6:15', says: 'urls.en.tags must be one part of an address' },
  ],
];

const unknown: readonly Fault[] = [
  [
    'a tag, an author and a series that nobody declares',
    withFront({ tags: '[leen]', authors: '[adda]', series: '{ id: stepz, part: 1 }' }),
    { rule: 'unknown-tag', at: `${third}:5`, says: '“leen”', hint: 'lean' },
    { rule: 'unknown-author', at: `${third}:6`, says: '“adda”', hint: 'ada' },
    { rule: 'unknown-series', at: `${third}:7`, says: '“stepz”', hint: 'steps' },
  ],
  [
    'a chain, a concept, a tag, a series and an author that do not exist',
    {
      'chains/work.yaml': chainYaml(),
      ...withText(
        '<ValueChain id="wrk" />\n\n[a](../../concepts/tackt/)\n[b](../../tags.yaml#leen)\n[c](../../series.yaml#stepz)\n[d](../../authors.yaml#adda)\n[e](../../chains/wrk.yaml)\n[f](../../chains/work.yaml#pakc)',
      ),
    },
    { rule: 'unknown-chain', at: `${third}:7:1`, says: '“wrk”', hint: 'work' },
    { rule: 'broken-link', at: `${third}:9:1`, says: 'concept “tackt”', hint: 'takt' },
    { rule: 'broken-link', at: `${third}:10:1`, says: 'tag “leen”', hint: 'lean' },
    { rule: 'broken-link', at: `${third}:11:1`, says: 'series “stepz”', hint: 'steps' },
    { rule: 'broken-link', at: `${third}:12:1`, says: 'author “adda”', hint: 'ada' },
    { rule: 'broken-link', at: `${third}:13:1`, says: 'value chain “wrk”', hint: 'work' },
    { rule: 'broken-link', at: `${third}:14:1`, says: 'activity “pakc”', hint: 'pack' },
  ],
];

const addresses: readonly Fault[] = [
  [
    'three essays with one slug',
    { [third]: essay('Third', '', { slug: 'first' }), 'essays/fourth/en.mdx': essay('Fourth', '', { slug: 'first' }) },
    {
      rule: 'same-address',
      at: 'essays/first/en.mdx',
      says: '/en/first/: essays/first/en.mdx (essay), essays/fourth/en.mdx (essay), essays/third/en.mdx (essay)',
    },
  ],
  [
    'an essay and a page',
    withFront({ slug: 'about' }),
    { rule: 'same-address', at: `${third}:5`, says: `/en/about/: ${third} (essay), pages/about/en.mdx (page)` },
  ],
  [
    'an essay and the word for tags',
    withFront({ slug: 'tags' }),
    { rule: 'same-address', at: `${third}:5`, says: `/en/tags/: ${third} (essay), page tags` },
  ],
  [
    'an alias and a page',
    withFront({ aliases: '[/en/about]' }),
    { rule: 'same-address', at: 'pages/about/en.mdx', says: `pages/about/en.mdx (page), ${third} (alias)` },
  ],
  [
    'two aliases',
    { [third]: essay('Third', '', { aliases: '[/old/]' }), 'pages/about/en.mdx': note('About', '', { aliases: '[/old]' }) },
    { rule: 'same-address', at: `${third}:5`, says: `/old/: ${third} (alias), pages/about/en.mdx (alias)` },
  ],
  [
    'public files and what is made',
    {
      'public/en/first/index.html': 'x',
      'public/en/feed.xml': 'x',
      'public/en/second': 'x',
      'public/sitemap.xml': 'x',
      'public/_astro/a.css': 'x',
      'public/pagefind/en/pagefind.js': 'x',
    },
    { rule: 'same-address', at: 'essays/first/en.mdx', says: 'essays/first/en.mdx (essay), public/en/first/index.html (public file)' },
    { rule: 'same-address', at: 'public/_astro/a.css', says: 'below /_astro/', hint: 'another name' },
    { rule: 'same-address', at: 'public/en/feed.xml', says: 'feed, public/en/feed.xml (public file)' },
    { rule: 'same-address', at: 'public/en/second', says: 'public/en/second (public file), essays/second/en.mdx (essay)' },
    { rule: 'same-address', at: 'public/pagefind/en/pagefind.js', says: 'below /pagefind/', hint: 'another name' },
    { rule: 'same-address', at: 'public/sitemap.xml', says: 'public/sitemap.xml (public file)' },
  ],
  [
    'aliases in folders that the site keeps for itself',
    withFront({ aliases: '[/_astro/old/, /pagefind/x.html, /astro/fine/]' }),
    { rule: 'same-address', at: `${third}:5`, says: 'below /_astro/', hint: 'another name' },
    { rule: 'same-address', at: `${third}:5`, says: 'below /pagefind/', hint: 'another name' },
  ],
  [
    'two tags, once and not for their feeds again',
    { 'tags.yaml': 'schema: tags/1\ntags:\n  lean: { label: Lean }\n  flow: { label: lean }\n' },
    { rule: 'same-address', at: 'tags.yaml', says: 'the tag “Lean”), tags.yaml (page of the tag “lean”)' },
  ],
];

const links: readonly Fault[] = [
  [
    'links that lead nowhere',
    withText('[a](../secnd/)\n[b](../first/#a-prt)\n[c](#nope)\n[d](/nope.pdf)\n[e](../../../x)\n[f](../second/sv.mdx)\n[g](../../toString)\n[h](../../constructor/x/)'),
    { rule: 'broken-link', at: `${third}:7:1`, says: 'no essay “secnd”', hint: 'second' },
    { rule: 'broken-link', at: `${third}:8:1`, says: 'a part that essays/first/en.mdx does not have', hint: 'a-part' },
    { rule: 'broken-link', at: `${third}:9:1`, says: '“#nope”' },
    { rule: 'broken-link', at: `${third}:10:1`, says: 'public/ has no such file' },
    { rule: 'broken-link', at: `${third}:11:1`, says: 'nothing that this folder holds' },
    { rule: 'broken-link', at: `${third}:12:1`, says: 'does not exist in sv', hint: 'en' },
    { rule: 'broken-link', at: `${third}:13:1`, says: 'nothing that this folder holds' },
    { rule: 'broken-link', at: `${third}:14:1`, says: 'nothing that this folder holds' },
  ],
  [
    'films that are not there, at the place where they are written',
    { 'public/a.mp4': 'film', ...withText('<video src="/a.mp4" poster="a.png">\n  <source src="b.mp4" />\n</video>') },
    { rule: 'broken-link', at: `${third}:7:1`, says: '“a.png” leads to nothing', hint: 'public/' },
    { rule: 'broken-link', at: `${third}:8:3`, says: '“b.mp4” leads to nothing', hint: 'public/' },
  ],
  [
    'links to a draft and to what is not yet published',
    {
      'essays/second/en.mdx': essay('Second', '', { draft: 'true' }),
      'essays/later/en.mdx': essay('Later', '', { publish: '2026-06-01T00:00:01Z' }),
      [third]: essay('Third', '[x](../later/)'),
    },
    { rule: 'broken-link', at: 'essays/first/en.mdx:8:5', says: '“second”, which is a draft', hint: 'Publish' },
    { rule: 'broken-link', at: `${third}:7:1`, says: '“later”, which is a draft or not yet published' },
  ],
];

const images: readonly Fault[] = [
  [
    'an image with more than one fault',
    withText('<img src="https://a.example/x.png" />\n\n![b](data:image/png;base64,AAAA)'),
    { rule: 'missing-alt', at: `${third}:7:1`, says: 'no text alternative' },
    { rule: 'remote-image', at: `${third}:7:1`, says: 'another site' },
    { rule: 'inline-image', at: `${third}:9:1`, says: 'data: address', hint: 'as a file' },
  ],
  [
    'images that are not there, say nothing, are none or are damaged inside',
    { 'essays/third/p.png': png, 'essays/third/q.png': 'no picture', 'essays/third/r.png': torn, ...withText('![a](nope.png)\n\n![](p.png)\n\n![c](q.png)\n\n![d](https://a.example/x.png)\n\n![e](r.png)') },
    { rule: 'missing-image', at: `${third}:7:1`, says: '“nope.png”', hint: 'p.png' },
    { rule: 'missing-alt', at: `${third}:9:1`, says: '“p.png” has no text alternative', hint: 'alt=""' },
    { rule: 'remote-image', at: `${third}:13:1`, says: 'another site' },
    { rule: 'broken-image', at: 'essays/third/q.png', says: 'cannot be used' },
    { rule: 'broken-image', at: 'essays/third/r.png', says: 'cannot be used' },
  ],
  [
    'images of a kind that pages do not show',
    { 'essays/third/p.bmp': 'BM', ...withText('![a](p.bmp)') },
    { rule: 'unknown-image-kind', at: `${third}:7:1`, says: '“p.bmp”', hint: 'PNG' },
  ],
  [
    'covers',
    { [third]: essay('Third', '', { cover: '{ src: nope.png, alt: A }' }), 'essays/fourth/en.mdx': essay('Fourth', '', { cover: '{ src: p.png }' }) },
    { rule: 'missing-key', at: 'essays/fourth/en.mdx:5:1', says: 'cover.alt is missing' },
    { rule: 'missing-image', at: `${third}:5:1`, says: '“nope.png”' },
  ],
];

const text: readonly Fault[] = [
  [
    'style and event attributes, scripts and frames',
    withText('<p style="color:red">a</p>\n\n<p style={{ color: "red" }}>b</p>\n\n<button onclick="c()">c</button>\n\n<script>d()</script>\n\n<iframe src="https://a.example/" />'),
    { rule: 'style-attribute', at: `${third}:7:1`, says: 'style= on <p>' },
    { rule: 'style-attribute', at: `${third}:9:1`, says: 'style= on <p>' },
    { rule: 'event-attribute', at: `${third}:11:1`, says: 'onclick= on <button>' },
    { rule: 'forbidden-element', at: `${third}:13:1`, says: '<script>' },
    { rule: 'forbidden-element', at: `${third}:15:1`, says: '<iframe>' },
  ],
  [
    'components and props that do not exist',
    withText('<Figur src="x" />\n\n<Aside titel="x">a</Aside>\n\n<Aside kind="loud">b</Aside>\n\n<ValueChain />'),
    { rule: 'unknown-component', at: `${third}:7:1`, says: '<Figur>', hint: '<Figure>' },
    { rule: 'unknown-prop', at: `${third}:9:1`, says: 'titel', hint: 'title' },
    { rule: 'wrong-prop', at: `${third}:11:1`, says: 'kind of <Aside>' },
    { rule: 'missing-prop', at: `${third}:13:1`, says: 'needs id' },
  ],
  ['an expression that never ends', withText('One.\n\na {b'), { rule: 'mdx-syntax', at: `${third}:9:3`, says: '' , hint: '\\{' }],
  ['a tag that is never closed', withText('One.\n\n<Quote>\n\nTwo.'), { rule: 'mdx-syntax', at: `${third}:9:1`, says: '<Quote>' }],
  ['an expression that fails', withText('{nobody}'), { rule: 'failing-expression', at: `${third}:7:1`, says: 'nobody' }],
];

const order: readonly Fault[] = [
  [
    'two essays that are one part of a series',
    {
      [third]: essay('Third', '', { series: '{ id: steps, part: 1 }' }),
      'essays/fourth/en.mdx': essay('Fourth', '', { series: '{ id: steps, part: 1 }' }),
    },
    { rule: 'same-part', at: `${third}:5`, says: 'essays/fourth/en.mdx and essays/third/en.mdx are both part 1' },
  ],
  [
    'a parent that nobody declares, and a label that a language needs',
    { 'tags.yaml': 'schema: tags/1\ntags:\n  lean:\n    label: { en: Lean }\n  flow:\n    label: Flow\n    parent: leen\n' },
    { rule: 'missing-label', at: 'tags.yaml:4:5', says: '“lean” is used in sv', hint: 'sv:' },
    { rule: 'unknown-tag', at: 'tags.yaml:7:5', says: '“leen”', hint: 'lean' },
  ],
  [
    'synonyms that lead to two tags',
    { 'tags.yaml': 'schema: tags/1\ntags:\n  lean:\n    label: Lean\n    synonyms: { en: [Pull, Flow, lean] }\n  flow:\n    label: Flow\n    synonyms: { en: [pull], sv: [Pull] }\n' },
    { rule: 'same-synonym', at: 'tags.yaml:5:28', says: '“Flow” of the tag “lean” leads to the tag “flow” in en', hint: 'take it away' },
    { rule: 'same-synonym', at: 'tags.yaml:8:22', says: '“pull” of the tag “flow” leads to the tag “lean” in en' },
  ],
  [
    'settings that name what is not there, and authors that cannot all be the default',
    {
      'site.yaml': siteYaml({ navigation: '[tags, { page: abuot }]', home: '{ chain: wrk }' }),
      'authors.yaml': 'schema: authors/1\nauthors:\n  ada: { name: Ada, default: true }\n  grace:\n    name: Grace\n    default: true\n',
    },
    { rule: 'two-default-authors', at: 'authors.yaml:6:5', says: 'ada, grace' },
    { rule: 'unknown-page', at: 'site.yaml:6:20', says: '“abuot”', hint: 'about' },
    { rule: 'unknown-chain', at: 'site.yaml:7:9', says: '“wrk”' },
  ],
  [
    'tags that are each other’s parents',
    { 'tags.yaml': 'schema: tags/1\ntags:\n  lean: { label: Lean, parent: flow }\n  flow: { label: Flow, parent: lean }\n' },
    { rule: 'circular-tags', at: 'tags.yaml:3:24', says: 'each other’s parents' },
  ],
];

const sections = { yaml, front, files, slugs, unknown, addresses, links, images, text, order };

describe.each(Object.entries(sections))('a folder with faults in its %s', (_name, faults) => {
  const table = faults.map(([what, changes, ...expected]) => ({ what, changes, expected }));
  it.each(table)('tells of $what', async ({ changes, expected }) => {
    const { problems } = await ask({ ...tinySite, ...changes });
    expect(problems.filter(({ severity }) => severity === 'error').map(shown)).toEqual(expected.map(matching));
  });
});

it('reports the faults of all files together, in the order of the files', async () => {
  const all: Record<string, string | Uint8Array | undefined> = { ...tinySite };
  for (const [index, changes] of [withText('{nobody}'), withText('[x](../nope/)'), withFront({ date: '2026-02-30' })].entries()) {
    all[`essays/bad-${String(index)}/en.mdx`] = changes[third];
  }
  const { problems } = await ask({ ...all, 'authors.yaml': 'x', 'tags.yaml': '', 'essays/bad-4/xx.mdx': essay('X') });
  expect(problems.map(({ file, rule }) => `${file ?? ''} ${rule}`)).toEqual([
    'authors.yaml wrong-value',
    'essays/bad-0/en.mdx failing-expression',
    'essays/bad-1/en.mdx broken-link',
    'essays/bad-2/en.mdx wrong-value',
    'essays/bad-4/xx.mdx unknown-language',
    'tags.yaml empty-file',
  ]);
});

it('finds nothing wrong in the folder that all these are made from', async () => {
  expect((await ask(tinySite)).problems).toEqual([]);
});

function shown({ rule, file, line, column, message, hint }: Problem): Record<string, string | undefined> {
  return { rule, at: [file, line, column].filter((part) => part !== undefined).join(':'), message, hint };
}

function matching({ rule, at, says, hint }: Expected): unknown {
  const hinted = hint === undefined ? {} : { hint: expect.stringContaining(hint) as string };
  return expect.objectContaining({ rule, at, message: expect.stringContaining(says) as string, ...hinted });
}
