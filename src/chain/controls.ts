import type { Quantity } from './engine/quantity.ts';
import { quantityText } from './format.ts';
import type { Control, ValueChain } from './model/chain.ts';
import type { TextInput } from './outline.ts';
import { sceneOf } from './scene.ts';
import { escape, isolate, textFor } from './text.ts';

/**
 * A form with a slider and a field for each quantity a reader may change in this scenario; hidden until a script can
 * use it. Empty when there is nothing to change.
 */
export function chainControls(input: TextInput): string {
  const { chain } = sceneOf(input.chain, input.scenario);
  const shown = chain.controls.flatMap((control) => {
    const value = quantityAt(chain, control.path);
    return value === undefined || value.unit !== control.min.unit ? [] : [controlHtml(control, value, input)];
  });
  if (shown.length === 0) return '';
  const { whatIf, whatIfReset } = input.words;
  // A landmark has a name that no other of its page has; a second figure of a chain gets along without one.
  const name = `${whatIf} ${textFor(input.chain.title, input.lang).text}`;
  const label = (input.prefix ?? '') === '' ? ` aria-label="${escape(name)}"` : '';
  return (
    `<form class="what-if" hidden${label}>${shown.join('')}` +
    `<button type="reset" hidden>${escape(whatIfReset)}</button></form>`
  );
}

/** The quantity at a control's path (`weld-2.process.uptime`), or `undefined` when this scenario has none there. */
export function quantityAt(chain: ValueChain, path: string): Quantity | undefined {
  const dot = path.indexOf('.');
  const [owner, field] = [path.slice(0, dot), path.slice(dot + 1)];
  const named = [...chain.activities, ...chain.buffers, ...chain.flows, ...chain.resources].find(
    ({ id }) => id === owner,
  );
  const start: unknown = owner === 'demand' ? chain.demand : owner === 'calendar' ? chain.calendar : named;
  const found = field.split('.').reduce<unknown>((at, key) => (isRecord(at) ? at[key] : undefined), start);
  if (typeof found === 'number') return { value: found, unit: '' };
  return isQuantity(found) ? found : undefined;
}

function controlHtml({ id, path, min, max, step, label }: Control, value: Quantity, input: TextInput): string {
  const { lang, words, prefix = '', chain, dir } = input;
  const own = `${prefix}${chain.id}-${id}`;
  const { text, lang: other } = textFor(label, lang);
  const said = isolate(quantityText(value, { lang, words }), dir);
  const limits = `min="${min.value}" max="${max.value}" step="${step.value}" value="${value.value}"`;
  return (
    `<div class="control" data-path="${escape(path)}" data-unit="${escape(value.unit)}">` +
    `<label for="${escape(own)}"${other === undefined ? '' : ` lang="${escape(other)}"`}>${escape(text)}</label><b>${escape(said)}</b>` +
    `<input type="range" id="${escape(own)}" ${limits} aria-valuetext="${escape(said)}">` +
    `<input type="number" ${limits} aria-label="${escape(fieldName(text, quantityText(value, { lang, words })))}" inputmode="decimal"></div>`
  );
}

/** The label and the unit: what is left of a quantity without its number. */
function fieldName(label: string, quantity: string): string {
  const unit = quantity.replace(/\p{Nd}[\p{Nd}.,\s]*/u, ' ').trim();
  return unit === '' ? label : `${label} (${unit})`;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}

function isQuantity(value: unknown): value is Quantity {
  return isRecord(value) && typeof value['value'] === 'number' && typeof value['unit'] === 'string';
}
