import { entryOf } from '../../vocabulary/vocabulary.ts';
import { isBlock, isInline } from '../plain.ts';
import type { Element, Node, Parent, Tag, Text } from '../tree.ts';
import { attributeOf, elementName, isExpression, isParent, isTag } from '../tree.ts';
import { typeset } from './typeset.ts';

const verbatim = new Set(['code', 'pre', 'kbd', 'samp', 'var', 'script', 'style', 'textarea', 'svg', 'math', 'tt']);

/** Texts of one paragraph, with one sign in the place of whatever is not text. */
interface Run {
  readonly lang: string;
  readonly pieces: (Text | string)[];
}

/** Stands for code, an image or an expression: to the quotes around it, it is like a word. */
const something = '\uFFFC';

/** Gives all running text the quotes, dashes and spaces of its language. Code and addresses stay as they are. */
export function typesetTree(parent: Parent, lang: string): void {
  const run: Run = { lang, pieces: [] };
  collect(parent, lang, run);
  finish(run);
}

function collect(parent: Parent, lang: string, run: Run): void {
  for (const child of parent.children) {
    if (child.type === 'text') run.pieces.push(child);
    else if (isExpression(child) || !isParent(child)) run.pieces.push(something);
    else collectElement(child, lang, run);
  }
}

function collectElement(node: Element | Tag, lang: string, run: Run): void {
  const own = langOf(node) ?? lang;
  typesetAttributes(node, own);
  const name = elementName(node);
  if ((name !== undefined && verbatim.has(name)) || isPlainAddress(node) || isInline(node)) run.pieces.push(something);
  else if (name === 'br') run.pieces.push('\n');
  else if (isBlock(node) || own !== lang) {
    typesetTree(node, own);
    // A block ends the paragraph before it; a word in another language is just a word to its surroundings.
    if (isBlock(node)) finish(run);
    else run.pieces.push(something);
  } else collect(node, lang, run);
}

function finish(run: Run): void {
  const pieces = run.pieces.splice(0);
  const texts = pieces.filter((piece) => typeof piece !== 'string');
  if (texts.length === 0) return;
  const done = typeset(
    pieces.map((piece) => (typeof piece === 'string' ? piece : piece.value)),
    run.lang,
  );
  pieces.forEach((piece, index) => {
    if (typeof piece !== 'string') piece.value = done[index] ?? piece.value;
  });
}

function typesetAttributes(node: Element | Tag, lang: string): void {
  if (node.type === 'element') {
    const { alt } = node.properties;
    if (typeof alt === 'string') node.properties['alt'] = typesetText(alt, lang);
    return;
  }
  for (const name of [...(entryOf(node.name ?? '')?.prose ?? []), 'alt']) {
    const attribute = attributeOf(node, name);
    if (typeof attribute?.value === 'string') attribute.value = typesetText(attribute.value, lang);
  }
}

function typesetText(text: string, lang: string): string {
  return typeset([text], lang)[0] ?? text;
}

function langOf(node: Node): string | undefined {
  if (!isTag(node)) return undefined;
  const lang = attributeOf(node, 'lang')?.value;
  return typeof lang === 'string' ? lang : undefined;
}

/** An address that is its own text. */
function isPlainAddress(node: Element | Tag): boolean {
  const [only] = node.children;
  return (
    elementName(node) === 'a' && only?.type === 'text' && /^(?:[a-z][a-z0-9+.-]*:\/\/|www\.)\S+$/i.test(only.value)
  );
}
