/** A document cut in two. Lines count from 1 in the file. */
export interface SplitSource {
  /** The YAML between the fences, without them; `undefined` when the document has no front matter. */
  readonly yaml: string | undefined;
  /** Line of the first line of YAML. 1 when there is none. */
  readonly yamlLine: number;
  /** Everything after the front matter. */
  readonly body: string;
  /** Line of the first line of the body. */
  readonly bodyLine: number;
}

const fenced = /^\uFEFF?---[ \t]*\r?\n(?:([\s\S]*?)\r?\n)?---[ \t]*(?:\r?\n|$)/;

/**
 * Cuts a document into its front matter and its body.
 * Front matter is what stands between a first line `---` and the next line `---`.
 * @example splitFrontmatter('---\ntitle: A\n---\nText') → { yaml: 'title: A', yamlLine: 2, body: 'Text', bodyLine: 4 }
 */
export function splitFrontmatter(source: string): SplitSource {
  const match = fenced.exec(source);
  if (match === null) return { yaml: undefined, yamlLine: 1, body: source.replace(/^\uFEFF/, ''), bodyLine: 1 };
  const [head, yaml = ''] = match;
  return { yaml, yamlLine: 2, body: source.slice(head.length), bodyLine: 1 + linesIn(head) };
}

function linesIn(text: string): number {
  return text.split('\n').length - 1;
}
