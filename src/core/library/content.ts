import type { Author } from '../author/author.ts';
import type { Concept } from '../concept/concept.ts';
import type { Essay, SitePage } from '../essay/essay.ts';
import type { LocalText } from '../locale/text.ts';
import type { Words } from '../locale/words.ts';
import type { Series } from '../series/series.ts';
import type { Place } from '../problem/problem.ts';
import type { Site } from '../site/site.ts';
import type { Tag } from '../tag/tag.ts';

/** An image ready to be shown. Addresses are routes below the site's address. */
export interface ReadyImage {
  readonly width: number;
  readonly height: number;
  readonly sources: readonly {
    readonly type: string;
    readonly srcset: readonly { readonly url: string; readonly width: number }[];
  }[];
  readonly fallback: { readonly url: string; readonly width: number; readonly height: number };
}

/** How a chain is asked to be drawn. */
export interface FigureRequest {
  readonly lang: string;
  /** Prefix of element ids; a second figure of the same chain on a page needs one. */
  readonly prefix: string;
  readonly view?: string;
  readonly scenario?: string;
  readonly viewpoint?: string;
  /** Address of the chain's own page. */
  readonly href?: string;
  /** True when that page, and with it the files beside it, is in the language of the request. */
  readonly spoken?: boolean;
  /** False to show the drawing without what a reader may change. */
  readonly controls?: boolean;
  /** What to read of an activity. */
  readonly reading?: (activity: string) => readonly ReadingLink[];
  /** A short line in an activity's box, such as the number of its essays. */
  readonly badge?: (activity: string) => string | undefined;
}

/** A link from an activity to a text about it. */
export interface ReadingLink {
  readonly label: string;
  readonly href: string;
  /** Language of the text, when it differs from the page's. */
  readonly lang?: string;
}

/** An activity of a chain: what it is called, what it is, and what its model says there is to read. */
export interface ChainPart {
  readonly id: string;
  /** The activity it is a part of. */
  readonly parent?: string | undefined;
  readonly label: LocalText;
  readonly description?: LocalText | undefined;
  /** Ids of essays, tags and concepts. */
  readonly essays: readonly string[];
  readonly tags: readonly string[];
  readonly concepts: readonly string[];
  /** Where the chain's file names them. */
  readonly linksAt?: Pick<Place, 'line' | 'column'> | undefined;
}

/** A file that is made of a chain, beside its page. */
export interface ChainFile {
  /** Goes after the address of the chain's page without its last slash: `.svg`, `.stream.future.json`. */
  readonly ending: string;
  readonly text: (request: Omit<FigureRequest, 'prefix' | 'view' | 'scenario'>) => string;
}

/** A chain's drawing as a file of its own. */
export interface ChainPicture {
  /** What follows the address of the chain's page, without its last slash: `.png`, `.stream.future.png`. */
  readonly ending: string;
  /** In CSS pixels. */
  readonly width: number;
  readonly height: number;
  /** The drawing, looking as it should without style sheets; its text needs fonts. */
  readonly svg: string;
}

/** A chain without its drawing: for feeds, search and plain text. */
export interface PlainFigure {
  /** What the drawing shows, in a sentence or two. */
  readonly alt: string;
  /** The same facts as HTML. */
  readonly table: string;
  /** The same facts as plain text. */
  readonly text: string;
  /** The drawing as a file of its own, for readers elsewhere; absent where there is none. */
  readonly picture?: () => ChainPicture;
}

/** A number of a chain, asked for in the middle of a sentence. */
export interface QuantityRequest {
  readonly lang: string;
  /** `throughput`, `weld-2.impliedUtilization`, `coils.days`. */
  readonly of: string;
  /** The first one when absent. */
  readonly scenario?: string;
  /** Quantities set on top of the scenario, by path. */
  readonly set?: Readonly<Record<string, string>>;
  /** Unit of time that a rate is told for; a day when absent. */
  readonly per?: string;
}

/** A number of a chain as a reader of a language sees it. */
export interface ChainQuantity {
  /** With its unit, as the chain's own tables print it: `890 a day`. */
  readonly text: string;
  /** The same without its unit: `890`. */
  readonly number: string;
  /** Unrounded, in the unit of the text; shares are 0 to 1. */
  readonly value: number;
}

/** A value chain as the library knows it: names, ids, and somebody who can draw it. */
export interface ChainEntry {
  readonly id: string;
  /** Of all that its drawings, numbers and files are made of, beside what is asked for. */
  readonly digest: string;
  readonly file: string;
  readonly title: LocalText;
  readonly description: LocalText;
  readonly activities: readonly string[];
  /** The same activities with what is said of them. */
  readonly parts: readonly ChainPart[];
  readonly views: readonly string[];
  readonly scenarios: readonly string[];
  readonly viewpoints: readonly string[];
  readonly figure: (request: FigureRequest) => string;
  readonly plain: (request: FigureRequest) => PlainFigure;
  /** All drawings, the scenarios side by side and the downloads, as HTML: what the chain's page has below its figure. */
  readonly gallery: (request: FigureRequest) => string;
  /** Drawings, numbers and data as files, for readers and for scripts; made when they are written. */
  readonly files: readonly ChainFile[];
  /** A computed or stated number; `undefined` when the chain knows none of that name. */
  readonly quantity: (request: QuantityRequest) => ChainQuantity | undefined;
  /** Names of the numbers known in a scenario. */
  readonly quantities: (scenario?: string) => readonly string[];
  /** Why quantities cannot be set in a scenario, a sentence each. */
  readonly setFaults: (set: Readonly<Record<string, string>>, scenario?: string) => readonly string[];
}

/** Endings of files that can be shown as images. */
export const imageEnding = /\.(?:png|jpe?g|webp|avif|gif|svg|tiff?)$/i;

/** An author's folder, read and checked file by file. */
export interface Content {
  readonly site: Site;
  /** Words of every language of the site. */
  readonly words: Readonly<Record<string, Words>>;
  readonly tags: readonly Tag[];
  readonly authors: readonly Author[];
  readonly series: readonly Series[];
  readonly essays: readonly Essay[];
  readonly concepts: readonly Concept[];
  readonly pages: readonly SitePage[];
  readonly chains: readonly ChainEntry[];
  /** Every image file of the folder, by path; also those that no document shows. */
  readonly imageFiles: readonly string[];
  /** Images ready to be shown, by their path in the content folder. */
  readonly images: ReadonlyMap<string, ReadyImage>;
  /** Files under `public/` of the author and of the project, relative to it. */
  readonly publicFiles: readonly { readonly route: string; readonly file: string }[];
  /** Files that have faults of their own and are therefore missing above. What refers to them is not to blame. */
  readonly unread?: ReadonlySet<string>;
  /** Where something stands in the site's settings or in a registry; at least its file. */
  readonly placeOf?: (file: string, path: readonly (string | number)[]) => Place;
}

/** What is chosen when a library is built. */
export interface LibraryOptions {
  /** The moment that decides what is published. */
  readonly now: Date;
  /** Show drafts and what is not yet published. */
  readonly drafts: boolean;
}
