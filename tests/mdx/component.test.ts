import { describe, expect, it } from 'vitest';
import { compileBody, faultsOf, htmlOf } from './compiled.ts';

describe('components', () => {
  it.each([
    ['import data from "./d.json"; // for the ValueChain below', 1],
    ['import data from "./d.json"; /* for the ValueChain below */', 1],
    ['import data from "./ValueChain.json";', 1],
    ['import ValueChain from "./mine.tsx";', 0],
  ])('is the author’s own only where %j brings it', async (line, count) => {
    const { outline } = await compileBody(`${line}\n\n<ValueChain id="acme" />`);
    expect(outline.components).toHaveLength(count);
  });

  it('are listed with their plain props and places', async () => {
    const { outline } = await compileBody(
      'Text\n\n<ValueChain id="acme" view={"nested"} controls={false} />\n\n> <Aside>x</Aside>\n\n<Figure src="a.png" alt="b" wide />',
    );
    expect(outline.components).toEqual([
      { name: 'ValueChain', props: { id: 'acme', view: 'nested', controls: false }, line: 3, column: 1 },
      { name: 'Aside', props: {}, line: 5, column: 3 },
      { name: 'Figure', props: { src: 'a.png', alt: 'b', wide: true }, line: 7, column: 1 },
    ]);
  });

  it('that the library fills print a slot with their number in the outline', async () => {
    expect(await htmlOf('<Aside>x</Aside>\n\n<ValueChain id="a" />')).toBe(
      '<div class="aside" role="note">x</div>\n<div class="value-chain">{c1}</div>',
    );
  });

  it.each([
    [
      '<Figgure src="a" />',
      '1:1 unknown-component: There is no component <Figgure>.',
      /^Did you mean <Figure>\? There are: Figure, /,
    ],
    ['<Chart />', '1:1 unknown-component: There is no component <Chart>.', /^There are: (?=.*Aside)(?=.*ValueChain)/],
    ['<Foo.Bar />', '1:1 unknown-component: There is no component <Foo.Bar>.', /There are/],
    ['<Figure alt="a" />', '1:1 missing-prop: <Figure> needs src.', /^For example: <Figure src=/],
    ['> <Figure />', '1:3 missing-prop: <Figure> needs src.', /For example/],
    [
      '<Figure src="a" altt="b" />',
      '1:1 unknown-prop: <Figure> has no prop altt.',
      /^Did you mean alt\? It has: src, alt, caption, wide\.$/,
    ],
    ['<Figure src="a" alt="b" style="x" />', '1:1 unknown-prop: <Figure> has no prop style.', /It has/],
    [
      '<Figure src="a" alt="b" wide="yes" />',
      '1:1 wrong-prop: wide of <Figure> must be true or false, but is “yes”.',
      /For example/,
    ],
    ['<Figure src={3} alt="b" />', '1:1 wrong-prop: src of <Figure> must be a text, but is 3.', /For example/],
    [
      '<Aside kind="nota">x</Aside>',
      '1:1 wrong-prop: kind of <Aside> must be one of note, example, warning, but is “nota”.',
      /For example/,
    ],
    ['<Aside />', '1:1 component-children: <Aside> is empty.', /For example/],
    [
      '<ValueChain id="a">x</ValueChain>',
      '1:1 component-children: <ValueChain> has nothing between its tags.',
      /For example/,
    ],
    [
      '<ValueChain {...{}} id="a" />',
      '1:1 spread-attribute: {...{}} on <ValueChain> hides its props.',
      /Write each prop out/,
    ],
    [
      'Text <ValueChain id="a" /> text',
      '1:6 component-in-text: <ValueChain> stands in the middle of a paragraph.',
      /lines of its own/,
    ],
  ])('%s is an error', async (body, fault, hint) => {
    const { html, problems } = await compileBody(body);
    expect(await faultsOf(body)).toContain(fault);
    expect(problems.find((problem) => fault.endsWith(problem.message))?.hint).toMatch(hint);
    expect(html).toBe('');
  });

  it('all have their faults reported at once', async () => {
    expect(await faultsOf('<Figgure />\n\n<Figure />\n\n[a](javascript:x)\n\n# T')).toEqual([
      '1:1 unknown-component: There is no component <Figgure>.',
      '3:1 missing-prop: <Figure> needs src.',
      '5:1 unsafe-link: A link may not lead to javascript: addresses.',
      '7:1 heading-level: “# T” would be a second title of the page.',
    ]);
  });

  it('may come from the document itself, in the full lane', async () => {
    const { lane, html, problems, outline } = await compileBody(
      'import Chart from "./chart.tsx"\n\n<Chart x={1} />\n\n## Head\n',
    );
    expect({ lane, html, problems }).toEqual({ lane: 'full', html: undefined, problems: [] });
    expect(outline.headings.map((heading) => heading.id)).toEqual(['head']);
  });

  it('of the vocabulary are checked in the full lane too', async () => {
    expect(await faultsOf('export const a = 1\n\n<Figure alt="x" />')).toEqual([
      '3:1 missing-prop: <Figure> needs src.',
    ]);
  });
});
