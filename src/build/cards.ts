import { existsSync, readFileSync } from 'node:fs';
import { mkdir, readFile, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import sharp from 'sharp';
import { warning, type Problem } from '../core/problem/problem.ts';
import type { Knowledge } from '../core/library/knowledge.ts';
import { cards, type Card } from '../core/metadata/card.ts';
import { atOnce } from './at-once.ts';
import type { CardPress } from './card-drawing.ts';
import { digestOf } from './folder.ts';
import { isWritable, strangeLetters } from './letters.ts';
import { isSame, traitsOf, type FileTraits } from './kept-file.ts';
import type { Staging, StoredFile } from './output.ts';
import { recipeOf } from './project.ts';
import { readSealed, writeSealed } from './sealed.ts';

/** What came of the preview images. */
export interface WrittenCards {
  readonly count: number;
  /** How many were drawn now; the others were taken over. */
  readonly drawn: number;
  readonly problems: readonly Problem[];
}

/** Writes every preview image as PNG; one whose words have been drawn before is taken from the cache. */
export async function writeCards(knowledge: Knowledge, cache: string, staging: Staging): Promise<WrittenCards> {
  const recipe = cardRecipe();
  const store = new CardStore(cache);
  const all = cards(knowledge);
  await atOnce(all, 4, (card) => {
    const key = cardKey(card, recipe);
    return staging.link(card.route, key, () => store.file(card, key));
  });
  await store.prune(new Set(all.map((card) => cardKey(card, recipe))));
  return {
    count: all.length,
    drawn: store.drawn,
    problems: [...knowledge.languages.flatMap(unwritten), ...all.flatMap(cutShort)],
  };
}

/** Changes when the same words may give another image: with the code that draws, the fonts, what shapes and what paints. */
export function cardRecipe(): string {
  const code = ['cards', 'card-drawing', 'card-layout', 'text-outline', 'typeface'];
  return recipeOf(
    code.map((name) => `build/${name}.ts`),
    /harfbuzz|fontsource|bidi|wawoff|sharp/,
  );
}

/** Digest of all that a preview image is made of. */
export function cardKey({ route: _route, ...words }: Card, recipe: string): string {
  return digestOf(JSON.stringify([recipe, words]));
}

/** A preview image: 1200 × 630 pixels. The same words give the same bytes. */
export async function cardPng(svg: string): Promise<Buffer> {
  // A palette would halve the file and take four times as long.
  return sharp(Buffer.from(svg)).removeAlpha().png({ compressionLevel: 9 }).toBuffer();
}

/**
 * Preview images on disk; made where there is none. The name of a file tells what it was drawn from and the digest of
 * its bytes, so that it can stand in an output as it is and is known when somebody has changed it there.
 */
export class CardStore {
  drawn = 0;
  readonly #folder: string;
  readonly #running = new Map<string, Promise<StoredFile>>();
  #names: Promise<Map<string, string>> | undefined;
  /** Traits of files that were found whole, by their names. */
  #whole = new Map<string, FileTraits>();
  #press: CardPress | undefined;

  constructor(folder: string) {
    this.#folder = folder;
  }

  /** The file with the image of a card; two cards with the same words share it. */
  file(card: Card, key: string): Promise<StoredFile> {
    const running = this.#running.get(key) ?? this.#find(card, key).finally(() => this.#running.delete(key));
    this.#running.set(key, running);
    return running;
  }

  /** The image of a card. */
  async png(card: Card, key: string): Promise<Buffer> {
    return readFile((await this.file(card, key)).path);
  }

  /** Deletes what is needed no more, and writes down what is whole. */
  async prune(keys: ReadonlySet<string>): Promise<void> {
    const names = await readdir(this.#folder).catch(() => []);
    const spare = names.filter((name) => name !== record && !keys.has(keyIn(name)));
    await Promise.all(spare.map((name) => rm(join(this.#folder, name), { force: true })));
    const whole = [...this.#whole].filter(([name]) => keys.has(keyIn(name)));
    if (whole.length > 0) writeSealed(join(this.#folder, record), JSON.stringify(Object.fromEntries(whole)));
  }

  async #find(card: Card, key: string): Promise<StoredFile> {
    const names = await (this.#names ??= this.#read());
    const known = names.get(key);
    if (known !== undefined && this.#isWhole(known)) return this.#stored(known);
    const made = await this.#make(card);
    const name = `${key}.${digestOf(made)}.png`;
    await mkdir(this.#folder, { recursive: true });
    // Not into the damaged file: that one may stand in an output.
    await writeFile(join(this.#folder, `${name}.tmp`), made);
    await rename(join(this.#folder, `${name}.tmp`), join(this.#folder, name));
    names.set(key, name);
    this.#whole.set(name, traitsOf(join(this.#folder, name)));
    return this.#stored(name);
  }

  #stored(name: string): StoredFile {
    return { path: join(this.#folder, name), digest: digestIn(name) };
  }

  /** A file is read only where its traits do not tell that nobody has touched it: thousands of images are many bytes. */
  #isWhole(name: string): boolean {
    const path = join(this.#folder, name);
    const known = this.#whole.get(name);
    if (known !== undefined && isSame(path, known)) return true;
    if (!existsSync(path) || digestOf(readFileSync(path)) !== digestIn(name)) return false;
    this.#whole.set(name, traitsOf(path));
    return true;
  }

  /** Names of the files by the key in them. */
  async #read(): Promise<Map<string, string>> {
    const kept = readSealed(join(this.#folder, record)) ?? '{}';
    this.#whole = new Map(Object.entries(JSON.parse(kept) as Readonly<Record<string, FileTraits>>));
    const names = await readdir(this.#folder).catch(() => []);
    return new Map(names.map((name) => [keyIn(name), name]));
  }

  async #make(card: Card): Promise<Buffer> {
    // Fonts and the engine that shapes them are opened only when there is something to draw.
    const { CardPress: Press } = await import('./card-drawing.ts');
    this.#press ??= new Press();
    const { svg } = await this.#press.draw(card);
    this.drawn += 1;
    return cardPng(svg);
  }
}

/** Name of the file that says which of the others are whole. */
const record = 'whole.json';

function keyIn(name: string): string {
  return name.slice(0, name.indexOf('.'));
}

function digestIn(name: string): string {
  return name.split('.')[1] ?? '';
}

/** A warning for a title of which some letters cannot be drawn: what is left of it may say something else. */
function cutShort({ title, lang, route }: Card): Problem[] {
  const letters = isWritable(lang) ? strangeLetters(title) : [];
  if (letters.length === 0) return [];
  const message = `The preview image of “${title}” (${route}) leaves out ${letters.join(' ')}, since no font of ours has them.`;
  const hint =
    'Write the title so that it says the same without them; it is given to other sites as text all the same.';
  return [warning('preview-without-letters', {}, message, hint)];
}

/** A warning for a language whose letters no font of ours has. */
function unwritten(lang: string): Problem[] {
  if (isWritable(lang)) return [];
  return [
    warning(
      'preview-without-words',
      { file: 'site.yaml' },
      `Preview images in “${lang}” show the line without a title, since no font of ours has the letters.`,
      'Titles and descriptions are given to other sites as text all the same.',
    ),
  ];
}
