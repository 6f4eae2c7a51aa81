import { luckOf, type Luck } from './luck.ts';
import { languages, writerOf, type Lang, type Writer } from './prose.ts';

/** A made-up site: the same seed and number of essays give the same texts, whoever is to build it. */
export interface Corpus {
  /** Essays, each in every language; pages of essays are `essays × languages.length`. */
  readonly essays: number;
  readonly tags: readonly Tag[];
  readonly authors: readonly string[];
  /** Ids of the value chains that essays show. */
  readonly chains: readonly string[];
  readonly essay: (index: number, lang: Lang) => EssayPlan;
  /** The text after the front matter. */
  readonly body: (plan: EssayPlan, dialect: Dialect) => string;
}

/** A topic, with its name per language. */
export interface Tag {
  readonly id: string;
  readonly label: Readonly<Record<Lang, string>>;
}

/** What is known of an essay before its text. */
export interface EssayPlan {
  readonly index: number;
  readonly id: string;
  readonly lang: Lang;
  readonly title: string;
  readonly description: string;
  /** Day of publication: `2021-04-20`. */
  readonly date: string;
  readonly tags: readonly string[];
  readonly author: string;
  /** Id of a value chain it shows: every tenth essay. */
  readonly chain: string | undefined;
  /** Name of an image beside it: every fifth essay. */
  readonly image: string | undefined;
}

/** How a generator writes what Markdown has no common form for. */
export interface Dialect {
  /** Address of an essay, as it is written in another one of the same language. */
  readonly address: (id: string, lang: Lang) => string;
  readonly diagram: (chain: string) => string;
  readonly image: (name: string, alt: string, plan: EssayPlan) => string;
}

const tagCount = 24;
const authorCount = 4;
const chainCount = 8;
const sections = 5;
const day = 86_400_000;

/** Plans a corpus. Nothing is kept of an essay that has been asked for. */
export function makeCorpus(essays: number, seed = 1): Corpus {
  const writers = Object.fromEntries(languages.map((lang) => [lang, writerOf(lang, seed)])) as Record<Lang, Writer>;
  const tags = Array.from({ length: tagCount }, (_, index) => tagOf(index, writers, seed));
  const chains = Array.from({ length: chainCount }, (_, index) => `chain-${String(index + 1)}`);
  const authors = Array.from({ length: authorCount }, (_, index) => `author-${String(index + 1)}`);
  const luckFor = (what: string, index: number): Luck => luckOf(`${what} ${String(seed)} ${String(index)}`);
  return {
    essays,
    tags,
    authors,
    chains,
    essay(index, lang) {
      const shared = luckFor('plan', index);
      const own = luckFor(`title ${lang}`, index);
      return {
        index,
        id: essayId(index),
        lang,
        title: writers[lang].title(own),
        description: `${writers[lang].sentence(own)}.`,
        date: new Date(Date.UTC(2016, 0, 1) + Math.floor((index * 3600 * day) / Math.max(essays, 1)))
          .toISOString()
          .slice(0, 10),
        tags: [...new Set([shared, shared, shared].map((luck) => luck.pick(tags).id))],
        author: shared.pick(authors),
        chain: index % 10 === 3 ? shared.pick(chains) : undefined,
        image: index % 5 === 1 ? 'picture.jpg' : undefined,
      };
    },
    body: (plan, dialect) =>
      bodyOf(plan, dialect, writers[plan.lang], luckFor(`body ${plan.lang}`, plan.index), essays),
  };
}

/** The folder of an essay. */
export function essayId(index: number): string {
  return `essay-${String(index + 1).padStart(5, '0')}`;
}

function tagOf(index: number, writers: Readonly<Record<Lang, Writer>>, seed: number): Tag {
  const labels = languages.map((lang) => {
    const luck = luckOf(`tag ${String(seed)} ${String(index)} ${lang}`);
    return [lang, `${writers[lang].title(luck).split(' ').slice(0, 2).join(' ')} ${String(index + 1)}`];
  });
  return { id: `topic-${String(index + 1)}`, label: Object.fromEntries(labels) as Record<Lang, string> };
}

function bodyOf(plan: EssayPlan, dialect: Dialect, writer: Writer, luck: Luck, essays: number): string {
  const parts = [writer.paragraph(luck, 500)];
  for (let section = 0; section < sections; section += 1) {
    parts.push(`## ${writer.title(luck)}`, writer.paragraph(luck, 420));
    parts.push(`${noted(writer, luck, section)} ${linked(plan, dialect, writer, luck, essays)}`);
    parts.push(special(section, plan, dialect, writer, luck), writer.paragraph(luck, 360));
  }
  const notes = Array.from({ length: sections }, (_, at) => `[^n${String(at)}]: ${writer.sentence(luck)}.`);
  return `${[...parts.filter((part) => part !== ''), ...notes].join('\n\n')}\n`;
}

/** What a section has beside paragraphs. */
function special(section: number, plan: EssayPlan, dialect: Dialect, writer: Writer, luck: Luck): string {
  if (section === 0) return plan.image === undefined ? '' : dialect.image(plan.image, writer.sentence(luck), plan);
  if (section === 1) return table(writer, luck);
  if (section === 2) return plan.chain === undefined ? '' : dialect.diagram(plan.chain);
  if (section === 3) return Array.from({ length: 4 }, () => `- ${writer.sentence(luck)}`).join('\n');
  return `> ${writer.paragraph(luck, 160)}`;
}

function noted(writer: Writer, luck: Luck, section: number): string {
  return `${writer.sentence(luck)}.[^n${String(section)}] *${writer.title(luck)}* ${writer.sentence(luck).toLowerCase()}, **${writer.title(luck).toLowerCase()}**.`;
}

function linked(plan: EssayPlan, { address }: Dialect, writer: Writer, luck: Luck, essays: number): string {
  const other = essayId(luck.below(essays));
  return `${writer.sentence(luck)} [${writer.title(luck).toLowerCase()}](${address(other, plan.lang)}).`;
}

function table(writer: Writer, luck: Luck): string {
  const cell = (): string => writer.title(luck).split(' ').slice(0, 2).join(' ');
  const rows = Array.from({ length: 5 }, () => `| ${cell()} | ${cell()} | ${String(luck.below(1000))} |`);
  return [`| ${cell()} | ${cell()} | ${cell()} |`, '| --- | --- | --: |', ...rows].join('\n');
}
