/** A link ready for markup: `href` is complete. */
export interface PageLink {
  readonly label: string;
  readonly href: string;
  /** Language of the label and of the target, when it differs from the page's. */
  readonly lang?: string;
  /** Language of the target alone, when the label is in the page's own. */
  readonly hreflang?: string;
}

/** A link in a navigation, which may be the page itself. */
export interface NavigationLink extends PageLink {
  readonly current: boolean;
}

/** One language in the switcher. */
export interface LanguageChoice {
  readonly lang: string;
  /** The language's own name. */
  readonly name: string;
  readonly dir: 'ltr' | 'rtl';
  /** This page in that language; where there is none, the nearest thing the language has. */
  readonly href: string;
  readonly state: 'current' | 'translated' | 'missing';
  /** What is said of a missing translation, in the page's own language. */
  readonly note?: string;
}

/** What every page of a language shares. */
export interface PageFrame {
  readonly siteTitle: string;
  readonly home: string;
  readonly navigation: readonly NavigationLink[];
  readonly search: NavigationLink;
  readonly switcher: readonly LanguageChoice[];
  /** Second navigation at the end of the page: subscribe, about, … */
  readonly footer: readonly NavigationLink[];
  /** Licence of the texts; not every licence has an address. */
  readonly licence?: { readonly label: string; readonly href?: string };
  /** Site-relative address of the folder that holds fixed files, with the base: `/blog/`. */
  readonly base: string;
  /** Address of the site's own style sheet, when it has one: `:root { --accent: … }`. */
  readonly stylesheet?: string;
}
