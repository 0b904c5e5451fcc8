import type { servicesRoom as source } from '../en/services';

export const servicesRoom: Record<keyof typeof source, string> = {
  'services.operator.unknown':
    '事業者 <m>{id}</m> は見つかりません。その後に分けられた可能性があります。事業者の一覧をご覧ください。',
  'services.operator.not-split': 'この事業者から切り離されていないか、すでに元に戻されています。',
  'services.operator.cannot-split': '切り離せません。すでにこの事業者に属していないか、ただ一つの構成組織です。',
  'services.finding.unknown':
    '所見 <m>{id}</m> は見つかりません。新しいデータで置き換わった可能性があります。所見の一覧をご覧ください。',
  'services.canary.bad':
    '<m>{recipient}</m> を登録できませんでした。メールアドレスを一つと、200 文字以内のサービス名を入力してください。',
  'services.upload.unknown': 'アップロード <m>{id}</m> は見つかりません。すでに消された可能性があります。',
  'services.upload.unreadable': '<m>{name}</m> を読み取れません。{problem}',
  'services.upload.no-file':
    '<m>{name}</m> はファイルではありません。ログファイルか、標準入力から読むためのハイフンを指定してください。',
  'services.upload.bad-field': 'アップロードの項目 <m>{field}</m> が正しくありません。{problem}',
  'services.upload.disk-full':
    '{folder} に空き容量がありません。読み込んだ分は保存されています。容量を空けると、1 分以内に自動で続きを読み込みます。',
  'services.upload.empty': '<m>{name}</m> は空です。1 バイトも届きませんでした。',
  'services.upload.cut':
    '<m>{name}</m> は {expected, number} バイトのうち {got, number} バイトしか届きませんでした。保存していません。もう一度送ってください。',
  'services.upload.bad-zone':
    '<m>{zone}</m> というタイムゾーンはありません。<m>Asia/Tokyo</m> のような名前か、<m>+09:00</m> のような時差を入力してください。',
  'services.upload.still-reading': '<m>{name}</m> はまだ読み込み中です。終わってから変更してください。',
  'services.follow.absent': '<m>{name}</m> はまだありません。現れしだい読み始めます。',
  'services.follow.lost':
    '<m>{name}</m> は切り替えられましたが、古いファイルもその写しも同じ場所に見当たりません。それまでに読んだものは残っています。新しいファイルは先頭から読みます。',
  'services.sample.still-reading': '見本の事例はまだ読み込み中です。少し待ってから消してください。',
  'services.answers.none':
    '登録機関の回答として読める部分がありませんでした（{parts, number} か所を確認）。<m>a. [IPネットワークアドレス]</m> や <m>inetnum:</m> のような項目名も含めて、回答全体を貼り付けてください。',
  'services.ask.unknown-server': '<m>{server}</m> は登録機関の一覧にないため、照会しませんでした。',
  'services.ask.nobody': '<m>{address}</m> について照会できる登録機関がありません。',
  'services.ask.budget':
    '<m>{server}</m> から一日に得られる個人情報は一つのアドレスにつき {limit, number} 件までで、本日の分を使い切りました。UTC の午前 0 時を過ぎてから照会します。',
  'services.ask.day-budget':
    '<m>{server}</m> への本日の照会が一日の上限 {limit, number} 件に達しました。00:00 UTC に再開します。',
  'services.day-budget.bad':
    '<m>{server}</m> の一日の照会数は {least, number} から {most, number} までの整数で指定してください（入力：<m>{text}</m>）。',
  'services.ask.denied-for-good':
    '<m>{server}</m> はこのアドレスからの利用を恒久的に拒否しています。登録機関への連絡が必要です。',
  'services.ask.referral.none': '<m>{server}</m> は <m>{host}</m> について照会できる登録機関を示しませんでした。',
  'services.ask.referral.not-listed':
    '<m>{server}</m> は <m>{host}</m> を案内していますが、登録機関の一覧にないため照会しませんでした。RINGLEADER_REGISTRIES で追加できます。<m>{server}</m> 自身の回答は保存しました。',
  'services.ask.referral.loop':
    '<m>{server}</m> は照会済みの <m>{host}</m> を案内しているため、ここで止めました。これまでの回答は保存しました。',
  'services.ask.referral.too-many-hops':
    '<m>{server}</m> は <m>{host}</m> を案内していますが、一つの照会で案内をたどる回数の上限を超えるため、ここで止めました。これまでの回答は保存しました。',
  'services.registry.unknown': '<m>{server}</m> は登録機関の一覧にありません。',
  'services.registry.not-failed': '照会 <m>{question}</m> は失敗していないため、やり直す必要はありません。',
  'services.own-networks.bad':
    '{line, number} 行目の <m>{text}</m> はアドレスでもネットワークでもありません。<m>192.0.2.0/24</m> のように、一行に一つずつ書いてください。',
  'services.cache-times.network':
    'ネットワークの有効期間は {least, number} 〜 {most, number} の整数（時間）で指定してください。<m>{text}</m> は使えません。',
  'services.cache-times.handle':
    '担当者と一覧の有効期間は {least, number} 〜 {most, number} の整数（日）で指定してください。<m>{text}</m> は使えません。',
  'services.cache-times.negative':
    '「該当する登録なし」の有効期間は {least, number} 〜 {most, number} の整数（分）で指定してください。<m>{text}</m> は使えません。',
  'services.settings.bad': '設定 <m>{name}</m> の値 <m>{value}</m> は使えません。{problem}',
  'services.settings.registries': '<m>RINGLEADER_REGISTRIES</m> のファイル <m>{file}</m> は使えません。{problem}',
  'services.migrate.newer':
    'このデータフォルダーは、より新しい版で作られています（<m>{name}</m> を含みます）。その版を使うか、別のデータフォルダーを指定してください。',
  'services.migrate.changed':
    'マイグレーション <m>{name}</m> が、このデータベースを作ったときのものと異なります。ファイルを元に戻すか、別のデータフォルダーを指定してください。',
  'services.job.fault':
    '内部の不具合で <m>{key}</m> が止まりました。もう一度試みます。詳しくはサーバーの出力をご覧ください。',
  'services.view.bad-name': '{most} 文字以内の名前を付けてください。',
  'services.view.unknown': 'この表示はもう保存されていません。',
};
