import { writeSetting } from '@/lib/db/write/settings';
import { formatRange, message, parseRange, UserError } from '@/lib/model';
import type { Context } from './context';

const SETTING = 'ownNetworks';

/**
 * Takes the user's own networks, one address, block or range a line; `#` begins a comment. They are never
 * blocked.
 * @returns how many were taken.
 * @throws UserError naming the first line that is none of them; nothing is changed then.
 */
export function saveOwnNetworks(_context: Context, text: string): number {
  const ranges = text.split('\n').flatMap((whole, index) => {
    const line = whole.replace(/#.*$/, '').trim();
    if (line === '') return [];
    const range = parseRange(line);
    if (!range) throw new UserError('bad-input', message('services.own-networks.bad', { line: index + 1, text: line }));
    return [formatRange(range)];
  });
  const distinct = [...new Set(ranges)];
  writeSetting(SETTING, JSON.stringify(distinct));
  return distinct.length;
}
