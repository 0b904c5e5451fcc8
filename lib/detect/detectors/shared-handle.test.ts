import { describe, expect, it } from 'vitest';
import { message } from '@/lib/model';
import { network, networks } from '../fixtures/sample-case';
import { sharedHandle } from './shared-handle';

describe('sharedHandle', () => {
  it('tells on how many networks a contact is named, with the answers', () => {
    expect(sharedHandle.detect(networks)).toEqual([
      {
        detector: 'shared-contact',
        subject: 'handle:jpnic:XY12345JP',
        sentence: message('finding.shared-contact.networks', {
          handle: 'XY12345JP',
          registry: 'JPNIC',
          networks: 7,
          organisations: 2,
          seen: 1,
        }),
        family: 'registry',
        weight: 0.7,
        entities: [
          ...[1, 2, 3, 4, 5, 6, 7].map((id) => ({ kind: 'network', id })),
          { kind: 'organisation', id: 1 },
          { kind: 'organisation', id: 2 },
        ],
        evidence: [101, 102, 103, 104, 105, 106, 107].map((id) => ({ kind: 'answer', id })),
        evidenceTotal: 7,
        against: [message('finding.shared-contact.against.desk')],
      },
      expect.objectContaining({ subject: 'handle:jpnic:HM77001JP', weight: 0.7 }),
    ]);
  });

  it('takes a mailbox in place of a handle for a mailbox', () => {
    const [finding] = sharedHandle.detect([1, 2].map((id) => network(id, '', 1, ['net@hanbit.example'])));
    expect([finding?.family, finding?.sentence.params['handle']]).toEqual(['contact', 'net@hanbit.example']);
  });

  it.each([
    ['one network is no evidence', [network(1, '192.0.2.0/24', 1, ['A1JP'])], []],
    ['networks nobody is known for', [1, 2].map((id) => network(id, '', null, ['A1JP'])), [0.7]],
    ['written in two ways', [network(1, '', 1, ['A1JP']), network(2, '', 1, ['a1jp'])], [0.7]],
    ['twice on one network', [network(1, '', 1, ['A1JP', 'A1JP'])], []],
    ['three organisations', [1, 2, 3].map((id) => network(id, '', id, ['A1JP'])), [0.35]],
    ["a registry's desk", [1, 2].map((id) => network(id, '', 1, ['JNIC1-AP', 'IRT-X-JP'])), []],
    ['a maintainer', [1, 2].map((id) => network(id, '', 1, ['CRIMSON-MNT'])), [0.6]],
    ['a mailbox in place of a handle', [1, 2].map((id) => network(id, '', 1, ['net@hanbit.example'])), [0.6]],
    ["a registry's mailbox", [1, 2].map((id) => network(id, '', 1, ['hostmaster@nic.or.kr'])), []],
    ['127 networks', Array.from({ length: 127 }, (_, i) => network(i + 1, '', 1, ['A1JP'])), [0.7]],
    ["128 networks: a provider's desk", Array.from({ length: 128 }, (_, i) => network(i + 1, '', 1, ['A1JP'])), [0.35]],
  ])('%s', (_why, facts, weights) => {
    expect(sharedHandle.detect(facts).map((finding) => finding.weight)).toEqual(weights);
  });
});
