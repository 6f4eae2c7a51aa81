import type { ComponentChildren, VNode } from 'preact';

/** Props of {@link Quote}. */
export interface QuoteProps {
  /** Who said it. */
  readonly by?: string;
  /** The work it is from. */
  readonly source?: string;
  /** Address of the work. */
  readonly href?: string;
  readonly children?: ComponentChildren;
}

/**
 * A quotation with its origin.
 * @example <Quote by="Eliyahu Goldratt" source="The Goal" href="https://example.org/">Text in Markdown.</Quote>
 */
export function Quote({ by, source, href, children }: QuoteProps): VNode {
  const work = source === undefined ? undefined : <cite>{source}</cite>;
  const name = work ?? by;
  return (
    <figure class="quote">
      <blockquote>{children}</blockquote>
      {name !== undefined && (
        <figcaption>
          {work !== undefined && by !== undefined && <span class="quote-by">{by}, </span>}
          {href === undefined ? name : <a href={href}>{name}</a>}
        </figcaption>
      )}
    </figure>
  );
}
