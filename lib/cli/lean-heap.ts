import { setFlagsFromString } from 'node:v8';

/**
 * Lets the heap grow by a fifth between two full collections, where V8 would let it double: reading a log makes
 * much that is soon forgotten, and costs the same time in two thirds of the memory.
 */
export function keepHeapLean(): void {
  setFlagsFromString('--heap-growing-percent=20');
}
