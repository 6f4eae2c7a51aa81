/** What is bundled beside the pages so that they can be rendered without a build of Astro's: see `program.ts`. */
import { createApp } from 'astro/app/entrypoint';

const app = createApp({ streaming: false });
// A page that cannot be rendered is a fault of this project; no page stands in for it.
app.renderError = (request, { error }) => {
  throw error instanceof Error ? error : new Error(`${request.url} cannot be rendered: ${String(error)}.`);
};
const pages = app.manifest.routes.map(({ routeData }) => routeData).find(({ route }) => route === '/[...path]');

/** The HTML of the page at an address of the site, as bytes. */
export async function render(address: string): Promise<Uint8Array> {
  if (pages === undefined) throw new Error('The pages of the site are not in their program.');
  const response = await app.render(new Request(address), { routeData: pages });
  return response.bytes();
}
