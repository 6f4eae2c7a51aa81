import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { shownDocuments } from '../core/library/documents.ts';
import type { Library } from '../core/library/library.ts';
import { hasErrors, sortProblems, type Problem } from '../core/problem/problem.ts';
import { failed, type BuildOptions, type BuildResult, type Place, type Sources } from './build.ts';
import { ChangedFile } from './folder.ts';
import type { FragmentStore } from './fragments.ts';
import { writeManifest, type Manifest } from './manifest.ts';
import { ModuleFaults } from './module-fault.ts';
import { Staging, workshopOf } from './output.ts';
import { programPlan, pruneFragments, renderingPlan } from './pages.ts';
import { hasProgram } from './program.ts';
import { silence } from './progress.ts';
import type { Renderer, RenderingPlan } from './renderer.ts';
import { SearchWork } from './search/search.ts';
import { writeSite, type WrittenSite } from './site.ts';
import {
  coldFolders,
  forgetCold,
  forgetOthers,
  optionsOf,
  understand,
  type UnderstandingListener,
} from './understanding.ts';

/** Those who work on a build beside this thread; they begin as soon as something is known. */
class Helpers {
  readonly renderer: Renderer;
  #search: SearchWork | undefined;
  #plan: RenderingPlan | undefined;
  readonly listener: UnderstandingListener;

  constructor(
    options: BuildOptions,
    { state }: Place,
    { folder, manifest, template }: Sources,
    staging: Staging,
    renderer: Renderer,
  ) {
    this.renderer = renderer;
    const isCold = options.cold === true;
    const kept = isCold ? undefined : join(state, 'search');
    const searchWith = (texts: FragmentStore): SearchWork =>
      (this.#search ??= new SearchWork({ texts, template, staging, previous: manifest.files, kept }));
    this.listener = {
      onSite: (site) => {
        // A site that has been built without a program has pages with code of their own.
        if (manifest.input === '' || hasProgram(state)) renderer.prepare(programPlan(site, state, template, isCold));
      },
      onContent: (content) => {
        const shown = shownDocuments(content, optionsOf(options));
        this.#plan = renderingPlan(content, shown, folder, state, template, isCold);
        // What goes wrong there is told when the pages come.
        this.renderer.begin(this.#plan).catch(() => undefined);
      },
      onLanguage: (lang, knowledge, texts) => {
        searchWith(texts).guess(lang, knowledge);
      },
      onKnowledge: (knowledge, texts) => {
        searchWith(texts).begin(knowledge);
        renderer.giveWay();
      },
    };
  }

  /** The indexes in the making; the content has been understood without an error. */
  get search(): SearchWork {
    if (this.#search === undefined) throw new Error('The search index has not been begun.');
    return this.#search;
  }

  /** What the pages are rendered from. */
  get plan(): RenderingPlan {
    if (this.#plan === undefined) throw new Error('The pages have not been begun.');
    return this.#plan;
  }

  /** Sends them home, whatever they do. */
  async end(): Promise<void> {
    await Promise.all([this.renderer.end(), this.#search?.abandon()]);
  }
}

/** Builds a site that is not as it was. @param renderer is ended with the build */
export async function buildAnew(
  options: BuildOptions,
  place: Place,
  sources: Sources,
  renderer: Renderer,
): Promise<BuildResult> {
  const spare = options.cold === true ? undefined : join(place.outState, 'spare');
  const staging = new Staging(place.out, sources.manifest.files, spare);
  const helpers = new Helpers(options, place, sources, staging, renderer);
  try {
    return await buildWith(helpers, options, place, sources, staging);
  } catch (fault) {
    if (fault instanceof ChangedFile) return failed([fault.problem]);
    throw fault;
  } finally {
    await helpers.end();
    staging.discard();
    rmSync(workshopOf(staging.folder), { recursive: true, force: true });
    if (options.cold === true) await forgetCold(place.state);
  }
}

async function buildWith(
  helpers: Helpers,
  options: BuildOptions,
  place: Place,
  { input, manifest, ...sources }: Sources,
  staging: Staging,
): Promise<BuildResult> {
  const progress = options.progress ?? silence;
  const understood = await understand(options, sources.folder, progress, helpers.listener);
  const { library, gallery, problems } = understood;
  if (library === undefined || gallery === undefined || hasErrors(problems)) return failed(problems);
  await staging.open();
  const cards = join(place.state, cardsFolder(options));
  const known = { library, gallery, state: place.state, previous: manifest.files, cards };
  const work = {
    ...sources,
    ...known,
    staging,
    renderer: helpers.renderer,
    plan: helpers.plan,
    search: helpers.search,
    progress,
  };
  const written = await writeSite(work).catch(async (fault: unknown) => {
    if (fault instanceof ModuleFaults) return { rendered: 0, problems: [...fault.problems, ...(await gallery.ready)] };
    throw fault;
  });
  const all = sortProblems([...problems, ...written.problems]);
  if (hasErrors(all)) return failed(all);
  await staging.publish();
  const after = { input: input(), outside: sources.outside.paths };
  writeManifest(place.manifest, manifestOf(after, library, options, staging, all));
  await pruneFragments(work);
  await forgetOthers(understood);
  return done(library, written, all);
}

function cardsFolder({ cold }: BuildOptions): string {
  return cold === true ? coldFolders.cards : 'cards';
}

function manifestOf(
  known: Pick<Manifest, 'input' | 'outside'>,
  library: Library,
  options: BuildOptions,
  staging: Staging,
  problems: readonly Problem[],
): Manifest {
  const times = library.knowledge.content.essays.map(({ front }) => (front.publish ?? front.date).toISOString()).sort();
  const now = options.now.toISOString();
  return {
    ...known,
    waiting: times.find((time) => time > now),
    since: times.findLast((time) => time <= now),
    files: Object.fromEntries([...staging.files].sort(([a], [b]) => (a < b ? -1 : 1))),
    warnings: problems,
    pages: library.pages.length,
  };
}

function done(library: Library, written: WrittenSite, problems: readonly Problem[]): BuildResult {
  return { ok: true, problems, unchanged: false, pages: library.pages.length, rendered: written.rendered };
}
