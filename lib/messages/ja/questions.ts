import type { questionsPart as source } from '../en/questions';

export const questionsPart: Record<keyof typeof source, string> = {
  'page.question.title': '登録機関へのさらなる照会',
  'page.question.pivot': 'この担当者を記載したすべてのネットワーク',
  'page.question.pivot-maintainer': 'この管理者が維持するすべてのネットワーク',
  'page.question.pivot-name': 'この登録機関で担当者の氏名が <m>{subject}</m> であるすべてのネットワーク',
  'page.question.pivot-email': 'この登録機関で担当者のメールアドレスが <m>{subject}</m> であるすべてのネットワーク',
  'page.question.pivot-organisation': 'この組織のすべてのネットワーク',
  'page.question.pivot-asn': 'この登録機関に <m>AS{subject}</m> の経路として登録されたほかのネットワーク',
  'page.question.announced': '直近二週間に <m>AS{subject}</m> の広告が観測されたすべてのブロック',
  'page.question.routes': '各地の経路登録に <m>AS{subject}</m> の経路として載るすべてのブロック',
  'page.question.contact': 'この担当者が誰か',
  'page.question.network': 'このネットワークの現在の登録内容',
  'page.question.inside': 'この内側にあるネットワーク',
  'page.question.around': 'これを含むネットワーク',
  'page.question.origin': 'インターネットでこれを広告する AS',
  'page.question.ask': '照会する',
  'page.question.again': 'もう一度照会する',
  'page.question.queue': '照会待ちの一覧へ',
  'page.question.given.networks':
    '{answeredAt} の回答：{networks, plural, =0 {ネットワークはありません} other {ネットワーク # 件}}{networks, plural, =0 {} other {{fresh, plural, =0 {（新しいものはなし）} other {（うち新しいもの # 件）}}}}。',
  'page.question.given.listless':
    '{answeredAt} の回答にはネットワークの一覧がありませんでした。ネットワークの数とは関係ありません。',
  'page.question.given.limited':
    '{answeredAt} の回答：{networks, number} 件（うち新しいもの{fresh, plural, =0 {なし} other { # 件}}）。登録機関の上限に達しており、ほかにもあります。もう一度照会しても増えません。',
  'page.question.given.entry': '{answeredAt} に回答がありました。',
  'page.question.given.announced':
    '{answeredAt} の回答：{networks, plural, =0 {ブロックはありません} other {ブロック # 件}}。',
  'page.question.given.empty': '{answeredAt} の回答：該当する登録はありません。',
  'page.question.given.unsupported':
    '{answeredAt} に照会しましたが、この登録機関はこの照会に答えません。ネットワークの数とは関係ありません。',
  'page.question.holds': 'この回答は {holdsAt} まで有効で、それまでは照会しません。',
  'page.question.state.open': 'まだ照会していません。',
  'page.question.state.waiting': '<m>{server}</m> の順番待ちです（{place, number} 番目）。',
  'page.question.state.running': '<m>{server}</m> に照会しているところです。',
  'page.question.state.failed': '断念しました。',
  'page.question.state.sample': '見本の事例のものです。登録機関への照会は行いません。',
  'page.question.state.not-offered': 'この登録機関はこの照会を受け付けていません。ネットワークの数とは関係ありません。',
  'page.question.state.switched-off':
    'この登録機関へのこの照会は RINGLEADER_REGISTRIES で止めてあるため、照会していません。',
  'page.question.state.refused-key': '照会に使えるハンドルが登録にないため、照会していません。',
  'page.question.personal':
    'この照会は登録機関の数に入ります。個人情報は一日 {limit, number} 件までで、本日の残りは {left, number} 件です。求められたときだけ照会します。',
  'services.question.unknown': '<m>{subject}</m> についてそのような照会はありません。',
  'services.question.sample': '<m>{subject}</m> は見本の事例のものです。登録機関への照会は行いません。',
  'services.question.waits': 'この照会はすでに <m>{server}</m> の順番を待っています。',
  'services.question.holds': '{answeredAt} に回答があり、まだ有効です。',
  'services.question.not-offered': 'この照会に答えるサーバーは登録機関の一覧にありません（{registry}）。',
  'services.question.switched-off': 'この登録機関（{registry}）へのこの照会は止めてあります。',
  'services.question.refused-key': '登録機関（{registry}）に照会できるハンドルがありません。',
  'services.contact.unknown': '担当者 {id} はありません。',
  'services.organisation.unknown': '組織 {id} はありません。',
  'services.asn.unknown': 'AS{id} についての回答はまだありません。',
  'services.network.unknown': 'ネットワーク {id} はありません。',
};
