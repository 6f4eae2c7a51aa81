import { Fragment } from 'preact';
import { jsx, jsxs } from 'preact/jsx-runtime';
import { compileExpression, forbiddenNames } from './expression.ts';

/** The one export of a compiled document. */
type Compiled = (
  runtime: object,
  ...shadows: readonly unknown[]
) => {
  default: (props: object) => { props: { children?: unknown } };
};

const makers = new Map<string, Compiled>();

/**
 * The value of an essay's expression: a text, a number, an element, a list of them.
 * It sees nothing of the machine: what could tell the time, the place or luck is undefined.
 * @throws what the expression throws.
 */
export function evaluate(value: string): unknown {
  const run = makers.get(value) ?? makerOf(value);
  makers.set(value, run);
  const shadows = forbiddenNames.map(() => undefined);
  return run({ Fragment, jsx, jsxs }, ...shadows, calm).default({}).props.children;
}

function makerOf(value: string): Compiled {
  // Essays are their author's own: shadowing keeps builds alike, it is no wall against malice.
  // eslint-disable-next-line @typescript-eslint/no-implied-eval
  return new Function('runtime', ...forbiddenNames, 'Math', compileExpression(value).code) as Compiled;
}

/** Mathematics without luck. */
const calm: object = Object.freeze(
  Object.defineProperties({}, { ...Object.getOwnPropertyDescriptors(Math), random: { value: undefined } }),
);
