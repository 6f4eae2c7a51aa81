import { quantityAt } from '../controls.ts';
import type { Fault, Path } from '../engine/fault.ts';
import { fault } from '../engine/fault.ts';
import { fieldKinds, isField, kindExamples, outOfRange } from '../engine/field.ts';
import { asWritten, fits } from '../engine/quantity.ts';
import type { Control, ValueChain } from './chain.ts';

/** Sliders that no reader could use: of another unit than what they change, or without a way between their ends. */
export function controlFaults(chain: ValueChain): Fault[] {
  return chain.controls.flatMap((control, index) => {
    const at: Path = ['controls', index];
    const units = unitFaults(control, at);
    return units.length > 0 ? units : rangeFaults(chain, control, at);
  });
}

function unitFaults({ path, min, max, step }: Control, at: Path): Fault[] {
  const field = path.slice(path.indexOf('.') + 1);
  const kind = isField(field) ? fieldKinds[field] : 'any';
  return Object.entries({ min, max, step }).flatMap(([key, quantity]) => {
    if (!fits(quantity, kind)) {
      const message = `${path} is no ${asWritten(quantity)}.`;
      return [fault('chain-control-unit', [...at, key], message, `Write ${kindExamples[kind]}.`)];
    }
    if (quantity.unit === min.unit) return [];
    const message = `${key} is in “${quantity.unit}”, min in “${min.unit}”.`;
    return [fault('chain-control-unit', [...at, key], message, 'Give min, max and step in one unit.')];
  });
}

function rangeFaults(chain: ValueChain, { path, min, max, step }: Control, at: Path): Fault[] {
  const field = path.slice(path.indexOf('.') + 1);
  const ends = Object.entries({ min, max }).flatMap(([key, quantity]) => {
    const why = outOfRange(field, quantity);
    return why === undefined ? [] : [fault('chain-control-range', [...at, key], `${asWritten(quantity)} ${why}.`)];
  });
  const [from, to] = [asWritten(min), asWritten(max)];
  if (min.value >= max.value)
    return [
      ...ends,
      fault(
        'chain-control-range',
        [...at, 'min'],
        `The control leads from ${from} to ${to}.`,
        'Let max be more than min.',
      ),
    ];
  if (step.value <= 0 || step.value > max.value - min.value) {
    const hint = 'Write one above zero that fits between min and max.';
    return [
      ...ends,
      fault('chain-control-range', [...at, 'step'], `No step of ${asWritten(step)} leads from ${from} to ${to}.`, hint),
    ];
  }
  const given = quantityAt(chain, path);
  if (given === undefined) return ends;
  if (given.unit !== min.unit) {
    const message = `The number given is ${asWritten(given)}, but the control is in “${min.unit}”.`;
    return [...ends, fault('chain-control-unit', at, message, 'Give both in one unit.')];
  }
  if (given.value >= min.value && given.value <= max.value) return ends;
  const message = `The number given is ${asWritten(given)}, but the control leads from ${from} to ${to}.`;
  return [...ends, fault('chain-control-range', at, message, 'Let the number given lie between min and max.')];
}
