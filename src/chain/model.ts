import type { Problem } from '../core/problem/problem.ts';
import { error, sortProblems, warning } from '../core/problem/problem.ts';
import type { Fault, Path } from './engine/fault.ts';
import type { ValueChain } from './model/chain.ts';
import { chainSchema } from './model/chain.ts';
import { controlFaults } from './model/control-faults.ts';
import { computedFaults } from './model/totals.ts';
import { completenessFaults } from './model/completeness.ts';
import { referenceFaults } from './model/references.ts';
import { pathName, shapeFaults } from './model/shape.ts';

export type {
  Activity,
  Buffer,
  Control,
  Evidence,
  Flow,
  Party,
  Resource,
  Scenario,
  ValueChain,
  ViewKind,
} from './model/chain.ts';
export { chainSchema, viewKinds } from './model/chain.ts';
export type { Text } from './text.ts';

/** Where a model comes from, so that faults can be found. */
export interface ModelSource {
  /** Path relative to the content folder: `chains/acme-stamping.yaml`. */
  readonly file: string;
  /** The file's name without its ending. */
  readonly id: string;
  /** The site's languages; a text missing in one of them is a warning. */
  readonly languages: readonly string[];
  /** Line and column of a path in the file, from 1; a path that does not exist gives its nearest parent's, or nothing. */
  readonly placeOf: (path: (string | number)[]) => { line: number; column: number } | undefined;
}

/** A model that was read, or everything that is wrong with it. */
export interface ParsedChain {
  /** Absent when there is an error; warnings leave it. */
  readonly chain: ValueChain | undefined;
  readonly problems: Problem[];
}

/**
 * Reads a value chain from the value of its YAML file. Never throws; all faults are found in one go:
 * first those of shape, then, once the shape holds, those of meaning.
 */
export function parseChain(value: unknown, source: ModelSource): ParsedChain {
  const parsed = chainSchema.safeParse(value);
  const faults = parsed.success ? meaningFaults(parsed.data, source) : shapeFaults(parsed.error.issues, value);
  const problems = sortProblems(faults.map((fault) => problemOf(fault, value, source)));
  const sound = parsed.success && !faults.some(({ severity }) => severity === 'error');
  return { chain: sound ? parsed.data : undefined, problems };
}

function meaningFaults(chain: ValueChain, source: ModelSource): Fault[] {
  const stated = [
    ...referenceFaults(chain, source.id),
    ...controlFaults(chain),
    ...completenessFaults(chain, source.languages),
  ];
  return stated.some(({ severity }) => severity === 'error') ? stated : [...stated, ...computedFaults(chain)];
}

function problemOf(fault: Fault, value: unknown, source: ModelSource): Problem {
  const place = { file: source.file, ...placeNear(fault.path, source) };
  const name = pathName(value, fault.path);
  const message = name === '' || fault.message.startsWith(name) ? fault.message : `${name}: ${fault.message}`;
  return (fault.severity === 'error' ? error : warning)(fault.rule, place, message, fault.hint);
}

function placeNear(path: Path, source: ModelSource): { line?: number; column?: number } {
  for (let length = path.length; length >= 0; length -= 1) {
    const place = source.placeOf(path.slice(0, length));
    if (place !== undefined) return place;
  }
  return {};
}
