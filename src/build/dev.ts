import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { dev } from 'astro';
import type { ViteDevServer } from 'vite';
import { feedDocuments } from '../core/feed/feed.ts';
import { writeFeed } from '../core/feed/write.ts';
import { fillSlots } from '../core/essay/slot.ts';
import type { Essay } from '../core/essay/essay.ts';
import { chainFiles, isDrawing } from '../core/library/chain-files.ts';
import { chainPictures } from '../core/library/chain-pictures.ts';
import { iconRoutes, markdownRoute } from '../core/library/generated.ts';
import type { Library } from '../core/library/library.ts';
import { cards } from '../core/metadata/card.ts';
import { textFiles } from '../core/metadata/text-files.ts';
import { outputFile } from '../core/route/table.ts';
import { siteStyle } from '../core/site/style.ts';
import { hasErrors, sortProblems, type Problem } from '../core/problem/problem.ts';
import { astroSettings } from './astro.ts';
import { stateFolder, type BuildOptions } from './build.ts';
import { DevSearch } from './dev-search.ts';
import { chainDrawingSvg, chainPicturePng } from './chain-pictures.ts';
import { CardStore, cardKey, cardRecipe } from './cards.ts';
import { overlayOf } from './dev-overlay.ts';
import { newKitchen } from './feeds.ts';
import { folderDigest, readFolder, unreadable } from './folder.ts';
import { cutFullLane, fullLaneOf, moduleOf, setFullLane } from './full-lane.ts';
import { withLock } from './lock.ts';
import { faviconOf, iconOf } from './icons.ts';
import { silence, type Progress } from './progress.ts';
import { projectRoot } from './project.ts';
import { belowBase, routeOf } from './request-path.ts';
import { answerPart } from './byte-range.ts';
import { mediaType } from './media-type.ts';
import { setStage } from './stage.ts';
import { twinHtml, twinOf } from './twins.ts';
import { forgetOthers, understand, type Understood } from './understanding.ts';

/** What a development server is told. */
export interface DevOptions extends Omit<BuildOptions, 'out' | 'drafts' | 'progress'> {
  readonly port: number;
  /** Called after each reading of the folder. */
  readonly onRead: (problems: readonly Problem[], milliseconds: number, first: boolean) => void;
  readonly progress?: Progress;
  /** Milliseconds, ever growing. */
  readonly clock: () => number;
}

/** A running development server. */
export interface DevServer {
  readonly url: string;
  readonly close: () => Promise<void>;
}

/**
 * Serves a site while it is written: a change in the folder is seen within a second. Drafts are shown.
 * While there are errors the last good site stays, with the errors laid over it.
 */
export async function startDev(options: DevOptions): Promise<DevServer> {
  const studio = new Studio(options);
  await studio.read(true);
  const site = studio.site;
  if (site === undefined) throw new DevError('The site cannot be shown before these problems are mended.');
  const settings = astroSettings({ site, out: join(studio.state, 'dev'), cache: join(studio.state, 'dev') });
  const server = await dev({
    ...settings,
    base: '/',
    server: { port: options.port },
    vite: { ...settings.vite, plugins: [{ name: 'throughline:dev', configureServer: (vite) => studio.attach(vite) }] },
  });
  const { port } = server.address;
  return { url: `http://localhost:${String(port)}${new URL(site.address).pathname}`, close: () => server.stop() };
}

/** The development server cannot begin. Its problems have been reported. */
export class DevError extends Error {}

class Studio {
  readonly state: string;
  readonly #options: DevOptions;
  readonly #content: string;
  #good: Understood | undefined;
  #faults: readonly Problem[] = [];
  readonly #search: DevSearch;
  #vite: ViteDevServer | undefined;
  #reading: Promise<void> = Promise.resolve();
  #timer: NodeJS.Timeout | undefined;
  /** Addresses and modules of the site that is shown; Astro has to look again only when these change. */
  #shape = '';
  #moved = false;
  /** Counts how often pages were told to load again, and which count the page asked for last has seen. */
  #edition = 0;
  #served = 0;

  constructor(options: DevOptions) {
    this.#options = options;
    this.#content = resolve(options.content);
    this.state = stateFolder(this.#content);
    this.#search = new DevSearch(this.state);
  }

  get site(): NonNullable<Understood['library']>['knowledge']['site'] | undefined {
    return this.#good?.library?.knowledge.site;
  }

  /** Reads the folder and, when it is sound, shows it. */
  async read(first = false): Promise<void> {
    const { clock, onRead, progress } = this.#options;
    const begun = clock();
    const options: BuildOptions = { ...this.#options, out: '', drafts: true, progress: progress ?? silence };
    const [understood, late] = await withLock(this.state, async () => {
      const folder = await readFolder(this.#content);
      const read = await understand(options, folder, first ? (options.progress ?? silence) : silence);
      return [read, hasErrors(read.problems) ? [] : ((await read.gallery?.ready) ?? [])] as const;
    });
    this.#faults = sortProblems([...understood.problems, ...late]);
    if (!hasErrors(this.#faults)) {
      this.#show(understood);
      await forgetOthers(understood);
    }
    onRead(this.#faults, clock() - begun, first);
  }

  /** Listens to the folder and answers for everything that is not a page. */
  attach(vite: ViteDevServer): void {
    this.#vite = vite;
    vite.watcher.add(this.#content);
    // What was saved while the server was starting has been seen by nobody.
    vite.watcher.on('ready', () => void this.#catchUp());
    vite.watcher.on('all', (_event, path) => {
      if (path.startsWith(this.#content)) this.#later();
    });
    vite.middlewares.use((request, response, next) => {
      if (request.headers.accept?.includes('text/html')) this.#served = this.#edition;
      this.#answer(request, response).then((answered) => {
        if (!answered) next();
      }, next);
    });
    vite.ws.on('connection', () => {
      // A page that was on its way while it should have been told to load again has not heard that.
      if (this.#served !== this.#edition) vite.ws.send({ type: 'full-reload' });
      setTimeout(() => {
        if (hasErrors(this.#faults)) this.#overlay();
      }, 300);
    });
  }

  /** Reads the folder again when it is another than the one that was read last. */
  async #catchUp(): Promise<void> {
    const before = this.#good?.folder;
    const now = await readFolder(this.#content).catch(() => undefined);
    if (before === undefined || now === undefined || folderDigest(now) !== folderDigest(before)) this.#later();
  }

  #later(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      // Whatever happens to one reading, the next change is read.
      const reading = this.#reading.then(() => this.read());
      this.#reading = reading.catch((fault: unknown) => this.#fail(fault)).then(() => this.#refresh());
    }, 40);
  }

  #fail(fault: unknown): void {
    this.#faults = [unreadable(fault)];
    this.#options.onRead(this.#faults, 0, false);
  }

  #show(understood: Understood): void {
    const routes = understood.library?.pages.map(({ route }) => route).join(' ');
    const full = understood.library?.knowledge.documents.filter(({ lane }) => lane === 'full') ?? [];
    // What code says is followed by Vite; which files there are is not, where an import has failed.
    const files = [...understood.folder.files.keys()].join('\n');
    const shape = `${routes ?? ''}\n${full.map(({ file }) => file).join(' ')}\n${files}`;
    this.#moved = shape !== this.#shape;
    this.#shape = shape;
    this.#good = understood;
    const { library, folder } = understood;
    this.#search.renew(library?.knowledge);
    if (library === undefined) return;
    const { documents, content } = library.knowledge;
    setFullLane(fullLaneOf(documents, content.words, folder));
    setStage(new Map(library.pages.map((page) => [page.route, () => page])));
  }

  #refresh(): void {
    if (hasErrors(this.#faults)) {
      this.#overlay();
      return;
    }
    this.#edition += 1;
    if (!this.#moved) {
      this.#vite?.ws.send({ type: 'full-reload' });
      return;
    }
    for (const environment of Object.values(this.#vite?.environments ?? {})) {
      environment.moduleGraph.invalidateAll();
      environment.hot.send({ type: 'full-reload', path: '*' });
    }
  }

  #overlay(): void {
    this.#vite?.ws.send(overlayOf(this.#faults, this.#content));
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<boolean> {
    const { library, gallery, folder } = this.#good ?? {};
    if (library === undefined || gallery === undefined || folder === undefined) return false;
    // Astro knows no path of the site: it would take one with other letters than a–z for somebody else's.
    request.url = belowBase(library.knowledge.urls.base, request.url ?? '/');
    const route = routeOf(request.url);
    if (route === undefined) return false;
    const body = await this.#body(route);
    if (body === undefined) {
      this.#fill(library, route, response);
      return false;
    }
    response.setHeader('content-type', mediaType(outputFile(route)));
    response.setHeader('cache-control', 'no-store');
    const bytes = Buffer.from(body);
    const part = answerPart(request, response, bytes.length);
    response.end(part === 'none' ? '' : bytes.subarray(part?.start, part && part.end + 1));
    return true;
  }

  /** Astro leaves the slots of a full-lane document open; they are filled on the way out. */
  #fill(library: Library, route: string, response: ServerResponse): void {
    const page = library.pages.find((one) => one.route === route || one.route === `${route}/`);
    const key = page && moduleOf(page);
    const document = library.knowledge.documents.find(({ file }) => file === key);
    if (document === undefined) return;
    const chunks: Buffer[] = [];
    const end = response.end.bind(response);
    response.write = (chunk: string | Uint8Array) => chunks.push(Buffer.from(chunk)) > 0;
    response.end = ((chunk?: string | Uint8Array) => {
      if (typeof chunk === 'string' || chunk instanceof Uint8Array) chunks.push(Buffer.from(chunk));
      const html = Buffer.concat(chunks).toString();
      const parts = cutFullLane(html);
      const fillers = library.fillers(document, 'page');
      return end(parts === undefined ? html : parts.before + fillSlots(parts.fragment, fillers) + parts.after);
    }) as typeof response.end;
  }

  async #body(route: string): Promise<string | Buffer | undefined> {
    const { library, gallery, folder } = this.#good ?? {};
    if (library === undefined || gallery === undefined || folder === undefined) return undefined;
    const { knowledge } = library;
    const image = gallery.files.get(route);
    if (image !== undefined) return readFile(image);
    const file = knowledge.content.publicFiles.find((one) => one.route === route);
    if (file !== undefined) {
      const { disk = join(projectRoot, 'public', route) } = folder.files.get(file.file) ?? {};
      return readFile(disk).catch(() => undefined);
    }
    const text = textFiles(library).find((one) => one.file === outputFile(route));
    if (text !== undefined) return text.text();
    if (route === 'site.css') return knowledge.site.accent === undefined ? '' : siteStyle(knowledge.site.accent);
    const picture = await this.#picture(route);
    if (picture !== undefined) return picture;
    const feed = this.#feed(route);
    if (feed !== undefined) return feed;
    if (route.startsWith('pagefind/')) return this.#search.file(route);
    return undefined;
  }

  #feed(route: string): string | undefined {
    const library = this.#good?.library;
    if (library === undefined || !/\.(?:xml|json)$/.test(route)) return undefined;
    const document = feedDocuments(library.knowledge).find((one) => one.route === route);
    const kitchen = newKitchen(library, (essay) => essay.fragment ?? '');
    return document && [...writeFeed(document, ({ essay }) => kitchen.content(essay))].join('');
  }

  async #picture(route: string): Promise<Buffer | string | undefined> {
    const { library, folder } = this.#good ?? {};
    if (library === undefined || folder === undefined) return undefined;
    const icon = iconRoutes(library.knowledge).find((one) => one === route);
    if (icon !== undefined) return iconOf(await faviconOf(folder), icon);
    const card = route.endsWith('card.png') ? cards(library.knowledge).find((one) => one.route === route) : undefined;
    if (card !== undefined) return new CardStore(join(this.state, 'cards')).png(card, cardKey(card, cardRecipe()));
    const chain = route.endsWith('.png')
      ? chainPictures(library.knowledge).find((one) => one.route === route)
      : undefined;
    if (chain !== undefined) return chainPicturePng(chain);
    const drawing = isDrawing({ route }) ? chainFiles(library.knowledge).find((one) => one.route === route) : undefined;
    if (drawing !== undefined) return chainDrawingSvg(drawing);
    const essay = route.endsWith('.md')
      ? library.knowledge.documents.find(
          (one) => one.kind === 'essay' && markdownRoute(library.knowledge, one as Essay) === route,
        )
      : undefined;
    if (essay === undefined) return undefined;
    return twinOf(
      library,
      essay as Essay,
      twinHtml(library, essay as Essay, ({ fragment }) => fragment ?? ''),
    );
  }
}
