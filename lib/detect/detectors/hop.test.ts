import { describe, expect, it } from 'vitest';
import { type AttemptGroup, message } from '@/lib/model';
import { attemptGroups } from '../fixtures/sample-case';
import { hop } from './hop';

const MINUTE = 60_000;

/** Attempts as `minute@address`; `-` is an address the log did not have. */
function group(recipientId: number, attempts: string, pattern = 'b{digits}@mag.example'): AttemptGroup {
  return {
    templateId: 1,
    pattern,
    recipientId,
    attempts: attempts.split(' ').map((text, i) => {
      const [minute, address] = text.split('@');
      return {
        eventId: recipientId * 100 + i,
        timeMs: Number(minute) * MINUTE,
        addressId: address === '-' ? null : Number(address),
      };
    }),
  };
}

/** What is expected of a few groups: the weight of the one finding, or null for none. */
const SAMPLES: ReadonlyArray<readonly [why: string, groups: AttemptGroup[], weight: number | null]> = [
  ['two hops over three addresses', [group(1, '0@1 30@2 60@3')], 0.15],
  ['hops of two recipients add up', [group(1, '0@1 30@2'), group(2, '0@2 30@3')], 0.15],
  ['one hop is nothing', [group(1, '0@1 30@2')], null],
  ['two addresses in turn are a relay and its fall-back', [group(1, '0@1 30@2 60@1 90@2')], null],
  ['a retry from the same address is the ordinary thing', [group(1, '0@1 30@1 60@1')], null],
  ['as many stays as hops', [group(1, '0@1 30@2 60@2 90@3 120@3')], null],
  ['more hops than stays weigh less', [group(1, '0@1 30@2 60@3 90@3')], 0.1],
  ['the next mailing is no retry', [group(1, '0@1 800@2 1600@3')], null],
  ['just inside half a day', [group(1, '0@1 720@2 1440@3')], 0.15],
  ['just outside', [group(1, '0@1 721@2 1442@3')], null],
  ['an unknown address is passed over', [group(1, '0@1 10@- 30@2 60@3')], 0.15],
  ['a sender without variable part weighs less', [group(1, '0@1 30@2 60@3', 'news@mag.example')], 0.1],
  ['a freemail pool', [group(1, '0@1 30@2 60@3', 'b{digits}@gmail.com')], null],
  ['the null sender', [group(1, '0@1 30@2 60@3', '')], null],
  ["the recipient's own address", [group(1, '0@1 30@2 60@3', '{recipient}')], null],
  ['nothing', [], null],
];

describe('hop', () => {
  it.each(SAMPLES)('%s', (_why, groups, weight) => {
    expect(hop.detect(groups).map((finding) => finding.weight)).toEqual(weight === null ? [] : [weight]);
  });

  it('tells the sample case with its lines', () => {
    expect(hop.detect(attemptGroups)).toEqual([
      {
        detector: 'hop',
        subject: 'template:1',
        sentence: message('finding.hop.sentence', {
          pattern: 'rainbow+err{digits}@*.mag.example',
          hops: 5,
          stays: 0,
          recipients: 2,
          addresses: 6,
        }),
        family: 'behaviour',
        weight: 0.15,
        entities: [{ kind: 'template', id: 1 }],
        evidence: [1, 2, 3, 4, 5, 6, 7].map((id) => ({ kind: 'event', id })),
        evidenceTotal: 7,
        against: [message('finding.hop.against.large-senders')],
      },
    ]);
  });

  it('carries a hundred lines and says of how many', () => {
    const attempts = Array.from({ length: 500 }, (_, i) => `${i}@${i % 200}`).join(' ');
    const [finding] = hop.detect([group(1, attempts)]);
    expect(finding?.evidence).toHaveLength(100);
    expect(finding?.evidenceTotal).toBe(500);
  });

  it('says what speaks against it', () => {
    const [finding] = hop.detect([group(1, '0@1 30@2 60@3 90@3', 'news@mag.example')]);
    expect(finding?.against).toEqual([
      message('finding.hop.against.large-senders'),
      message('finding.hop.against.same-address', { stays: 1 }),
      message('finding.hop.against.fixed-sender'),
    ]);
  });
});
