import { expect, it } from 'vitest';
import { chainWords } from '../../src/chain/words.ts';
import { en } from '../../src/i18n/en.ts';
import { filesUnder, textOf } from './source.ts';

const code = filesUnder('src')
  .filter((file) => !/^src\/(?:i18n|chain\/words)\/|^src\/core\/locale\/words\.ts$/.test(file))
  .map(textOf)
  .join('\n');

it.each([
  ['the interface', Object.keys(en)],
  // Others are put together of a group and a name.
  ['value chains', Object.keys(chainWords.en).filter((key) => !key.includes('.'))],
])('every word of %s that somebody has to translate is said somewhere', (_what, keys) => {
  expect(keys.filter((key) => !new RegExp(String.raw`\b${key}\b`).test(code))).toEqual([]);
});
