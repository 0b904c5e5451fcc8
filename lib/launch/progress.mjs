// @ts-check

/**
 * Says what is being done: on a terminal with the seconds counting up on one line, else as one plain line.
 * @template T
 * @param {string} doing  e.g. `Building the pages`
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function step(doing, work) {
  const out = process.stderr;
  const since = Date.now();
  const seconds = () => Math.round((Date.now() - since) / 1000);
  if (!out.isTTY) {
    out.write(`${doing}\n`);
    return work();
  }
  const draw = () => out.write(`\r${doing} … ${seconds()} s\u001b[K`);
  draw();
  const timer = setInterval(draw, 1000);
  let end = 'failed';
  try {
    const result = await work();
    end = `${seconds()} s`;
    return result;
  } finally {
    clearInterval(timer);
    out.write(`\r${doing}  ${end}\u001b[K\n`);
  }
}
