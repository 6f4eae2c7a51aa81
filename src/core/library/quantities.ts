import type { OutlineComponent, Outline } from '../essay/outline.ts';
import { fillText } from '../essay/slot.ts';
import { nearest } from '../problem/nearest.ts';
import { error, type Place, type Problem } from '../problem/problem.ts';
import type { ChainEntry, ChainQuantity, Content, QuantityRequest } from './content.ts';
import type { AnyDocument } from './documents.ts';

/** The number that a `<Quantity>` of a document in `lang` prints; `undefined` when the chain has none of that name. */
export function quantityOf(chain: ChainEntry, { props }: OutlineComponent, lang: string): ChainQuantity | undefined {
  return chain.quantity(requestOf(props, lang));
}

/** The number as its author wants to see it: with its unit, or bare. */
export function quantityText(quantity: ChainQuantity, { props }: OutlineComponent): string {
  return props['bare'] === true ? quantity.number : quantity.text;
}

/**
 * The content with every number said: where the plain text of a document has the slot of a `<Quantity>`, it has the
 * number afterwards. Such a document's digest tells the numbers too; all others stay the same objects.
 */
export function sayQuantities(content: Content): Content {
  const chains = new Map(content.chains.map((chain) => [chain.id, chain]));
  const said = <D extends AnyDocument>(document: D): D => withNumbers(document, chains);
  return {
    ...content,
    essays: content.essays.map(said),
    concepts: content.concepts.map(said),
    pages: content.pages.map(said),
  };
}

/** What is wrong with a `<Quantity>` whose chain exists. */
export function checkQuantity(chain: ChainEntry, component: OutlineComponent, lang: string, place: Place): Problem[] {
  const request = requestOf(component.props, lang);
  const { scenario, set, of } = request;
  if (scenario !== undefined && !chain.scenarios.includes(scenario)) {
    const hint = `It has: ${chain.scenarios.join(', ')}.`;
    return [error('unknown-scenario', place, `The chain “${chain.id}” has no scenario “${scenario}”.`, hint)];
  }
  const setting = set === undefined ? [] : chain.setFaults(set, scenario);
  if (setting.length > 0)
    return setting.map((fault) => error('wrong-set', place, `set of <Quantity>: ${fault}`, setHint));
  if (chain.quantity(request) !== undefined) return [];
  const { per, ...rest } = request;
  if (per !== undefined && chain.quantity(rest) !== undefined) {
    return [error('wrong-per', place, `“${of}” is no rate, so it cannot be told per ${per}.`, 'Take per away.')];
  }
  const known = chain.quantities(scenario);
  const hint = known.length === 0 ? 'It has no numbers at all.' : `It has: ${nearest(of, known, 12).join(', ')}.`;
  return [error('unknown-quantity', place, `The chain “${chain.id}” has no number “${of}”.`, hint)];
}

const setHint = 'Write a path, an equals sign and a quantity, such as set="weld-2.process.uptime = 70 %".';

function requestOf(props: OutlineComponent['props'], lang: string): QuantityRequest {
  const { scenario, set, per } = { scenario: props['scenario'], set: props['set'], per: props['per'] };
  return {
    lang,
    of: String(props['of'] ?? ''),
    ...(typeof scenario === 'string' && { scenario }),
    ...(typeof set === 'string' && { set: readSet(set) }),
    ...(typeof per === 'string' && { per }),
  };
}

/** `a.process.uptime = 70 %; b.process.yield = 1` by path. */
function readSet(written: string): Record<string, string> {
  const pairs = written.split(';').filter((part) => part.trim() !== '');
  return Object.fromEntries(
    pairs.map((part) => {
      const [path = '', ...value] = part.split('=');
      return [path.trim(), value.join('=').trim()];
    }),
  );
}

function withNumbers<D extends AnyDocument>(document: D, chains: ReadonlyMap<string, ChainEntry>): D {
  const { outline, lang } = document;
  if (!outline.components.some(({ name }) => name === 'Quantity')) return document;
  const numbers = outline.components.map((component) => {
    const chain = component.name === 'Quantity' ? chains.get(String(component.props['chain'])) : undefined;
    const quantity = chain && quantityOf(chain, component, lang);
    return quantity === undefined ? '' : quantityText(quantity, component);
  });
  const say = (text: string): string => fillText(text, (index) => numbers[index] ?? '');
  return { ...document, outline: saidOutline(outline, say), digest: `${document.digest} ${numbers.join(' ')}` };
}

function saidOutline(outline: Outline, say: (text: string) => string): Outline {
  return {
    ...outline,
    headings: outline.headings.map((heading) => ({ ...heading, text: say(heading.text) })),
    links: outline.links.map((link) => ({ ...link, text: say(link.text), sentence: say(link.sentence) })),
    sections: outline.sections.map(({ heading, text, ...section }) => ({
      ...section,
      ...(heading !== undefined && { heading: say(heading) }),
      text: say(text),
    })),
    excerpt: say(outline.excerpt),
  };
}
