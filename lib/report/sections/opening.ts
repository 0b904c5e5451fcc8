import { acceptedState, type Case } from '@/lib/model';
import { type Html, html, mono, value } from '../html';
import type { Voice } from '../voice';
import { renderAccepted } from './accepted';

export interface Edition {
  generatedAt: number;
  version: number;
  snapshotId: string;
}

/** What it is, the claim as a sentence, four sentences of summary, and how far it has been checked. */
export function renderOpening(about: Case, voice: Voice, { generatedAt, version }: Edition): Html {
  const { say, time } = voice;
  const sample = html`<div class="sample" role="note">${say('sample.banner')}</div>`;
  return html`${about.sample ? sample : null}<p class="kicker"><span>${say('kind')}</span><span>${say('version', { version })}</span><span>${time(generatedAt, 'date')}</span></p>
<h1>${renderHeadline(about, voice)}</h1>
<div class="lead">${renderSummary(about, voice)}</div>
${renderState(about, voice)}`;
}

/** The claim: who. Until a person has confirmed it, in words that leave it open. */
export function renderHeadline({ name, organisations, confirmedAt }: Case, { say }: Voice): Html {
  const tone = confirmedAt === null ? 'proposed' : 'confirmed';
  const [first, second] = organisations;
  if (!first) return say(`headline.none.${tone}`, { name });
  if (!second) return say(`headline.one.${tone}`, { first: first.name });
  const names = { first: first.name, second: second.name };
  const more = organisations.length - 2;
  return more === 0 ? say(`headline.two.${tone}`, names) : say(`headline.many.${tone}`, { ...names, more });
}

function renderSummary(about: Case, voice: Voice): Html {
  const { summary, networks, reasons } = about;
  const { language, say, time } = voice;
  const { events, addresses, recipients, firstAt, lastAt } = summary;
  const counts = { events, addresses, recipients };
  const day = time(firstAt, 'date');
  const opening =
    day === time(lastAt, 'date')
      ? say('summary.events.day', { ...counts, day, from: time(firstAt, 'clock'), to: time(lastAt, 'clock-offset') })
      : say('summary.events.span', { ...counts, from: time(firstAt, 'minute'), to: time(lastAt, 'minute') });
  const seen = networks.filter((network) => network.events > 0).length;
  const counting = [...reasons.entries()].filter(([, { counts }]) => counts);
  const circles = counting.map(([i]) => html`<a class="n" href="#reason-${i + 1}">${i + 1}</a> `);
  const gap = language === 'ja' ? '' : ' ';
  return html`<p>${opening}</p>${gap}<p>${say('summary.reasons', { reasons: counting.length })} ${circles}</p>${gap}<p>${say('summary.networks', { networks: networks.length, seen, unseen: networks.length - seen })}</p>${gap}<p>${renderAccepted(about, voice)}</p>`;
}

/** A weight or score from 0 to 1; never 1.00 where it is less. */
export const formatWeight = (weight: number): string => (weight < 1 ? Math.min(weight, 0.99) : weight).toFixed(2);

const STANDINGS = ['very-likely', 'likely', 'possible', 'weak'];

function renderState({ confirmedAt, standing, score, accepted }: Case, { say, time }: Voice): Html {
  const unchecked = acceptedState(accepted) === 'unchecked' ? html`<span>${say('state.unchecked')}</span>` : null;
  const judged = STANDINGS.includes(standing) ? say(`standing.${standing}`) : value(standing);
  const verdict =
    confirmedAt === null
      ? html`<span class="open">${say('state.proposed')}</span>`
      : html`<span class="stamp">${say('state.confirmed', { day: time(confirmedAt, 'date') })}</span>`;
  return html`<div class="state">${verdict}<span>${judged} · ${mono(formatWeight(score))}</span>${unchecked}</div>`;
}
