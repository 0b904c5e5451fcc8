import { describe, expect, it } from 'vitest';
import { message, type TemplateUse } from '@/lib/model';
import { templateUse } from '../fixtures/sample-case';
import { senderTemplateUse } from './sender-template';

const SAMPLES: ReadonlyArray<readonly [why: string, use: Partial<TemplateUse>, weight: number | null]> = [
  ['the sample case', {}, 0.25],
  ['two refusals may be chance', { events: 2 }, null],
  ['one sender at one address', { senders: 1, addresses: 1 }, null],
  ['two senders at one address', { senders: 2, addresses: 1 }, 0.25],
  ['one sender at two addresses: the number never changed', { senders: 1, addresses: 2 }, 0.1],
  ['no variable part', { pattern: 'news@mag.example' }, null],
  ['host labels alone', { pattern: 'news@*.mag.example' }, null],
  ['a freemail provider', { pattern: 'x{digits}@gmail.com' }, null],
  ['hosts of a freemail provider', { pattern: 'x{digits}@*.yahoo.co.jp' }, null],
  ["everybody forges the recipient's own address", { pattern: '{recipient}' }, null],
  ['the null sender', { pattern: '' }, null],
];

describe('senderTemplateUse', () => {
  it.each(SAMPLES)('%s', (_why, use, weight) => {
    const findings = senderTemplateUse.detect([{ ...templateUse, ...use }]);
    expect(findings.map((finding) => finding.weight)).toEqual(weight === null ? [] : [weight]);
  });

  it('tells the sample case with its lines and what speaks against it', () => {
    expect(senderTemplateUse.detect([templateUse])).toEqual([
      {
        detector: 'sender-template',
        subject: 'template:1',
        sentence: message('finding.sender-template.sentence', {
          pattern: 'rainbow+err{digits}@*.mag.example',
          events: 7,
          addresses: 6,
          senders: 7,
          recipients: 2,
          firstAt: templateUse.firstAt,
          lastAt: templateUse.lastAt,
        }),
        family: 'behaviour',
        weight: 0.25,
        entities: [{ kind: 'template', id: 1 }],
        evidence: [1, 2, 3, 4, 5, 6, 7].map((id) => ({ kind: 'event', id })),
        evidenceTotal: 7,
        against: [
          message('finding.sender-template.against.forged'),
          message('finding.sender-template.against.newsletters'),
        ],
      },
    ]);
  });
});
