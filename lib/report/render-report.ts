import type { Case, Translate } from '@/lib/model';
import { html, type Html, ours, withoutMarks } from './html';
import { numberEvidence } from './numbered';
import { redactCase } from './redact/redact-case';
import { createRedactor, keepAll } from './redact/redactor';
import { renderChecking, renderHashes } from './sections/checking';
import { renderEvidence } from './sections/evidence';
import { renderHappened } from './sections/happened';
import { renderNetworks } from './sections/networks';
import { type Edition, renderHeadline, renderOpening } from './sections/opening';
import { renderAgainst, renderReasons } from './sections/reasons';
import { REPORT_POLICY, STYLE } from './style';
import type { Language } from './time';
import { createVoice, type Voice } from './voice';

export interface ReportOptions extends Edition {
  language: Language;
  /** Of the same language; times in its sentences should be in the case's zone. */
  translate: Translate;
  maskRecipients: boolean;
}

/**
 * The evidence report: one HTML file that needs nothing else, runs nothing and asks nobody. With
 * `maskRecipients` no recipient is in it, in any of the spellings that `redact/find.ts` knows.
 * @returns the whole document, to be stored as UTF-8
 */
export function renderReport(original: Case, options: ReportOptions): string {
  const { language, translate, maskRecipients } = options;
  const about = redactCase(original, maskRecipients ? createRedactor(original.recipients) : keepAll);
  const voice = createVoice(translate, language, about.utcOffsetMinutes);
  const evidence = numberEvidence(about);
  const sections = [
    renderOpening(about, voice, options),
    renderHappened(about, evidence, voice),
    renderReasons(about, evidence, voice),
    renderAgainst(about, voice),
    renderNetworks(about, voice),
    renderEvidence(about, evidence, voice),
    renderHashes(about, evidence, voice),
    renderChecking(about, maskRecipients, voice),
    renderFooter(voice, options, maskRecipients),
  ];
  const { markup } = html`<!doctype html>
<html lang="${language}"><head><meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${REPORT_POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1"><meta name="robots" content="noindex, nofollow"><meta name="referrer" content="no-referrer">
<title>${withoutMarks(renderHeadline(about, voice))}</title><style>${ours(STYLE)}</style></head>
<body>${about.sample ? renderWatermark(voice) : null}<main><article>${sections}</article></main></body></html>
`;
  return markup;
}

function renderWatermark({ say }: Voice): Html {
  return html`<div class="watermark" aria-hidden="true"><span>${say('sample.mark')}</span></div>`;
}

function renderFooter({ say, time }: Voice, { generatedAt, version, snapshotId }: Edition, isMasked: boolean): Html {
  return html`<footer><span>${say('version', { version })}</span><span>${say('footer.made', { time: time(generatedAt) })}</span>
<span>${say('footer.snapshot')} <code>${snapshotId}</code></span>${isMasked ? html`<span>${say('footer.masked')}</span>` : null}</footer>`;
}
