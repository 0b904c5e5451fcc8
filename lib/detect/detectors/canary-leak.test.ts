import { describe, expect, it } from 'vitest';
import { type CanaryUse, message } from '@/lib/model';
import { canaryLeak } from './canary-leak';

const CRIMSON = { id: 1, name: 'Crimson Relay Co., Ltd.' };

function use(recipientId: number, facts: Partial<CanaryUse> = {}): CanaryUse {
  return {
    recipientId,
    recipient: `canary${recipientId}@hoshi.example`,
    service: 'Example Games',
    organisations: [CRIMSON],
    events: 2,
    firstAt: 1000 + recipientId,
    eventIds: [recipientId * 10, recipientId * 10 + 1],
    ...facts,
  };
}

describe('canaryLeak', () => {
  it('names the service once, over all its addresses', () => {
    expect(canaryLeak.detect([use(2), use(1, { service: 'EXAMPLE GAMES, Inc.' })])).toEqual([
      {
        detector: 'canary-leak',
        subject: 'service:example games',
        sentence: message('finding.canary-leak.sentence', {
          service: 'Example Games',
          recipients: 2,
          events: 4,
          firstAt: 1001,
          organisation: 'Crimson Relay Co., Ltd.',
          others: 0,
        }),
        family: 'leak',
        weight: 0.97,
        entities: [
          { kind: 'organisation', id: 1 },
          { kind: 'recipient', id: 2 },
          { kind: 'recipient', id: 1 },
        ],
        evidence: [20, 21, 10, 11].map((id) => ({ kind: 'event', id })),
        evidenceTotal: 4,
        against: [
          message('finding.canary-leak.against.used-elsewhere', { service: 'Example Games', recipients: 2 }),
          message('finding.canary-leak.against.own-mailer', { service: 'Example Games' }),
        ],
      },
    ]);
  });

  it.each([
    ['nobody known writes', use(1, { organisations: [] }), [0.8]],
    ['the service itself writes', use(1, { organisations: [{ id: 9, name: 'Example Games K.K.' }] }), []],
    ['the service and another', use(1, { organisations: [{ id: 9, name: 'Example Games' }, CRIMSON] }), [0.97]],
    ['no mail', use(1, { events: 0 }), []],
    ['no service', use(1, { service: ' ' }), []],
  ])('%s', (_why, canary, weights) => {
    expect(canaryLeak.detect([canary]).map((finding) => finding.weight)).toEqual(weights);
  });

  it('keeps two services apart', () => {
    const subjects = canaryLeak.detect([use(1), use(2, { service: '見本書店' })]).map((finding) => finding.subject);
    expect(subjects).toEqual(['service:example games', 'service:見本書店']);
  });
});
