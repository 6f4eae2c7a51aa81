import { describe, expect, it } from 'vitest';
import { chainBar } from '../../src/chain/bar.ts';
import { changeText } from '../../src/chain/change.ts';
import { compareHtml } from '../../src/chain/compare.ts';
import { figureDifference } from '../../src/chain/difference.ts';
import { chainControls, quantityAt } from '../../src/chain/controls.ts';
import { chainCsv } from '../../src/chain/csv.ts';
import { drawingFile } from '../../src/chain/drawing-file.ts';
import { drawView } from '../../src/chain/figure.ts';
import { dataBlock, liveActivities, liveWords } from '../../src/chain/live.ts';
import { measureText } from '../../src/chain/measure.ts';
import { viewKinds } from '../../src/chain/model.ts';
import type { TextInput } from '../../src/chain/outline.ts';
import { sceneOf } from '../../src/chain/scene.ts';
import { chainStrip } from '../../src/chain/strip.ts';
import { chainTable } from '../../src/chain/table.ts';
import { tellerOf } from '../../src/chain/teller.ts';
import { chainWords } from '../../src/chain/words.ts';
import { sample } from './models.ts';

const chain = sample('acme-stamping');
const en = { chain, lang: 'en', dir: 'ltr', words: chainWords.en } as const;
const stripOf = (input: TextInput): string =>
  chainStrip(sceneOf(input.chain, input.scenario, input.set), tellerOf(input.chain, input));

describe('a drawing as a file of its own', () => {
  it.each(viewKinds.filter((view) => view !== 'journey' && view !== 'porter'))(
    '%s needs no style sheet and leads nowhere',
    (view) => {
      const { wide } = drawView(view, { ...en, idPrefix: '', measure: measureText });
      const file = drawingFile(wide, { title: 'A & B', description: '<C>' });
      expect(file).toContain('<title>A &amp; B</title><desc>&lt;C&gt;</desc>');
      expect(file).not.toMatch(/class=|href=|data-|aria-|<a\b|style/u);
      expect(file.match(/<g\b/gu)?.length).toBe(file.match(/<\/g>/gu)?.length);
      for (const [shape] of file.matchAll(/<(?:path|text)\b[^>]*>/gu)) expect(shape).toMatch(/fill=|stroke=/u);
    },
  );

  it('dashes what goes back, and gives its arrows the weight they have on a page', () => {
    const { wide } = drawView('nested', { ...en, chain: sample('value-creation'), idPrefix: '', measure: measureText });
    const file = drawingFile(wide, { title: '', description: '' });
    expect(wide.match(/class="flow back"/gu)).toHaveLength(1);
    expect(file.match(/stroke-dasharray="6 5"/gu)).toHaveLength(1);
    for (const [head] of file.matchAll(/<path d="[^"]*z" fill="#0f6a63"[^>]*>/gu))
      expect(head).toContain('stroke-width="1.75"');
  });

  it('has paper around it', () => {
    const { wide } = drawView('nested', { ...en, idPrefix: '', measure: measureText });
    const [, width, height] = /viewBox="0 0 (\S+) (\S+)"/u.exec(wide) ?? [];
    const [size, more] = [Number(width) + 28, Number(height) + 28];
    expect(drawingFile(wide, { title: '', description: '' })).toContain(
      `viewBox="-14 -14 ${size} ${more}" width="${size}" height="${more}"`,
    );
  });

  it('marks what holds the chain back', () => {
    const { wide } = drawView('stream', { ...en, idPrefix: '', measure: measureText });
    expect(drawingFile(wide, { title: '', description: '' })).toMatch(/fill="#b93a0e"[^>]*>Assembly 1</u);
    const blue = drawingFile(wide, { title: '', description: '', accent: '#0050a0' });
    expect(blue).toMatch(/fill="#0050a0"[^>]*>Assembly 1</u);
    expect(blue).not.toContain('#b93a0e');
  });
});

describe('numbers as a file', () => {
  it('have ids and decimal points, whatever the language', () => {
    const lines = chainCsv(chain).split('\r\n');
    expect(lines[0]).toBe('scenario,of,measure,value,unit,formula');
    expect(lines).toContain('today,acme-stamping,takt,60,s,takt');
    expect(lines).toContain('future,acme-stamping,throughput,920,pcs/d,throughput');
    expect(lines.filter((line) => line.split(',').length !== 6)).toEqual(['']);
  });
});

describe('the strip of numbers', () => {
  it('says of each how it is computed, from what', () => {
    expect(stripOf(en)).toContain(
      '<summary>Takt time</summary><p>available time ÷ demand · Available time a day: 15.3\u00a0h · Demand: 920 a day</p>',
    );
  });

  it('names what went in as readers know it', () => {
    expect(stripOf(en)).toContain(' · Stamping to Spot weld 1: 7.6\u00a0days · ');
    expect(stripOf({ ...en, chain: sample('garage'), lang: 'sv', words: chainWords.sv })).toContain(
      ' · Pris: 100\u00a0€ styck</p>',
    );
  });

  it('calls an activity by its name also where that is a word of ours', () => {
    const sv = { ...en, lang: 'sv', words: chainWords.sv } as const;
    expect(stripOf({ ...sv, chain: sample('promised-delivery') })).toContain('· Lager: 0,99 ·');
  });

  it('says a rate by the year where a day has too little of it', () => {
    expect(stripOf({ ...en, chain: sample('selling-maze') })).toContain('4 a year');
  });

  it('follows what a reader has set', () => {
    expect(stripOf(en)).toMatch(/class="short".*890 a day/u);
    expect(stripOf({ ...en, set: { 'assembly-1.process.cycleTime': '55 s' } })).not.toContain('class="short"');
  });

  it('is empty without numbers', () => {
    expect(stripOf({ ...en, chain: sample('value-creation') })).toBe('');
  });
});

describe('what a reader may change', () => {
  it('starts at what the scenario says, with its unit for those who do not see it', () => {
    expect(chainControls(en)).toContain('min="60" max="100" step="1" value="80" aria-valuetext="80%"');
  });

  it.each([
    ['two-networks', 'Medlemmar (i månaden)'],
    ['garage', 'Fast kostnad för reparation (€ om dagen)'],
    ['selling-maze', 'Går att nå (%)'],
    ['technology-company', 'Provbänkar'],
  ])('says the unit of a field of %s in the reader’s words', (id, name) => {
    const sv = { ...en, chain: sample(id), lang: 'sv', words: chainWords.sv } as const;
    expect(chainControls(sv)).toContain(`aria-label="${name}"`);
  });

  it('leaves out what a scenario does not have', () => {
    expect(chainControls({ ...en, scenario: 'future' })).toBe('');
  });

  it.each([
    ['weld-2.process.uptime', { value: 80, unit: '%' }],
    ['demand.rate', { value: 18400, unit: 'pcs/mo' }],
    ['calendar.shiftsPerDay', { value: 2, unit: '' }],
    ['weld-2.process.nothing', undefined],
    ['nobody.process.uptime', undefined],
    ['weld-2.label', undefined],
  ])('%s is found', (path, quantity) => {
    expect(quantityAt(chain, path)).toEqual(quantity);
  });
});

describe('scenarios side by side', () => {
  it('say what differs from the first, with a sign', () => {
    const html = compareHtml(en);
    expect(html).toContain(
      '<th scope="row">Lead time</th><td>23.6\u00a0days</td><td>5\u00a0days</td><td>−18.6\u00a0days</td>',
    );
    expect(html).toContain('<th scope="row">Demand</th><td>920 a day</td><td>920 a day</td><td>–</td>');
  });

  it.each([
    [{ value: 890, unit: 'pcs/d' }, { value: 985.6, unit: 'pcs/d' }, '+96 a day'],
    [{ value: 6792, unit: 's' }, { value: 6360, unit: 's' }, '−7.2 min'],
    [{ value: 0.114, unit: '1' }, { value: 0.131, unit: '1' }, '+1.7 percentage points'],
    [{ value: 0.9, unit: '1' }, { value: 0.91, unit: '1' }, '+1 percentage point'],
    [{ value: 0.001, unit: '1' }, { value: 0.001, unit: '1' }, '–'],
    [{ value: 23.64, unit: 'd' }, { value: 5, unit: 'd' }, '−18.6 days'],
  ])('differ by as much as what is shown of them: %o, %o', (from, to, text) => {
    expect(figureDifference(from, to, en).replaceAll('\u00a0', ' ')).toBe(text);
  });

  it('are nothing where there is one', () => {
    expect(compareHtml({ ...en, chain: { ...chain, scenarios: [{ id: 'today' }] } })).toBe('');
  });
});

describe('the sentence on a change', () => {
  const told = (set: Record<string, string>): string =>
    changeText(sceneOf(chain, 'today'), sceneOf(chain, 'today', set), tellerOf(chain, en));

  it('says where the bottleneck went', () => {
    expect(told({ 'assembly-1.process.cycleTime': '55 s' })).toBe(
      'The bottleneck moves from Assembly 1 to Spot weld 2: capacity 960 a day, throughput 920 a day, limited by demand.',
    );
  });

  it('says that it stays', () => {
    expect(told({ 'assembly-1.process.cycleTime': '65 s' })).toMatch(
      /^Assembly 1 is the bottleneck, as with the numbers given: .*limited by capacity\.$/u,
    );
  });
});

describe('data for scripts', () => {
  it('cannot end its block', () => {
    expect(dataBlock({ a: '</script><img onerror>' }, 'x')).not.toMatch(/<\/script>.+<\/script>/u);
    expect(chainBar({ ...en, view: 'stream', scenario: 'today' })).not.toContain('href="#');
  });

  it('has the words of a script only where no file beside the chain’s page has them in that language', () => {
    const input = { ...en, view: 'stream', scenario: 'today', chainPageUrl: '/sv/acme/' } as const;
    expect(chainBar({ ...input, spoken: false })).toContain('"stepOn":"Next activity"');
    expect(chainBar({ ...input, spoken: false, prefix: 'f2-' })).not.toContain('stepOn');
    expect(chainBar({ ...input, spoken: true })).not.toContain('stepOn');
    expect(liveWords(chainWords.en)).toMatchObject({ stepOn: 'Next activity' });
  });

  it('says what each activity feeds, without parties, money and what is sent back', () => {
    const feeds = Object.fromEntries(liveActivities(chain, 'en').map((one) => [one.id, one.feeds]));
    expect(feeds).toMatchObject({ stamping: ['weld-1'], 'assembly-2': [], production: [] });
  });
});

describe('the tables', () => {
  it('say under every computed column how it is computed', () => {
    const html = chainTable(en);
    expect(html).toMatch(
      /<tfoot><tr><th scope="row">How it is computed<\/th>(?:<td><\/td>)+<td>demand ÷ capacity<\/td><\/tr><\/tfoot>/u,
    );
    expect(html).toContain('<td></td><td>stock ÷ demand</td></tr></tfoot>');
    expect(chainTable({ ...en, set: { 'assembly-1.process.cycleTime': '65 s' } })).toContain(
      '<td>stock ÷ throughput</td></tr></tfoot>',
    );
  });
});
