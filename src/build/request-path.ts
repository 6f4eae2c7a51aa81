/**
 * What a request asks for below the path of the site: `/` for its front page. Any spelling of the path will do, and
 * what lies elsewhere, such as the development server’s own files, stays as it is.
 * @param base path of the site's address, encoded, ending in `/`
 * @example belowBase('/blog/', '/blog/en/?q=1') → '/en/?q=1'
 */
export function belowBase(base: string, url: string): string {
  const [path = ''] = /^[^?#]*/.exec(url) ?? [];
  const spelled = encodeURI(decoded(path));
  return spelled.startsWith(base) ? `/${spelled.slice(base.length)}${url.slice(path.length)}` : url;
}

/**
 * The file or page that is asked for, decoded; what cannot be decoded stays as it is. A path that leads up, and so
 * perhaps out of the site, is none.
 */
export function routeOf(url: string): string | undefined {
  const route = decoded(url.replace(/[?#].*$/s, '')).replace(/^\//, '');
  return /(?:^|[/\\])\.\.?(?:[/\\]|$)|\0/.test(route) || /%(?:2e|2f|5c|00)/i.test(route) ? undefined : route;
}

function decoded(path: string): string {
  try {
    return decodeURI(path);
  } catch {
    return path;
  }
}
