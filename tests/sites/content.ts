import sharp from 'sharp';
import type { Files } from './folder.ts';

/** Front matter and text of a document. Values are YAML as it stands. */
export function mdx(front: Readonly<Record<string, string>>, body = 'Some words.'): string {
  const lines = Object.entries(front).map(([key, value]) => `${key}: ${value}`);
  return `---\n${lines.join('\n')}\n---\n\n${body}\n`;
}

/** An essay that has all it needs; `front` changes or adds keys. */
export function essay(title: string, body?: string, front: Readonly<Record<string, string>> = {}): string {
  return mdx({ title, description: `About ${title}.`, date: '2026-03-14', ...front }, body);
}

/** A concept or a page that has all it needs. */
export function note(title: string, body?: string, front: Readonly<Record<string, string>> = {}): string {
  return mdx({ title, description: `About ${title}.`, ...front }, body);
}

/** `site.yaml` with the least it must say; `keys` change or add some. */
export function siteYaml(keys: Readonly<Record<string, string>> = {}): string {
  const all = {
    schema: 'site/1',
    title: 'Tiny',
    description: 'A tiny site.',
    address: 'https://tiny.example/',
    languages: '[en, sv]',
    ...keys,
  };
  return Object.entries(all)
    .map(([key, value]) => `${key}: ${value}\n`)
    .join('');
}

/** A value chain of three activities, two of them inside the first. */
export function chainYaml(title = 'The work', last = 'Pack'): string {
  return `schema: value-chain/1
id: work
title: { en: ${title}, sv: Arbetet }
description: { en: What happens between order and parcel., sv: Det som händer mellan order och paket. }
views: [nested]
activities:
  - id: work
    label: { en: Work, sv: Arbete }
  - id: make
    parent: work
    label: { en: Make, sv: Tillverka }
  - id: pack
    parent: work
    label: { en: ${last}, sv: Packa }
`;
}

/** A picture of one colour. */
export function picture(colour: string): Promise<Buffer> {
  return sharp({ create: { width: 48, height: 32, channels: 3, background: colour } })
    .png()
    .toBuffer();
}

/** A site in two languages with one of everything but images. */
export const tinySite: Files = {
  'site.yaml': siteYaml(),
  'tags.yaml': 'schema: tags/1\ntags:\n  lean:\n    label: { en: Lean, sv: Resurssnålt }\n  flow:\n    label: { en: Flow, sv: Flöde }\n    parent: lean\n',
  'authors.yaml': 'schema: authors/1\nauthors:\n  ada:\n    name: Ada\n    default: true\n  grace:\n    name: Grace\n',
  'series.yaml': 'schema: series/1\nseries:\n  steps:\n    title: { en: Steps, sv: Steg }\n',
  'essays/first/en.mdx': essay('First', 'See [second](../second/).\n\n## A part\n\nText.', { tags: '[lean]' }),
  'essays/first/sv.mdx': essay('Första', 'Text.', { tags: '[lean]', slug: 'forsta' }),
  'essays/second/en.mdx': essay('Second', 'See [the part](../first/#a-part).', { tags: '[flow]', authors: '[grace]' }),
  'concepts/takt/en.mdx': note('Takt'),
  'pages/about/en.mdx': note('About'),
};
