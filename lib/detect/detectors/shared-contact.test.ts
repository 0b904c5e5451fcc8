import { describe, expect, it } from 'vitest';
import { message, type OrganisationFacts } from '@/lib/model';
import { organisation, organisations } from '../fixtures/sample-case';
import { sharedContact } from './shared-contact';

/** Subjects and weights of all findings, so that each sample says all that it claims. */
function claims(facts: readonly OrganisationFacts[]): Array<[string, number]> {
  return sharedContact.detect(facts).map(({ subject, weight }) => [subject, weight]);
}

const PLACE = '東京都千代田区見本町1-2-3見本ビル';

/** Both organisations get the same facts. */
function pair(facts: Partial<OrganisationFacts>, others: Partial<OrganisationFacts> = facts): OrganisationFacts[] {
  return [organisation(2, 'Azure Works', facts), organisation(1, 'Birch Lane', others)];
}

const answered = (...values: string[]): Array<{ value: string; answerId: number }> =>
  values.map((value, i) => ({ value, answerId: i + 1 }));

const templates = (pattern: string): OrganisationFacts['templates'] => [
  { templateId: 7, pattern, events: 2, eventIds: [1, 2] },
];

const SAMPLES: ReadonlyArray<readonly [why: string, facts: OrganisationFacts[], expected: Array<[string, number]>]> = [
  ['nothing shared', pair({ phones: answered('+81355500100') }, { phones: answered('+81355500101') }), []],
  ['organisation handle', pair({ handle: 'org-x1' }), [['pair:1-2:organisation-handle:jpnic:ORG-X1', 0.95]]],
  ['handle, without case', pair({ handles: answered('xy1jp') }), [['pair:1-2:handle:jpnic:XY1JP', 0.7]]],
  [
    'handles of two registries are two',
    pair({ handles: answered('XY1JP') }, { handles: answered('XY1JP'), registry: 'ripe' }),
    [],
  ],
  ['maintainer', pair({ handles: answered('CRIMSON-MNT') }), [['pair:1-2:maintainer:jpnic:CRIMSON-MNT', 0.6]]],
  [
    'a mailbox in place of a handle',
    pair({ handles: answered('NET@hanbit.example') }),
    [['pair:1-2:email:net@hanbit.example', 0.6]],
  ],
  ["a registry's maintainer", pair({ handles: answered('MAINT-JPNIC', 'IRT-JPNIC-JP', 'JNIC1-AP') }), []],
  ['phone', pair({ phones: answered('+81355500100') }), [['pair:1-2:phone:+81355500100', 0.6]]],
  ["a registry's phone", pair({ phones: answered('+81352972311') }), []],
  [
    'the mailbox stands for its domain too',
    pair({ emails: answered('Info@Crimson.example') }),
    [['pair:1-2:email:info@crimson.example', 0.6]],
  ],
  [
    'two mailboxes of one domain',
    pair({ emails: answered('a@crimson.example') }, { emails: answered('b@crimson.example') }),
    [['pair:1-2:mail-domain:crimson.example', 0.4]],
  ],
  [
    'two mailboxes of a freemail domain',
    pair({ emails: answered('a@gmail.com') }, { emails: answered('b@gmail.com') }),
    [],
  ],
  ['one freemail mailbox', pair({ emails: answered('a@gmail.com') }), [['pair:1-2:email:a@gmail.com', 0.6]]],
  ["a registrar's privacy service", pair({ emails: answered('proxy@whoisprotectservice.com') }), []],
  ["a registry's hostmaster", pair({ emails: answered('hostmaster@nic.ad.jp') }), []],
  [
    'one office in two writings',
    pair({ postalAddresses: answered(`${PLACE}501`) }, { postalAddresses: answered(`〒100-0000 ${PLACE} ５０１号室`) }),
    [[`pair:1-2:office:${PLACE}#501`, 0.5]],
  ],
  [
    'two offices of one building',
    pair({ postalAddresses: answered(`${PLACE}501`) }, { postalAddresses: answered(`${PLACE}502`) }),
    [[`pair:1-2:building:${PLACE}`, 0.15]],
  ],
  [
    'an address without a room is a building',
    pair({ postalAddresses: answered(PLACE) }),
    [[`pair:1-2:building:${PLACE}`, 0.15]],
  ],
  ['a proxy in place of an address', pair({ postalAddresses: answered('[代理公開情報] 1-2-3 見本町見本ビル') }), []],
  ['template', pair({ templates: templates('b{digits}@mag.example') }), [['pair:1-2:template:7', 0.25]]],
  ['template without variable part', pair({ templates: templates('b@*.mag.example') }), []],
  ['template of a freemail domain', pair({ templates: templates('b{digits}@gmail.com') }), []],
];

describe('sharedContact', () => {
  it.each(SAMPLES)('%s', (_why, facts, expected) => {
    expect(claims(facts)).toEqual(expected);
  });

  it('joins the two companies of the sample case, and nobody else', () => {
    expect(claims(organisations)).toEqual([
      ['pair:1-2:handle:jpnic:XY12345JP', 0.7],
      ['pair:1-2:phone:+81355500100', 0.6],
      ['pair:1-2:office:東京都千代田区見本町1-2-3見本ビル#501', 0.5],
    ]);
  });

  it('says who shares what, of how many, and by which answers', () => {
    expect(sharedContact.detect(organisations)[1]).toEqual({
      detector: 'shared-contact',
      subject: 'pair:1-2:phone:+81355500100',
      sentence: message('finding.shared-contact.phone', {
        a: 'Crimson Relay Co., Ltd.',
        b: 'Harbor Mail Inc.',
        value: '+81 3 5550 0100',
        shared: 2,
        total: 4,
      }),
      family: 'contact',
      weight: 0.6,
      entities: [
        { kind: 'organisation', id: 1 },
        { kind: 'organisation', id: 2 },
      ],
      evidence: [
        { kind: 'answer', id: 11 },
        { kind: 'answer', id: 12 },
      ],
      evidenceTotal: 2,
      against: [message('finding.shared-contact.against.phone')],
    });
  });

  it('damps what several share, says so, and drops what very many share', () => {
    const sharing = (count: number): OrganisationFacts[] =>
      Array.from({ length: count }, (_, i) => organisation(i + 1, `${i}`, { phones: answered('+81355500100') }));
    const three = sharedContact.detect(sharing(3));
    expect(three.map(({ subject, weight }) => [subject, weight])).toEqual([
      ['pair:1-2:phone:+81355500100', 0.3],
      ['pair:1-3:phone:+81355500100', 0.3],
      ['pair:2-3:phone:+81355500100', 0.3],
    ]);
    expect(three[0]?.against[1]).toEqual(message('finding.shared-contact.against.many', { others: 1 }));
    expect(sharedContact.detect(sharing(16))).toHaveLength(120);
    expect(sharedContact.detect(sharing(17))).toEqual([]);
  });

  it('tells the rarer of two values of a kind', () => {
    const facts = [
      ...pair({ phones: answered('+81355500100', '+81355500177') }),
      organisation(3, 'Cedar', { phones: answered('+81355500100') }),
    ];
    expect(claims(facts)).toEqual([
      ['pair:1-2:phone:+81355500177', 0.6],
      ['pair:1-3:phone:+81355500100', 0.3],
      ['pair:2-3:phone:+81355500100', 0.3],
    ]);
  });

  it('compares names, weakly, and only where the log has seen one of them', () => {
    const names = (events: number): OrganisationFacts[] => [
      organisation(1, 'Harbor Mail Inc.', { events }),
      organisation(2, 'Harbour Mailing K.K.'),
      organisation(3, 'Harrow Tools Ltd.', { events }),
      organisation(4, '株式会社ハーバー', { events }),
    ];
    expect(claims(names(1))).toEqual([['pair:1-2:name', 0.2]]);
    expect(claims(names(0))).toEqual([]);
  });

  it('stays linear where thousands share values and beginnings of names', () => {
    const many = Array.from({ length: 4_000 }, (_, i) =>
      organisation(i + 1, `Japan Data ${i}`, {
        events: 1,
        phones: answered('+81355500100', `+8135550${1000 + (i >> 1)}`),
        emails: answered(`noc@isp${i >> 1}.example`),
      }),
    );
    expect(sharedContact.detect(many)).toHaveLength(4_000);
  });
});
