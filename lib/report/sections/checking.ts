import type { Case } from '@/lib/model';
import { type Html, html, mono, value } from '../html';
import type { Numbered } from '../numbered';
import type { Voice } from '../voice';
import { renderHash } from './evidence';

/** The hashes of all that the report rests on. */
export function renderHashes({ uploads }: Case, { answers }: Numbered, { say, number }: Voice): Html {
  const logs = uploads.map(
    ({ name, sha256, lines, events }) =>
      html`<tr><td class="own"><div>${value(name)}<div class="small">${say('hashes.upload', { lines, events })}</div></div></td><td class="own"><div>${renderHash(sha256)}</div></td></tr>`,
  );
  const asked = [...answers.values()].map(
    ({ number: n, answer }) =>
      html`<tr><td class="own"><div><a class="n" href="#answer-${n}">A${number(n)}</a> ${mono(answer.server)} ${mono(answer.query)}</div></td><td class="own"><div>${renderHash(answer.sha256)}</div></td></tr>`,
  );
  return html`<section><h2>${say('hashes.title')}</h2><p class="note">${say('hashes.note')}</p>
<table class="stack"><thead><tr><th>${say('hashes.source')}</th><th>SHA-256</th></tr></thead><tbody>${logs}${asked}</tbody></table></section>`;
}

/**
 * How to check it oneself. A name goes into a command only where a shell can take nothing in it for
 * anything but a name: readers copy commands.
 */
export function renderChecking({ lines, uploads, answers }: Case, isMasked: boolean, { say }: Voice): Html {
  const command = (text: string): Html => html`<pre class="log" dir="ltr" translate="no">${text}</pre>`;
  const line = lines[0];
  const asked = answers.find(({ server, query }) => isPlainHost(server) && isPlainQuery(query));
  const steps = [
    html`<p>${say('check.hash')}</p>${command(`sha256sum -- ${plainFile(uploads[0]?.name)}`)}`,
    ...(line ? [html`<p>${say('check.line')}</p>${command(readLine(line.line, plainFile(line.upload)))}`] : []),
    ...(asked ? [html`<p>${say('check.whois')}</p>${command(`whois -h ${asked.server} -- '${asked.query}'`)}`] : []),
    ...(isMasked ? [html`<p>${say('check.masked')}</p>`] : []),
  ];
  return html`<section><h2>${say('check.title')}</h2><ol class="steps">${steps.map((step) => html`<li><div>${step}</div></li>`)}</ol></section>`;
}

/** Line numbers count the lines of the unpacked log. */
const readLine = (line: number, file: string): string =>
  file.endsWith('.gz') ? `zcat -- ${file} | sed -n '${line}p'` : `sed -n '${line}p' -- ${file}`;
const plainFile = (name: string | undefined): string =>
  name && /^[A-Za-z0-9][\w.-]{0,100}$/.test(name) ? name : 'FILE';
const isPlainHost = (server: string): boolean => /^[a-z0-9]+([.-][a-z0-9]+)*$/i.test(server);
const isPlainQuery = (query: string): boolean => /^[\w^ .:/+-]{1,100}$/.test(query);
