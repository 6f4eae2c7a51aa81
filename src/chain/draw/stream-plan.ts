import type { Edge, Network } from '../engine/network.ts';
import { networkOf } from '../engine/network.ts';
import { factsOf } from '../facts.ts';
import type { Fact } from '../facts.ts';
import { daysText, figureText, numberText, percentText, quantityText, secondsText } from '../format.ts';
import type { Activity, Buffer, Party } from '../model/chain.ts';
import type { Scene } from '../scene.ts';
import { isBottleneck, loadOf } from '../scene.ts';
import { isolate, textFor } from '../text.ts';
import type { DrawInput } from './drawing.ts';
import { fillWords } from '../words.ts';

/** A process as a stream shows it. */
export interface Step {
  readonly activity: Activity;
  readonly facts: readonly Fact[];
  readonly load: number | undefined;
  readonly hot: boolean;
  /** Time on the ladder's lower level: work. */
  readonly work: string;
  /** Lead time of the step itself, where the chain counts in blocks. */
  readonly lead: string;
  /** True when its times count: it lies on the way by which lead time is told. */
  readonly counts: boolean;
}

/** What lies before a column, or after the last one. */
export interface Gap {
  readonly buffers: readonly Buffer[];
  /** Amounts, one line each. */
  readonly amounts: readonly string[];
  /** What waits there, where it has a name. */
  readonly names: readonly string[];
  /** Time on the ladder's upper level: waiting. */
  readonly wait: string;
  readonly waitSeconds: number;
  /** Where units pass: indexes into the columns before and after; -1 outside the stream. */
  readonly ways: readonly (readonly [from: number, to: number])[];
  readonly pulled: boolean;
}

/** A value stream, ready to be placed: columns of steps with gaps before, between and after. */
export interface StreamPlan {
  readonly columns: readonly (readonly Step[])[];
  /** One more than columns. */
  readonly gaps: readonly Gap[];
  readonly suppliers: readonly Party[];
  readonly controls: readonly Party[];
  readonly customers: readonly Party[];
  /** Ids of what production control sends information to. */
  readonly steered: ReadonlySet<string>;
  /** The load at the end of the bars. */
  readonly most: number;
  readonly total: string;
  /** Seconds of work and of waiting in order, for a strip drawn to scale. */
  readonly scale: readonly { readonly seconds: number; readonly kind: 'wait' | 'work' }[];
}

/** What customers ask for, under their name. */
export function partyNote(party: Party, scene: Scene, input: DrawInput): string[] {
  const { demand } = scene.chain;
  const { lang, words, dir } = input;
  const note = party.note === undefined ? [] : [textFor(party.note, lang).text];
  const asked = scene.result.demand;
  if (party.kind !== 'customer' || demand === undefined || asked === null) return note;
  return [isolate(figureText(asked, { lang, words }), dir), ...note];
}

/** Reads a scene as a stream. */
export function planStream(scene: Scene, input: DrawInput): StreamPlan {
  const network = networkOf(scene.chain);
  const columns = columnsOf(network).map((column) => column.map((activity) => stepOf(activity, scene, input)));
  const gaps = Array.from({ length: columns.length + 1 }, (_, index) =>
    gapOf(columns[index - 1], columns[index], network.edges, scene, input),
  );
  const of = (...kinds: Party['kind'][]): Party[] => scene.chain.parties.filter(({ kind }) => kinds.includes(kind));
  const controls = of('control').map(({ id }) => id);
  const loads = columns.flat().map(({ load }) => load ?? 0);
  return {
    columns,
    gaps,
    suppliers: of('supplier'),
    controls: of('control'),
    customers: of('customer', 'market-segment'),
    steered: new Set(
      scene.chain.flows.flatMap(({ from, to, kind }) =>
        kind === 'information' && controls.includes(from) ? [to] : [],
      ),
    ),
    most: Math.max(1.12, ...loads) * 1.04,
    total: totalOf(scene, input),
    scale: scaleOf(columns, gaps, scene),
  };
}

function columnsOf({ nodes, out, order }: Network): Activity[][] {
  const depth = new Map<string, number>();
  for (const id of order) {
    depth.set(id, depth.get(id) ?? 0);
    for (const { to } of out.get(id) ?? []) {
      if (to !== undefined) depth.set(to, Math.max(depth.get(to) ?? 0, (depth.get(id) ?? 0) + 1));
    }
  }
  const columns: Activity[][] = [];
  for (const node of nodes) (columns[depth.get(node.id) ?? 0] ??= []).push(node);
  return columns.filter(Boolean);
}

function stepOf(activity: Activity, scene: Scene, input: DrawInput): Step {
  const { lang, words, dir } = input;
  const voice = { lang, words };
  const { process } = activity;
  const time = process?.processTime ?? process?.cycleTime;
  const shown = scene.result.valueAddedTime?.inputs.find(({ name }) => name === activity.id);
  const block = scene.result.conventions?.leadTime === 'block';
  return {
    activity,
    facts: factsOf(activity, voice).map((fact) => ({ ...fact, text: isolate(fact.text, dir) })),
    load: loadOf(scene, activity),
    hot: isBottleneck(scene, activity.id),
    work: time === undefined ? '' : isolate(quantityText(time, voice), dir),
    lead: block && process?.leadTime !== undefined ? isolate(quantityText(process.leadTime, voice), dir) : '',
    counts: shown !== undefined,
  };
}

function gapOf(
  before: readonly Step[] | undefined,
  after: readonly Step[] | undefined,
  edges: readonly Edge[],
  { chain, result }: Scene,
  { lang, words, dir }: DrawInput,
): Gap {
  const ids = (column: readonly Step[] | undefined): string[] => column?.map(({ activity }) => activity.id) ?? [];
  const [from, to] = [ids(before), ids(after)];
  const outside = (id: string | undefined): boolean =>
    id === undefined || chain.parties.some((party) => party.id === id);
  const buffers = chain.buffers.filter(
    (buffer) =>
      (before === undefined ? outside(buffer.from) : from.includes(buffer.from ?? '')) &&
      (after === undefined ? outside(buffer.to) : to.includes(buffer.to)),
  );
  const passing = edges.filter(
    (edge) =>
      !edge.rework &&
      (before === undefined ? edge.from === undefined : from.includes(edge.from ?? '')) &&
      (after === undefined ? edge.to === undefined : to.includes(edge.to ?? '')),
  );
  const ways = passing.map((edge) => [from.indexOf(edge.from ?? ''), to.indexOf(edge.to ?? '')] as const);
  const waits = buffers.map((buffer) => result.leadTime?.inputs.find(({ name }) => name === buffer.id)?.value ?? 0);
  const waitSeconds = Math.max(0, ...waits);
  const days =
    result.leadTime === null || result.leadTime.value === 0
      ? 0
      : (waitSeconds / result.leadTime.value) * result.leadTime.days;
  const wait = days === 0 ? '' : isolate(fillWords(words.unitDay, { value: numberText(days, lang, 1) }), dir);
  const amounts = buffers.flatMap(({ quantity }) =>
    quantity === undefined ? [] : [isolate(quantityText(quantity, { lang, words }), dir)],
  );
  const names = buffers.flatMap(({ label }) => (label === undefined ? [] : [textFor(label, lang).text]));
  return {
    buffers,
    amounts,
    names,
    wait,
    waitSeconds,
    ways,
    pulled: passing.some(({ flow }) => flow !== undefined && chain.flows[flow]?.control === 'pull'),
  };
}

function totalOf({ result }: Scene, { lang, words, dir }: DrawInput): string {
  const { leadTime, valueAddedTime, ratio, conventions } = result;
  if (leadTime === null || valueAddedTime === null) return '';
  const worked = conventions?.leadTime === 'block' || conventions?.leadTime === 'queueing' ? (ratio?.value ?? 0) : 0;
  const wait = isolate(daysText(leadTime.days * (1 - worked), { lang, words }), dir);
  const work = isolate(secondsText(valueAddedTime.value, { lang, words }), dir);
  const share = ratio === null ? '' : ` (${isolate(percentText(ratio.value, lang), dir)})`;
  return fillWords(words.ladderTotal, { wait, work }) + share;
}

function scaleOf(columns: StreamPlan['columns'], gaps: readonly Gap[], { result }: Scene): StreamPlan['scale'] {
  const lead = result.leadTime;
  if (lead === null) return [];
  const block = result.conventions?.leadTime === 'block';
  const seconds = (id: string): number => result.valueAddedTime?.inputs.find(({ name }) => name === id)?.value ?? 0;
  const parts = gaps.flatMap((gap, index) => {
    const step = columns[index]?.find(({ counts }) => counts)?.activity.id;
    const work = step === undefined ? 0 : seconds(step);
    const own = block && step !== undefined ? (lead.inputs.find(({ name }) => name === step)?.value ?? 0) - work : 0;
    return [
      { seconds: gap.waitSeconds + own, kind: 'wait' as const },
      { seconds: work, kind: 'work' as const },
    ];
  });
  return parts.filter((part) => part.seconds > 0);
}
