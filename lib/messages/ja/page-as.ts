import type { asPage as source } from '../en/page-as';

export const asPage: Record<keyof typeof source, string> = {
  'page.as.kicker': '自律システム（AS）',
  'page.as.lead':
    '{named, select, yes {<b>{name}</b>。} other {}}一つの事業者が運用する、番号で区別されたインターネットの一部分です。{blocks, plural, =0 {ブロックについての回答はまだありません。} other {回答に挙がったブロックは # 件で、{rest, plural, =0 {すべて広告が観測されています} other {{seen, number} 件は広告が観測され、{rest, number} 件は登録のみです}}。}}{blocks, plural, =0 {} other {{unknown, plural, =0 {すべて照会済みのネットワークに含まれるか、それを含みます。} other {# 件はまだ調べていません。}}}}',
  'page.as.no-evidence':
    'この一覧は証拠ではありません。経路の広告は通信を運んでいるというだけで、その先の顧客はさまざまです。登録されたネットワークを調べるまでは、誰かに不利な材料とはせず、ブロックリストにも入れません。',
  'page.as.blocks': 'ブロック',
  'page.as.column.block': 'ブロック',
  'page.as.column.network': '手元のネットワーク',
  'page.as.column.refusals': '内側からの拒否',
  'page.as.not-looked-up': 'まだ調べていません',
  'page.as.inside': '内側にネットワーク {count, number} 件',
  'page.as.seen': '広告を観測、<m>{server}</m> による',
  'page.as.registered': '<m>{server}</m> に登録',
  'page.as.asked.waiting': '<m>{server}</m> の順番待ち',
  'page.as.asked.failed': '<m>{server}</m> への照会は断念しました',
  'page.as.look-up': '調べる',
  'page.as.shown': 'ブロック {total, number} 件中 {shown, number} 件',
};
