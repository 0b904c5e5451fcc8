import { describe, expect, it } from 'vitest';
import type { Finding, NetworkFacts, OperatorProposal, OrganisationFacts } from '@/lib/model';
import { attemptGroups, network, networks, organisation, organisations, templateUse } from './fixtures/sample-case';
import { detectors } from './index';
import { proposeOperators } from './operators';

interface Facts {
  organisations: readonly OrganisationFacts[];
  networks: readonly NetworkFacts[];
  separations?: ReadonlyArray<readonly [string, string]>;
  behaviour?: boolean;
  more?: readonly Finding[];
}

/** Runs the real detectors over the facts, and joins what they found. */
function propose({ behaviour = true, more = [], separations = [], ...facts }: Facts): OperatorProposal[] {
  const findings = [
    ...(behaviour ? detectors.hop.detect(attemptGroups) : []),
    ...(behaviour ? detectors.senderTemplate.detect([templateUse]) : []),
    ...detectors.sharedContact.detect(facts.organisations),
    ...detectors.sharedHandle.detect(facts.networks),
    ...more,
  ];
  return proposeOperators({ ...facts, findings, separations });
}

const PHONE = [{ value: '+81355500100', answerId: 1 }];
const TEMPLATE = { templateId: 1, pattern: templateUse.pattern, eventIds: [1, 2, 3] };

describe('proposeOperators', () => {
  it('makes one operator of the sample case', () => {
    expect(propose({ organisations, networks })).toEqual([
      {
        organisationIds: [1, 2],
        networkIds: [1, 2, 3, 4, 5, 6, 7],
        score: 0.955,
        standing: 'very-likely',
        families: ['registry', 'contact', 'place', 'behaviour'],
        reasons: [
          { detector: 'shared-contact', subject: 'handle:jpnic:XY12345JP', counts: true },
          { detector: 'shared-contact', subject: 'pair:1-2:phone:+81355500100', counts: true },
          {
            detector: 'shared-contact',
            subject: 'pair:1-2:office:東京都千代田区見本町1-2-3見本ビル#501',
            counts: true,
          },
          { detector: 'sender-template', subject: 'template:1', counts: true },
          { detector: 'hop', subject: 'template:1', counts: true },
          { detector: 'shared-contact', subject: 'handle:jpnic:HM77001JP', counts: false },
        ],
      },
    ]);
  });

  it('does not depend on the order of what it is given', () => {
    const forward = propose({ organisations, networks });
    const backward = propose({ organisations: organisations.toReversed(), networks: networks.toReversed() });
    expect(backward).toEqual(forward);
  });

  it('takes in networks known only from a list of the contact', () => {
    const listed = networks.map((n) => (n.id > 1 && n.id < 8 ? { ...n, organisationId: null } : n));
    const [crimson, , ...noise] = organisations;
    const known = crimson ? [{ ...crimson, networkIds: [1] }, ...noise] : [];
    expect(propose({ organisations: known, networks: listed })).toEqual([
      expect.objectContaining({
        organisationIds: [1],
        networkIds: [1, 2, 3, 4, 5, 6, 7],
        score: 0.775,
        standing: 'likely',
        families: ['registry', 'behaviour'],
      }),
    ]);
  });

  it('does not call one kind of evidence more than possible', () => {
    expect(propose({ organisations, networks, behaviour: false })[0]?.standing).toBe('very-likely');
    const two = [network(1, '192.0.2.0/25', 1, ['A1JP'], 2), network(2, '192.0.2.128/25', 1, ['A1JP'])];
    expect(propose({ organisations: [organisation(1, 'A', { events: 2 })], networks: two, behaviour: false })).toEqual([
      expect.objectContaining({ score: 0.7, standing: 'possible', families: ['registry'] }),
    ]);
  });

  it('calls behaviour alone weak, however strong', () => {
    const alone = organisation(1, 'A', { events: 9, templates: [{ ...TEMPLATE, events: 9 }] });
    expect(propose({ organisations: [alone], networks: [network(1, '192.0.2.0/24', 1, [], 9)] })).toEqual([
      expect.objectContaining({ score: 0.25, standing: 'weak', families: ['behaviour'] }),
    ]);
  });

  it('does not join by a shared template, which a stranger can forge, nor by a name', () => {
    const users = [1, 2].map((id) =>
      organisation(id, `Harbor Mail ${id}`, { events: 4, templates: [{ ...TEMPLATE, events: 4 }] }),
    );
    const own = [network(1, '192.0.2.0/25', 1, [], 4), network(2, '192.0.2.128/25', 2, [], 4)];
    const kinds = detectors.sharedContact.detect(users).map(({ subject }) => subject);
    expect(kinds).toEqual(['pair:1-2:template:1', 'pair:1-2:name']);
    // Neither has the larger part of the template's refusals: it speaks for neither.
    expect(propose({ organisations: users, networks: own })).toEqual([]);
  });

  it('does not let a forged template make up what the registry leaves open', () => {
    const users = ['a', 'b'].map((user, i) =>
      organisation(i + 1, user, {
        events: 4,
        emails: [{ value: `${user}@crimson.example`, answerId: 1 }],
        templates: [{ ...TEMPLATE, events: 4 }],
      }),
    );
    const own = [network(1, '192.0.2.0/25', 1, [], 4), network(2, '192.0.2.128/25', 2, [], 4)];
    expect(detectors.sharedContact.detect(users).map(({ weight }) => weight)).toEqual([0.4, 0.25]);
    expect(propose({ organisations: users, networks: own })).toEqual([]);
  });

  it('counts a template for whom most of it comes from, not for whom it was forged', () => {
    const users = [
      organisation(1, 'Azure Works', { events: 7, templates: [{ ...TEMPLATE, events: 7 }] }),
      organisation(2, 'Birch Lane', { events: 2, templates: [{ ...TEMPLATE, events: 2 }] }),
    ];
    const own = [network(1, '192.0.2.0/25', 1, [], 7), network(2, '192.0.2.128/25', 2, [], 2)];
    expect(propose({ organisations: users, networks: own }).map((p) => p.organisationIds)).toEqual([[1]]);
  });

  it.each([
    ['a phone joins', { phones: PHONE }, [[1, 2]]],
    ['a mail domain does not', { emails: [{ value: 'a@crimson.example', answerId: 1 }] }, [[1, 2]]],
    ['a building does not', { postalAddresses: [{ value: '見本市見本町1-2-3', answerId: 1 }] }, []],
  ])('%s', (_why, facts, expected) => {
    const mailbox = 'emails' in facts ? { emails: [{ value: 'b@crimson.example', answerId: 2 }] } : facts;
    const pair = [organisation(1, 'Azure', { ...facts, events: 1 }), organisation(2, 'Birch', mailbox)];
    const own = [network(1, '192.0.2.0/25', 1, [], 1), network(2, '192.0.2.128/25', 2, [])];
    const joined = propose({ organisations: pair, networks: own, behaviour: false }).map((p) => p.organisationIds);
    expect(joined).toEqual('emails' in facts ? [] : expected);
  });

  it('lets sister companies share a handle with networks nobody is known for', () => {
    const place = [{ value: '見本市見本町1-2-3 見本ビル501', answerId: 1 }];
    const sisters = [1, 2, 3].map((id) =>
      organisation(id, `${'ABC'[id - 1]}`, {
        phones: PHONE,
        postalAddresses: place,
        handles: [{ value: 'A1JP', answerId: 1 }],
        events: id === 1 ? 1 : 0,
      }),
    );
    const named = [
      ...[1, 2, 3].map((id) => network(id, '', id, ['A1JP'], id === 1 ? 1 : 0)),
      network(4, '', null, ['A1JP']),
    ];
    const [only, ...rest] = propose({ organisations: sisters, networks: named, behaviour: false });
    expect(only).toMatchObject({
      organisationIds: [1, 2, 3],
      networkIds: [1, 2, 3, 4],
      score: 0.659,
      standing: 'likely',
    });
    expect(rest).toEqual([]);
  });

  it("does not let a provider's desk make its customers one", () => {
    const customers = [1, 2, 3, 4].map((id) =>
      organisation(id, `${id}`, { handles: [{ value: 'A1JP', answerId: 1 }], events: 1 }),
    );
    const named = customers.map(({ id }) => network(id, '', id, ['A1JP'], 1));
    expect(propose({ organisations: customers, networks: named, behaviour: false })).toEqual([]);
  });

  it('proposes nobody whom the log has not seen', () => {
    const unseen = {
      organisations: organisations.map((o) => ({ ...o, events: 0 })),
      networks: networks.map((n) => ({ ...n, events: 0 })),
    };
    expect(propose(unseen)).toEqual([]);
  });

  it('tells a leak without counting it', () => {
    const leak = detectors.canaryLeak.detect([
      {
        recipientId: 1,
        recipient: 'a@hoshi.example',
        service: 'Example Games',
        organisations: [{ id: 4, name: 'Sample Hosting LLC' }],
        events: 1,
        firstAt: 0,
        eventIds: [8],
      },
    ]);
    expect(propose({ organisations, networks, more: leak })[1]).toEqual({
      organisationIds: [4],
      networkIds: [9],
      score: 0,
      standing: 'weak',
      families: [],
      reasons: [{ detector: 'canary-leak', subject: 'service:example games', counts: false }],
    });
  });

  it('does not count one company’s own contact as a reason that two are one', () => {
    const place = { postalAddresses: [{ value: '見本市見本町1-2-3 見本ビル501', answerId: 1 }] };
    const pair = [organisation(1, 'A', { ...place, events: 1 }), organisation(2, 'B', place)];
    const named = [network(1, '', 1, ['A1JP'], 1), network(2, '', 1, ['A1JP']), network(3, '', 2, [])];
    expect(propose({ organisations: pair, networks: named, behaviour: false })).toEqual([
      expect.objectContaining({ organisationIds: [1, 2], score: 0.5, standing: 'possible', families: ['place'] }),
    ]);
  });

  describe('what a person split', () => {
    it('stays apart, organisation from organisation', () => {
      const proposals = propose({ organisations, networks, separations: [['organisation:1', 'organisation:2']] });
      expect(proposals.map((p) => [p.organisationIds, p.networkIds])).toEqual([[[1], [1, 2, 3, 4, 5]]]);
    });

    it('stays apart, a network from its organisation, however often it names the handle', () => {
      const proposals = propose({ organisations, networks, separations: [['network:5', 'organisation:1']] });
      expect(proposals.map((p) => [p.organisationIds, p.networkIds])).toEqual([
        [
          [1, 2],
          [1, 2, 3, 4, 6, 7],
        ],
      ]);
    });

    it('leaves a network with its holder when it was split from somebody else', () => {
      const [only] = propose({ organisations, networks, separations: [['network:5', 'organisation:3']] });
      expect(only?.networkIds).toEqual([1, 2, 3, 4, 5, 6, 7]);
    });

    it('is not undone by way of a third', () => {
      const three = [1, 2, 3].map((id) =>
        organisation(id, `${id}`, {
          events: 1,
          phones:
            id === 3
              ? [...PHONE, { value: '+81355500177', answerId: 1 }]
              : id === 1
                ? PHONE
                : [{ value: '+81355500177', answerId: 1 }],
        }),
      );
      const own = [1, 2, 3].map((id) => network(id, '', id, [], 1));
      const groups = propose({
        organisations: three,
        networks: own,
        behaviour: false,
        separations: [['organisation:2', 'organisation:1']],
      });
      expect(groups.map((p) => p.organisationIds)).toEqual([[1, 3]]);
    });
  });

  it('joins nobody by a finding a person rejected', () => {
    const findings = detectors.sharedHandle.detect(networks).filter(({ subject }) => !subject.includes('XY12345JP'));
    expect(proposeOperators({ organisations, networks, findings, separations: [] })).toEqual([]);
  });
});
