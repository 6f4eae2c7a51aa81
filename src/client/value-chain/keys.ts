import type { Move } from './trace.ts';

/** What a key asks for while the focus is inside a drawing. */
export type Wish = Move | 'trace' | 'viewpoint' | 'scenario' | 'find' | 'clear' | 'help';

const wishes: Readonly<Record<string, Wish>> = {
  ArrowRight: 'down',
  ArrowLeft: 'up',
  ArrowDown: 'next',
  ArrowUp: 'previous',
  'Shift ArrowDown': 'in',
  'Shift ArrowUp': 'out',
  Home: 'first',
  End: 'last',
  ' ': 'trace',
  '.': 'on',
  ',': 'back',
  v: 'viewpoint',
  s: 'scenario',
  '/': 'find',
  Escape: 'clear',
  '?': 'help',
};

/** Reads a key; flow runs the other way where text does. `undefined` for keys that are not ours. */
export function wishOf(event: KeyboardEvent, rightToLeft: boolean): Wish | undefined {
  if (event.ctrlKey || event.metaKey || event.altKey) return undefined;
  const { key } = event;
  const named = event.shiftKey && key.startsWith('Arrow') ? `Shift ${key}` : key.length === 1 ? key.toLowerCase() : key;
  const wish = wishes[named];
  if (!rightToLeft || (wish !== 'up' && wish !== 'down')) return wish;
  return wish === 'up' ? 'down' : 'up';
}

/** True for moves from one activity to another. */
export function isMove(wish: Wish): wish is Move {
  return !['trace', 'viewpoint', 'scenario', 'find', 'clear', 'help'].includes(wish);
}
