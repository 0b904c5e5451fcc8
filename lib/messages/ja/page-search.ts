import type { searchPage as source } from '../en/page-search';

export const searchPage: Record<keyof typeof source, string> = {
  'page.search.title': '検索',
  'page.search.results': '検索結果：',
  'page.search.hint': 'アドレス、ブロック、ハンドル、組織、ドメイン、送信者の型、宛先、アップロードの名前で探せます。',
  'page.search.nothing': 'その名前のものはありません',
  'page.search.in-senders': '送信者アドレスの一部をお探しですか。<a>送信者に <m>{question}</m> を含む拒否</a>',
  'page.search.exact-unseen': '<m>{text}</m> はログに現れていません。',
  'page.search.exact': '<m>{text}</m> からの<a>拒否は{seen, plural, other {#件}}</a>です。',
  'page.search.exact-block':
    '<m>{text}</m> からの拒否は{seen, plural, other {#件}}、接続元は{addresses, plural, other {#アドレス}}です。',
  'page.search.refusals': '拒否{count, plural, other {#件}}',
  'page.search.kind.operators': '事業者',
  'page.search.kind.networks': 'ネットワーク',
  'page.search.kind.addresses': 'アドレス',
  'page.search.kind.organisations': '組織',
  'page.search.kind.contacts': '連絡先',
  'page.search.kind.templates': '送信者の型',
  'page.search.kind.recipients': '宛先',
  'page.search.kind.uploads': 'アップロード',
};
