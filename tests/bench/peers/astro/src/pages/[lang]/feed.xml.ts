import { essaysByLanguage, languages } from '../../essays.ts';
import { rss } from '../../feeds.ts';

export const getStaticPaths = () => languages.map((lang) => ({ params: { lang } }));
export const GET = async ({ params }) => {
  const essays = (await essaysByLanguage()).get(params.lang) ?? [];
  return rss(essays.slice(0, 50), params.lang, 'Bench');
};
