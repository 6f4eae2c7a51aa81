import { put } from './peer.ts';

/** How many activities the long chain has. */
const count = 60;

/** Writes a folder whose one essay, `sixty`, shows a chain of sixty activities with all that a reader may change. */
export async function writeSixty(folder: string): Promise<void> {
  const site = {
    schema: 'site/1',
    title: 'Bench',
    description: 'A made-up site.',
    address: 'https://bench.example/',
    languages: ['en'],
  };
  const authors = { schema: 'authors/1', authors: { somebody: { kind: 'person', name: 'Somebody', default: true } } };
  const tags = { schema: 'tags/1', tags: { lines: { label: 'Lines' } } };
  // Every YAML file may as well be JSON.
  for (const [name, value] of Object.entries({ site, authors, tags, 'chains/sixty': chain() }))
    await put(folder, `${name}.yaml`, JSON.stringify(value, undefined, 1));
  const text = 'A line works at the pace of its slowest step, and what waits before that step grows. '.repeat(8);
  const front = '---\ntitle: Sixty steps\ndescription: A line of sixty steps.\ndate: 2026-11-25\ntags: [lines]\n---';
  const body = [text, '<ValueChain id="sixty" />', ...Array.from({ length: 6 }, () => text)].join('\n\n');
  await put(folder, 'essays/sixty/en.mdx', `${front}\n\n${body}\n`);
}

function chain(): object {
  const ids = Array.from({ length: count }, (_, at) => `s${String(at)}`);
  const seconds = (at: number, share: number): string => `${String(Math.round((30 + ((7 * at) % 31)) * share))} s`;
  const faster = ids.map((id, at): [string, string] => [`${id}.process.cycleTime`, seconds(at, 0.8)]);
  return {
    schema: 'value-chain/1',
    id: 'sixty',
    title: 'Sixty',
    description: 'Sixty steps.',
    views: ['stream', 'nested'],
    currency: 'EUR',
    calendar: { shiftTime: '8 h', plannedBreaks: '20 min', shiftsPerDay: 2, daysPerMonth: 20 },
    demand: { rate: '700 pcs/d', price: '1200 EUR/pcs' },
    conventions: { leadTime: 'inventory', inventoryDivisor: 'demand', timeBase: 'calendar', changeover: 'ignore' },
    parties: [
      { id: 'mill', kind: 'supplier', label: 'Mill' },
      { id: 'maker', kind: 'customer', label: 'Maker' },
    ],
    activities: ids.map((id, at) => ({
      id,
      label: `Step ${String(at)}`,
      description: `does what step ${String(at)} does`,
      cost: { variable: `${String(1 + (at % 7))} EUR/pcs` },
      process: {
        cycleTime: seconds(at, 1),
        changeoverTime: `${String(5 + (at % 9))} min`,
        uptime: `${String(80 + (at % 20))} %`,
        yield: '99 %',
      },
    })),
    buffers: [...ids, 'maker'].map((to, at) => ({
      id: `b${String(at)}`,
      kind: 'inventory',
      from: ids[at - 1] ?? 'mill',
      to,
      quantity: `${String(100 + 13 * at)} pcs`,
    })),
    flows: ids.slice(1).map((to, at) => ({ from: ids[at], to, kind: 'material' })),
    scenarios: [{ id: 'today' }, { id: 'future', from: 'today', set: Object.fromEntries(faster) }],
    controls: [
      { id: 'cycle', path: 's5.process.cycleTime', min: '30 s', max: '90 s', step: '1 s', label: 'Cycle time' },
      { id: 'demand', path: 'demand.rate', min: '100 pcs/d', max: '900 pcs/d', step: '10 pcs/d', label: 'Demand' },
    ],
  };
}
