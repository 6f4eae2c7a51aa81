// The Nu HTML checker over every page of the site that the browser tests have built.
const { spawnSync } = require('node:child_process');
const { existsSync } = require('node:fs');
const { join } = require('node:path');

/**
 * One check: no page has an error. Where there is no Java, it says so and counts as failed: CI has Java.
 * @param {string} root the project's folder
 * @returns {{ passed: number, failed: number }}
 */
exports.checkHtml = function checkHtml(root) {
  const site = join(root, '.cache', 'test-site');
  const jar = join(root, 'node_modules', 'vnu-jar', 'build', 'dist', 'vnu.jar');
  if (!existsSync(site)) return failed('There is no built site to check.');
  const { status, stderr, error } = spawnSync(
    'java',
    ['-jar', jar, '--skip-non-html', '--errors-only', '--format', 'gnu', site],
    { encoding: 'utf8', maxBuffer: 1 << 28 },
  );
  if (error !== undefined) return failed(`The HTML checker needs Java: ${error.message}`);
  if (status === 0) {
    console.log('HTML: no errors on any page');
    return { passed: 1, failed: 0 };
  }
  return failed(stderr.split('\n').slice(0, 40).join('\n'));
};

/** @param {string} why */
function failed(why) {
  console.log(`HTML: ${why}`);
  return { passed: 0, failed: 1 };
}
