/** `migrate`: the work is done before any command runs; this one says so by ending well. */
export async function runMigrate(): Promise<number> {
  return 0;
}
