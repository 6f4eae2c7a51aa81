/** A plain value that an author can write as an attribute. */
export type Literal = string | number | boolean;

const escapes: Readonly<Record<string, string>> = { n: '\n', t: '\t', '"': '"', "'": "'", '`': '`', '\\': '\\' };

/**
 * The value of an expression that is nothing but a text, a number or a truth value; `undefined` for any other.
 * @example literalOf("'a'") → 'a'; literalOf('3') → 3; literalOf('a + b') → undefined
 */
export function literalOf(expression: string): Literal | undefined {
  const trimmed = expression.trim();
  if (trimmed === 'true' || trimmed === 'false') return trimmed === 'true';
  if (/^-?\d+(?:\.\d+)?$/.test(trimmed)) return Number(trimmed);
  const quoted = /^(["'`])((?:\\.|(?!\1)[^\\])*)\1$/s.exec(trimmed);
  if (quoted === null || (quoted[1] === '`' && trimmed.includes('${'))) return undefined;
  return unescape(quoted[2] ?? '');
}

/** True for an expression that holds nothing but comments. */
export function isComment(expression: string): boolean {
  return expression.replace(/\/\*[\s\S]*?\*\/|\/\/[^\n]*/g, '').trim() === '';
}

function unescape(text: string): string | undefined {
  if (/\\[^nt"'`\\]/.test(text)) return undefined;
  return text.replace(/\\(.)/g, (_whole, letter: string) => escapes[letter] ?? letter);
}
