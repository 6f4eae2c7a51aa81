import type { Fault, Path } from '../engine/fault.ts';
import { doubt, fault } from '../engine/fault.ts';
import { networkOf } from '../engine/network.ts';
import { hasNumbers, leaves } from '../engine/parts.ts';
import { isCurrency, isTimeUnit, sides } from '../engine/quantity.ts';
import { speaks } from '../text.ts';
import type { Text } from '../text.ts';
import type { Activity, ValueChain, ViewKind } from './chain.ts';

/** What is missing: texts of a language, units a calendar must explain, fields a view draws. */
export function completenessFaults(chain: ValueChain, languages: readonly string[]): Fault[] {
  return [
    ...missingTexts(chain, languages),
    ...missingBases(chain),
    ...unitFaults(chain),
    ...chain.views.flatMap((view) => viewFaults(chain, view)),
  ];
}

function missingTexts(chain: ValueChain, languages: readonly string[]): Fault[] {
  const texts = [...textsIn(chain, [])];
  return languages.flatMap((lang) => {
    const without = texts.filter(({ text }) => !speaks(text, lang));
    const [first] = without;
    if (first === undefined) return [];
    const paths = without.slice(0, 3).map(({ path }) => path.join('.'));
    const more = without.length > 3 ? ` and ${without.length - 3} more` : '';
    return [
      doubt(
        'chain-missing-text',
        first.path,
        `${without.length} texts have no ${lang}: ${paths.join(', ')}${more}.`,
        `Add ${lang}: … beside the other languages; until then readers see another language, marked as such.`,
      ),
    ];
  });
}

const textKeys = new Set(['title', 'description', 'label', 'note', 'story', 'inputs', 'outputs', 'outcomes', 'notes']);

function* textsIn(value: unknown, path: Path): Generator<{ path: Path; text: Text }> {
  if (typeof value !== 'object' || value === null) return;
  for (const [key, inner] of Object.entries(value)) {
    const here = [...path, Array.isArray(value) ? Number(key) : key];
    const name = path.length > 0 && Array.isArray(value) ? String(path.at(-1)) : key;
    if (textKeys.has(name) && isText(inner)) yield { path: here, text: inner };
    else yield* textsIn(inner, here);
  }
}

function isText(value: unknown): value is Text {
  return (
    typeof value === 'object' &&
    value !== null &&
    !Array.isArray(value) &&
    Object.values(value).every((text) => typeof text === 'string')
  );
}

function missingBases(chain: ValueChain): Fault[] {
  if (!hasNumbers(chain)) return [];
  const faults: Fault[] = [];
  if (chain.calendar === undefined) {
    faults.push(
      fault(
        'chain-missing-key',
        [],
        'calendar is missing: the chain has numbers, and a day has no length without it.',
        'For example calendar: { shiftTime: 8 h, plannedBreaks: 20 min, shiftsPerDay: 2 }',
      ),
    );
  }
  if (chain.conventions === undefined) {
    faults.push(
      fault(
        'chain-missing-key',
        [],
        'conventions is missing: sources disagree on what lead time and capacity mean, so the chain has to say.',
        'For example conventions: { leadTime: inventory, inventoryDivisor: demand, timeBase: calendar, changeover: ignore }',
      ),
    );
  }
  return faults;
}

const longUnits: Readonly<Record<string, 'daysPerWeek' | 'daysPerMonth' | 'daysPerYear'>> = {
  wk: 'daysPerWeek',
  mo: 'daysPerMonth',
  y: 'daysPerYear',
};

function unitFaults(chain: ValueChain): Fault[] {
  return [...quantitiesIn(chain, [])].flatMap(({ path, unit }) =>
    sides(unit).flatMap((side) => {
      const days = longUnits[side];
      if (days !== undefined && chain.calendar !== undefined && chain.calendar[days] === undefined) {
        return [
          fault('chain-missing-key', path, `The unit ${side} needs calendar.${days}.`, `Add ${days} to calendar.`),
        ];
      }
      if (isCurrency(side) && chain.currency !== undefined && side !== chain.currency) {
        return [
          fault(
            'chain-two-currencies',
            path,
            `The amount is in ${side}, but the chain's currency is ${chain.currency}.`,
            `Write it in ${chain.currency}.`,
          ),
        ];
      }
      const pieces = side !== '' && side !== '%' && !isTimeUnit(side) && !isCurrency(side);
      if (pieces && side !== 'pcs' && side !== chain.flowUnit?.id && path[0] !== 'measures') {
        const known = chain.flowUnit === undefined ? 'pcs' : `pcs or ${chain.flowUnit.id}`;
        return [
          fault(
            'chain-unknown-unit',
            path,
            `"${side}" is no unit of this chain.`,
            `Write ${known}, or declare flowUnit with the id ${side}.`,
          ),
        ];
      }
      return [];
    }),
  );
}

function* quantitiesIn(value: unknown, path: Path): Generator<{ path: Path; unit: string }> {
  if (typeof value !== 'object' || value === null) return;
  if ('unit' in value && 'value' in value && typeof value.unit === 'string' && typeof value.value === 'number') {
    yield { path, unit: value.unit };
    return;
  }
  for (const [key, inner] of Object.entries(value))
    yield* quantitiesIn(inner, [...path, Array.isArray(value) ? Number(key) : key]);
}

/** What a view needs and does not have, naming activity and field. */
export function viewFaults(chain: ValueChain, view: ViewKind): Fault[] {
  const at = (activity: Activity): Path => ['activities', chain.activities.indexOf(activity)];
  const need = (activity: Activity, field: string): Fault =>
    fault(
      'chain-view-needs',
      at(activity),
      `The view ${view} needs ${field} of "${activity.id}".`,
      `Add ${field}, or take ${view} out of views.`,
    );
  if (view === 'porter')
    return porterActivities(chain)
      .filter(({ category }) => category === undefined)
      .map((activity) => need(activity, 'category'));
  if (view === 'journey')
    return leaves(chain)
      .filter(({ stage }) => stage === undefined)
      .map((activity) => need(activity, 'stage'));
  if (view === 'nested') return [];
  const nodes = new Set(networkOf(chain).nodes);
  const steps = chain.activities.filter(({ id }) => nodes.has(id));
  const office = steps.some(({ process }) => process?.leadTime !== undefined);
  const field = office ? 'processTime' : 'cycleTime';
  const faults = steps
    .filter(
      ({ process }) =>
        (office ? (process?.processTime ?? process?.cycleTime) : (process?.cycleTime ?? process?.processTime)) ===
        undefined,
    )
    .map((activity) => need(activity, `process.${field}`));
  const late = office
    ? steps
        .filter(({ process }) => process?.leadTime === undefined)
        .map((activity) => need(activity, 'process.leadTime'))
    : [];
  return [...faults, ...late];
}

/** The activities Porter's drawing shows: those at the top, or the parts of a single top one. */
export function porterActivities(chain: ValueChain): Activity[] {
  const tops = chain.activities.filter(({ parent }) => parent === undefined);
  const [only] = tops;
  const parts = chain.activities.filter(({ parent }) => parent === only?.id);
  return tops.length === 1 && parts.length > 0 ? parts : tops;
}
