import type { groupLists as source } from '../en/group-lists';

export const groupLists: Record<keyof typeof source, string> = {
  'list.refusals': '拒否',
  'list.first': '初出',
  'list.last': '最終',
  'list.spark': '推移',
  'list.sort': '並べ順',
  'list.sort.events': '拒否の多い順',
  'list.sort.last': '最終が新しい順',
  'list.sort.first': '初出が新しい順',
  'list.shown': '{total, number} 件中 {from, number}～{to, number} 件目',
  'list.none': '条件に合うものはありません',
  'list.none-hint': '条件をひとつ外すか、期間を変えるか、すべてを表示してください。',
  'list.show-all': 'すべてを表示',
  'list.none-filtered': 'この条件に合うものはありません。',
  'list.reading':
    '起動後、拒否 {total, number} 件のうち {searched, number} 件を読み込みました。すべて読み終わるまで件数は増えていきます。',
  'list.under-filter': 'この条件に合う拒否は{events, plural, =0 {ありません} other { # 件です}}。',
  'list.refusals-of': '件の拒否',
  'list.all-refusals': 'すべての拒否記録',
  'nav.addresses': 'アドレス',
  'nav.templates': '送信者の型',
};
