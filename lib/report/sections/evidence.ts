import type { Case, CaseAnswer, CaseLine } from '@/lib/model';
import { type Html, html, lines as manyLines, mono, value } from '../html';
import type { Numbered } from '../numbered';
import type { Voice } from '../voice';
import { renderLegend, renderLogLine } from './log-line';

/** Every raw line with where it stands, and every registry answer as it came. */
export function renderEvidence({ sample }: Case, { lines, answers }: Numbered, voice: Voice): Html {
  const { say } = voice;
  const lineItems = [...lines.values()].map(({ number, line }) => renderLine(number, line, voice));
  const answerItems = [...answers.values()].map(({ number, answer }) => renderAnswer(number, answer, sample, voice));
  return html`<section><h2>${say('evidence.title')}</h2>
<h3>${say('evidence.lines', { lines: lines.size })}</h3>${lines.size > 0 ? renderLegend(voice) : null}<ol class="lines">${lineItems}</ol>
<h3>${say('evidence.answers', { answers: answers.size })}</h3>${answerItems}</section>`;
}

function renderLine(number: number, line: CaseLine, { say }: Voice): Html {
  return html`<li id="line-${number}"><div class="where"><span class="n">L${number}</span><span>${say('evidence.where', { file: line.upload, line: line.line })}</span></div>${renderLogLine(line)}</li>`;
}

function renderAnswer(number: number, answer: CaseAnswer, sample: boolean, { say, time }: Voice): Html {
  const { server, query, askedAt, sha256, origin, text, deletedAt } = answer;
  const mark = origin === 'live' ? null : html`<span class="pasted">${say(`origin.${origin}`)}</span>`;
  const invented = sample && origin !== 'sample' ? html`<span class="pasted">${say('origin.sample')}</span>` : null;
  const body =
    deletedAt === null
      ? html`<pre class="log" dir="auto" translate="no">${manyLines(text)}</pre>`
      : html`<p>${say('answer.deleted')} ${time(deletedAt)}</p>`;
  return html`<details id="answer-${number}"><summary><span class="n">A${number}</span>${mono(server === '' ? '–' : server)} ${mono(query)} ${mark}${invented}</summary>
<div class="body"><dl><dt>${say('answer.server')}</dt><dd>${value(server)}</dd><dt>${say('answer.query')}</dt><dd>${mono(query)}</dd>
<dt>${say('answer.time')}</dt><dd>${time(askedAt)}</dd><dt>SHA-256</dt><dd>${renderHash(sha256)}</dd><dt>${say('answer.origin')}</dt><dd>${say(`origin.${origin}`)}</dd></dl>
${body}</div></details>`;
}

export function renderHash(sha256: string): Html {
  return html`<code class="hash">${sha256}</code>`;
}
