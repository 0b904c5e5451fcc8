import { expect, it } from 'vitest';
import type { EntityKind } from '@/lib/model';
import { shortLabel } from './short-label';

it.each<[EntityKind, string, string]>([
  ['network', '198.18.32.0/19', '198.18.32.0/19'],
  ['template', 'rainbow+err{digits}@gbc001.mag.example', 'rainbow+err{d…xample'],
  ['organisation', 'Crimson Relay Communications Co., Ltd.', 'Crimson Relay Com…'],
  ['organisation', '株式会社クリムゾン・リレー', '株式会社クリムゾ…'],
  ['address', '2001:db8:1234:5678:9abc:def0:1234:5678', '2001:db8:1234…4:5678'],
])('%s %s is shown as %s', (kind, label, expected) => {
  expect(shortLabel(kind, label)).toBe(expected);
});
