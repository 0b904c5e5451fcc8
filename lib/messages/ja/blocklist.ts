import type { blocklistRoom as source } from '../en/blocklist';

export const blocklistRoom: Record<keyof typeof source, string> = {
  'blocklist.guard.everything': '<m>{range}</m> はアドレス空間の全体です',
  'blocklist.guard.any': '「このネットワーク」を表す <m>{range}</m> に重なります',
  'blocklist.guard.private': 'プライベートアドレスの範囲 <m>{range}</m> に重なります',
  'blocklist.guard.loopback': 'ループバックの範囲 <m>{range}</m> に重なります',
  'blocklist.guard.link-local': 'リンクローカルの範囲 <m>{range}</m> に重なります',
  'blocklist.guard.multicast': 'マルチキャストの範囲 <m>{range}</m> に重なります',
  'blocklist.guard.reserved': '予約済みの範囲 <m>{range}</m> に重なります',
  'blocklist.guard.own-network': 'ご自身のネットワーク <m>{range}</m> に重なります',
  'blocklist.guard.client': '現在の接続元 <m>{range}</m> に重なります',
  'blocklist.guard.local': 'このマシンのアドレス <m>{range}</m> に重なります',
  'blocklist.guard.resolver': 'お使いのネームサーバー <m>{range}</m> に重なります',
  'blocklist.guard.mx-peer': 'メールをやり取りしているサーバー <m>{range}</m> に重なります',
  'blocklist.guard.unreadable': '<m>{text}</m> はアドレスでもネットワークでもないため、保護の対象にできません',
  'blocklist.notice.documentation':
    '{count, plural, =1 {<m>{prefix}</m>} other {<m>{prefix}</m> など {count, number} 個}} は、文書用の範囲 <m>{range}</m> に含まれます。インターネットでは使われません。',
  'blocklist.notice.benchmark':
    '{count, plural, =1 {<m>{prefix}</m>} other {<m>{prefix}</m> など {count, number} 個}} は、性能測定用の範囲 <m>{range}</m> に含まれます。インターネットでは使われません。',
  'blocklist.notice.accepted-unchecked': '受信済みのメールとは照合していません。受信を記録したログがないためです。',
  'blocklist.notice.accepted-none':
    '受信済みのメール {accepted, plural, other {# 通}}のうち、これらのネットワークから届いたものはありません。',
  'blocklist.notice.accepted':
    '<m>{prefix}</m> からのメールを受信しています。受信済みのメール {accepted, plural, other {# 通}}のうち {affected, number} 通で、アドレスは {clients, plural, other {# 個}}、最後は {day}（UTC）です。このリストを使うと、こうしたメールも届かなくなります。',
  'blocklist.notice.wide': '<m>{prefix}</m> は非常に広い範囲です。読み込む前にもう一度確認してください',
};
