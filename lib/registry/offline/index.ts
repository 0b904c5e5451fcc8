/**
 * Files of an operator's own that say whose an address is. They are hints for a person: nothing that detects,
 * judges or blocks may import this folder (`.dependency-cruiser.mjs`).
 */
export { CsvNetworks } from './csv-networks';
export type { OfflineSource } from './facts';
export { isMmdb, openMmdb } from './mmdb';
