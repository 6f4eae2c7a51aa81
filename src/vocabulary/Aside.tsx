import type { ComponentChildren, VNode } from 'preact';

/** Props of {@link Aside}. */
export interface AsideProps {
  readonly title?: string;
  /** What kind of remark it is; it changes the look only. */
  readonly kind?: 'note' | 'example' | 'warning';
  readonly children?: ComponentChildren;
}

/**
 * A remark beside the text: an example, a warning, something to know that the text does without.
 * @example <Aside title="An example" kind="example">Text in Markdown.</Aside>
 */
export function Aside({ title, kind, children }: AsideProps): VNode {
  return (
    <div
      class={kind === undefined ? 'aside' : `aside ${kind}`}
      role="note"
      {...(title !== undefined && { 'aria-label': title })}
    >
      {title !== undefined && <p class="aside-title">{title}</p>}
      {children}
    </div>
  );
}
