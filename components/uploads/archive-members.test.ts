import { expect, test } from 'vitest';
import { message } from '@/lib/model';
import { countMembers, joinMembers } from './archive-members';

const member = (name: string, publicId: string | null, state: 'read' | 'known' | 'refused' = 'read') => ({
  ...{ name, sizeBytes: 10, state, publicId },
  reason: state === 'refused' ? message('archive.empty', { member: name }) : null,
});
const upload = (publicId: string, state: 'done' | 'failed' | 'waiting', events = 0) => ({
  ...{ publicId, state, events, known: 1 },
  error: state === 'failed' ? message('open-log.damaged', { name: publicId }) : null,
});

test('an archive in numbers: what was here before is not counted, what went wrong is', () => {
  const members = joinMembers(
    [
      member('mail.log', 'a'),
      member('mail.log.1', 'b'),
      member('again.log', 'a', 'known'),
      member('empty.log', null, 'refused'),
      member('mail.log.2', 'c'),
      member('gone.log', 'd'),
    ],
    [upload('a', 'done', 7), upload('b', 'failed', 2), upload('c', 'waiting')],
  );
  expect(members.map((one) => one.upload?.state)).toEqual(['done', 'failed', 'done', undefined, 'waiting', undefined]);
  expect(countMembers(members)).toEqual({ files: 6, events: 9, known: 3, bad: 2, waiting: 1 });
});
