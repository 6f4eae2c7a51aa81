import { isMap, isNode, isPair, isScalar, LineCounter, parseDocument, visit, type Document } from 'yaml';
import { characterName, invisible } from '../core/locale/invisible.ts';
import { error, type Problem } from '../core/problem/problem.ts';
import { yamlFaults, yamlValueFault } from './yaml-fault.ts';

/** A place in a YAML text; lines and columns count from 1. */
export interface YamlPlace {
  readonly line: number;
  readonly column: number;
}

/** YAML, read: its value, where its parts stand, and what is wrong with it. */
export interface Yaml {
  readonly value: unknown;
  /** Place of a path; of its nearest parent when the path does not exist. */
  readonly placeOf: (path: readonly (string | number)[]) => YamlPlace | undefined;
  readonly problems: readonly Problem[];
}

/**
 * Reads YAML. All syntax errors and invisible characters are reported, each with its line in the file; the value is
 * `undefined` only when it cannot be read.
 * @param firstLine line of the file on which `text` begins
 */
export function readYaml(text: string, file: string, firstLine = 1): Yaml {
  const counter = new LineCounter();
  const document = parseDocument(text, { lineCounter: counter, uniqueKeys: true, prettyErrors: false });
  const at = (offset: number): YamlPlace => {
    const { line, col } = counter.linePos(offset);
    return { line: Math.max(line, 1) + firstLine - 1, column: Math.max(col, 1) };
  };
  const problems = yamlFaults(document, (offset) => at(offset).line).map(({ offset, why, hint }) =>
    error('invalid-yaml', { file, ...at(offset) }, `The YAML cannot be read: ${why}.`, hint),
  );
  const value = problems.length > 0 ? undefined : valueOf(visible(document, file, problems, at), file, problems, at);
  return { value, placeOf: (path) => placeOf(document, path, at), problems };
}

function valueOf(
  document: Document.Parsed,
  file: string,
  problems: Problem[],
  at: (offset: number) => YamlPlace,
): unknown {
  try {
    const value: unknown = document.toJS({ maxAliasCount: 100 });
    if (isCircular(value)) throw new Error('An alias stands inside the value that it names.');
    return value;
  } catch (fault) {
    const { why, hint } = yamlValueFault(fault);
    problems.push(error('invalid-yaml', { file, ...at(0) }, `The YAML cannot be read: ${why}.`, hint));
    return undefined;
  }
}

/** Tells of invisible characters and leaves them out, so that what else is wrong with the texts is told, too. */
function visible(
  document: Document.Parsed,
  file: string,
  problems: Problem[],
  at: (offset: number) => YamlPlace,
): Document.Parsed {
  visit(document, {
    Scalar: (_key, scalar) => {
      const { value, range } = scalar;
      const [character] = typeof value === 'string' ? (value.match(invisible) ?? []) : [];
      if (typeof value !== 'string' || character === undefined) return;
      const message = `This text holds an invisible character (${characterName(character)}).`;
      const hint = 'Delete it; it may have come in by copying.';
      problems.push(error('control-character', { file, ...at(range?.[0] ?? 0) }, message, hint));
      scalar.value = value.replace(invisible, '');
    },
  });
  return document;
}

function placeOf(
  document: Document.Parsed,
  path: readonly (string | number)[],
  at: (offset: number) => YamlPlace,
): YamlPlace | undefined {
  for (let length = path.length; length > 0; length -= 1) {
    const parent = length === 1 ? document.contents : document.getIn(path.slice(0, length - 1), true);
    const key = path[length - 1];
    const pair = isMap(parent)
      ? parent.items.find((item) => isPair(item) && isScalar(item.key) && String(item.key.value) === String(key))
      : undefined;
    const node = pair?.key ?? document.getIn(path.slice(0, length), true);
    if (isNode(node) && node.range) return at(node.range[0]);
  }
  return document.contents?.range ? at(document.contents.range[0]) : undefined;
}

/** True for a value that holds itself: nothing that walks it would ever end. */
function isCircular(value: unknown, above: readonly unknown[] = []): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return above.includes(value) || Object.values(value).some((inner) => isCircular(inner, [...above, value]));
}
