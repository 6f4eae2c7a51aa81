import { imagePath } from '../core/library/bodies.ts';
import { imageEnding, type Content, type ReadyImage } from '../core/library/content.ts';
import type { AnyDocument } from '../core/library/knowledge.ts';
import type { Problem } from '../core/problem/problem.ts';
import type { Folder } from './folder.ts';
import type { Counter } from './progress.ts';
import { processImages, type ImageFile, type ProcessedImage } from './images.ts';

/** The images that documents show, ready, and the files they are made of. */
export interface Gallery {
  readonly images: ReadonlyMap<string, ReadyImage>;
  /** Route → file in the cache. */
  readonly files: ReadonlyMap<string, string>;
  readonly problems: readonly Problem[];
}

/** How a gallery is made. */
export interface GalleryWork {
  /** True when every document could be read: images that none of them shows are then forgotten. */
  readonly complete: boolean;
  readonly onProgress: Counter;
}

/** Makes every image ready that a document shows. */
export async function makeGallery(
  content: Content,
  folder: Folder,
  cache: string,
  work: GalleryWork,
): Promise<Gallery> {
  const documents = [...content.essays, ...content.concepts, ...content.pages];
  const files = documents.flatMap((document) => shownBy(document, folder));
  const { images, problems } = await processImages({ files, cache, concurrency: 2, ...work });
  return {
    images: new Map([...images].map(([key, image]) => [key, ready(image)])),
    files: new Map(
      [...images.values()].flatMap(({ files: made }) => made.map(({ url, path }) => [routeOf(url), path])),
    ),
    problems,
  };
}

function shownBy(document: AnyDocument, folder: Folder): ImageFile[] {
  const cover = 'cover' in document.front ? document.front.cover : undefined;
  const sources = [...document.outline.images.map(({ src }) => src), ...(cover === undefined ? [] : [cover.src])];
  return sources.flatMap((src) => {
    const key = imagePath(document, src);
    return imageEnding.test(key) && folder.files.has(key)
      ? [{ key, path: folder.files.get(key)?.disk ?? key, essay: document.id }]
      : [];
  });
}

function ready({ width, height, sources, fallback }: ProcessedImage): ReadyImage {
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
