import type { PropertyValue } from './tree.ts';

const special: Readonly<Record<string, string>> = { className: 'class', htmlFor: 'for' };
const names = new Map<string, string>();

/** The attributes of an element that Markdown made, each with a space before it. */
export function attributesOf(properties: Readonly<Record<string, PropertyValue>>): string {
  let html = '';
  for (const name in properties) {
    const value = properties[name];
    if (value === undefined || value === null || value === false) continue;
    html += ` ${htmlName(name)}`;
    if (value !== true) html += `="${escapeAttribute(typeof value === 'object' ? value.join(' ') : String(value))}"`;
  }
  return html;
}

/** The name of an attribute as HTML writes it. @example htmlName('ariaLabel') → 'aria-label' */
function htmlName(property: string): string {
  const known = names.get(property);
  if (known !== undefined) return known;
  const name =
    special[property] ??
    (/^(?:aria|data)[A-Z]/.test(property)
      ? property.replace(
          /[A-Z]/g,
          (letter, at: number) => (property.startsWith('aria') && at > 4 ? '' : '-') + letter.toLowerCase(),
        )
      : property.toLowerCase());
  names.set(property, name);
  return name;
}

/** Text as HTML writes it. */
export function escapeText(text: string): string {
  return /[&<>]/.test(text) ? text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;') : text;
}

function escapeAttribute(value: string): string {
  return /[&<>"]/.test(value) ? escapeText(value).replace(/"/g, '&quot;') : value;
}
