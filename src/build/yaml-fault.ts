import { isCollection, isScalar, visit, type Document, type Node, type YAMLError } from 'yaml';

/** What is wrong in a YAML text, in words for somebody who writes essays. */
export interface YamlFault {
  /** Where the mistake begins, in characters from the beginning of the text. */
  readonly offset: number;
  /** A clause that says why the text cannot be read. */
  readonly why: string;
  /** What to do. */
  readonly hint: string;
}

/** A kind of mistake, known by how the parser tells of it. */
interface Mistake {
  readonly told: RegExp;
  readonly why: string;
  readonly hint: string;
  /** Finds where it begins, when that is not where the parser has noticed it. */
  readonly begins?: (document: Document.Parsed, noticed: number) => number | undefined;
}

/**
 * What the parser has found, one mistake a line: what else it says of a line follows from the first.
 * @param lineOf line of an offset
 */
export function yamlFaults(document: Document.Parsed, lineOf: (offset: number) => number): YamlFault[] {
  const faults = [...document.errors, ...document.warnings].map((fault) => ({ fault, rank: rankOf(fault) }));
  const byLine = Map.groupBy(faults, ({ fault }) => lineOf(fault.pos[0]));
  return [...byLine.values()].flatMap((line) => {
    const [first] = line.sort((a, b) => a.rank - b.rank);
    return first === undefined ? [] : explain(first.fault, document);
  });
}

/** In words for authors why a value cannot be made of a text that is YAML. */
export function yamlValueFault(fault: unknown): Pick<YamlFault, 'why' | 'hint'> {
  const message = fault instanceof Error ? fault.message : String(fault);
  const [, name] = /^Unresolved alias .*: (\S+)$/s.exec(message) ?? [];
  return name === undefined
    ? { why: clause(message), hint: 'Write the values out instead of referring to them with & and *.' }
    : {
        why: `*${name} stands for a value named &${name}, which there is not`,
        hint: 'A text that begins with * needs quotes around it.',
      };
}

function explain(fault: YAMLError, document: Document.Parsed): YamlFault {
  const noticed = fault.pos[0];
  const mistake = mistakes[rankOf(fault)];
  if (mistake === undefined) return { offset: noticed, why: clause(fault.message), hint: checkAll };
  const [, detail = ''] = mistake.told.exec(told(fault)) ?? [];
  const [why, hint] = [mistake.why, mistake.hint].map((text) => text.replaceAll('%', detail)) as [string, string];
  return { offset: mistake.begins?.(document, noticed) ?? noticed, why, hint };
}

/** Place among the mistakes: the lower, the nearer to the cause. */
function rankOf(fault: YAMLError): number {
  const rank = mistakes.findIndex((mistake) => mistake.told.test(told(fault)));
  return rank < 0 ? mistakes.length : rank;
}

function told({ code, message }: YAMLError): string {
  return `${code} ${message}`;
}

const checkAll = 'Check colons, quotes and indentation on this line and the one before.';

const mistakes: readonly Mistake[] = [
  {
    told: /^TAB_AS_INDENT/,
    why: 'a tab stands where only spaces can',
    hint: 'Indent with spaces instead of tabs.',
  },
  {
    told: /^BAD_INDENT Flow sequence/,
    why: 'the list that begins here with [ has no ]',
    hint: 'Close it with ], or put quotes around a text that begins with [.',
    begins: openingOf,
  },
  {
    told: /^BAD_INDENT Flow map/,
    why: 'what begins here with { has no }',
    hint: 'Close it with }, or put quotes around a text that begins with {.',
    begins: openingOf,
  },
  {
    told: /^MISSING_CHAR Missing closing "/,
    why: 'the text that begins here with " has no second "',
    hint: 'Write " at its end, and \\" for one inside it.',
    begins: quoteOf,
  },
  {
    told: /^MISSING_CHAR Missing closing '/,
    why: "the text that begins here with ' has no second '",
    hint: "Write ' at its end, and '' for an apostrophe inside it.",
    begins: quoteOf,
  },
  {
    told: /^BLOCK_IN_FLOW/,
    why: 'lines with a dash cannot stand between [ ] or { }',
    hint: 'Separate the entries by commas: [first, second].',
  },
  {
    told: /^UNEXPECTED_TOKEN Unexpected block-seq-ind/,
    why: 'a list begins on the line of its key',
    hint: 'Begin it on the next line, or write [first, second]; a text that begins with a dash needs quotes around it.',
  },
  {
    told: /^(?:BAD_INDENT All|BLOCK_AS_IMPLICIT_KEY A block)/,
    why: 'this line begins in another column than others of its level',
    hint: 'Indent it like the lines before it.',
  },
  {
    told: /^MULTILINE_IMPLICIT_KEY/,
    why: 'this line and the next are read as one',
    hint: 'Each line is a key, a colon and a value, and keys of one level begin in the same column.',
  },
  {
    told: /^BLOCK_AS_IMPLICIT_KEY/,
    why: 'a second colon stands in this line',
    hint: 'A text that holds a colon needs quotes around it.',
  },
  {
    told: /^UNEXPECTED_TOKEN Unexpected (?:double-quoted-|single-quoted-)?scalar at node end/,
    why: 'more text follows after the quotation mark that ends one',
    hint: `Put all of it in quotes: inside "…" a quotation mark is \\", inside '…' an apostrophe is ''.`,
  },
  {
    told: /^BAD_SCALAR_START .*(\S)$/s,
    why: 'no text can begin with %',
    hint: 'Put the text in quotes.',
  },
  {
    told: /^TAG_RESOLVE_FAILED Unresolved tag: (.*)$/s,
    why: '% begins with an exclamation mark, which means something else in YAML',
    hint: 'A text that begins with ! needs quotes around it.',
  },
  {
    told: /^BAD_DQ_ESCAPE Invalid escape sequence (.*)$/s,
    why: '% means nothing in a text in double quotes',
    hint: 'Write \\\\ for a backslash, or put the text in single quotes.',
  },
  {
    told: /^UNEXPECTED_TOKEN (?:Not a YAML token|Block scalar header)/,
    why: 'text follows on the line of > or |',
    hint: 'Begin the text on the next line, indented; or take the sign away.',
  },
  {
    told: /^UNEXPECTED_TOKEN Unexpected flow-\w+-end .*"(.)"/s,
    why: 'a % closes what nothing has opened',
    hint: 'Take it out, or put quotes around the whole text.',
  },
  {
    told: /^DUPLICATE_KEY/,
    why: 'this key stands twice',
    hint: 'Remove one of the two.',
  },
  {
    told: /^MULTIPLE_DOCS/,
    why: 'a second text begins here',
    hint: 'A line of --- or ... begins another text: take it out.',
  },
];

/** Where the last list or map in brackets begins before the place at which its end was missed. */
function openingOf(document: Document.Parsed, noticed: number): number | undefined {
  return lastBefore(document, noticed, (node) => isCollection(node) && node.flow === true);
}

/** Where the last text in quotes begins before the place at which its end was missed. */
function quoteOf(document: Document.Parsed, noticed: number): number | undefined {
  return lastBefore(document, noticed, (node) => isScalar(node) && node.type?.startsWith('QUOTE') === true);
}

function lastBefore(document: Document.Parsed, noticed: number, isMeant: (node: Node) => boolean): number | undefined {
  const begins: number[] = [];
  visit(document, {
    Node: (_key, node) => {
      if (isMeant(node) && node.range && node.range[0] < noticed) begins.push(node.range[0]);
    },
  });
  return begins.length === 0 ? undefined : Math.max(...begins);
}

/** What the parser says, as a clause. What follows its first line or a semicolon is meant for programmers. */
function clause(message: string): string {
  const [first = ''] = message.split(/\n|; /);
  return first.charAt(0).toLowerCase() + first.slice(1).replace(/\.$/, '');
}
