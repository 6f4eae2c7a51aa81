import type { StreamPlan } from '../../chain/draw/stream-plan.ts';
import { loadText } from '../../chain/format.ts';
import type { TextInput } from '../../chain/outline.ts';
import { isBottleneck, loadOf, type Scene } from '../../chain/scene.ts';
import { isolate } from '../../chain/text.ts';
import { fillWords } from '../../chain/words.ts';

type Step = StreamPlan['columns'][number][number];
type Steps = ReadonlyMap<string, Step>;
/** What is to be written: a plan, its steps by id, and what it says outside of them. */
interface News {
  readonly plan: StreamPlan;
  readonly steps: Steps;
  readonly said: readonly string[];
}
type Write = (news: News) => void;

/**
 * Finds in a drawing what its plan says, and gives a function that writes what another plan of the same shape says.
 * Places stay where they are: only texts, bars and the strip of times change.
 */
export function readDrawing(
  svg: SVGSVGElement,
  base: StreamPlan,
  input: TextInput,
): (plan: StreamPlan, scene: Scene) => void {
  const steps = stepsOf(base);
  const loose = [...texts(svg)].filter((text) => text.parentElement?.closest('a.act') === null);
  const links = [...svg.querySelectorAll<SVGAElement>('a.act')];
  const writes = [
    ...outside(loose, base),
    ...links.flatMap((link) => inside(link, steps.get(link.dataset['activity'] ?? ''), input)),
    ...stripOf(svg, input.dir),
  ];
  const bars = links.map((link) => barOf(link, input));
  return (plan, scene) => {
    const news = { plan, steps: stepsOf(plan), said: said(plan) };
    for (const write of writes) write(news);
    for (const bar of bars) bar(scene);
  };
}

/** Writes a text where it differs, so that a browser lays out only what has changed. */
export function put(node: Text, text: string): void {
  if (node.data !== text) node.data = text;
}

function set(shape: Element | null | undefined, name: string, value: number): void {
  const text = String(value);
  if (shape?.getAttribute(name) !== text) shape?.setAttribute(name, text);
}

function stepsOf({ columns }: StreamPlan): Steps {
  return new Map(columns.flat().map((step) => [step.activity.id, step]));
}

/** The texts inside an element, in order. */
export function* texts(root: Element): Generator<Text> {
  const walk = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  for (let at = walk.nextNode(); at !== null; at = walk.nextNode()) yield at as Text;
}

/** What a plan says outside of its steps, in the order in which it is drawn. */
function said({ gaps, columns, total }: StreamPlan): string[] {
  const steps = columns.flat();
  return [
    ...gaps.map(({ wait }) => wait),
    ...steps.map(({ work }) => work),
    ...steps.map(({ lead }) => lead),
    ...gaps.flatMap(({ amounts }) => amounts),
    total,
  ];
}

function outside(nodes: readonly Text[], base: StreamPlan): Write[] {
  const free = new Map(said(base).map((text, index) => [index, text]));
  return nodes.flatMap((node): Write[] => {
    const { data } = node;
    const found = [...free].find(
      ([, text]) => text !== '' && (text === data || (text.includes(data) && data.length > 9)),
    );
    const part = found ?? [...free].find(([, text]) => text !== '' && data.includes(`${text} ·`));
    if (part === undefined) return [];
    const [index, text] = part;
    if (text === data) free.delete(index);
    return [(news) => put(node, renewed(data, text, news.said[index] ?? text))];
  });
}

/** A line in which what was said in one text is said as in another, word by word where it has been broken into lines. */
export function renewed(line: string, before: string, after: string): string {
  if (line.includes(before)) return line.replace(before, after);
  const [old, fresh] = [before.split(' '), after.split(' ')];
  if (old.length !== fresh.length) return line;
  const at = before.indexOf(line);
  const start = before.slice(0, at).split(' ').length - 1;
  return fresh.slice(start, start + line.split(' ').length).join(' ');
}

function inside(link: Element, base: Step | undefined, { words, lang, dir }: TextInput): Write[] {
  if (base === undefined) return [];
  const percent = ({ load }: Step): string => (load === undefined ? '' : isolate(loadText(load, lang), dir));
  const long = (step: Step): string => fillWords(words.loaded, { percent: percent(step) });
  const writes = [...texts(link)].map((node): ((step: Step) => void) => {
    const { data, parentElement } = node;
    const label = parentElement?.previousElementSibling?.textContent ?? '';
    const value = parentElement?.classList.contains('v') === true;
    if (data === long(base)) return (step) => put(node, long(step));
    if (data === percent(base) && !value) return (step) => put(node, percent(step));
    return (step) => put(node, refacted(data, base, step, value ? label : undefined));
  });
  const { ariaDescription } = link;
  const described = (step: Step): void => {
    const told = refacted(ariaDescription ?? '', base, step).replace(long(base), long(step));
    const plain = told.replace(`, ${words.bottleneckIs}`, '');
    const fresh = step.hot ? `${plain}, ${words.bottleneckIs}` : plain;
    if (link.ariaDescription !== fresh) link.ariaDescription = fresh;
  };
  const { id } = base.activity;
  return [
    ({ steps }) => {
      const step = steps.get(id);
      if (step !== undefined) for (const write of [...writes, described]) write(step);
    },
  ];
}

/** A line with the facts of one step as those of another: a value by itself under its label, or after its name. */
function refacted(line: string, before: Step, after: Step, label?: string): string {
  return before.facts.reduce((told, { name, short, text }, index) => {
    const fresh = after.facts[index]?.text ?? text;
    if (label !== undefined) return line === text && (label === name || label === short) ? fresh : told;
    const hard = (of: string): string => `${name} ${of}`.replaceAll(' ', '\u00a0');
    return told.replace(hard(text), hard(fresh)).replace(`${name} ${text}`, `${name} ${fresh}`);
  }, line);
}

/** The load bar of an activity, whose mark stands at a load of 1; and whether the activity holds the chain back. */
function barOf(link: SVGAElement, { dir }: TextInput): (scene: Scene) => void {
  const id = link.dataset['activity'] ?? '';
  const [track, bar, mark] = ['.track', '.util', '.mark'].map((name) => link.querySelector(name));
  const number = (name: string): number => Number(track?.getAttribute(name));
  const [x, width] = [number('x'), number('width')];
  const at = Number.parseFloat(mark?.getAttribute('d')?.slice(1) ?? '');
  const full = dir === 'rtl' ? x + width - at : at - x;
  return (scene) => {
    link.classList.toggle('hot', isBottleneck(scene, id));
    const load = scene.chain.activities.filter((one) => one.id === id).map((one) => loadOf(scene, one))[0];
    if (load === undefined) return;
    const long = Math.max(1.5, Math.min(width, full * load));
    set(bar, 'width', long);
    if (dir === 'rtl') set(bar, 'x', x + width - long);
  };
}

/** The strip of all times, to scale. */
function stripOf(svg: SVGSVGElement, dir: 'ltr' | 'rtl'): Write[] {
  const rects = [...svg.querySelectorAll('.waiting, .working')];
  const { width } = svg.viewBox.baseVal;
  return rects.length === 0
    ? []
    : [
        ({ plan: { scale } }) => {
          const sum = scale.reduce((total, { seconds }) => total + seconds, 0);
          if (scale.length !== rects.length || sum === 0) return;
          let x = 0;
          scale.forEach(({ seconds, kind }, index) => {
            const long = (seconds / sum) * width;
            const drawn = Math.max(kind === 'work' ? 1.5 : 0, long - (kind === 'wait' ? 1.5 : 0));
            set(rects[index], 'width', drawn);
            set(rects[index], 'x', dir === 'rtl' ? width - x - drawn : x);
            x += long;
          });
        },
      ];
}
