import type { Conventions } from '../model/chain.ts';
import type { Constraint } from './capacity.ts';
import type { Fault } from './fault.ts';

/** Names of formulas, for "how is this computed". */
export type FormulaName =
  | 'given'
  | 'availableTime'
  | 'takt'
  | 'starts'
  | 'capacity'
  | 'processCapacity'
  | 'impliedUtilization'
  | 'utilization'
  | 'throughput'
  | 'leadTimeInventory'
  | 'leadTimeBlock'
  | 'leadTimeLittle'
  | 'leadTimeQueueing'
  | 'valueAddedTime'
  | 'ratio'
  | 'rolledCompleteAccurate'
  | 'margin'
  | 'workInProcess'
  | 'little'
  | 'staffing'
  | 'cost'
  | 'bufferDays';

/** A number that went into another. */
export interface Input {
  /** The name of a figure, or the id of a part of the chain. */
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  /** Set when `name` is the id of a part. */
  readonly part?: true;
}

/** A number with everything needed to say how it came about. */
export interface Figure {
  readonly value: number;
  /** Units of time are seconds; `pcs` stands for the chain's flow unit; empty for a plain ratio. */
  readonly unit: string;
  readonly formula: FormulaName;
  readonly inputs: readonly Input[];
  /** The convention it depends on, such as `inventory/demand` or `calendar`. */
  readonly convention?: string | undefined;
  readonly exactness: 'exact' | 'approximation';
}

/** Lead time also in days, whose length is the convention's. */
export interface LeadTime extends Figure {
  readonly days: number;
}

/** What is known of one leaf activity. `null` where the model does not say enough. */
export interface ActivityResult {
  readonly id: string;
  /** Units it can start in a day. */
  readonly capacity: Figure | null;
  readonly startsPerGoodUnit: Figure | null;
  readonly impliedUtilization: Figure | null;
  readonly utilization: Figure | null;
  /** Money per day at the computed throughput. */
  readonly cost: Figure | null;
}

/** What is known of one buffer. */
export interface BufferResult {
  readonly id: string;
  readonly days: Figure | null;
  readonly quantity: Figure | null;
}

/** Every number computed from a model in one scenario. Plain data. */
export interface Result {
  readonly id: string;
  readonly scenario: string;
  readonly conventions: Conventions | null;
  readonly availableTime: Figure | null;
  readonly demand: Figure | null;
  readonly takt: Figure | null;
  readonly capacity: Figure | null;
  readonly throughput: Figure | null;
  readonly constraint: Constraint | null;
  /** Ids of the activities with the highest implied utilization; ties are all named. */
  readonly bottleneck: readonly string[];
  readonly leadTime: LeadTime | null;
  readonly valueAddedTime: Figure | null;
  readonly ratio: Figure | null;
  readonly rolledCompleteAccurate: Figure | null;
  readonly margin: Figure | null;
  readonly workInProcess: Figure | null;
  readonly staffing: Figure | null;
  readonly activities: readonly ActivityResult[];
  readonly buffers: readonly BufferResult[];
}

/** The numbers of a model in one scenario, and what it says against itself. */
export interface CheckedResult extends Result {
  readonly faults: readonly Fault[];
}

/** Makes a figure that is exact; `null` of a number that is not known, `undefined` or NaN, or without bound. Leaves out unknown inputs. */
export function figure(
  value: number | undefined,
  unit: string,
  formula: FormulaName,
  inputs: readonly (Input | undefined)[] = [],
  convention?: string,
): Figure | null {
  if (value === undefined || !Number.isFinite(value)) return null;
  const known = inputs.filter((one) => one !== undefined);
  return { value, unit, formula, inputs: known, convention, exactness: 'exact' };
}

/** A number that goes into a figure. */
export function input(name: string, value: number, unit: string): Input {
  return { name, value, unit };
}

/** A number of a part of the chain that goes into a figure. */
export function partOf(id: string, value: number, unit: string): Input {
  return { name: id, value, unit, part: true };
}

/** A figure or a quantity that goes into another; `undefined` when there is none. */
export function inputOf(name: string, from: Pick<Input, 'value' | 'unit'> | null): Input | undefined {
  return from ? input(name, from.value, from.unit) : undefined;
}
