import { essaysByLanguage, languages } from '../../essays.ts';
import { atom } from '../../feeds.ts';

export const getStaticPaths = () => languages.map((lang) => ({ params: { lang } }));
export const GET = async ({ params }) => {
  const essays = (await essaysByLanguage()).get(params.lang) ?? [];
  return atom(essays.slice(0, 50), params.lang, 'Bench');
};
