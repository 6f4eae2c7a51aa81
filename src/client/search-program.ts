// What Pagefind 1.6 calls what its engine can do. Nothing else in a page knows.

/** An address in the engine's memory, and how many bytes lie there. */
export type Place = readonly [at: number, size: number];

/** What is called of the engine. */
export interface Program {
  readonly memory: WebAssembly.Memory;
  readonly __wbindgen_start: () => void;
  readonly __wbindgen_malloc: (size: number, align: number) => number;
  readonly __wbindgen_free: (at: number, size: number, align: number) => void;
  readonly init_pagefind: (...meta: Place) => number;
  readonly enter_playground_mode: (index: number) => number;
  readonly set_ranking_weights: (index: number, ...weights: Place) => number;
  readonly load_index_chunk: (index: number, ...chunk: Place) => number;
  readonly load_filter_chunk: (index: number, ...chunk: Place) => number;
  readonly request_indexes: (index: number, ...query: Place) => Place;
  readonly request_filter_indexes: (index: number, ...filters: Place) => Place;
  readonly search: (index: number, ...question: number[]) => Place;
}

/** What an engine asks for, each as `module name`. */
export const engineImports: readonly string[] = ['./pagefind_web_bg.js __wbindgen_init_externref_table'];

/** What an engine has that can be called as it is here. The build tells when it has become another; no reader loads this. */
export const engineExports: readonly (keyof Program)[] = [
  'memory',
  '__wbindgen_start',
  '__wbindgen_malloc',
  '__wbindgen_free',
  'init_pagefind',
  'enter_playground_mode',
  'set_ranking_weights',
  'load_index_chunk',
  'load_filter_chunk',
  'request_indexes',
  'request_filter_indexes',
  'search',
];
