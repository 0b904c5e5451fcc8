import type { graphRoom as source } from '../en/graph';

export const graphRoom: Record<keyof typeof source, string> = {
  'graph.capped': '{total, number} 件中 {shown, number} 件を表示',
  'graph.kind.template': '送信者の型',
  'graph.kind.address': 'アドレス',
  'graph.kind.network': 'ネットワーク',
  'graph.kind.organisation': '組織',
  'graph.kind.contact': '連絡先',
  'graph.kind.phone': '電話番号',
  'graph.relation.sent': '送信元',
  'graph.relation.lies-in': '所属',
  'graph.relation.held-by': '保有者',
  'graph.relation.names': '連絡先',
  'graph.relation.referred': '登録先',
  'graph.relation.has-phone': '電話',
};
