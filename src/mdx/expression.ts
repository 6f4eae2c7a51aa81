import { mdxToJs } from 'satteri';

/** An expression of an essay, ready to be evaluated. */
export interface CompiledExpression {
  /** Its syntax tree, JSX included; `undefined` when the parser gives none. */
  readonly program: unknown;
  /** Body of a function that makes the document `{expression}`. */
  readonly code: string;
}

const compiled = new Map<string, CompiledExpression>();

/**
 * Compiles an expression, with the elements it may hold.
 * The document it stands in has been parsed, so it is known to be well formed.
 */
export function compileExpression(value: string): CompiledExpression {
  const known = compiled.get(value);
  if (known !== undefined) return known;
  let program: unknown;
  const parse = (node: { parseExpression: () => unknown }): void => {
    program = node.parseExpression();
  };
  // The line break closes a comment at the end.
  const { code } = mdxToJs(`{${value}\n}`, {
    outputFormat: 'function-body',
    features: { frontmatter: false },
    hastPlugins: [{ name: 'program', mdxFlowExpression: parse, mdxTextExpression: parse }],
  });
  const made = { program, code };
  compiled.set(value, made);
  return made;
}

/** Names of the globals that expressions may use: what they give is the same on every machine and at any time. */
const allowed = new Set(
  (
    'Array BigInt Boolean Error Infinity Intl JSON Map Math NaN Number Object RangeError RegExp Set String Symbol ' +
    'TypeError decodeURI decodeURIComponent encodeURI encodeURIComponent isFinite isNaN parseFloat parseInt undefined'
  ).split(' '),
);

/** Names that an expression may not use, because what they give differs between machines or builds. */
export const forbiddenNames: readonly string[] = [
  ...Object.getOwnPropertyNames(globalThis).filter((name) => !allowed.has(name) && /^[A-Za-z_$][\w$]*$/.test(name)),
  'require',
  'module',
  'exports',
  '__filename',
  '__dirname',
].filter((name, index, all) => name !== 'eval' && all.indexOf(name) === index);
