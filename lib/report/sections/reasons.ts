import { acceptedState, type Case, type Message } from '@/lib/model';
import { type Html, html } from '../html';
import type { Numbered } from '../numbered';
import type { Voice } from '../voice';
import { renderAccepted } from './accepted';
import { formatWeight } from './opening';

type Reason = Case['reasons'][number];

/** Why: each reason with its weight and the way to its evidence. */
export function renderReasons({ reasons }: Case, evidence: Numbered, voice: Voice): Html {
  const { say, tell } = voice;
  const items = reasons.map(
    (reason, i) => html`<li id="reason-${i + 1}"><span class="n">${i + 1}</span>
<div><div class="said">${tell(reason.sentence)}</div>${reason.counts ? null : html`<p class="note">${say('reasons.aside')}</p>`}${renderReferences(reason, evidence, voice)}</div>
<div class="weight"><span class="hidden">${say('reasons.weight')} </span>${reason.counts ? formatWeight(reason.weight) : html`<s>${formatWeight(reason.weight)}</s>`}</div></li>`,
  );
  return html`<section><h2>${say('reasons.title')}</h2><p class="note">${say('reasons.note')}</p>
<ol class="reasons">${items}</ol></section>`;
}

function renderReferences({ lines, answers }: Reason, evidence: Numbered, { say }: Voice): Html {
  const links = [
    ...lines
      .flatMap((id) => evidence.lines.get(id)?.number ?? [])
      .map((n) => html`<a class="n" href="#line-${n}">L${n}</a>`),
    ...answers
      .flatMap((id) => evidence.answers.get(id)?.number ?? [])
      .map((n) => html`<a class="n" href="#answer-${n}">A${n}</a>`),
  ];
  if (links.length === 0) return html`<div class="refs">${say('reasons.bare')}</div>`;
  return html`<div class="refs"><span>${say('reasons.evidence')}</span>${links}</div>`;
}

/** What speaks against it, each objection once, with the reasons it bears on. */
export function renderAgainst(about: Case, voice: Voice): Html {
  const { say, tell } = voice;
  const objections = new Map<string, { sentence: Message; bearsOn: number[] }>();
  for (const [i, { against }] of about.reasons.entries()) {
    for (const sentence of against) {
      const name = JSON.stringify([sentence.key, Object.entries(sentence.params).sort()]);
      const known = objections.get(name) ?? { sentence, bearsOn: [] };
      objections.set(name, known);
      if (!known.bearsOn.includes(i + 1)) known.bearsOn.push(i + 1);
    }
  }
  const items = [...objections.values()].map(
    ({ sentence, bearsOn }) =>
      html`<li>${tell(sentence)} ${bearsOn.map((n) => html`<a class="n" href="#reason-${n}">${n}</a> `)}</li>`,
  );
  // Mail that was wanted speaks against the whole.
  if (acceptedState(about.accepted) === 'some') items.unshift(html`<li>${renderAccepted(about, voice)}</li>`);
  const list = items.length > 0 ? html`<ul class="against">${items}</ul>` : html`<p>${say('against.none')}</p>`;
  return html`<section><h2>${say('against.title')}</h2>${list}</section>`;
}
