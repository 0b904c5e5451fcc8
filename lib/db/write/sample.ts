import { all, run, transaction } from '../connection';

export function sampleUploads(): Array<{ id: number; path: string; state: string }> {
  return all(`SELECT id, path, state FROM Upload WHERE origin = 'sample'`);
}

/** Removes registry facts, operators and findings that only the sample case brought; its uploads go first. */
export function deleteSampleRows(): void {
  transaction(() => {
    run(`DELETE FROM Job WHERE kind IN ('ingest', 'unpack') AND substr(key, 8) NOT IN (SELECT publicId FROM Upload)`);
    run(`DELETE FROM Operator WHERE origin = 'sample'`);
    run(`DELETE FROM Network WHERE origin = 'sample'`);
    run(`DELETE FROM Organisation WHERE origin = 'sample'`);
    run(`DELETE FROM Contact WHERE origin = 'sample'`);
    run(`DELETE FROM Answer WHERE origin = 'sample'`);
  });
}
