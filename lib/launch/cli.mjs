// @ts-check
import { CLI, settle, typedIn } from './places.mjs';
import { launch } from './run.mjs';
import { setup } from './setup.mjs';
import { pathToFileURL } from 'node:url';

// The command runs in this very process: no second start-up, and streams, signals and exit code are its own.
await launch(async () => {
  await setup();
  return 0;
});
if (!process.exitCode) {
  Object.assign(process.env, settle(process.env));
  process.chdir(typedIn(process.env));
  process.argv[1] = CLI;
  await import(pathToFileURL(CLI).href);
}
