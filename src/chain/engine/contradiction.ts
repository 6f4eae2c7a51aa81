import type { Calendar, ValueChain } from '../model/chain.ts';
import { availableTime } from './calendar.ts';
import type { Fault } from './fault.ts';
import { doubt, fault } from './fault.ts';
import type { Network } from './network.ts';
import { waysOut } from './network.ts';
import { hasNumbers } from './parts.ts';
import type { Result } from './result.ts';
import { leaving, splitsOf } from './routing.ts';

/** What a model says against itself, found by computing it. */
export function contradictions(chain: ValueChain, network: Network, numbers: Result): Fault[] {
  const { calendar, conventions } = chain;
  if (!hasNumbers(chain) || calendar === undefined || conventions === undefined) return [];
  const idle = idleFaults(calendar);
  return idle.length > 0
    ? idle
    : [...routingFaults(chain, network, numbers), ...changeoverFaults(chain), ...numberFaults(chain, numbers)];
}

function idleFaults(calendar: Calendar): Fault[] {
  const time = availableTime(calendar);
  if (time <= 0) {
    const hint = 'Make planned breaks shorter than the shift.';
    return [fault('chain-no-working-time', ['calendar'], 'The calendar leaves no working time.', hint)];
  }
  if (time <= day) return [];
  const hint = 'Give shiftTime and shiftsPerDay so that all shifts of a day fit into 24 h.';
  return [fault('chain-long-day', ['calendar'], `The shifts of a day work ${+(time / 3600).toPrecision(4)} h.`, hint)];
}

/** Seconds. */
const day = 86_400;

function routingFaults(chain: ValueChain, network: Network, numbers: Result): Fault[] {
  const { shareOf } = splitsOf(chain);
  const faults = network.nodes.flatMap((id): Fault[] => {
    const { sum, whole } = leaving(network, id, shareOf);
    if (whole) return [];
    const index = waysOut(network, id).find(({ flow }) => flow !== undefined)?.flow ?? 0;
    const message = `The shares of what leaves "${id}" add up to ${+sum.toPrecision(6)}, not to 1.`;
    return [fault('chain-shares', ['flows', index], message, 'Give every way out a share, rework included.')];
  });
  return faults.length > 0 || numbers.availableTime !== null ? faults : [endless(network)];
}

function endless({ edges }: Network): Fault {
  const index = edges.find(({ rework, flow }) => rework && flow !== undefined)?.flow ?? 0;
  return fault(
    'chain-endless-rework',
    ['flows', index],
    'Rework never ends: what goes back comes back in full.',
    'Let less than all of it go back; a share of 1 leaves no way out.',
  );
}

function changeoverFaults(chain: ValueChain): Fault[] {
  if (chain.conventions?.changeover !== 'include') return [];
  return chain.activities.flatMap(({ id, process }, index) =>
    process?.changeoverTime !== undefined && process.changeoverTime.value > 0 && process.batchSize === undefined
      ? [
          fault(
            'chain-missing-key',
            ['activities', index, 'process'],
            `"${id}" has a changeover time but no batchSize, and conventions.changeover is include.`,
            'Add batchSize, or write changeover: ignore.',
          ),
        ]
      : [],
  );
}

function numberFaults(chain: ValueChain, { ratio, conventions }: Result): Fault[] {
  const faults: Fault[] = [];
  if (ratio !== null && ratio.value > 1)
    faults.push(
      doubt(
        'chain-ratio-above-one',
        ['activities'],
        'Value-added time is longer than lead time.',
        'Check the time base, or the lead times and stocks on the same way.',
      ),
    );
  if (conventions?.inventoryDivisor !== chain.conventions?.inventoryDivisor)
    faults.push(
      doubt(
        'chain-divisor-switched',
        ['conventions', 'inventoryDivisor'],
        'Capacity is below demand, so stock is divided by throughput here.',
      ),
    );
  return faults;
}
