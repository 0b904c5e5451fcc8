import { createContext, Script } from 'node:vm';

/** Far more than the largest block of a packed file takes on a slow machine. */
export const LONGEST_STEP_MS = 5000;

const slot = { step: (): void => undefined };
const context = createContext(slot);
const call = new Script('step()');

/**
 * Runs a step, which yields to nobody, and ends it where it takes longer: bytes made for it keep a decoder's
 * loop running for minutes.
 * @param ms milliseconds
 * @throws what the step throws, or Node's ERR_SCRIPT_EXECUTION_TIMEOUT.
 */
export function runWithin(ms: number, step: () => void): void {
  slot.step = step;
  try {
    call.runInContext(context, { timeout: ms });
  } finally {
    // Else the last block's memory is held on to.
    slot.step = () => undefined;
  }
}
