/** What HTML says of its elements, by their names in lower case. */

/** True for an element that cannot hold anything, as `<img>`. */
export function isVoid(name: string): boolean {
  return voids.has(name);
}

/** What an element holds in which no tag can stand; `undefined` for all others. */
export function textOnly(name: string): 'as it is' | 'with entities' | undefined {
  if (name === 'title' || name === 'textarea') return 'with entities';
  return raw.has(name) ? 'as it is' : undefined;
}

/** True for an element that begins another language. */
export function isForeign(name: string): boolean {
  return name === 'svg' || name === 'math';
}

/** True for an element of another language that holds HTML again. */
export function isIntegrating(name: string): boolean {
  return integrating.has(name);
}

/** True for an element whose beginning is the end of another one that is open. */
export function endsOther(name: string, open: string): boolean {
  return endedBy.get(open)?.has(name) === true;
}

const voids = words(
  'area base basefont br col command embed frame hr img input isindex keygen link meta param source track wbr',
);
const raw = words('script style iframe noembed noframes xmp');
const integrating = words('mi mo mn ms mtext annotation-xml foreignobject desc title');

const blocks =
  'address article aside blockquote details div dl fieldset figcaption figure footer form header hr main nav ol p pre section table ul h1 h2 h3 h4 h5 h6';
const headings = words('h1 h2 h3 h4 h5 h6');
const controls = words('input select output button datalist textarea');
/** Element → elements that end it where its own end is not written. */
const endedBy: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  ['p', words(blocks)],
  ['li', words('li')],
  ['dt', words('dt dd')],
  ['dd', words('dt dd')],
  ['td', words('td tr')],
  ['th', words('th td tr')],
  ['tr', words('tr')],
  ['thead', words('td tbody tfoot')],
  ['tbody', words('tbody tfoot')],
  ['rt', words('rt rp')],
  ['rp', words('rt rp')],
  ['a', words('a')],
  ['head', words('body')],
  ['script', words('body')],
  ['option', new Set(['option', 'optgroup', ...controls])],
  ['optgroup', new Set(['optgroup', ...controls])],
  ...[...headings].map((name) => [name, headings] as const),
  ...['select', 'button', 'datalist', 'textarea'].map((name) => [name, controls] as const),
]);

function words(text: string): ReadonlySet<string> {
  return new Set(text.split(' '));
}
