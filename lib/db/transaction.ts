/** What other rooms may have of the connection: a transaction around several writes, never the connection itself. */
export { closeDatabase, dataFolder, durableTransaction, isDiskFull, transaction } from './connection';
