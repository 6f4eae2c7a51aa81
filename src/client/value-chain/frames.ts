/** Resolves once what has been changed so far is painted; at once where nothing is painted. */
export function painted(): Promise<void> {
  return new Promise((done) => {
    if (document.hidden) done();
    else requestAnimationFrame(() => setTimeout(done));
  });
}

/**
 * Does work piece by piece, so that whatever a reader does meanwhile is answered between two pieces.
 * @param wanted asked before every piece; the rest is left undone once it says no
 */
export async function inPieces(pieces: Iterable<unknown>, wanted: () => boolean): Promise<void> {
  const work = pieces[Symbol.iterator]();
  while (wanted() && work.next().done !== true) await new Promise((done) => setTimeout(done));
}
