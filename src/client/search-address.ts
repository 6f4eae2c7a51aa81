import { facets } from './search-index.ts';
import type { Chosen } from './search-index.ts';

/** What the reader has typed and chosen. */
export interface Question {
  readonly query: string;
  readonly chosen: Chosen;
}

/** The question in the part of an address that begins with `?`. */
export function readAddress(search: string): Question {
  const values = new URLSearchParams(search);
  return { query: (values.get('q') ?? '').trim(), chosen: { tag: values.getAll('tag'), year: values.getAll('year') } };
}

/** The question as the part of an address that begins with `?`; empty when nothing is asked. */
export function addressOf({ query, chosen }: Question): string {
  if (query === '') return '';
  const values = new URLSearchParams({ q: query });
  for (const facet of facets) for (const value of chosen[facet]) values.append(facet, value);
  return `?${values.toString()}`;
}
