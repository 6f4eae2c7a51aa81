import { join } from 'node:path';
import type { DocumentKind } from '../core/essay/essay.ts';
import { meant } from '../core/problem/nearest.ts';
import { error } from '../core/problem/problem.ts';
import { command, refuse } from './arguments.ts';
import {
  documentKinds,
  idProblems,
  kindFolders,
  readSettings,
  siteLanguage,
  versionsOf,
  writeNew,
} from './author-folder.ts';
import { documentText } from './document-text.ts';
import { problemsOf, type Found } from './found.ts';
import { contentFolder, contentOption, shownPath } from './place.ts';
import { scaffoldTexts } from './scaffold-texts.ts';
import { dayOf } from './starter.ts';
import { titleFrom, titleProblems } from './title.ts';

/** `throughline new <kind> <id>`: begins a document, as a draft. */
export const newDocument = command({
  name: 'new',
  summary: 'Begin an essay, a concept or a page.',
  usage: '<essay|concept|page> <id>',
  options: {
    lang: { value: 'LANG', description: 'Its language. Without it, the default language of the site.' },
    title: { value: 'TEXT', description: 'Its title. Without it, the id in words.' },
    content: contentOption,
  },
  run: async ({ operands: [written = '', id = ''], options }, io) => {
    const content = contentFolder(options.content, io);
    const title = options.title?.trim() ?? titleFrom(id);
    const kind = kindNamed(written);
    const lang = await languageFor(content, options.lang);
    const problems = [...problemsOf(kind), ...idProblems(id), ...titleProblems(title), ...problemsOf(lang)];
    if (problems.length > 0 || !('value' in kind) || !('value' in lang)) return refuse(io, problems);

    const others = await versionsOf(content, kind.value, id);
    const file = others.get(lang.value) ?? join(content, kindFolders[kind.value], id, `${lang.value}.mdx`);
    const problem = await writeNew(file, firstText(kind.value, lang.value, title, io.now()), shownPath(io, file));
    if (problem !== undefined) return refuse(io, [problem]);
    io.stdout(`${shownPath(io, file)}\n`);
    const [sibling] = others.keys();
    if (sibling !== undefined) io.stderr(`It stands beside “${id}” in ${sibling} as its translation.\n`);
    return 0;
  },
});

function kindNamed(written: string): Found<DocumentKind> {
  const kind = documentKinds.find((one) => one === written);
  if (kind !== undefined) return { value: kind };
  const right = meant(written, documentKinds);
  const hint = right === undefined ? `There are: ${documentKinds.join(', ')}.` : `Did you mean “${right}”?`;
  return { problems: [error('unknown-kind', {}, `“${written}” is no kind of document.`, hint)] };
}

async function languageFor(content: string, written: string | undefined): Promise<Found<string>> {
  const settings = await readSettings(content);
  return 'problems' in settings ? settings : siteLanguage(written ?? settings.value.defaultLanguage, settings.value);
}

function firstText(kind: DocumentKind, lang: string, title: string, now: Date): string {
  const { about, description, body } = scaffoldTexts(lang).texts;
  const front = {
    title,
    description: description[kind],
    date: kind === 'page' ? undefined : dayOf(now),
    tags: kind === 'page' ? undefined : [],
    draft: true,
  };
  return documentText(front, body, { beside: { tags: about.essayTags, draft: about.draft } });
}
