import { expect, it } from 'vitest';
import type { RuleFormat } from '@/lib/model';
import { commandsFor } from './commands-for';

const four = { four: true, six: false };

function check(format: RuleFormat, families: typeof four, load: string, takeBack: string): void {
  const commands = commandsFor(format, 'ringleader-abc.x', 'abc', families);
  expect([commands.load, commands.takeBack]).toEqual([load, takeBack]);
}

it('names the tool, the file and our own id', () => {
  check('nft', four, 'nft -f ringleader-abc.x', 'nft delete table inet ringleader-abc');
  check('iptables', four, 'sh ringleader-abc.x', `sed -E 's/ -[AI] INPUT / -D INPUT /' ringleader-abc.x | sh`);
  check(
    'sysconfig',
    { four: true, six: true },
    'systemctl restart iptables\nsystemctl restart ip6tables',
    'systemctl restart iptables\nsystemctl restart ip6tables',
  );
  check(
    'iptables-restore',
    { four: false, six: true },
    'ip6tables-restore -n < ringleader-abc.x',
    'while ip6tables -D INPUT -j RL-abc 2>/dev/null; do :; done; ip6tables -F RL-abc; ip6tables -X RL-abc',
  );
});
