// Packages of the machine's own system.
const { spawnSync } = require('node:child_process');

/**
 * Installs packages of Debian.
 * @param {string[]} names
 * @returns {boolean} false where it is not Debian, or where one may not
 */
exports.install = function install(...names) {
  const asRoot = process.getuid?.() === 0 ? [] : ['sudo', '-n'];
  const apt = (...words) => {
    const [command, ...args] = [...asRoot, 'apt-get', '-q', ...words];
    return spawnSync(command, args, { stdio: 'ignore', timeout: 300_000 }).status === 0;
  };
  return apt('update') && apt('install', '-y', ...names);
};
