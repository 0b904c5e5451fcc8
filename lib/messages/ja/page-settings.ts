import type { settingsPage as source } from '../en/page-settings';

export const settingsPage: Record<keyof typeof source, string> = {
  'page.settings.title': '設定',
  'page.settings.lead': '遮断してはならない自分のネットワークと、この Ringleader の動作環境。',
  'page.settings.own-title': '自分のネットワーク',
  'page.settings.own': '決して遮断しないもの',
  'page.settings.own-hint':
    '一行にひとつ、アドレスかブロックか範囲を書きます。# 以降は注釈です。遮断リストがここに触れる場合は、理由を示してその項目を拒みます。',
  'page.settings.own-save': '保存',
  'page.settings.own-saved':
    '{count, plural, =0 {自分のネットワークは登録されていません。} other {ネットワークを#件保存しました。}}',
  'page.settings.cache-title': '登録機関の回答の有効期間',
  'page.settings.cache-lead':
    '有効な回答がある照会は、誰が求めても繰り返しません。長くすれば登録機関の負担が減り、短くすれば変更に早く気づけます。',
  'page.settings.cache.network': 'ネットワークとその広告元（時間）',
  'page.settings.cache.handle': '担当者、組織とその一覧（日）',
  'page.settings.cache.negative': '「該当する登録なし」（分）',
  'page.settings.cache-hint.network': '{least, number} 〜 {most, number} 時間。既定は {usual, number} 時間です。',
  'page.settings.cache-hint.handle': '{least, number} 〜 {most, number} 日。既定は {usual, number} 日です。',
  'page.settings.cache-hint.negative': '{least, number} 〜 {most, number} 分。既定は {usual, number} 分です。',
  'page.settings.cache-save': '有効期間を保存',
  'page.settings.cache-saved': '保存しました。すでにある回答にもこの期間が適用されます。',
  'page.settings.budget-title': '一日の照会数',
  'page.settings.budget-lead':
    'この件数に達したサーバーへの照会は 00:00 UTC に再開し、待っている照会の順番は変わりません。公表された数があるのは、RIPE の個人情報（一日 1,000 件。常に守ります）と、RIPEstat の 1,000 件（超える場合は連絡を求めています）だけで、ほかはこちらで控えめに決めた数です。1 〜 {most, number} の整数で指定し、空欄にすると既定の数に戻ります。',
  'page.settings.budget-usual': '既定は {usual, number} 件',
  'page.settings.budget-save': '件数を保存',
  'page.settings.budget-saved': '保存しました。件数の上限で待っていた登録機関は、残りがあれば再開します。',
  'page.settings.sample-title': '見本の事例',
  'page.settings.sample-loaded':
    '見本の事例が入っています。すべて架空で、見本の印が付いています。消すと、見本が持ち込んだものだけが消えます。',
  'page.settings.sample-absent':
    '架空の事業者（会社二つ、ネットワーク七つ）と一日分のログで、すべてのページの様子を見られます。登録機関への照会は行いません。',
  'page.settings.environment': '起動時に環境変数から読んだ設定',
  'page.settings.setting': '設定',
  'page.settings.value': '値',
  'page.settings.meaning': '説明',
  'page.settings.not-set': '未設定',
  'page.settings.default': '（既定値）',
  'page.settings.env.RINGLEADER_DATA': 'データベースとアップロードのフォルダー。これを複製すればすべてを控えられます。',
  'page.settings.env.HOST': 'ページを公開する場所。この版はこのマシンの中でだけ待ち受けます。',
  'page.settings.env.PORT': 'ページのポート番号。',
  'page.settings.env.RINGLEADER_REGISTRIES': '登録機関一覧の行を書き換える JSON ファイル。',
  'page.settings.overridden': 'RINGLEADER_REGISTRIES で変更した登録機関',
  'page.settings.host': '登録機関',
  'page.settings.reached-at': '接続先',
  'page.settings.interval': '照会の間隔',
  'page.settings.restart': '変更するには Ringleader を止め、環境変数を設定してから起動し直してください。',
};
