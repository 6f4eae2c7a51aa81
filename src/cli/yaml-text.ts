import { Document, isMap, isNode, isPair, isScalar, visit, type Pair } from 'yaml';

/** What is said about keys of a YAML text. A key is named by its path: `authors.editors.kind`. */
export interface YamlComments {
  /** Lines above keys. */
  readonly above?: Readonly<Record<string, string>>;
  /** Words behind the values of keys. */
  readonly beside?: Readonly<Record<string, string>>;
  /** Lines at the end. */
  readonly end?: string;
}

/** Data as YAML: one key a line, lists of plain values in brackets, texts quoted where they need it and never folded. */
export function yamlText(data: unknown, { above = {}, beside = {}, end }: YamlComments = {}): string {
  const document = new Document(data);
  visit(document, {
    Seq: (_key, list) => {
      list.flow = list.items.every(isScalar);
    },
  });
  for (const [path, comment] of Object.entries(above)) {
    const key = pairAt(document, path)?.key;
    if (isScalar(key)) key.commentBefore = commented(comment);
  }
  for (const [path, comment] of Object.entries(beside)) {
    const value = pairAt(document, path)?.value;
    if (isNode(value)) value.comment = commented(comment);
  }
  if (end !== undefined) document.comment = commented(end);
  return document.toString({ lineWidth: 0, flowCollectionPadding: false });
}

function pairAt(document: Document, path: string): Pair | undefined {
  const keys = path.split('.');
  const parent = keys.length === 1 ? document.contents : document.getIn(keys.slice(0, -1), true);
  if (!isMap(parent)) return undefined;
  return parent.items.find((item) => isPair(item) && isScalar(item.key) && item.key.value === keys.at(-1));
}

function commented(text: string): string {
  return text.replace(/^/gm, ' ');
}
