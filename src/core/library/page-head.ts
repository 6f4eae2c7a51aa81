/** `<link rel="alternate">` to a feed. */
export interface FeedLink {
  readonly title: string;
  readonly type: string;
  readonly href: string;
  readonly lang?: string;
}

/** The picture that stands for a page where somebody links to it. */
export interface PreviewImage {
  readonly url: string;
  readonly width: number;
  readonly height: number;
  readonly alt: string;
}

/** What other sites and programs show of a page when somebody links to it (Open Graph). */
export interface Preview {
  readonly type: 'article' | 'website';
  /** The page's own title, without the site's name. */
  readonly title: string;
  /** Language and region as Open Graph writes them: `sv_SE`. */
  readonly locale: string;
  readonly otherLocales: readonly string[];
  readonly image: PreviewImage;
  readonly article?: ArticleFacts;
}

/** What previews say of an essay. Times are ISO 8601. */
export interface ArticleFacts {
  readonly published: string;
  readonly modified?: string;
  readonly authors: readonly string[];
  readonly tags: readonly string[];
}

/** What stands in `<head>`. All addresses are absolute, except those of our own small files. */
export interface PageHead {
  /** Text of `<title>`, with the site's name. */
  readonly title: string;
  readonly description: string;
  readonly canonical: string;
  readonly alternates: readonly { readonly hreflang: string; readonly href: string }[];
  readonly feeds: readonly FeedLink[];
  readonly noindex: boolean;
  readonly preview: Preview;
  /** Linked data about the page (JSON-LD), safe to stand in a script element; absent where there is nothing to say. */
  readonly data?: string;
  /** The page as Markdown. */
  readonly markdown?: string;
  /** Day or time of the last change of what the page shows, ISO 8601. */
  readonly modified?: string;
  /** Site-relative addresses of the web manifest and of the icon of those who put the site on a home screen. */
  readonly manifest: string;
  readonly icon: string;
}
