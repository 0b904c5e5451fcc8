import type { ingestRoom as source } from '../en/ingest';

export const ingestRoom: Record<keyof typeof source, string> = {
  'services.ingest.bad-token':
    'ヘッダー <m>Authorization: Bearer …</m> にトークンが必要です。設定ページで作った、取り消されていないものを入れてください。',
  'services.ingest.bad-encoding': '<m>{encoding}</m> という符号化は扱えません。そのままか gzip で送ってください。',
  'services.ingest.too-large':
    '一度に送れるのは、送信時も展開後も {mib, number} MiB までです。この分は何も保存していません。小さく分けて送ってください。',
  'services.ingest.too-fast': '一度に届く量が多すぎます。Retry-After の秒数を置いてから、もう一度送ってください。',
  'services.ingest.damaged': 'gzip が壊れているか、途中で切れています。何も保存していません。もう一度送ってください。',
  'services.ingest.bad-key': 'Idempotency-Key は、空白を含まない印字可能な ASCII 文字 1〜255 字です。',
  'services.ingest.other-body':
    'この Idempotency-Key では、以前に別の内容が届いています。この分は何も保存していません。送るたびに別の鍵を付けてください。',
  'services.ingest.nothing':
    '{ignored, plural, =0 {中身が空です。} other {記録が#件届きましたが、本文のあるものがありません。}}行は message、MESSAGE、msg、log、line のいずれかの項目から読み取ります。',
  'services.ingest.day-full':
    'このトークンで一日に受け取れる量に達しました。協定世界時の午前 0 時を過ぎると再開します。',
  'services.ingest.disk-full': 'ディスクに空きがありません。この分は何も保存していません。後でもう一度送ってください。',
  'services.ingest.bad-name': 'トークンには 100 文字以内の名前が必要です。メールサーバーの名前などを付けてください。',
  'services.ingest.unknown-token': 'そのトークンはないか、すでに取り消されています。',
  'page.settings.token.title': 'ログ転送ツールからの受信',
  'page.settings.token.about':
    'Vector、Fluent Bit、rsyslog などは、行が書かれるたびにここへ送れます。送り手ごとにトークンが必要で、一日分（協定世界時）がひとつのアップロードになります。このマシンの中なら <m>ringleader follow FILE</m> で足り、トークンは要りません。',
  'page.settings.token.name': '名前',
  'page.settings.token.name-hint': 'メールサーバーの名前など。アップロードはこの名前と日付で呼ばれます。',
  'page.settings.token.zone': '時間帯のない日時の時間帯',
  'page.settings.token.make': 'トークンを作る',
  'page.settings.token.once':
    'トークンが表示されるのはこの一度だけで、保存されるのはハッシュだけです。トークンか設定を今のうちに写してください。',
  'page.settings.token.copy-token': 'トークンを写す',
  'page.settings.token.copy-settings': '{name} の設定を写す',
  'page.settings.token.list': 'トークン',
  'page.settings.token.lines': '受け取った行数',
  'page.settings.token.made': '作成',
  'page.settings.token.last': '最後の受信',
  'page.settings.token.never': 'まだありません',
  'page.settings.token.revoke': '取り消す',
  'page.settings.token.revoked': '取り消し済み',
  'live.new': '新しい拒否が{events, plural, other {#件}}あります。',
};
