import type { VNode } from 'preact';

/** Props of {@link ValueChain}. */
export interface ValueChainProps {
  /** Name of a file in `chains/`, without `.yaml`. */
  readonly id: string;
  /** Which of the model's views; without it the first. */
  readonly view?: string;
  /** Which of the model's scenarios; without it the first. */
  readonly scenario?: string;
  /** From whose side the chain is seen. */
  readonly viewpoint?: string;
  /** False to show the drawing without its controls. */
  readonly controls?: boolean;
  /** Given by the compiler: where the library puts the drawing. */
  readonly slotText?: string;
}

/**
 * A value chain from `chains/`, drawn.
 * @example <ValueChain id="acme-stamping" view="nested" />
 */
export function ValueChain({ slotText }: ValueChainProps): VNode {
  return <div class="value-chain">{slotText}</div>;
}
