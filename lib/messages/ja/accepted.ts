import type { acceptedRoom as source } from '../en/accepted';

export const acceptedRoom: Record<keyof typeof source, string> = {
  'accepted.title': '受信済みのメール',
  'accepted.column.network': 'ネットワーク',
  'accepted.column.messages': 'メール',
  'accepted.column.recipients': '宛先',
  'accepted.column.last': '最終日（UTC）',
  'accepted.shown': '{total, plural, other {# 個}}のアドレスのうち {shown, number} 個',
  'accepted.warning':
    'このネットワークからのメールを {affected, plural, other {# 通}}受信しています（アドレス {clients, plural, other {# 個}}、最後の日は UTC で {day}）。遮断すると、こうしたメールも届かなくなります。<a>アドレスを確かめ</a>、この事業者のものでなければ切り離してください。',
};
