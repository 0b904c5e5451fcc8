import type { sightingsRoom as source } from '../en/sightings';

export const sightingsRoom: Record<keyof typeof source, string> = {
  'sightings.also': 'ほかに{kinds}（{days, plural, other {# 日間}}）',
  'sightings.kind.accepted': '受信 {count, plural, other {# 通}}',
  'sightings.kind.auth-failure': 'ログイン失敗 {count, plural, other {# 回}}',
  'sightings.kind.rate-limit': '制限超過 {count, plural, other {# 回}}',
  'sightings.kind.greylisted': 'グレイリストによる保留 {count, plural, other {# 回}}',
  'sightings.kind.pregreet': '応答を待たない送信 {count, plural, other {# 回}}',
  'sightings.kind.dnsbl-listed': 'ブロックリスト該当 {count, plural, other {# 回}}',
  'sightings.kind.protocol-error': 'プロトコル違反 {count, plural, other {# 回}}',
};
