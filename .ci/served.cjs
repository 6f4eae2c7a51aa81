// What a served site must answer.
const { existsSync, readFileSync, readdirSync } = require('node:fs');
const { Agent, request } = require('node:http');
const { basename, extname, join } = require('node:path');
const { gunzipSync } = require('node:zlib');

const long = 'public, max-age=31536000, immutable';
const mediaTypes = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.csv': 'text/csv; charset=utf-8',
  '.js': 'application/javascript; charset=utf-8',
  '.json': 'application/json',
  '.md': 'text/markdown; charset=utf-8',
  '.opml': 'text/x-opml; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.webmanifest': 'application/manifest+json',
  '.xml': 'text/xml; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.webp': 'image/webp',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.pagefind': 'application/octet-stream',
  '.pf_meta': 'application/octet-stream',
  '.pf_index': 'application/octet-stream',
  '.pf_filter': 'application/octet-stream',
  '.pf_fragment': 'application/octet-stream',
};
const feedTypes = {
  RSS: [/^feed\.xml$/, 'application/rss+xml; charset=utf-8'],
  Atom: [/^atom(-\d+)?\.xml$/, 'application/atom+xml; charset=utf-8'],
  'JSON Feed': [/^feed\.json$/, 'application/feed+json'],
};

/**
 * Asks for every file of a site, for some that are not there and for what has moved.
 * @param {{ folder: string, base: string, port: number, policy: string }} site the served folder, its path, and the policy
 * @returns {Promise<{ what: string, faults: string[] }[]>} each property with the addresses that lack it
 */
exports.faultsOf = async function faultsOf({ folder, base, port, policy }) {
  const agent = new Agent({ keepAlive: true, maxSockets: 4 });
  const ask = (path, headers = {}) => answer(agent, port, path, headers);
  try {
    const site = await readSite(folder, base, ask);
    const parts = [headers, caching, types, compression, missing, moved, unchanged, places];
    const results = [];
    for (const part of parts) results.push(...(await part({ ...site, folder, base, policy, ask })));
    return results;
  } finally {
    agent.destroy();
  }
};

async function readSite(folder, base, ask) {
  const names = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name).slice(join(folder, '/').length))
    .sort();
  const lines = readFileSync(join(folder, '_redirects'), 'utf8').split('\n').filter(Boolean);
  const redirects = lines.map((line) => line.split(' '));
  const old = new Set(redirects.map(([from]) => from));
  const [first] = readFileSync(join(folder, '_headers'), 'utf8').split(/\n(?! )/);
  const promised = Object.fromEntries(
    first
      .split('\n  ')
      .slice(1)
      .map((line) => line.split(/: (.*)/)),
  );
  const files = [];
  for (const name of names.filter((one) => !/^_[^/]*$/.test(one))) {
    const path =
      base +
      name
        .replace(/(^|\/)index\.html$/, '$1')
        .split('/')
        .map(encodeURIComponent)
        .join('/');
    if (!old.has(path)) files.push({ name, path, got: await ask(path), bytes: readFileSync(join(folder, name)) });
  }
  const languages = readdirSync(folder).filter((name) => existsSync(join(folder, name, '404.html')));
  return { files, redirects, promised, languages };
}

async function headers({ files, redirects, promised, languages, policy, base, ask }) {
  const lacking = (path, got) =>
    Object.entries(promised)
      .filter(([name, value]) => got.headers[name.toLowerCase()] !== value)
      .map(([name]) => `${path} ${name}: ${got.headers[name.toLowerCase()]}`);
  const all = (some) => some.flatMap(({ path, got }) => lacking(path, got));
  const pages = files.filter(({ name }) => name.endsWith('.html'));
  const gone = [base, ...languages.map((lang) => `${base}${lang}/`)].map((path) => `${path}not-there`);
  const unlike = pages.filter(({ got }) => got.headers['content-security-policy'] !== policy);
  return [
    property('the policy is that of the code', unlike, pages),
    property('headers of pages', all(pages), pages),
    property('headers of all other files', all(files.filter((one) => !pages.includes(one)))),
    property('headers of 404', all(await asked(gone, ask))),
    property(
      'headers of 404 among assets',
      all(await asked([`${base}_astro/not-there.css`, `${base}images/x.png`], ask)),
    ),
    property(
      'headers of redirects',
      all(
        await asked(
          redirects.map(([from]) => from),
          ask,
        ),
      ),
      redirects,
    ),
    property('feeds are open to other sites, and nothing else is', open(files)),
    property('copies of pages are not to be found', copies(files)),
  ];
}

function open(files) {
  const isFeed = ({ name }) => /(^|\/)(feed\.xml|feed\.json|feeds\.opml|atom(-\d+)?\.xml)$/.test(name);
  return files.filter((file) => (file.got.headers['access-control-allow-origin'] === '*') !== isFeed(file));
}

function copies(files) {
  return files.filter(({ name, got }) => (got.headers['x-robots-tag'] === 'noindex') !== name.endsWith('/index.md'));
}

async function caching({ files, base, ask }) {
  const kinds = { _astro: /^_astro\//, images: /^images\//, 'search index': /^pagefind\/.*\.pf_\w+$/ };
  const living = (what, life, some) => {
    const others = some.filter(({ got }) => got.headers['cache-control'] !== life);
    return property(
      what,
      others.map(({ path, got }) => `${path} ${got.headers['cache-control']}`),
      some,
    );
  };
  const rest = files.filter(({ name }) => !Object.values(kinds).some((kind) => kind.test(name)));
  const gone = await asked([`${base}_astro/not-there.css`, `${base}pagefind/en/not-there.pf_meta`], ask);
  return [
    ...Object.entries(kinds).map(([what, kind]) =>
      living(
        `long life: ${what}`,
        long,
        files.filter(({ name }) => kind.test(name)),
      ),
    ),
    living('short life of all other files', 'no-cache', rest),
    living('short life of 404', 'no-cache', gone),
  ];
}

async function types({ files }) {
  const feeds = Object.values(feedTypes).map(([name]) => name);
  const wrong = (some, type) =>
    some
      .filter(({ got }) => got.headers['content-type'] !== type)
      .map(({ path, got }) => `${path} ${got.headers['content-type']}`);
  const others = files.filter(({ name }) => !feeds.some((feed) => feed.test(basename(name))));
  const endings = [...new Set(others.map(({ name }) => extname(name)))].sort();
  return [
    ...Object.entries(feedTypes).map(([what, [feed, type]]) => {
      const some = files.filter(({ name }) => feed.test(basename(name)));
      return property(`type of ${what}`, wrong(some, type), some);
    }),
    ...endings.map((ending) => {
      const some = others.filter(({ name }) => extname(name) === ending);
      return property(`type of ${ending}`, wrong(some, mediaTypes[ending] ?? 'unknown'), some);
    }),
  ];
}

async function compression({ files, ask }) {
  const results = [];
  for (const ending of ['.html', '.css', '.js', '.xml', '.json', '.svg', '.md', '.webmanifest']) {
    const some = files.filter(({ name, bytes }) => name.endsWith(ending) && bytes.length > 100).slice(0, 20);
    const faults = [];
    for (const { path, bytes } of some) {
      const got = await ask(path, { 'Accept-Encoding': 'gzip' });
      const isPacked = got.headers['content-encoding'] === 'gzip' && got.headers['vary'] === 'Accept-Encoding';
      if (!isPacked || !gunzipSync(got.body).equals(bytes)) faults.push(path);
    }
    results.push(property(`compression of ${ending}`, faults, some));
  }
  return results;
}

async function missing({ folder, base, languages, ask }) {
  const own = (lang) => readFileSync(join(folder, lang, '404.html'));
  const results = [];
  for (const lang of ['', ...languages]) {
    const start = `${base}${lang === '' ? '' : `${lang}/`}`;
    const paths = [`${start}not-there`, `${start}not/there/`, `${start}not-there.xml`, `${start}not-there.md`];
    const got = await asked(paths, ask);
    const wrong = got.filter((one) => one.got.status !== 404 || !one.got.body.equals(own(lang)));
    results.push(property(`404 of ${lang === '' ? 'the site' : lang}`, wrong));
  }
  const folders = ['_astro/', 'pagefind/', '_headers', '_redirects', '_nginx.conf'].map((name) => base + name);
  const hidden = (await asked(folders, ask)).filter(({ got }) => got.status !== 404 || !got.body.equals(own('')));
  return [...results, property('folders without a page and servers’ files are not there', hidden)];
}

async function moved({ redirects, ask }) {
  const wrong = [];
  const lost = [];
  for (const [from, to] of redirects) {
    const got = await ask(from);
    if (got.status !== 301 || got.headers.location !== to) wrong.push(`${from} ${got.status} ${got.headers.location}`);
    if ((await ask(to)).status !== 200) lost.push(`${from} ${to}`);
  }
  return [property('redirects', wrong, redirects), property('redirects lead to pages', lost, redirects)];
}

async function unchanged({ files, promised, ask }) {
  const feeds = files.filter(({ name }) => Object.values(feedTypes).some(([feed]) => feed.test(basename(name))));
  const ways = {
    ETag: ({ got }) => ({ 'If-None-Match': got.headers.etag ?? 'none' }),
    'ETag of what was compressed': ({ got }) => ({
      'If-None-Match': `W/${got.headers.etag}`,
      'Accept-Encoding': 'gzip',
    }),
    'its date': ({ got }) => ({ 'If-Modified-Since': got.headers['last-modified'] ?? 'never' }),
  };
  const results = [];
  for (const [way, asking] of Object.entries(ways)) {
    const faults = [];
    for (const feed of feeds) {
      const { status, body, headers: said } = await ask(feed.path, asking(feed));
      const isWhole = Object.entries(promised).every(([name, value]) => said[name.toLowerCase()] === value);
      if (status !== 304 || body.length > 0 || !isWhole) faults.push(`${feed.path} ${status}`);
    }
    results.push(property(`304 for a feed known by ${way}`, faults, feeds));
  }
  const stale = await asked(
    feeds.map(({ path }) => path),
    (path) => ask(path, { 'If-None-Match': '"another"' }),
  );
  return [
    ...results,
    property(
      '200 for a feed that was another',
      stale.filter(({ got }) => got.status !== 200),
    ),
  ];
}

async function places({ files, base, ask }) {
  const pages = files.filter(({ name }) => name.endsWith('/index.html'));
  const wrong = [];
  for (const { path } of pages) {
    const { status, headers: said } = await ask(path.slice(0, -1));
    if (status !== 301 || said.location !== path) wrong.push(`${path} ${status} ${said.location}`);
  }
  const other = files.filter(({ got, bytes }) => got.status !== 200 || !got.body.equals(bytes));
  return [
    property(
      'every file is served as it is',
      other.map(({ path, got }) => `${path} ${got.status}`),
      files,
    ),
    property('a page without its last slash leads to it', wrong, pages),
  ];
}

/** A property, which must have been asked of something; faults are addresses, or what lies there. */
function property(what, faults, subjects) {
  if (subjects?.length === 0) return { what, faults: ['There is nothing to ask for.'] };
  return { what, faults: faults.map((one) => one.path ?? one) };
}

async function asked(paths, ask) {
  return Promise.all(paths.map(async (path) => ({ path, got: await ask(path) })));
}

function answer(agent, port, path, headers) {
  return new Promise((resolve, reject) => {
    const got = (response) => {
      const parts = [];
      response.on('data', (part) => parts.push(part)).on('error', reject);
      response.on('end', () =>
        resolve({ status: response.statusCode, headers: response.headers, body: Buffer.concat(parts) }),
      );
    };
    request({ host: '127.0.0.1', port, path, headers, agent }, got).on('error', reject).end();
  });
}
