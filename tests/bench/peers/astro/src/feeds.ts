import mdxRenderer from '@astrojs/mdx/server.js';
import { experimental_AstroContainer as AstroContainer } from 'astro/container';
import { render } from 'astro:content';
import ValueChain from './components/ValueChain.astro';
import { pathOf, type Essay } from './essays.ts';

let container: Promise<AstroContainer> | undefined;
const contents = new Map<string, Promise<string>>();

/** The HTML of an essay, made once. */
function contentOf(essay: Essay): Promise<string> {
  const known = contents.get(essay.id) ?? makeContent(essay);
  contents.set(essay.id, known);
  return known;
}

async function makeContent(essay: Essay): Promise<string> {
  container ??= AstroContainer.create().then((made) => {
    made.addServerRenderer({ renderer: mdxRenderer, name: 'mdx' });
    return made;
  });
  const { Content } = await render(essay);
  return (await container).renderToString(Content, { props: { components: { ValueChain } } });
}

const text = (value: string) => value.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
const address = (essay: Essay) => `https://bench.example${pathOf(essay)}`;

export async function rss(essays: Essay[], lang: string, title: string): Promise<Response> {
  const items = await Promise.all(
    essays.map(
      async (one) =>
        `<item><title>${text(one.data.title)}</title><link>${address(one)}</link><guid>${address(one)}</guid><pubDate>${one.data.date.toUTCString()}</pubDate><description>${text(one.data.description)}</description><content:encoded>${text(await contentOf(one))}</content:encoded></item>`,
    ),
  );
  return new Response(
    `<?xml version="1.0" encoding="utf-8"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>${text(title)}</title><link>https://bench.example/${lang}/</link><description>${text(title)}</description><language>${lang}</language>${items.join('')}</channel></rss>`,
  );
}

export async function atom(essays: Essay[], lang: string, title: string): Promise<Response> {
  const items = await Promise.all(
    essays.map(
      async (one) =>
        `<entry><title>${text(one.data.title)}</title><id>${address(one)}</id><link href="${address(one)}"/><updated>${one.data.date.toISOString()}</updated><summary>${text(one.data.description)}</summary><content type="html">${text(await contentOf(one))}</content></entry>`,
    ),
  );
  return new Response(
    `<?xml version="1.0" encoding="utf-8"?><feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${lang}"><title>${text(title)}</title><id>https://bench.example/${lang}/</id><updated>${essays[0]?.data.date.toISOString()}</updated>${items.join('')}</feed>`,
  );
}

export async function json(essays: Essay[], title: string): Promise<Response> {
  const items = await Promise.all(
    essays.map(async (one) => ({ id: address(one), title: one.data.title, content_html: await contentOf(one) })),
  );
  return new Response(JSON.stringify({ version: 'https://jsonfeed.org/version/1.1', title, items }));
}
