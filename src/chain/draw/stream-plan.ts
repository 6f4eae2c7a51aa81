import type { Edge, Network } from '../engine/network.ts';
import { waysOut } from '../engine/network.ts';
import { figureSaid } from '../format.ts';
import type { Buffer, Party, ValueChain } from '../model/chain.ts';
import type { Scene } from '../scene.ts';
import { textFor } from '../text.ts';
import type { DrawInput } from './drawing.ts';
import type { StreamForm, StreamNumbers, Wait } from './stream-numbers.ts';
import { streamNumbers } from './stream-numbers.ts';

/** What lies before a column, or after the last one. */
export interface Gap extends Wait {
  readonly buffers: readonly Buffer[];
  /** What waits there, where it has a name. */
  readonly names: readonly string[];
  /** Where units pass: indexes into the columns before and after; -1 outside the stream. */
  readonly ways: readonly (readonly [from: number, to: number])[];
  readonly pulled: boolean;
}

/** A value stream, ready to be placed: columns of steps with gaps before, between and after. */
export interface StreamPlan extends StreamNumbers<Gap> {
  readonly suppliers: readonly Party[];
  readonly controls: readonly Party[];
  readonly customers: readonly Party[];
  /** Ids of what production control sends information to. */
  readonly steered: ReadonlySet<string>;
  /** The load at the end of the bars. */
  readonly most: number;
}

/** What customers ask for, under their name. */
export function partyNote(party: Party, scene: Scene, input: DrawInput): string[] {
  const { demand } = scene.chain;
  const { lang, words, dir } = input;
  const note = party.note === undefined ? [] : [textFor(party.note, lang).text];
  const asked = scene.result.demand;
  if (party.kind !== 'customer' || demand === undefined || asked === null) return note;
  return [figureSaid(asked, { lang, words, dir, calendar: scene.chain.calendar }), ...note];
}

/** Reads a scene as a stream. */
export function planStream(scene: Scene, input: DrawInput): StreamPlan {
  const { chain, network } = scene;
  const form = streamForm(scene);
  const numbers = streamNumbers(scene, form, input);
  const gaps = numbers.gaps.map((wait, index): Gap => {
    const ids = form.gaps[index] ?? [];
    const buffers = chain.buffers.filter(({ id }) => ids.includes(id));
    const names = buffers.flatMap(({ label }) => (label === undefined ? [] : [textFor(label, input.lang).text]));
    const passing = passingOf(form.columns[index - 1], form.columns[index], network);
    return {
      ...wait,
      buffers,
      names,
      ways: passing.map(({ way }) => way),
      pulled: passing.some(({ flow }) => flow !== undefined && chain.flows[flow]?.control === 'pull'),
    };
  });
  const of = (...kinds: Party['kind'][]): Party[] => chain.parties.filter(({ kind }) => kinds.includes(kind));
  const controls = of('control').map(({ id }) => id);
  const loads = numbers.columns.flat().map(({ load }) => load ?? 0);
  return {
    ...numbers,
    gaps,
    suppliers: of('supplier'),
    controls: of('control'),
    customers: of('customer', 'market-segment'),
    steered: new Set(
      chain.flows.flatMap(({ from, to, kind }) => (kind === 'information' && controls.includes(from) ? [to] : [])),
    ),
    most: Math.max(1.12, ...loads) * 1.04,
  };
}

/** The order in which a stream shows the activities and buffers of a scene. */
export function streamForm({ chain, network }: Pick<Scene, 'chain' | 'network'>): StreamForm {
  const columns = columnsOf(network);
  const gaps = Array.from({ length: columns.length + 1 }, (_, index) =>
    buffersBetween(columns[index - 1], columns[index], chain),
  );
  return { columns, gaps };
}

function columnsOf(network: Network): string[][] {
  const { nodes, order } = network;
  const depth = new Map<string, number>();
  for (const id of order) {
    depth.set(id, depth.get(id) ?? 0);
    for (const { to } of waysOut(network, id)) {
      if (to !== undefined) depth.set(to, Math.max(depth.get(to) ?? 0, (depth.get(id) ?? 0) + 1));
    }
  }
  const columns: string[][] = [];
  for (const id of nodes) (columns[depth.get(id) ?? 0] ??= []).push(id);
  return columns.filter(Boolean);
}

type Column = readonly string[] | undefined;

function buffersBetween(before: Column, after: Column, { buffers, parties }: ValueChain): string[] {
  const outside = (id: string | undefined): boolean => id === undefined || parties.some((party) => party.id === id);
  const between = buffers.filter(
    ({ from, to }) =>
      (before === undefined ? outside(from) : before.includes(from ?? '')) &&
      (after === undefined ? outside(to) : after.includes(to)),
  );
  return between.map(({ id }) => id);
}

/** Forward ways between two columns. */
function passingOf(
  before: Column,
  after: Column,
  { edges }: Network,
): (Pick<Edge, 'flow'> & { readonly way: readonly [number, number] })[] {
  const passing = edges.filter(
    ({ from, to, rework }) =>
      !rework &&
      (before === undefined ? from === undefined : before.includes(from ?? '')) &&
      (after === undefined ? to === undefined : after.includes(to ?? '')),
  );
  return passing.map(({ from = '', to = '', flow }) => ({
    flow,
    way: [before?.indexOf(from) ?? -1, after?.indexOf(to) ?? -1],
  }));
}
