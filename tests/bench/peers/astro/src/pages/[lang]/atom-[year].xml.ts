import { essaysByLanguage } from '../../essays.ts';
import { yearOf } from '../../groups.ts';
import { atom } from '../../feeds.ts';

export const getStaticPaths = async () =>
  [...(await essaysByLanguage())].flatMap(([lang, essays]) =>
    [...new Set(essays.map(yearOf))].map((year) => ({ params: { lang, year } })),
  );
export const GET = async ({ params }) => {
  const essays = ((await essaysByLanguage()).get(params.lang) ?? []).filter((essay) => yearOf(essay) === params.year);
  return atom(essays, params.lang, params.year);
};
