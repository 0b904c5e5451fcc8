/** How a command ended: the process's exit code. 2 is "you called it wrongly". */
export type ExitCode = number;

/** One verb of the command line. `run` is loaded only when asked for, so that `parse` starts fast. */
export interface Command {
  usage: string;
  run: (argv: string[]) => Promise<ExitCode>;
}
