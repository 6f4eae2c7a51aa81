import { childText } from '../plain.ts';
import type { Element, Parent } from '../tree.ts';
import { element, walk } from '../tree.ts';

const alignments: Readonly<Record<string, string>> = {
  left: 'align-start',
  right: 'align-end',
  center: 'align-center',
};

/** Makes a table's alignment a class, names its header cells, and lets it scroll by itself on narrow screens. */
export function takeTable(table: Element, parent: Parent, index: number): void {
  walk(table, (node) => {
    if (node.type === 'element' && (node.tagName === 'th' || node.tagName === 'td')) takeCell(node);
    return undefined;
  });
  // Whoever has no pointer scrolls by the keyboard, so the frame takes the focus.
  parent.children[index] = {
    ...element('div', { className: ['table'], tabIndex: 0 }, [table]),
    position: table.position,
  };
}

function takeCell(cell: Element): void {
  const align = /text-align:\s*(\w+)/.exec(String(cell.properties['style'] ?? ''))?.[1] ?? '';
  const name = alignments[align];
  cell.properties = name === undefined ? {} : { className: [name] };
  if (cell.tagName !== 'th') return;
  // A header without a text heads nothing.
  if (childText(cell).trim() === '') cell.tagName = 'td';
  else cell.properties['scope'] = 'col';
}
