import { en } from './scaffold-texts-en.ts';
import { fr } from './scaffold-texts-fr.ts';
import { sv } from './scaffold-texts-sv.ts';

/** A text to begin with: what its front matter and its body say. `{lang}` is the language of the file. */
export interface ScaffoldDocument {
  readonly title: string;
  readonly description: string;
  /** Last part of the address, where it is not the id. */
  readonly slug?: string;
  readonly body: string;
}

/** Everything that scaffolded files say to the author, in one language. */
export interface ScaffoldTexts {
  /** The first files of a site. */
  readonly site: {
    readonly description: string;
    readonly tag: string;
    readonly essay: ScaffoldDocument;
    readonly page: ScaffoldDocument;
  };
  /** What stands in a new document until its author has written it. */
  readonly description: Readonly<Record<'essay' | 'concept' | 'page', string>>;
  readonly body: string;
  /** Comments: what a key is for. */
  readonly about: {
    readonly title: string;
    readonly description: string;
    readonly address: string;
    readonly languages: string;
    readonly identity: string;
    readonly navigation: string;
    readonly optional: string;
    readonly tags: string;
    readonly authors: string;
    readonly author: string;
    readonly date: string;
    readonly essayTags: string;
    readonly draft: string;
    readonly translate: string;
  };
}

/** Texts for a file in `lang`. `foreign` is true when they are English because there are none in it. */
export function scaffoldTexts(lang: string): { readonly texts: ScaffoldTexts; readonly foreign: boolean } {
  const known: Readonly<Record<string, ScaffoldTexts>> = { en, sv, fr };
  const texts = known[new Intl.Locale(lang).language];
  return { texts: texts ?? en, foreign: texts === undefined };
}
