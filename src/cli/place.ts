import { join, relative, resolve } from 'node:path';
import { projectRoot } from '../build/project.ts';
import type { Io } from './arguments.ts';

/** The option of every command that reads the author's folder. */
export const contentOption = {
  value: 'FOLDER',
  description: 'The folder with essays, site.yaml and the rest; also CONTENT_DIR. Without it, content.',
} as const;

/** The option of every command that writes the site. */
export const outOption = { value: 'FOLDER', description: 'The folder that gets the site. Without it, dist.' } as const;

/** The author's folder, as an absolute path: the option, else `CONTENT_DIR`, else the project's own. */
export function contentFolder(option: string | undefined, io: Io): string {
  const named = option ?? io.env['CONTENT_DIR'];
  return named === undefined || named === '' ? join(projectRoot, 'content') : pathFrom(io, named);
}

/** The folder of the finished site, as an absolute path. */
export function outFolder(option: string | undefined, io: Io): string {
  return option === undefined ? join(projectRoot, 'dist') : pathFrom(io, option);
}

/** A path as its writer meant it: relative to the folder in which they called. */
export function pathFrom(io: Io, path: string): string {
  return resolve(callingFolder(io), path);
}

/** A path as its reader finds it: relative to the folder in which they called, unless that is a long way round. */
export function shownPath(io: Io, path: string): string {
  const short = relative(callingFolder(io), path);
  return short === '' ? '.' : short.startsWith('..') ? path : short;
}

/** npm runs scripts in the project's folder and keeps the caller's in `INIT_CWD`, which processes further down inherit. */
function callingFolder({ cwd, env }: Io): string {
  const initial = env['INIT_CWD'];
  return initial !== undefined && initial !== '' && resolve(cwd) === projectRoot ? initial : cwd;
}
