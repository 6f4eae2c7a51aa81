import { posix } from 'node:path';
import type { Import } from './source.ts';

/** What the files of one part of `src` may import; the first rule whose `room` begins a file's path holds. */
interface Rule {
  readonly room: string;
  /** Paths under `src` that may be imported, beside the room itself. */
  readonly may: readonly string[];
  /** Paths of which only types may be imported. */
  readonly types?: readonly string[];
  /** Packages that may be imported; `any` includes Node's own modules. */
  readonly packages: 'any' | readonly string[];
}

/** The rooms of the core, from the one that knows nothing of the others to the one that knows them all. */
export const CORE = 'problem locale site tag author series essay concept route link library feed metadata search'.split(
  ' ',
);

/** What a component may use: of the core only how words and dates are written, and the policy that every page states. */
const SEEN = ['components/', 'layouts/', 'styles/', 'client/', 'i18n/', 'core/locale/', 'core/site/policy.ts'];
const FONTS = ['@fontsource-variable/source-sans-3', '@fontsource-variable/source-serif-4'];

/** Who may import whom. */
export const RULES: readonly Rule[] = [
  ...CORE.map((room, index) => ({
    room: `core/${room}/`,
    may: CORE.slice(0, index).map((left) => `core/${left}/`),
    packages: ['zod', 'fastest-levenshtein'],
  })),
  { room: 'chain/engine/', may: [], types: ['chain/', 'core/problem/', 'core/locale/'], packages: [] },
  { room: 'chain/', may: ['core/problem/', 'core/locale/'], packages: ['zod'] },
  { room: 'env.d.ts', may: [], packages: ['astro'] },
  { room: 'mdx/', may: ['core/', 'vocabulary/'], packages: 'any' },
  { room: 'vocabulary/', may: ['core/', 'chain/', 'i18n/'], packages: ['preact', 'zod'] },
  // What a what-if writes is written by the functions that wrote the page, so that both say the same.
  { room: 'client/value-chain/', may: ['chain/', 'styles/chain-touched.css'], packages: [] },
  { room: 'client/', may: ['chain/engine/', 'core/locale/'], packages: [] },
  { room: 'i18n/', may: ['core/locale/'], packages: [] },
  { room: 'styles/', may: [], packages: FONTS },
  // The one component that renders an essay itself: the modules come from a virtual one, the names from the vocabulary.
  {
    room: 'components/FullLane.astro',
    may: [...SEEN, 'vocabulary/'],
    types: ['core/'],
    packages: ['astro', 'virtual'],
  },
  { room: 'components/', may: SEEN, types: ['core/'], packages: ['astro', 'preact', ...FONTS] },
  { room: 'layouts/', may: SEEN, types: ['core/'], packages: ['astro', 'preact'] },
  {
    room: 'pages/',
    may: ['build/stage.ts', 'components/', 'layouts/', 'styles/'],
    types: ['core/'],
    packages: ['astro'],
  },
  ...['build/', 'cli/'].map((room) => ({
    room,
    may: [
      'core/',
      'chain/',
      'mdx/',
      'vocabulary/',
      'i18n/',
      'client/',
      'components/',
      'layouts/',
      'styles/',
      'build/',
      'cli/',
    ],
    packages: 'any' as const,
  })),
];

/**
 * Why a file must not import something, or `undefined` when it may.
 * @param file path under `src`: `core/tag/tag.ts`
 */
export function objection(file: string, { from, typesOnly }: Import): string | undefined {
  const rule = RULES.find(({ room }) => file.startsWith(room));
  if (rule === undefined) return `${file} lies in no room that has a rule`;
  if (!from.startsWith('.')) return mayUse(rule, from) ? undefined : `${rule.room} may not use the package ${from}`;
  const target = posix.join(posix.dirname(file), from);
  const allowed = [rule.room, ...rule.may, ...(typesOnly ? (rule.types ?? []) : [])];
  if (allowed.some((room) => target.startsWith(room))) return undefined;
  const asType = rule.types?.some((room) => target.startsWith(room)) ?? false;
  return `${rule.room} may not import ${target}${asType ? ' except for types (import type)' : ''}`;
}

function mayUse({ packages }: Rule, from: string): boolean {
  if (packages === 'any') return true;
  return packages.some((name) => from === name || from.startsWith(`${name}/`) || from.startsWith(`${name}:`));
}
