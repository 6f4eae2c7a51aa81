import { error, type Problem } from '../problem/problem.ts';
import type { Route } from './urls.ts';

/** Somebody's claim to an address. */
export interface Claim {
  readonly route: Route;
  /** What would stand there, for the message: `essay`, `alias`, `feed`. */
  readonly what: string;
  /** The file of the author's folder behind it, if one is. */
  readonly file?: string;
  readonly line?: number;
}

/** The claims of a site, checked against each other. */
export interface RouteTable {
  readonly routes: ReadonlyMap<Route, Claim>;
  readonly problems: readonly Problem[];
}

/**
 * Gives every address to the first who claims it. Two claims to one address, or to a file and a folder
 * of the same name, are an error that names everybody involved. Case does not tell addresses apart,
 * since some disks do not either.
 */
export function buildRouteTable(claims: readonly Claim[]): RouteTable {
  const byFile = new Map<string, Claim[]>();
  for (const claim of claims) {
    const key = outputFile(claim.route).normalize('NFC').toLowerCase();
    byFile.set(key, [...(byFile.get(key) ?? []), claim]);
  }
  const problems = [...byFile.values()].filter((same) => same.length > 1).map(collision);
  return {
    routes: new Map(claims.toReversed().map((claim) => [claim.route, claim])),
    problems: [...problems, ...shadows(byFile)],
  };
}

/**
 * The file that holds a route.
 * @example outputFile('sv/taggar/') → 'sv/taggar/index.html'
 */
export function outputFile(route: Route): string {
  return route === '' || route.endsWith('/') ? `${route}index.html` : route;
}

function collision(claims: readonly Claim[]): Problem {
  const [first] = claims;
  const who = claims.map((claim) => (claim.file === undefined ? claim.what : `${claim.file} (${claim.what})`));
  const owner = claims.find((claim) => claim.file !== undefined);
  return error(
    'same-address',
    { ...(owner?.file !== undefined && { file: owner.file }), ...(owner?.line !== undefined && { line: owner.line }) },
    `${String(claims.length)} things want the address /${first?.route ?? ''}: ${who.join(', ')}.`,
    'Give all but one of them another slug, name or alias.',
  );
}

/** Files that stand where others need a folder, each once with all that would lie in it. */
function shadows(byFile: ReadonlyMap<string, readonly Claim[]>): Problem[] {
  const below = new Map<string, Claim[]>();
  for (const [file, claims] of byFile) {
    const parts = file.split('/');
    for (let depth = 1; depth < parts.length; depth += 1) {
      const above = parts.slice(0, depth).join('/');
      if (byFile.has(above)) below.set(above, [...(below.get(above) ?? []), ...claims]);
    }
  }
  return [...below].map(([above, claims]) => {
    // What is generated beside a page need not be named besides the page.
    const owned = claims.filter(({ file }) => file !== undefined);
    return collision([...(byFile.get(above) ?? []), ...(owned.length > 0 ? owned : claims)]);
  });
}
