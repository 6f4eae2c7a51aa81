import { activityCells, bufferCells, bufferFormula, limitCells, wholeCell, type TableForm } from '../../chain/cells.ts';
import type { Scene } from '../../chain/scene.ts';
import type { Teller } from '../../chain/teller.ts';
import { formulaText } from '../../chain/whole.ts';

/** Writes the numbers of a scene into its tables: of the whole only into the scenario's own column. */
export function writeTables(figure: Element, scene: Scene, form: TableForm, teller: Teller): void {
  const { chain, result } = scene;
  const { figures, facts, column } = form;
  const tables = [...figure.querySelectorAll<HTMLTableElement>('.tables table')].map(({ rows }) => [...rows].slice(1));
  if (figures.length > 0) {
    const rows = tables.shift() ?? [];
    figures.forEach((name, at) => {
      const [row, figure] = [rows[at], result[name]];
      put(row?.cells[column + 1], wholeCell(scene, name, teller));
      if (figure !== null) put(row?.lastElementChild, formulaText(figure, teller.words));
    });
    limitCells(scene, teller).forEach((text, at) => put(rows[figures.length + at]?.cells[column + 1], text));
  }
  if (facts.length > 0) {
    const rows = tables.shift() ?? [];
    chain.activities
      .filter(({ process }) => process !== undefined)
      .forEach((activity, row) =>
        activityCells(activity, scene, form, teller).forEach((text, at) => put(rows[row]?.cells[at + 1], text)),
      );
  }
  const rows = tables.shift() ?? [];
  chain.buffers.forEach((buffer, row) =>
    bufferCells(buffer, scene, teller).forEach((text, at) => put(rows[row]?.cells[at + 1], text)),
  );
  put(rows[chain.buffers.length]?.cells[2], bufferFormula(scene, teller.words));
}

/** Writes a text where it differs, so that a browser lays out only what has changed. */
export function put(place: Element | null | undefined, text: string): void {
  if (place && place.textContent !== text) place.textContent = text;
}
