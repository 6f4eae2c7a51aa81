/**
 * Solves a square system by Gauss and Jordan's elimination with row exchange; `undefined` when it has no single finite
 * answer.
 */
export function solve(matrix: readonly (readonly number[])[], right: readonly number[]): number[] | undefined {
  const size = matrix.length;
  const rows = matrix.map((row, at) => [...row, right[at] ?? 0]);
  for (let column = 0; column < size; column += 1) {
    const at = (row: readonly number[] | undefined): number => row?.[column] ?? 0;
    // The row with the largest number goes first, so that nothing is divided by what is almost zero.
    rows.push(...rows.splice(column).sort((a, b) => Math.abs(at(b)) - Math.abs(at(a))));
    const pivot = rows[column];
    if (pivot === undefined || Math.abs(at(pivot)) < 1e-12) return undefined;
    for (const row of rows) {
      const factor = at(row) / at(pivot);
      if (row !== pivot && factor !== 0)
        pivot.forEach((value, index) => (row[index] = (row[index] ?? 0) - factor * value));
    }
  }
  const answer = rows.map((row, at) => (row[size] ?? 0) / (row[at] ?? 1));
  return answer.every(Number.isFinite) ? answer : undefined;
}
