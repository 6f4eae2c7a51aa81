import type { ComponentChildren, VNode } from 'preact';

/** Props of {@link Figure}. */
export interface FigureProps {
  /** File beside the document. */
  readonly src: string;
  /** What the image shows; empty when it only decorates. */
  readonly alt?: string;
  /** A line under the image. For a caption with emphasis or links, write it between the tags. */
  readonly caption?: string;
  /** True to let the image reach beyond the column of text. */
  readonly wide?: boolean;
  readonly children?: ComponentChildren;
}

/**
 * An image with a caption.
 * @example <Figure src="ants.jpg" alt="Ants walking in a circle" caption="A death spiral" wide />
 * @example <Figure src="ants.jpg" alt="Ants walking in a circle">A *death spiral*</Figure>
 */
export function Figure({ src, alt, caption, wide, children }: FigureProps): VNode {
  return (
    <figure class={wide === true ? 'figure wide' : 'figure'}>
      <img src={src} alt={alt ?? ''} />
      {(caption !== undefined || children !== undefined) && (
        <figcaption>
          {caption}
          {children}
        </figcaption>
      )}
    </figure>
  );
}
