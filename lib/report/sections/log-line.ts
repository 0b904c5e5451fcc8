import type { CaseLine, LinePart } from '@/lib/model';
import { type Html, html } from '../html';
import type { Voice } from '../voice';

const PARTS: readonly LinePart[] = ['time', 'address', 'code', 'sender', 'recipient', 'helo'];

/** A raw log line with its parts coloured. Spans that overlap or run out of the text are left uncoloured. */
export function renderLogLine({ text, parts }: Pick<CaseLine, 'text' | 'parts'>): Html {
  const pieces: Html[] = [];
  let at = 0;
  for (const { part, start, end } of [...parts].sort((a, b) => a.start - b.start)) {
    if (start < at || end <= start || end > text.length) continue;
    if (start > at) pieces.push(html`<bdi>${text.slice(at, start)}</bdi>`);
    pieces.push(html`<bdi class="${PARTS.includes(part) ? part : ''}">${text.slice(start, end)}</bdi>`);
    at = end;
  }
  if (at < text.length) pieces.push(html`<bdi>${text.slice(at)}</bdi>`);
  return html`<pre class="log" dir="ltr" translate="no">${pieces}</pre>`;
}

/** What the colours of a log line mean. */
export function renderLegend({ say }: Voice): Html {
  return html`<p class="legend" aria-hidden="true">${PARTS.map((part) => html`<span class="${part}">${say(`part.${part}`)}</span>`)}</p>`;
}
