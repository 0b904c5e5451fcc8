import { expect, test } from 'vitest';
import { message } from '@/lib/model';
import { splitNotices } from './accepted-then';

const wide = message('blocklist.notice.wide', { prefix: '198.0.0.0/8' });
const from = (affected: number) => message('blocklist.notice.accepted', { accepted: 90, affected });

test.each([
  [[wide], { checked: 'unchecked', accepted: 0, affected: 0 }],
  [[message('blocklist.notice.accepted-unchecked'), wide], { checked: 'unchecked', accepted: 0, affected: 0 }],
  [[message('blocklist.notice.accepted-none', { accepted: 90 }), wide], { checked: 'none', accepted: 90, affected: 0 }],
  [[from(2), from(3), wide], { checked: 'some', accepted: 90, affected: 5 }],
])('%j', (notices, then) => {
  expect(splitNotices(notices).then).toEqual(then);
  expect(splitNotices(notices).others).toEqual([wide]);
});
