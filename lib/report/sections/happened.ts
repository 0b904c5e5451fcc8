import type { Case } from '@/lib/model';
import { type Html, html, mono } from '../html';
import type { Numbered } from '../numbered';
import type { Voice } from '../voice';
import { renderLegend, renderLogLine } from './log-line';

/** How many lines a reader takes in at a glance; the evidence has them all. */
const EXCERPT = 3;

/** The first refusals as the mail server wrote them, and the shapes of their senders. */
export function renderHappened({ lines, templates, summary }: Case, { lines: numbers }: Numbered, voice: Voice): Html {
  const { say } = voice;
  const shown = lines.slice(0, EXCERPT);
  const items = shown.map((line) => {
    const { number } = numbers.get(line.id) ?? { number: 0 };
    return html`<li><a class="n" href="#line-${number}">L${number}</a>${renderLogLine(line)}</li>`;
  });
  const excerpt = html`${renderLegend(voice)}<ul class="lines excerpt">${items}</ul>`;
  return html`<section><h2>${say('happened.title')}</h2>
<p>${say('happened.lines', { shown: shown.length, total: summary.events })}</p>
${shown.length > 0 ? excerpt : null}${templates.length > 0 ? renderTemplates(templates, voice) : null}</section>`;
}

function renderTemplates(templates: Case['templates'], { say, number }: Voice): Html {
  const rows = templates.map(
    ({ pattern, events }) => html`<tr><td>${mono(pattern)}</td><td class="r">${number(events)}</td></tr>`,
  );
  return html`<h3>${say('templates.title')}</h3><p class="note">${say('templates.note')}</p>
<table><thead><tr><th>${say('templates.pattern')}</th><th class="r">${say('networks.refusals')}</th></tr></thead><tbody>${rows}</tbody></table>`;
}
