import { expect, it } from 'vitest';
import { textOf } from './source.ts';

interface Entry {
  version?: string;
  optionalDependencies?: Record<string, string>;
}

const packages = (JSON.parse(textOf('package-lock.json')) as { packages: Record<string, Entry> }).packages;

/** The package that a dependency of `path` means: the nearest folder of that name upwards. */
function resolve(path: string, name: string): Entry | undefined {
  const here = packages[`${path === '' ? '' : `${path}/`}node_modules/${name}`];
  if (here !== undefined || path === '') return here;
  return resolve(path.slice(0, Math.max(0, path.lastIndexOf('/node_modules/'))), name);
}

// `npm ci` refuses a lockfile that leaves out a package for another system, and npm sometimes leaves them out.
it('the lockfile holds the packages for every system, in the versions asked for', () => {
  const missing = Object.entries(packages).flatMap(([path, { optionalDependencies = {} }]) =>
    Object.entries(optionalDependencies)
      .filter(([name, wanted]) => {
        const version = resolve(path, name)?.version;
        return version === undefined || (/^\d/.test(wanted) && version !== wanted);
      })
      .map(([name, wanted]) => `${name}@${wanted} of ${path === '' ? 'the project' : path}`),
  );
  expect(missing).toEqual([]);
});
