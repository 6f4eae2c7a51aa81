// Built sites served by Debian's nginx with the README's own settings, and asked as browsers and feed readers ask.
const { execFileSync, spawn, spawnSync } = require('node:child_process');
const {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} = require('node:fs');
const { createServer } = require('node:net');
const { tmpdir } = require('node:os');
const { join } = require('node:path');
const { setTimeout: wait } = require('node:timers/promises');
const { install } = require('./debian.cjs');
const { faultsOf } = require('./served.cjs');

const program = '/usr/sbin/nginx';
const dot =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9" width="9" height="9"><circle cx="4" cy="4" r="4"/></svg>';
const types = '/etc/nginx/mime.types';

/**
 * A check for each thing that the README's settings promise, of the site that the browser tests have built and of
 * a small one at a path. Debian's nginx is installed where it is missing; where that cannot be done, it says so and
 * counts nothing.
 * @param {string} root the project's folder
 * @returns {Promise<{ passed: number, failed: number }>}
 */
exports.checkNginx = async function checkNginx(root) {
  const site = join(root, '.cache', 'test-site');
  if (!existsSync(site)) {
    console.log('nginx: there is no built site to serve.');
    return { passed: 0, failed: 1 };
  }
  if (!existsSync(types) && !(install('nginx') && existsSync(program))) {
    console.log('nginx: not tried, since it cannot be installed here.');
    return { passed: 0, failed: 0 };
  }
  const place = mkdtempSync(join(tmpdir(), 'served-'));
  chmodSync(place, 0o755);
  try {
    const sites = { whole: site, 'at a path': buildAtPath(root, place) };
    const results = [];
    for (const [name, folder] of Object.entries(sites)) results.push(...(await inspect(root, place, name, folder)));
    for (const { what, faults } of results.filter((one) => one.faults.length > 0)) {
      console.log(`nginx: ${what}: not so in ${faults.length}\n${faults.slice(0, 5).join('\n')}`);
    }
    const failed = results.filter(({ faults }) => faults.length > 0).length;
    console.log(`nginx: ${results.length - failed} as the README says, ${failed} not`);
    return { passed: results.length - failed, failed };
  } catch (fault) {
    console.log(`nginx: ${(fault.stderr ?? fault.stack).slice(0, 2000)}`);
    return { passed: 0, failed: 1 };
  } finally {
    rmSync(place, { recursive: true, force: true });
  }
};

/** A site at a path with a document that has had other addresses. */
function buildAtPath(root, place) {
  const content = join(place, 'content');
  const out = join(place, 'out');
  const run = (...words) =>
    execFileSync(process.execPath, [join(root, 'src', 'cli', 'launch.mjs'), ...words], {
      stdio: 'pipe',
      encoding: 'utf8',
    });
  run('init', content, '--title', 'Notes', '--lang', 'en,sv', '--address', 'https://example.org/a.b/');
  mkdirSync(join(content, 'essays', 'moved'), { recursive: true });
  writeFileSync(
    join(content, 'essays', 'moved', 'en.mdx'),
    `---\ntitle: Moved\ndescription: Has moved.\ndate: 2026-01-02\naliases: [/2013/04/a.html, /older/, '/gammål; "väg" {$1}/']\n---\n\n![A dot](dot.svg)\n`,
  );
  writeFileSync(join(content, 'essays', 'moved', 'dot.svg'), dot);
  run('build', '--content', content, '--out', out);
  return out;
}

/** Serves a site and asks for everything in it. */
async function inspect(root, within, name, site) {
  const place = mkdtempSync(join(within, 'nginx-'));
  const port = await freePort();
  const base = new URL(/Sitemap: (\S+)sitemap\.xml/.exec(readFileSync(join(site, 'robots.txt'), 'utf8'))[1]).pathname;
  const folder = join(place, 'www', decodeURI(base));
  chmodSync(place, 0o777);
  cpSync(site, folder, { recursive: true, preserveTimestamps: true });
  writeFileSync(join(place, 'nginx.conf'), settings(root, { place, port, folder }));
  const server = start(place);
  try {
    await answering(server, port);
    const results = await faultsOf({ folder, base, port, policy: policyOf(root) });
    const all = [...results, { what: 'no warnings', faults: complaints(server.said()) }];
    return all.map(({ what, faults }) => ({ what: `${name}, ${what}`, faults }));
  } finally {
    server.process.kill();
    await server.ended;
  }
}

/** What nginx says that is not about folders without a page, which were asked for. */
function complaints(said) {
  return said.split('\n').filter((line) => line !== '' && !line.includes('directory index of'));
}

/** The README's server block with this machine's places, within what Debian's own settings say around it. */
function settings(root, { place, port, folder }) {
  const [, block] = /```nginx\n([^]*?)```/.exec(readFileSync(join(root, 'README.md'), 'utf8'));
  const [, www] = /^\s*root (\S+);/m.exec(block);
  const own = block
    .replaceAll(`${www}/`, `${folder.replace(/\/$/, '')}/`)
    .replace(`root ${www};`, `root ${join(place, 'www')};`)
    .replace(/listen \d+;/, `listen 127.0.0.1:${port};`);
  const kept = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(
    (one) => `${one}_temp_path ${join(place, one)};`,
  );
  return [
    'daemon off;',
    'worker_processes 1;',
    `pid ${join(place, 'pid')};`,
    'error_log stderr warn;',
    'events {}',
    'http {',
    'access_log off;',
    'log_not_found off;',
    ...kept,
    'types_hash_max_size 2048;',
    `include ${types};`,
    'default_type application/octet-stream;',
    own,
    '}',
    '',
  ].join('\n');
}

/** nginx as a process without rights of its own: nobody's, where root would start it. */
function start(place) {
  const nobody = (what) => Number(spawnSync('id', [what, 'nobody'], { encoding: 'utf8' }).stdout);
  const rights = process.getuid?.() === 0 ? { uid: nobody('-u'), gid: nobody('-g') } : {};
  const child = spawn(program, ['-c', join(place, 'nginx.conf'), '-p', place, '-e', 'stderr'], {
    stdio: ['ignore', 'ignore', 'pipe'],
    ...rights,
  });
  let said = '';
  child.stderr.setEncoding('utf8').on('data', (text) => (said += text));
  return { process: child, said: () => said, ended: new Promise((resolve) => child.on('close', resolve)) };
}

async function answering(server, port) {
  for (let tries = 0; tries < 100; tries += 1) {
    if (server.process.exitCode !== null) break;
    const isThere = await fetch(`http://127.0.0.1:${port}/`).then(
      () => true,
      () => false,
    );
    if (isThere) return;
    await wait(100);
  }
  throw new Error(`It does not answer. ${server.said()}`);
}

function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer().on('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

/** The policy as the code states it. */
function policyOf(root) {
  const node = join(root, 'node_modules', '.bin', 'node');
  const ask =
    "import { contentSecurityPolicyHeader as it } from './src/core/site/policy.ts'; process.stdout.write(it);";
  return execFileSync(node, ['--input-type=module', '-e', ask], { cwd: root, stdio: 'pipe', encoding: 'utf8' });
}
