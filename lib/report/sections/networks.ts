import type { Case, CaseNetwork } from '@/lib/model';
import { type Html, html, mono, value } from '../html';
import type { Voice } from '../voice';

/** Every network of the operator, those that the log has seen and those it has not. */
export function renderNetworks({ networks }: Case, voice: Voice): Html {
  const { say } = voice;
  if (networks.length === 0) {
    return html`<section><h2>${say('networks.title')}</h2><p>${say('networks.none')}</p></section>`;
  }
  return html`<section><h2>${say('networks.title')}</h2><p class="note">${say('networks.note')}</p>
<table class="stack"><thead><tr><th>${say('networks.prefix')}</th><th>${say('networks.organisation')}</th><th class="r">${say('networks.refusals')}</th><th class="r">${say('networks.addresses')}</th><th>${say('networks.state')}</th></tr></thead>
<tbody>${networks.map((network) => renderRow(network, voice))}</tbody></table></section>`;
}

function renderRow({ prefixes, organisation, events, addresses }: CaseNetwork, { say, number }: Voice): Html {
  const state =
    events > 0 ? html`● ${say('networks.seen')}` : html`<span class="unseen">○ ${say('networks.unseen')}</span>`;
  return html`<tr><td class="own"><div>${prefixes.map(mono)}</div></td>
<td class="own"><div>${organisation === null ? '–' : value(organisation)}</div></td>
<td class="r" data-label="${say('networks.refusals')}"><div>${number(events)}</div></td>
<td class="r" data-label="${say('networks.addresses')}"><div>${number(addresses)}</div></td>
<td class="whole"><div>${state}</div></td></tr>`;
}
