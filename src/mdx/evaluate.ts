import { createContext, Script } from 'node:vm';
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

/** Milliseconds that an expression may take: no text needs a thousandth of it, and a build must not wait for ever. */
const patience = 5000;

/**
 * The value of an essay's expression: a text, a number, an element, a list of them.
 * It sees nothing of the machine: what could tell the time, the place or luck is undefined.
 * @param limit milliseconds after which it is given up
 * @throws what the expression throws, or that it does not come to an end
 */
export function evaluate(value: string, limit = patience): unknown {
  const run = makers.get(value) ?? makerOf(value);
  makers.set(value, run);
  const shadows = forbiddenNames.map(() => undefined);
  return withinTime(() => run({ Fragment, jsx, jsxs }, ...shadows, calm).default({}).props.children, limit);
}

// What a script calls counts as its own time, so that a function of this realm can be stopped.
const watch = createContext({ run: (): unknown => undefined });
const call = new Script('run()');

function withinTime(run: () => unknown, limit: number): unknown {
  watch['run'] = run;
  try {
    return call.runInContext(watch, { timeout: limit });
  } catch (fault) {
    if ((fault as { code?: unknown } | null)?.code !== 'ERR_SCRIPT_EXECUTION_TIMEOUT') throw fault;
    throw new Error(`it has not come to an end within ${String(limit / 1000)} seconds`, { cause: fault });
  }
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
