import { expect, test } from 'vitest';
import { decodeSender, encodeSender } from './sender-variables';

test.each([
  ['rainbow+err20481@gbc001.mag.example', 'rainbow+err{digits}@*.mag.example', '20481\u001fgbc001'],
  ['news@shop.example', 'news@shop.example', null],
  ['', '', null],
  ['Mika@Shop.Example', '{recipient}', 'Mika@Shop.Example'],
  ['a1234@x.example', 'a{digits}@x.example', '1234'],
  // The domain's case is lost in the template, so the sender is kept whole.
  ['a1234@X.example', 'a{digits}@x.example', '\u001ea1234@X.example'],
  ['x{y@a.example', 'x%7by@a.example', '\u001ex{y@a.example'],
  ['1\u001f2345@a.example', '1\u001f{digits}@a.example', '\u001e1\u001f2345@a.example'],
  ['a\u001fb@c.example', 'a{hex}@c.example', '\u001ea\u001fb@c.example'],
])('%j by %j is kept as %j', (sender, pattern, variables) => {
  expect(encodeSender(sender, pattern)).toBe(variables);
  expect(decodeSender(pattern, variables)).toBe(sender);
});

test('no template, no sender', () => expect(decodeSender(null, null)).toBe(null));

test('whatever the sender and the template, the sender comes back', () => {
  let seed = 7;
  const random = (below: number): number => {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((seed / 2_147_483_648) * below);
  };
  const pieces =
    'err 12345 7 deadbeef99 @ . + = mag.example A {digits} {hex} {recipient} *. * @* \u001e \u001f \u00e9 -'.split(' ');
  const write = (): string => Array.from({ length: random(9) }, () => pieces[random(pieces.length)] ?? '').join('');
  const fill = (pattern: string): string => pattern.replace(/\{\w+\}|(?<=@)\*(?=\.)/g, () => write());
  for (let i = 0; i < 5000; i++) {
    const pattern = write();
    const sender = i % 2 === 0 ? fill(pattern) : write();
    expect(decodeSender(pattern, encodeSender(sender, pattern))).toBe(sender);
  }
});
