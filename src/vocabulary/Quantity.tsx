import type { VNode } from 'preact';
import type { periods } from './vocabulary.ts';

/** Props of {@link Quantity}. */
export interface QuantityProps {
  /** Name of a file in `chains/`, without `.yaml`. */
  readonly chain: string;
  /** A figure of the whole (`throughput`), of an activity (`weld-2.impliedUtilization`) or of a buffer (`coils.days`). */
  readonly of: string;
  /** Which of the model's scenarios; without it the first. */
  readonly scenario?: string;
  /** What is changed on top of the scenario: `weld-2.process.uptime = 70 %`; several with `;` between them. */
  readonly set?: string;
  /** For rates: the time they are told for, a day when absent. */
  readonly per?: (typeof periods)[number];
  /** True to print the number without its unit. */
  readonly bare?: boolean;
  /** Given by the compiler: where the library puts the number. */
  readonly slotText?: string;
}

/**
 * A number that a value chain from `chains/` computes, in the middle of a sentence.
 * @example <Quantity chain="acme-stamping" of="assembly-1.impliedUtilization" />
 */
export function Quantity({ slotText }: QuantityProps): VNode {
  return <span class="quantity">{slotText}</span>;
}
