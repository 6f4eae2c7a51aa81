import { setFlagsFromString } from 'node:v8';

/**
 * Has the heap of this process cleaned up when it has grown by less than half. V8 otherwise lets it grow to twice what is
 * in use, and several processes do so at once; in a small one that costs more time than the memory is worth.
 */
export function tendHeap(): void {
  setFlagsFromString('--heap-growing-percent=40');
}
