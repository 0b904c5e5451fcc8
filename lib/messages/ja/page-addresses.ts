import type { addressesPage as source } from '../en/page-addresses';

export const addressesPage: Record<keyof typeof source, string> = {
  'page.addresses.title': 'アドレス',
  'page.addresses.lead':
    '{total, plural, =0 {拒否したアドレスはまだありません。} other {拒否したアドレスは # 個あります。持ち主は登録機関の回答によります。}}',
  'page.addresses.lead-filtered':
    '{events, plural, =0 {条件に合う拒否はありません。} other {条件に合う拒否 # 件の中に、アドレスは{total, plural, =0 {ありません} other { # 個あります}}。}}',
  'page.addresses.address': 'アドレス',
  'page.addresses.who': '組織・ネットワーク',
  'page.addresses.nobody': 'まだ不明',
  'page.address.kicker': 'アドレス',
  'page.address.seen':
    '{events, plural, =1 {{firstAt} に 1 件拒否しました。} other {{firstAt} から {lastAt} までに # 件拒否しました。}}',
  'page.address.unseen': 'ログにこのアドレスからの拒否はありません。',
  'page.address.owner': '<a>{network}</a> の中にあります。',
  'page.address.owner-nobody': '持ち主についての登録機関の回答はまだありません。',
  'page.address.graph': '関係図',
  'page.address.owner-title': '持ち主',
  'page.address.network': 'ネットワーク',
  'page.address.network-name': 'ネットワーク名',
  'page.address.organisation': '組織',
  'page.address.operator': '属するとみられる事業者',
  'page.address.registry': '登録機関',
  'page.address.how': '根拠',
  'page.address.how-answer': '登録機関の回答',
  'page.address.sightings': '拒否のほかに、ログには{list}の記録があります（{days, plural, other {# 日間}}）。',
  'page.address.templates': '使われた送信者の型',
  'page.address.recipients': '宛先',
  'page.address.last': '最近の拒否',
};
