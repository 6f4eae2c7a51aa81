import { essaysByLanguage, languages } from '../../essays.ts';
import { json } from '../../feeds.ts';

export const getStaticPaths = () => languages.map((lang) => ({ params: { lang } }));
export const GET = async ({ params }) => {
  const essays = (await essaysByLanguage()).get(params.lang) ?? [];
  return json(essays.slice(0, 50), 'Bench');
};
