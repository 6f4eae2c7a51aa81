import { activityCells, bufferCells, bufferFormula, limitCells, wholeCell, type TableForm } from '../../chain/cells.ts';
import type { Speaker } from '../../chain/format.ts';
import type { Scene } from '../../chain/scene.ts';
import { formulaText } from '../../chain/whole.ts';

/** Writes the numbers of a scene into its tables: of the whole only into the scenario's own column. */
export function writeTables(figure: Element, scene: Scene, form: TableForm, speaker: Speaker): void {
  const { chain, result } = scene;
  const { figures, facts, column } = form;
  const tables = [...figure.querySelectorAll<HTMLTableElement>('.tables table')].map(({ rows }) => [...rows].slice(1));
  if (figures.length > 0) {
    const rows = tables.shift() ?? [];
    figures.forEach((name, at) => {
      const [row, figure] = [rows[at], result[name]];
      put(row, column + 1, wholeCell(scene, name, speaker));
      if (figure !== null) put(row, (row?.cells.length ?? 0) - 1, formulaText(figure, speaker.words));
    });
    limitCells(scene, speaker).forEach((text, at) => put(rows[figures.length + at], column + 1, text));
  }
  if (facts.length > 0) {
    const rows = tables.shift() ?? [];
    chain.activities
      .filter(({ process }) => process !== undefined)
      .forEach((activity, row) =>
        activityCells(activity, scene, form, speaker).forEach((text, at) => put(rows[row], at + 1, text)),
      );
  }
  const rows = tables.shift() ?? [];
  chain.buffers.forEach((buffer, row) =>
    bufferCells(buffer, scene, speaker).forEach((text, at) => put(rows[row], at + 1, text)),
  );
  put(rows[chain.buffers.length], 2, bufferFormula(scene, speaker.words));
}

/** Writes a cell where it differs. */
function put(row: HTMLTableRowElement | undefined, at: number, text: string): void {
  const cell = row?.cells[at];
  if (cell !== undefined && cell.textContent !== text) cell.textContent = text;
}
