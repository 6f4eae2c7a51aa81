import type { Essay } from '../essay/essay.ts';
import type { OutlineImage } from '../essay/outline.ts';
import { isExternal } from '../link/target.ts';
import { nearest } from '../problem/nearest.ts';
import { error, warning, type Place, type Problem } from '../problem/problem.ts';
import type { LinksOf } from './bodies.ts';
import { imagePath } from './bodies.ts';
import { checkActivityLinks } from './chain-checks.ts';
import { imageEnding, type Content } from './content.ts';
import type { AnyDocument, Knowledge } from './knowledge.ts';
import { checkQuantity } from './quantities.ts';
import { aliasRoute } from './redirects.ts';
import { checkRegistries, idsOf, placeIn, unknown } from './registry-checks.ts';
import { strangeLanguages } from './strange-languages.ts';

/** Everything in the folder that does not fit together. What a single file does wrong is known before. */
export function checkContent(knowledge: Knowledge, linksOf: LinksOf, now: Date): Problem[] {
  const { content } = knowledge;
  return [
    ...checkRegistries(knowledge),
    ...checkSite(knowledge),
    ...content.essays.flatMap((essay) => checkEssay(knowledge, essay, now)),
    ...content.concepts.flatMap((concept) => concept.front.tags.flatMap((tag) => checkTag(knowledge, concept, tag))),
    ...allDocuments(content).flatMap((document) => checkImages(knowledge, document)),
    ...allDocuments(content).flatMap((document) => checkChains(knowledge, document)),
    ...knowledge.documents.flatMap((document) => linksOf(document).flatMap(({ problem }) => problem ?? [])),
    ...checkActivityLinks(content),
    ...checkSeries(knowledge),
    ...checkGuids(content.essays),
    ...strangeLanguages(content),
  ];
}

function allDocuments(content: Content): AnyDocument[] {
  return [...content.essays, ...content.concepts, ...content.pages];
}

function checkEssay(knowledge: Knowledge, essay: Essay, now: Date): Problem[] {
  const { content } = knowledge;
  const { front } = essay;
  const problems = front.tags.flatMap((tag) => checkTag(knowledge, essay, tag));
  for (const id of front.authors ?? []) {
    if (knowledge.author(id) !== undefined || isUnread(content, 'authors.yaml')) continue;
    problems.push(unknown('author', 'authors', id, idsOf(content.authors), at(essay, 'authors'), 'authors.yaml'));
  }
  if (front.series && knowledge.series(front.series.id) === undefined && !isUnread(content, 'series.yaml')) {
    const ids = idsOf(content.series);
    problems.push(unknown('series', 'series', front.series.id, ids, at(essay, 'series'), 'series.yaml'));
  }
  if (front.date > now && front.publish === undefined && !front.draft) {
    const hint = 'Correct the date, or add publish: with the time from which the essay may be shown.';
    problems.push(error('date-in-future', at(essay, 'date'), 'The date lies in the future.', hint));
  }
  return problems;
}

function checkTag(knowledge: Knowledge, document: AnyDocument, id: string): Problem[] {
  if (knowledge.tag(id) !== undefined || isUnread(knowledge.content, 'tags.yaml')) return [];
  return [unknown('tag', 'tags', id, idsOf(knowledge.content.tags), at(document, 'tags'), 'tags.yaml')];
}

function isUnread(content: Content, file: string): boolean {
  return content.unread?.has(file) ?? false;
}

function isUnreadIn(content: Content, folder: string): boolean {
  return [...(content.unread ?? [])].some((file) => file.startsWith(folder));
}

function checkImages(knowledge: Knowledge, document: AnyDocument): Problem[] {
  const cover = 'cover' in document.front ? document.front.cover : undefined;
  const line = document.lines['cover'] ?? 1;
  const images: readonly OutlineImage[] = [
    ...document.outline.images,
    ...(cover === undefined ? [] : [{ src: cover.src, alt: cover.alt, line, column: 1 }]),
  ];
  return images.flatMap((image) => [...checkAlt(document, image), ...checkImage(knowledge, document, image)]);
}

function checkAlt(document: AnyDocument, image: OutlineImage): Problem[] {
  if (image.alt !== undefined) return [];
  const place = { file: document.file, line: image.line, column: image.column };
  const hint = 'Say in a few words what it shows: ![The words](image.png), or alt="" where it is only decoration.';
  return [error('missing-alt', place, `The image “${image.src}” has no text alternative.`, hint)];
}

function checkImage(knowledge: Knowledge, document: AnyDocument, image: OutlineImage): Problem[] {
  const place = { file: document.file, line: image.line, column: image.column };
  if (/^data:/i.test(image.src)) {
    const hint = 'Save it as a file beside the essay: it is then made ready for every screen.';
    return [error('inline-image', place, 'The image stands in the text as a data: address.', hint)];
  }
  if (isExternal(image.src)) {
    const hint = 'Save the image beside the essay: readers are not sent to other sites without asking.';
    return [error('remote-image', place, `The image “${image.src}” lies on another site.`, hint)];
  }
  const path = imagePath(document, image.src);
  const { images, imageFiles } = knowledge.content;
  // A file that is there and yet no image is broken, which is reported with the file itself.
  if (images.has(path) || imageFiles.includes(path)) return [];
  if (!imageEnding.test(path)) {
    const hint = 'Save it as JPEG, PNG, WebP, AVIF, GIF or SVG.';
    return [error('unknown-image-kind', place, `“${image.src}” is no kind of image that pages show.`, hint)];
  }
  const folder = imagePath(document, '.');
  const beside = knowledge.content.imageFiles
    .filter((file) => file.startsWith(`${folder}/`))
    .map((file) => file.slice(folder.length + 1));
  const hint =
    beside.length === 0
      ? `Put it into ${folder}/.`
      : `In ${folder}/ there are: ${nearest(image.src, beside, 5).join(', ')}.`;
  return [error('missing-image', place, `There is no image “${image.src}” beside the document.`, hint)];
}

function checkChains(knowledge: Knowledge, document: AnyDocument): Problem[] {
  return document.outline.components.flatMap((component) => {
    const { name, props, line, column } = component;
    if (name !== 'ValueChain' && name !== 'Quantity') return [];
    const place = { file: document.file, line, column };
    const id = String(props[name === 'Quantity' ? 'chain' : 'id'] ?? '');
    const chain = knowledge.chain(id);
    // A missing id and a chain that cannot be read are reported where they are.
    if (id === '' || isUnread(knowledge.content, `chains/${id}.yaml`)) return [];
    if (chain === undefined) return [unknown('chain', name, id, idsOf(knowledge.content.chains), place, 'chains/')];
    if (name === 'Quantity') return checkQuantity(chain, component, document.lang, place);
    return (['view', 'scenario', 'viewpoint'] as const).flatMap((prop) => {
      const wanted = props[prop];
      const known = { view: chain.views, scenario: chain.scenarios, viewpoint: chain.viewpoints }[prop];
      if (wanted === undefined || known.includes(String(wanted))) return [];
      const hint = known.length === 0 ? 'It has none at all.' : `It has: ${known.join(', ')}.`;
      return [error(`unknown-${prop}`, place, `The chain “${id}” has no ${prop} “${String(wanted)}”.`, hint)];
    });
  });
}

function checkSite(knowledge: Knowledge): Problem[] {
  const { site, content } = knowledge;
  const pages = [...new Set(content.pages.map((page) => page.id))];
  const navigation = site.navigation.flatMap((item, index) => {
    if (typeof item === 'string' || pages.includes(item.page) || isUnreadIn(content, `pages/${item.page}/`)) return [];
    const place = placeIn(content, 'site.yaml', ['navigation', index]);
    return [unknown('page', 'navigation', item.page, pages, place, 'pages/')];
  });
  const chain = site.home?.chain;
  const chains = content.chains.map(({ id }) => id);
  const home =
    chain === undefined || chains.includes(chain) || isUnread(content, `chains/${chain}.yaml`)
      ? []
      : [unknown('chain', 'home.chain', chain, chains, placeIn(content, 'site.yaml', ['home', 'chain']), 'chains/')];
  const defaults = content.authors.filter((author) => author.default === true);
  const twice =
    defaults.length > 1
      ? [
          error(
            'two-default-authors',
            placeIn(content, 'authors.yaml', ['authors', defaults[1]?.id ?? '', 'default']),
            `${String(defaults.length)} authors are the default: ${defaults.map(({ id }) => id).join(', ')}.`,
            'Leave default: true with one of them.',
          ),
        ]
      : [];
  const wanted = [
    ...content.publicFiles.map(({ route, file }) => ({ route, place: { file } })),
    ...allDocuments(content).flatMap((document) =>
      document.front.aliases.map((alias) => ({
        route: aliasRoute(alias, knowledge.urls.base),
        place: at(document, 'aliases'),
      })),
    ),
  ];
  const reserved = wanted
    .filter(({ route }) => /^(?:_astro|pagefind)\//.test(route))
    .map(({ route, place }) =>
      error(
        'same-address',
        place,
        `${place.file} wants an address below /${route.split('/')[0] ?? ''}/, where the site keeps files of its own.`,
        'Choose a folder of another name.',
      ),
    );
  const empty =
    knowledge.documents.length === 0 && (knowledge.content.unread?.size ?? 0) === 0
      ? [
          warning(
            'no-content',
            {},
            'The folder holds no published document.',
            'Begin with: throughline new essay my-first-essay',
          ),
        ]
      : [];
  return [...navigation, ...home, ...twice, ...reserved, ...empty];
}

function checkSeries(knowledge: Knowledge): Problem[] {
  const seen = new Map<string, Essay>();
  return knowledge.content.essays.flatMap((essay) => {
    const own = essay.front.series;
    if (own === undefined) return [];
    const key = `${own.id} ${String(own.part)} ${essay.lang}`;
    const other = seen.get(key);
    seen.set(key, essay);
    if (other === undefined) return [];
    const message = `${other.file} and ${essay.file} are both part ${String(own.part)} of the series “${own.id}”.`;
    return [error('same-part', at(essay, 'series'), message, 'Give one of them another part.')];
  });
}

function checkGuids(essays: readonly Essay[]): Problem[] {
  const same = Map.groupBy(
    essays.filter(({ front }) => front.guid !== undefined),
    ({ front }) => front.guid ?? '',
  );
  return [...same].flatMap(([guid, [first, ...others]]) =>
    others.map((essay) =>
      error(
        'same-guid',
        at(essay, 'guid'),
        `${first?.file ?? ''} and ${essay.file} have the same guid “${guid}”, so feed readers would show only one.`,
        'Give each the id it had before, or take guid: away from the newer one.',
      ),
    ),
  );
}

function at(document: AnyDocument, key: string): Place {
  const line = document.lines[key];
  return line === undefined ? { file: document.file } : { file: document.file, line };
}
