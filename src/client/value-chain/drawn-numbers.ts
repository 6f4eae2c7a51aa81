import { spansOf, type StreamNumbers } from '../../chain/draw/stream-numbers.ts';
import { figureSaid, type Speaker } from '../../chain/format.ts';
import type { Scene } from '../../chain/scene.ts';
import { notesOf, type Step } from '../../chain/step.ts';

/** A scene, and all that is said of its numbers. */
export type News = Scene & StreamNumbers;

/** What is said of numbers in one place of a drawing. */
interface Said {
  /** Texts that stand by themselves, in the order in which they are drawn. */
  readonly whole: readonly string[];
  /** Texts that stand within others or are broken into lines. */
  readonly parts: readonly string[];
}

/**
 * Finds in a drawing what its numbers are, and gives a function that writes those of another scene of the same chain.
 * Places stay where they are: only texts, bars and strips of times change.
 */
export function readDrawing(svg: SVGSVGElement, base: News, speaker: Speaker): (news: News) => void {
  const links = [...svg.querySelectorAll<SVGAElement>('a.act')];
  const loose = texts(svg).filter((node) => !within(node, 'a.act'));
  const around = bind(loose, saidAround(base, speaker));
  const writes = [
    (news: News) => around(saidAround(news, speaker)),
    ...links.map((link) => inside(link, base, speaker)),
    stripOf(svg, '.waiting, .working', 'linear', speaker),
    stripOf(svg, '.waits, .works', 'log', speaker),
  ];
  return (news) => {
    for (const write of writes) write(news);
  };
}

function set(shape: Element | null | undefined, name: string, value: number): void {
  const text = String(Math.round(value * 10) / 10);
  if (shape?.getAttribute(name) !== text) shape?.setAttribute(name, text);
}

/** The texts inside an element, in order. */
function texts(root: Element): Text[] {
  const walk = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const found: Text[] = [];
  while (walk.nextNode() !== null) found.push(walk.currentNode as Text);
  return found;
}

function within({ parentElement }: Text, place: string): boolean {
  return Boolean(parentElement?.closest(place));
}

/** What is said outside of activities. */
function saidAround({ gaps, columns, total, result }: News, speaker: Speaker): Said {
  const steps = columns.flat();
  const amounts = gaps.flatMap((gap) => gap.amounts);
  return {
    whole: [
      figureSaid(result.demand, speaker),
      ...gaps.map(({ wait }) => wait),
      ...steps.flatMap(({ work, lead }) => [work, lead]),
      ...amounts,
    ],
    parts: [...amounts.map((amount) => `${amount} ·`), total, figureSaid(result.margin, speaker)],
  };
}

/** Finds where texts say what is said, and gives a function that makes them say something else. */
function bind(nodes: readonly Text[], before: Said): (after: Said) => void {
  const free = new Set(before.whole.keys());
  const writes = nodes.flatMap((node): ((after: Said) => void)[] => {
    const { data } = node;
    const at = [...free].find((index) => before.whole[index] === data) ?? -1;
    free.delete(at);
    if (
      at < 0 &&
      !before.parts.some((text) => text !== '' && (data.includes(text) || ` ${text} `.includes(` ${data} `)))
    )
      return [];
    return [
      (after) => {
        const text = after.whole[at] ?? retold(data, before.parts, after.parts);
        // A browser lays out only what has changed.
        if (node.data !== text) node.data = text;
      },
    ];
  });
  return (after) => {
    for (const write of writes) write(after);
  };
}

/** A line in which what was said is said as it is now, word by word where it has been broken into lines. */
function retold(line: string, before: Said['parts'], after: Said['parts']): string {
  return before.reduce((so, text, index) => {
    const fresh = after[index] ?? text;
    if (text === '') return so;
    if (so.includes(text)) return so.replace(text, () => fresh);
    const words = fresh.split(' ');
    const [start, rest] = ` ${text} `.split(` ${so} `);
    return rest === undefined || start === undefined || words.length !== text.split(' ').length
      ? so
      : words
          .slice(start.split(' ').length - 1)
          .slice(0, so.split(' ').length)
          .join(' ');
  }, line);
}

function saidInside(step: Step): Said {
  const { facts, loaded, percent, cost } = step;
  const notes = notesOf(step);
  return {
    whole: [...facts.map(({ text }) => text), loaded, percent, cost],
    parts: [...notes, ...notes.map((text) => text.replaceAll(' ', '\u00a0'))],
  };
}

function inside(link: SVGAElement, base: News, speaker: Speaker): (news: News) => void {
  const { activity: id = '' } = link.dataset;
  const was = base.steps.get(id);
  if (was === undefined) return () => undefined;
  const before = saidInside(was);
  const nodes = texts(link);
  const numbers = (node: Text): boolean => within(node, '.v, .load');
  const writes = [
    bind(nodes.filter(numbers), before),
    bind(
      nodes.filter((node) => !numbers(node)),
      { ...before, whole: [] },
    ),
  ];
  const { ariaDescription } = link;
  const mark = `, ${speaker.words.bottleneckIs}`;
  const bar = barOf(link, speaker);
  let last: Step | undefined;
  return ({ steps }) => {
    const step = steps.get(id);
    if (step === undefined || isSame(step, last)) return;
    last = step;
    bar(step);
    const after = saidInside(step);
    for (const write of writes) write(after);
    const fresh = retold(ariaDescription ?? '', before.parts, after.parts).replace(mark, '') + (step.hot ? mark : '');
    if (link.ariaDescription !== fresh) link.ariaDescription = fresh;
  };
}

/** True when nothing is said of two steps that differs. */
export function isSame(one: Step, other: Step | undefined): boolean {
  return (['activity', 'load', 'hot', 'cost'] as const).every((name) => one[name] === other?.[name]);
}

/** The load bar of an activity, whose mark stands at a load of 1; and whether the activity holds the chain back. */
function barOf(link: SVGAElement, { dir }: Speaker): (step: Step) => void {
  const [track, bar, mark] = ['.track', '.util', '.mark'].map((name) => link.querySelector(name));
  const [x = 0, width = 0] = ['x', 'width'].map((name) => Number(track?.getAttribute(name)));
  const at = parseFloat(mark?.getAttribute('d')?.slice(1) ?? '');
  const full = dir === 'rtl' ? x + width - at : at - x;
  return ({ hot, load }) => {
    link.classList.toggle('hot', hot);
    if (load === undefined) return;
    const long = Math.max(1.5, Math.min(width, full * load));
    set(bar, 'width', long);
    set(bar, 'x', dir === 'rtl' ? x + width - long : x);
  };
}

/** A strip of all times. */
function stripOf(svg: SVGSVGElement, pieces: string, form: 'linear' | 'log', { dir }: Speaker): (news: News) => void {
  const rects = [...svg.querySelectorAll(pieces)];
  const room = svg.viewBox.baseVal.width;
  return ({ scale }) => {
    if (scale.length !== rects.length) return;
    spansOf(scale, room, form).forEach(({ x, width }, at) => {
      set(rects[at], 'width', width);
      set(rects[at], 'x', dir === 'rtl' ? room - x - width : x);
    });
  };
}
