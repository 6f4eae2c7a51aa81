import { essaysByLanguage } from '../../../../essays.ts';
import { authorsOf } from '../../../../groups.ts';
import { atom } from '../../../../feeds.ts';

export const getStaticPaths = async () =>
  [...(await essaysByLanguage())].flatMap(([lang, essays]) => authorsOf(essays).map((author) => ({ params: { lang, author } })));
export const GET = async ({ params }) => {
  const essays = ((await essaysByLanguage()).get(params.lang) ?? []).filter(({ data }) => data.author === params.author);
  return atom(essays.slice(0, 20), params.lang, params.author);
};
