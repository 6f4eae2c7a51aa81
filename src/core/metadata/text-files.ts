import { opml } from '../feed/opml.ts';
import { opmlRoute } from '../library/feeds.ts';
import { chainFiles, isDrawing } from '../library/chain-files.ts';
import { lastingFolders, llmsRoute, manifestRoute } from '../library/generated.ts';
import type { Library } from '../library/library.ts';
import { redirectDocument, redirectLines, redirectPaths } from '../library/redirects.ts';
import { sitemapFiles } from '../library/sitemap.ts';
import { robotsText } from '../route/robots.ts';
import { outputFile } from '../route/table.ts';
import { headersText } from '../site/headers.ts';
import { nginxFile, nginxText } from '../site/nginx.ts';
import { llmsIndex, llmsText } from './llms.ts';
import { manifestText } from './manifest.ts';

/** A small file that is neither a page nor a feed. */
export interface TextFile {
  /** Path in the output. */
  readonly file: string;
  /** Says all that the text depends on, where that is known before the text is. */
  readonly key?: string;
  readonly text: () => string;
}

/** Every text file of a site that is made of what the library knows alone. */
export function textFiles(library: Library): TextFile[] {
  const { knowledge, redirects, pages } = library;
  const { urls, languages, site } = knowledge;
  const secure = new URL(site.address).protocol === 'https:';
  const moved = redirectPaths(knowledge, redirects);
  return [
    ...redirects.map((one) => ({ file: outputFile(one.route), text: () => redirectDocument(knowledge, one) })),
    ...chainFiles(knowledge)
      .filter((file) => !isDrawing(file))
      .map(({ route, key, text }) => ({ file: route, key, text })),
    ...sitemapFiles(knowledge, pages),
    { file: 'robots.txt', text: () => robotsText(urls.absolute('sitemap.xml')) },
    { file: '_redirects', text: () => redirectLines(knowledge, redirects) },
    { file: '_headers', text: () => headersText(urls.base, secure, lastingFolders(knowledge)) },
    { file: nginxFile, text: () => nginxText({ base: urls.base, secure, languages, moved }) },
    { file: llmsRoute(knowledge), text: () => llmsIndex(knowledge) },
    ...languages.map((lang) => ({ file: llmsRoute(knowledge, lang), text: () => llmsText(knowledge, lang) })),
    ...languages.map((lang) => ({ file: manifestRoute(knowledge, lang), text: () => manifestText(knowledge, lang) })),
    ...languages.map((lang) => ({ file: opmlRoute(knowledge, lang), text: () => [...opml(knowledge, lang)].join('') })),
  ];
}
