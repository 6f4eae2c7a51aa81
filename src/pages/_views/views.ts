import type { Page } from '../../core/library/page.ts';
import Archive from './Archive.astro';
import Chain from './Chain.astro';
import Document from './Document.astro';
import Essay from './Essay.astro';
import Home from './Home.astro';
import Index from './Index.astro';
import List from './List.astro';
import NotFound from './NotFound.astro';
import Search from './Search.astro';
import Series from './Series.astro';
import Subscribe from './Subscribe.astro';

/** How each kind of page looks. Every view takes one prop, `page`. */
export const views = {
  home: Home,
  list: List,
  tag: List,
  author: List,
  essay: Essay,
  page: Document,
  concept: Document,
  tags: Index,
  'series-index': Index,
  concepts: Index,
  chains: Index,
  authors: Index,
  series: Series,
  chain: Chain,
  archive: Archive,
  search: Search,
  subscribe: Subscribe,
  'not-found': NotFound,
} satisfies Record<Page['kind'], unknown>;
