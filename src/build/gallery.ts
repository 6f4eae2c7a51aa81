import { imagePath } from '../core/library/bodies.ts';
import { imageEnding, type Content, type ReadyImage } from '../core/library/content.ts';
import type { AnyDocument } from '../core/library/knowledge.ts';
import type { Problem } from '../core/problem/problem.ts';
import type { Folder } from './folder.ts';
import type { Counter } from './progress.ts';
import { ImageWorks, type ImageFile, type ProcessedImage } from './images.ts';

/** The images that documents of the site show, and the files they are made of. */
export interface Gallery {
  readonly images: ReadonlyMap<string, ReadyImage>;
  /** Route → file in the cache, which is there when {@link ready} is settled. */
  readonly files: ReadonlyMap<string, string>;
  readonly problems: readonly Problem[];
  /** Settled when all files are made: the problems of images that turn out to be damaged inside. Never rejects. */
  readonly ready: Promise<readonly Problem[]>;
  /** Deletes the images of which none is shown any more. For when this gallery is shown in place of another. */
  readonly prune: () => Promise<void>;
}

/** How a gallery is finished. */
export interface GalleryWork {
  /** Documents that readers see; images that only others show are made, and not shown. */
  readonly seen: readonly AnyDocument[];
  readonly onProgress: Counter;
}

/** A gallery in the making: it begins with the images of each document while the next ones are still read. */
export class GalleryMaker {
  readonly #folder: Folder;
  readonly #works: ImageWorks;

  /** @param cache folder that keeps what has been made */
  constructor(folder: Folder, cache: string) {
    this.#folder = folder;
    this.#works = new ImageWorks(cache, 2);
  }

  /** Begins with the images of a document. */
  begin(document: AnyDocument): void {
    for (const file of shownBy(document, this.#folder)) this.#works.begin(file);
  }

  /** Every image that a document shows. */
  async finish({ essays, concepts, pages }: Content, { seen, ...work }: GalleryWork): Promise<Gallery> {
    const filesOf = (documents: readonly AnyDocument[]): ImageFile[] =>
      documents.flatMap((document) => shownBy(document, this.#folder));
    const files = filesOf([...essays, ...concepts, ...pages]);
    const { images, problems, ready, prune } = await this.#works.finish({ files, ...work });
    const keys = new Set(filesOf(seen).map(({ key }) => key));
    const visible = [...images].filter(([key]) => keys.has(key));
    const made = visible.flatMap(([, image]) => image.files);
    return {
      images: new Map(visible.map(([key, image]) => [key, shown(image)])),
      files: new Map(made.map(({ url, path }) => [routeOf(url), path])),
      problems,
      ready,
      prune,
    };
  }
}

function shownBy(document: AnyDocument, folder: Folder): ImageFile[] {
  const cover = 'cover' in document.front ? document.front.cover : undefined;
  const sources = [...document.outline.images.map(({ src }) => src), ...(cover === undefined ? [] : [cover.src])];
  return sources.flatMap((src) => {
    const key = imagePath(document, src);
    const file = imageEnding.test(key) ? folder.files.get(key) : undefined;
    return file === undefined
      ? []
      : [{ key, essay: ownerOf(key) ?? document.id, digest: file.digest, bytes: file.bytes }];
  });
}

/** Id of the document in whose folder an image lies, whoever shows it. */
function ownerOf(key: string): string | undefined {
  const [, id, ...rest] = key.split('/');
  return rest.length === 0 ? undefined : id;
}

function shown({ width, height, sources, fallback }: ProcessedImage): ReadyImage {
  return {
    width,
    height,
    sources: sources.map(({ type, srcset }) => ({
      type,
      srcset: srcset.map((one) => ({ ...one, url: routeOf(one.url) })),
    })),
    fallback: { ...fallback, url: routeOf(fallback.url) },
  };
}

function routeOf(url: string): string {
  return url.replace(/^\//, '');
}
