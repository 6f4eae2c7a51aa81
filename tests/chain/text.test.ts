import { describe, expect, it } from 'vitest';
import { factsOf } from '../../src/chain/facts.ts';
import { chainFigure, chainText } from '../../src/chain/figure.ts';
import { daysText, figureText, loadText, percentText, quantityText, secondsText } from '../../src/chain/format.ts';
import { measureText } from '../../src/chain/measure.ts';
import type { ValueChain } from '../../src/chain/model.ts';
import { chainOutline } from '../../src/chain/outline.ts';
import { chainTable } from '../../src/chain/table.ts';
import { textFor } from '../../src/chain/text.ts';
import { chainWords, fillWords } from '../../src/chain/words.ts';
import { chainOf, sample } from './models.ts';

const acme = sample('acme-stamping');
const en = { lang: 'en', dir: 'ltr', words: chainWords.en } as const;
const sv = { lang: 'sv', dir: 'ltr', words: chainWords.sv } as const;
const fr = { lang: 'fr', dir: 'ltr', words: chainWords.fr } as const;
const figure = (chain: ValueChain, more: object = {}): string =>
  chainFigure({ chain, ...en, measure: measureText, ...more });

describe('the outline', () => {
  const html = chainOutline({ chain: acme, ...en, prefix: 'x-' });

  it('has one entry with its id for every activity', () => {
    for (const { id } of acme.activities) expect(html).toContain(`id="x-acme-stamping.${id}"`);
    expect(html.match(/<li /gu)).toHaveLength(acme.activities.length);
  });

  it('nests parts in their whole', () => {
    expect(html).toMatch(
      /^<ol><li id="x-acme-stamping\.production"[^>]*>.*<ol><li id="x-acme-stamping\.stamping".*<\/ol><\/li><\/ol>$/u,
    );
  });

  it('says what comes from where and goes whither, with links that exist', () => {
    expect(html).toContain('Receives from <a href="#x-acme-stamping.weld-2">Spot weld 2</a> and Production control');
    expect(html).toContain('Passes to <a href="#x-acme-stamping.assembly-2">Assembly 2</a>');
    for (const [, target] of html.matchAll(/href="#([^"]+)"/gu)) expect(html).toContain(`id="${target}"`);
  });

  it('marks what holds the chain back', () => {
    expect(html).toMatch(/acme-stamping\.assembly-1" class="o5 hot">.*?103% loaded · <strong>bottleneck<\/strong>/u);
  });
});

describe('the tables', () => {
  it('have every scenario, units, and the way each number is computed', () => {
    const html = chainTable({ chain: acme, ...sv });
    expect(html).toContain('<th scope="col">I dag</th><th scope="col">Framtid</th>');
    expect(html).toContain(
      '<th scope="row">Genomloppstid</th><td>23,6\u00a0dagar</td><td>5\u00a0dagar</td><td>lager ÷ efterfrågan',
    );
    expect(html).toContain('<th scope="row">Takttid</th><td>60\u00a0s</td>');
    expect(html).toContain('<th scope="row">Flaskhals</th><td>Montering 1</td>');
  });

  it('are empty for a chain without numbers', () => {
    expect(chainTable({ chain: sample('value-creation'), ...en })).toBe('');
  });
});

describe('the figure', () => {
  it('refers only to ids that it has, and to none twice', () => {
    const html = figure(acme, { prefix: 'b-' });
    const ids = [...html.matchAll(/ id="([^"]+)"/gu)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
    const wanted = [...html.matchAll(/(?:href="#|labelledby="|describedby=")([^"]+)"/gu)].map(([, id]) => id);
    expect(wanted.filter((id) => !ids.includes(id))).toEqual([]);
  });

  it('says on a page only once what two figures of a chain share', () => {
    const [first, second] = [figure(acme), figure(acme, { prefix: 'b-' })];
    expect(first).toContain(`<caption>${chainWords.en.tableChain}`);
    expect(second).not.toContain(`<caption>${chainWords.en.tableChain}`);
    expect(first).toContain(chainWords.en.helpText.slice(0, 20));
    expect(second).not.toContain(chainWords.en.helpText.slice(0, 20));
    for (const html of [first, second]) expect(html.match(/<table/gu)?.length).toBe(3);
  });

  it('says the finding in words', () => {
    expect(figure(acme)).toContain(
      '<p id="acme-stamping-caption">Customers ask for 920 a day, but only 890 a day come out, because <b>Assembly 1</b> is 103% loaded.',
    );
    expect(chainFigure({ chain: acme, ...fr, measure: measureText })).toContain(
      `mais il n’en sort que 890 par jour. Étape limitante\u00a0: <b>Assemblage 1</b>, avec une charge de ${loadText(62 / 60, 'fr')}.`,
    );
  });

  it('describes a chain without numbers in its author’s words', () => {
    expect(figure(sample('value-creation'))).toContain('Value creation has four parts.');
  });

  it('has no style attribute and no script', () => {
    expect(figure(acme)).not.toMatch(/ style=|<style|<script(?! type="application\/json")/u);
  });

  it('escapes every text of the author', () => {
    const evil = '"</p><img src=x onerror=alert(1)>';
    const chain =
      chainOf(`notes: [${JSON.stringify(evil)}]\nevidence: { source: ${JSON.stringify(evil)}, kind: measured }\nparties: [{ id: p, kind: customer, label: ${JSON.stringify(evil)} }]
activities: [{ id: a, label: ${JSON.stringify(evil)}, description: ${JSON.stringify(evil)}, inputs: [${JSON.stringify(evil)}] }]\nflows: [{ from: a, to: p, kind: service, label: ${JSON.stringify(evil)} }]`);
    expect(figure(chain)).not.toContain('<img');
  });
});

describe('the plain form', () => {
  const text = chainText({ chain: acme, ...fr });

  it('has no markup in its text and no link in its table', () => {
    expect(text.text).not.toMatch(/[<>]/u);
    expect(text.alt).not.toMatch(/[<>]/u);
    expect(text.tableHtml).not.toMatch(/ id=|href=/u);
  });

  it('names activities and numbers, so that a search finds them', () => {
    expect(text.text).toContain('Soudage 2');
    expect(text.text).toContain('Takt time 60\u00a0s');
    expect(text.text).toContain('Production\u00a0: transforme les bobines');
    expect(text.text).toContain('Demain\u00a0: Temps disponible par jour 15,3\u00a0h · Demande 920 par jour');
  });
});

describe('numbers', () => {
  const rate = { unit: 'pcs/d', formula: 'throughput', inputs: [], exactness: 'exact' } as const;
  const year = sample('selling-maze').calendar;

  it.each([
    [quantityText({ value: 18_400, unit: 'pcs/mo' }, sv), '18\u00a0400 i månaden'],
    [quantityText({ value: 12.5, unit: 'EUR/pcs' }, en), '€12.50 each'],
    [quantityText({ value: 5, unit: 'd' }, fr), '5\u00a0j'],
    [secondsText(188, en), '188\u00a0s'],
    [secondsText(55_200, sv), '15,3\u00a0h'],
    [daysText(23.6196, sv), '23,6\u00a0dagar'],
    [daysText(1, fr), '1\u00a0jour'],
    [percentText(0.305, 'en'), '30.5%'],
    [percentText(0.0000921, 'en'), '0.0092%'],
    [loadText(0.374, 'sv'), '37\u00a0%'],
    [
      figureText({ value: 890.3226, unit: 'pcs/d', formula: 'throughput', inputs: [], exactness: 'exact' }, en),
      '890 a day',
    ],
    [figureText({ ...rate, value: 0.02 }, en), '0.02 a day'],
    [figureText({ ...rate, value: 0.02 }, { ...en, calendar: year }), '4 a year'],
    [figureText({ ...rate, value: -0.3 }, { ...sv, calendar: year }), '−1,5 i veckan'],
    [figureText({ ...rate, value: 0.001 }, { ...en, calendar: year }), '0.2 a year'],
    [figureText({ ...rate, value: 100, unit: 'EUR/pcs' }, en), '€100 each'],
  ])('read %s', (text, expected) => expect(text).toBe(expected));

  it('keep their units where an author stated them', () => {
    const weld = acme.activities.find(({ id }) => id === 'weld-2');
    expect(weld === undefined ? [] : factsOf(weld, sv).map(({ name, text }) => `${name} ${text}`)).toEqual([
      'Cykeltid 46\u00a0s',
      'Ställtid 10\u00a0min',
      'Tillgänglighet 80\u00a0%',
    ]);
  });
});

describe('texts', () => {
  it.each([
    [{ en: 'A', sv: 'B' }, 'sv', { text: 'B' }],
    [{ en: 'A', sv: 'B' }, 'sv-FI', { text: 'B' }],
    [{ en: 'A', sv: 'B' }, 'fr', { text: 'A', lang: 'en' }],
    [{ und: 'A' }, 'fr', { text: 'A' }],
  ])('of %j for %s', (text, lang, expected) => expect(textFor(text as Record<string, string>, lang)).toEqual(expected));
});

describe('the words', () => {
  const holes = (text: string): string[] => [...text.matchAll(/\{\w+\}/gu)].map(([hole]) => hole).toSorted();

  it.each(['sv', 'fr'] as const)('in %s have the same places to fill as in English', (lang) => {
    for (const key of Object.keys(chainWords.en) as (keyof typeof chainWords.en)[]) {
      expect([key, holes(chainWords[lang][key])]).toEqual([key, holes(chainWords.en[key])]);
    }
  });

  it('leave a place open when nothing fills it', () => {
    expect(fillWords('{a} and {b}', { a: 'x' })).toBe('x and {b}');
  });
});
