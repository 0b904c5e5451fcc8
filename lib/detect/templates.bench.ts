import { bench, describe } from 'vitest';
import { senderTemplate } from './templates';

const SENDERS = [
  'rainbow+err20481@gbc001.mag.example',
  'anna.example@shop.example',
  'bounce-123-hanako=mail.hoshi.example@lists.example',
  'm-550e8400-e29b-41d4-a716-446655440000@x.co.jp',
];

describe('senderTemplate', () => {
  bench('four ordinary senders', () => {
    for (const sender of SENDERS) senderTemplate(sender, 'hanako@mail.hoshi.example');
  });
});
