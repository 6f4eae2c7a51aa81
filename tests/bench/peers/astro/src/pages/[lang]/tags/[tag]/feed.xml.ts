import { essaysByLanguage, languages } from '../../../../essays.ts';
import { rss } from '../../../../feeds.ts';
import labels from '../../../../labels.json';

export const getStaticPaths = () => languages.flatMap((lang) => Object.keys(labels).map((tag) => ({ params: { lang, tag } })));
export const GET = async ({ params }) => {
  const essays = ((await essaysByLanguage()).get(params.lang) ?? []).filter(({ data }) => data.tags.includes(params.tag));
  return rss(essays.slice(0, 20), params.lang, labels[params.tag][params.lang]);
};
