import { readFileSync } from 'node:fs';
import footnote from 'markdown-it-footnote';

const languages = ['en', 'sv', 'fr'];

export default function (config) {
  config.setQuietMode(true);
  config.amendLibrary('md', (md) => md.use(footnote).set({ html: true }));
  config.addShortcode('chain', (id) => `<figure>${readFileSync(`chains/${id}.svg`, 'utf8')}<figcaption>${id}</figcaption></figure>`);
  config.addPassthroughCopy('content/essays/**/*.jpg');
  config.addFilter('iso', (date) => date.toISOString());
  config.addFilter('day', (date, lang) => new Intl.DateTimeFormat(lang, { dateStyle: 'long', timeZone: 'UTC' }).format(date));
  config.addFilter('rfc822', (date) => date.toUTCString());
  config.addFilter('newest', (list, count) => list.slice(0, count));
  config.addFilter('json', (value) => JSON.stringify(value));
  config.addFilter('tagged', (list, tag) => list.filter((one) => one.data.topics.includes(tag)));
  config.addFilter('neighbours', (list, url) => {
    const at = list.findIndex((one) => one.url === url);
    return [list[at - 1], list[at + 1]].filter(Boolean);
  });
  config.addFilter('related', (list, url, topics) =>
    list.filter((one) => one.url !== url && one.data.topics.some((topic) => topics.includes(topic))).slice(0, 4),
  );
  for (const lang of languages) {
    config.addCollection(lang, (api) => api.getFilteredByGlob(`content/essays/*/${lang}.md`).reverse());
  }
  config.addCollection('topics', (api) => {
    const all = api.getFilteredByGlob('content/essays/*/*.md');
    const sets = languages.flatMap((lang) => {
      const own = all.filter((one) => one.data.lang === lang).reverse();
      const topics = [...new Set(own.flatMap((one) => one.data.topics))].sort();
      return topics.map((topic) => ({ lang, topic, essays: own.filter((one) => one.data.topics.includes(topic)) }));
    });
    return sets;
  });
  config.addCollection('topicPages', (api) => {
    const all = api.getFilteredByGlob('content/essays/*/*.md');
    return languages.flatMap((lang) => {
      const own = all.filter((one) => one.data.lang === lang).reverse();
      const topics = [...new Set(own.flatMap((one) => one.data.topics))].sort();
      return topics.flatMap((topic) => paged(own.filter((one) => one.data.topics.includes(topic)), { lang, topic }));
    });
  });
  const writers = (api) =>
    languages.flatMap((lang) => {
      const own = api.getFilteredByGlob(`content/essays/*/${lang}.md`).reverse();
      return grouped(own, (one) => one.data.author).map(([author, essays]) => ({ lang, author, essays }));
    });
  config.addCollection('writers', writers);
  config.addCollection('writerPages', (api) => writers(api).flatMap(({ essays, ...facts }) => paged(essays, facts)));
  config.addCollection('years', (api) =>
    languages.flatMap((lang) => {
      const own = api.getFilteredByGlob(`content/essays/*/${lang}.md`).reverse();
      return grouped(own, (one) => one.date.getUTCFullYear()).map(([year, essays]) => ({ lang, year, essays }));
    }),
  );
  config.addCollection('everything', (api) => api.getFilteredByGlob('content/essays/*/*.md').reverse());
  config.addCollection('listPages', (api) => {
    const all = api.getFilteredByGlob('content/essays/*/*.md');
    return languages.flatMap((lang) => paged(all.filter((one) => one.data.lang === lang).reverse(), { lang }));
  });
  return { dir: { input: '.', includes: '_includes', output: '_site' }, markdownTemplateEngine: 'njk', htmlTemplateEngine: 'njk' };
}

function grouped(essays, keyOf) {
  return [...Map.groupBy(essays, keyOf)];
}

function paged(essays, facts) {
  const count = Math.max(1, Math.ceil(essays.length / 20));
  return Array.from({ length: count }, (_, page) => ({
    ...facts,
    page,
    count,
    suffix: page === 0 ? '' : `page/${page + 1}/`,
    essays: essays.slice(page * 20, page * 20 + 20),
  }));
}
