/** Solves a square system by elimination with row exchange; `undefined` when it has no single finite answer. */
export function solve(matrix: readonly (readonly number[])[], right: readonly number[]): number[] | undefined {
  const rows = matrix.map((row, index) => [...row, right[index] ?? 0]);
  const size = rows.length;
  for (let column = 0; column < size; column += 1) {
    const pivot = largest(rows, column);
    const [top, other] = [rows[column], rows[pivot]];
    if (top === undefined || other === undefined || Math.abs(other[column] ?? 0) < 1e-12) return undefined;
    [rows[column], rows[pivot]] = [other, top];
    for (let below = column + 1; below < size; below += 1) subtract(rows[below] ?? [], other, column);
  }
  return substitute(rows);
}

function largest(rows: readonly (readonly number[])[], column: number): number {
  let best = column;
  for (let row = column + 1; row < rows.length; row += 1) {
    if (Math.abs(rows[row]?.[column] ?? 0) > Math.abs(rows[best]?.[column] ?? 0)) best = row;
  }
  return best;
}

function subtract(row: number[], top: readonly number[], column: number): void {
  const factor = (row[column] ?? 0) / (top[column] ?? 1);
  if (factor === 0) return;
  for (let at = column; at < row.length; at += 1) row[at] = (row[at] ?? 0) - factor * (top[at] ?? 0);
}

function substitute(rows: readonly (readonly number[])[]): number[] | undefined {
  const size = rows.length;
  const answer = new Array<number>(size).fill(0);
  for (let row = size - 1; row >= 0; row -= 1) {
    const line = rows[row] ?? [];
    let value = line[size] ?? 0;
    for (let column = row + 1; column < size; column += 1) value -= (line[column] ?? 0) * (answer[column] ?? 0);
    answer[row] = value / (line[row] ?? 1);
  }
  return answer.every(Number.isFinite) ? answer : undefined;
}
