// Every feed of the site that the browser tests have built, read by feedparser and newsboat.
const { spawnSync } = require('node:child_process');
const { existsSync } = require('node:fs');
const { join } = require('node:path');
const { install } = require('./debian.cjs');

const python = '/usr/bin/python3';

/**
 * A check for each feed. Debian's readers are installed where they are missing; where that cannot be done,
 * it says so and counts nothing.
 * @param {string} root the project's folder
 * @returns {{ passed: number, failed: number }}
 */
exports.checkFeeds = function checkFeeds(root) {
  const site = join(root, '.cache', 'test-site');
  if (!existsSync(site)) {
    console.log('Feeds: there is no built site to check.');
    return { passed: 0, failed: 1 };
  }
  if (!hasReader() && !(install('python3-feedparser', 'newsboat') && hasReader())) {
    console.log('Feeds: not read, since python3-feedparser cannot be installed here.');
    return { passed: 0, failed: 0 };
  }
  const { stdout, stderr } = spawnSync(python, [join(__dirname, 'feeds.py'), site], {
    encoding: 'utf8',
    timeout: 300_000,
  });
  const lines = (stdout ?? '').trim().split('\n');
  try {
    const result = JSON.parse(lines.pop() ?? '');
    for (const line of lines.filter(Boolean)) console.log(`Feeds: ${line}`);
    console.log(`Feeds: ${result.passed} read as they should be, ${result.failed} not`);
    return result;
  } catch {
    console.log(`Feeds: ${stderr}`);
    return { passed: 0, failed: 1 };
  }
};

function hasReader() {
  return spawnSync(python, ['-c', 'import feedparser'], { stdio: 'ignore' }).status === 0;
}
