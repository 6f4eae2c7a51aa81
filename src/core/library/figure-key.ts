import type { ChainEntry, FigureRequest } from './content.ts';

/** Says all that a drawing of a chain, or one of its files, depends on: the chain, and what is asked for. */
export function figureKey(
  { digest, activities }: Pick<ChainEntry, 'digest' | 'activities'>,
  request: Omit<FigureRequest, 'prefix'>,
): string {
  return JSON.stringify([digest, request, activities.map((id) => [request.reading?.(id), request.badge?.(id)])]);
}
