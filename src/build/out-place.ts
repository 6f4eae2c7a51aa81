import { existsSync, readdirSync, realpathSync, statSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { error, type Problem } from '../core/problem/problem.ts';
import { neighboursOf } from './output.ts';
import { projectRoot } from './project.ts';

/** The output replaces a folder as a whole, so it must be none that holds or is a part of something else. */
export function unsafePlace(options: { readonly content: string; readonly out: string }): Problem | undefined {
  const out = `${realOf(options.out)}/`;
  const replaced = [out, ...neighboursOf(realOf(options.out)).map((folder) => `${folder}/`)];
  const inside = [projectRoot, options.content].find((folder) =>
    replaced.some((one) => `${realOf(folder)}/`.startsWith(one)),
  );
  const within = out.startsWith(`${realOf(options.content)}/`);
  const source = ['src', 'tests', 'public', 'node_modules', 'content'].find((name) =>
    out.startsWith(`${join(projectRoot, name)}/`),
  );
  if (inside === undefined && !within && source === undefined) return undefined;
  return error(
    'unsafe-output',
    {},
    `The site cannot be written to ${options.out}: the folder is replaced as a whole, and it holds or lies in ${inside ?? source ?? 'the content'}.`,
    'Name another folder with --out.',
  );
}

/** Files that every site of ours has at its top; two of them tell it from somebody's own folder. */
const marks = ['404.html', 'sitemap.xml', '_headers', '_redirects'];

/** What is at the place of the output must be a site of ours, or nothing: it will be deleted. */
export function foreignPlace(out: string): Problem | undefined {
  if (!existsSync(out)) return undefined;
  const isFolder = statSync(out).isDirectory();
  const names = isFolder ? readdirSync(out) : [];
  if (isFolder && (names.length === 0 || marks.filter((name) => names.includes(name)).length >= 2)) return undefined;
  const what = isFolder
    ? `holds files that are no site of this project: ${names.slice(0, 3).join(', ')}${names.length > 3 ? ' …' : ''}`
    : 'is a file';
  return error(
    'unsafe-output',
    {},
    `The site cannot be written to ${out}: it ${what}. The folder would be replaced as a whole.`,
    'Name another folder with --out, or empty this one yourself.',
  );
}

/** Folders beside the output that a build deletes must not be somebody's own. Ask where none has begun yet. */
export function foreignNeighbour(out: string): Problem | undefined {
  const found = neighboursOf(out).find((folder) => existsSync(folder));
  if (found === undefined) return undefined;
  return error(
    'unsafe-output',
    {},
    `The site cannot be written to ${out}: a build makes it in ${found} first, and that is there already.`,
    `Name another folder with --out, or delete ${found} if nobody needs it.`,
  );
}

/** A path without links, as far as it exists. */
export function realOf(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    const whole = resolve(path);
    const around = dirname(whole);
    return around === whole ? whole : join(realOf(around), basename(whole));
  }
}
