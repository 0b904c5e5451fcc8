import { describe, expect, it } from 'vitest';
import type { EvidenceFamily, Standing } from '@/lib/model';
import { assess } from './operator-assessment';
import type { Reason } from './operator-reasons';

function reason(family: EvidenceFamily, weight: number, counts = true): Reason {
  const sentence = { key: 'test', params: {} };
  const rest = { entities: [], evidence: [], evidenceTotal: 0, against: [] };
  return {
    finding: { detector: 'shared-contact', subject: `${family} ${weight}`, sentence, family, weight, ...rest },
    counts,
  };
}

const SAMPLES: ReadonlyArray<readonly [why: string, reasons: Reason[], score: number, standing: Standing]> = [
  ['nothing', [], 0, 'weak'],
  ['behaviour alone, however strong', [reason('behaviour', 0.99)], 0.99, 'weak'],
  ['behaviour and a name are still not firm', [reason('behaviour', 0.9), reason('name', 0.2)], 0.92, 'weak'],
  ['one family', [reason('registry', 0.95), reason('registry', 0.7)], 0.95, 'possible'],
  ['one weak family', [reason('place', 0.15)], 0.15, 'weak'],
  ['two families', [reason('registry', 0.7), reason('behaviour', 0.25)], 0.775, 'likely'],
  ['two families just below', [reason('contact', 0.4), reason('name', 0.2)], 0.52, 'possible'],
  [
    'three families at the threshold',
    [reason('contact', 0.6), reason('place', 0.5), reason('behaviour', 0.25)],
    0.85,
    'very-likely',
  ],
  ['what is told and not counted', [reason('registry', 0.7), reason('leak', 0.97, false)], 0.7, 'possible'],
];

describe('assess', () => {
  it.each(SAMPLES)('%s', (_why, reasons, score, standing) => {
    const proposal = assess({ members: [], organisationIds: [1], networkIds: [], refusals: 1, reasons });
    expect([proposal.score, proposal.standing]).toEqual([score, standing]);
  });
});
