import { z } from 'zod';

/** What the compiler has to know of a component before it is rendered. */
export interface VocabularyEntry {
  /** The props an author may give. */
  readonly props: z.ZodObject;
  /** The prop that names an image file beside the document. */
  readonly image?: string;
  /** The prop that is an address. */
  readonly link?: string;
  /** Props that are texts for readers: they are words of the essay, and their quotes and dashes follow the language. */
  readonly prose: readonly string[];
  /** True when the library fills in what the component shows. */
  readonly slot: boolean;
  /** True for what is part of a sentence; all others stand on lines of their own. */
  readonly inline?: boolean;
  /** What may stand between its tags. */
  readonly children: 'none' | 'optional' | 'required';
  /** A correct use, shown in messages. */
  readonly example: string;
}

/** The times that a rate can be told for: an hour, a working day, a week, a month, a year. */
export const periods = ['h', 'd', 'wk', 'mo', 'y'] as const;

const text = z.string().trim().min(1, 'must not be empty');

/** The components that a document may use by name. */
export const vocabulary: Readonly<Record<string, VocabularyEntry>> = {
  Figure: {
    props: z.strictObject({
      src: text,
      alt: z.string().optional(),
      caption: text.optional(),
      wide: z.boolean().optional(),
    }),
    image: 'src',
    prose: ['caption'],
    slot: false,
    children: 'optional',
    example: '<Figure src="ants.jpg" alt="Ants walking in a circle" caption="A death spiral" />',
  },
  Aside: {
    props: z.strictObject({ title: text.optional(), kind: z.enum(['note', 'example', 'warning']).optional() }),
    prose: ['title'],
    slot: false,
    children: 'required',
    example: '<Aside title="An example">Text</Aside>',
  },
  Quote: {
    props: z.strictObject({ by: text.optional(), source: text.optional(), href: text.optional() }),
    link: 'href',
    prose: ['by', 'source'],
    slot: false,
    children: 'required',
    example: '<Quote by="Ada" source="Notes">Text</Quote>',
  },
  ValueChain: {
    props: z.strictObject({
      id: text,
      view: text.optional(),
      scenario: text.optional(),
      viewpoint: text.optional(),
      controls: z.boolean().optional(),
    }),
    prose: [],
    slot: true,
    children: 'none',
    example: '<ValueChain id="acme-stamping" view="nested" />',
  },
  Quantity: {
    props: z.strictObject({
      chain: text,
      of: text,
      scenario: text.optional(),
      set: text.optional(),
      per: z.enum(periods).optional(),
      bare: z.boolean().optional(),
    }),
    prose: [],
    slot: true,
    inline: true,
    children: 'none',
    example: 'The line makes <Quantity chain="acme-stamping" of="throughput" />.',
  },
};

/** The entry of a component, or `undefined` when there is none of that name. */
export function entryOf(name: string): VocabularyEntry | undefined {
  return Object.hasOwn(vocabulary, name) ? vocabulary[name] : undefined;
}
