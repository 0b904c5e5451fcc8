import type { uploads as source } from '../en/uploads';

export const uploads: Record<keyof typeof source, string> = {
  'page.uploads.pending.reformat': 'ほかのメールサーバーの拒否を外しています',
  'page.uploads.choose-folder': 'フォルダーを選ぶ',
  'page.uploads.folder-failed': 'ドロップされたものを読み取れませんでした。{problem}',
  'page.uploads.send.summary':
    '{total, number}ファイルのうち{read, number}件を読み込みました{left, plural, =0 {} other {。残り#件}}{failed, plural, =0 {} other {。受け取れなかったもの#件}}',
  'page.uploads.send.all': '全{total, number}ファイルを一件ずつ見る',
  'page.uploads.send.clear': '終わったものを片付ける',
  'page.uploads.send.pause': '一時停止',
  'page.uploads.send.resume': '再開',
  'page.uploads.send.cancel': '取り消す',
  'page.uploads.send.again': 'もう一度送る',
  'page.uploads.send.try-now': '今すぐ試す',
  'page.uploads.send.paused': '一時停止中：{name}',
  'page.uploads.send.lost': '接続が切れました：{name}',
  'page.uploads.send.lost-what':
    'Ringleader との接続が切れました。{seconds, number}秒後に自動で再開します。届いた分を送り直すことはありません。',
  'page.uploads.send.going-on': '以前に届いていた {at} の続きから送っています。',
  'page.uploads.send.checking': '送信済み：{name}',
  'page.uploads.send.checking-what': 'すべて届きました。手元の内容と照らし合わせています。',
  'page.uploads.send.read': '読み込みました：',
  'page.uploads.send.result': '{lines, number}行、拒否{events, plural, =0 {なし} other {#件}}。',
  'page.uploads.gone':
    '<m>{name}</m> の届いていた分は、別の画面で破棄されたため残っていません。「もう一度送る」で最初から送れます。',
  'page.uploads.file-changed':
    '<m>{name}</m> は送信中に書き換えられたか、なくなりました。書き込み中のログはローテート後に送るのが確実です。もう一度選んでください。',
  'page.uploads.stopped-title': '途中までしか届いていないファイル：{count, number}件',
  'page.uploads.stopped': '{size} のうち {received} が届いています。同じファイルを選び直すと続きから送れます。',
  'page.uploads.coming': '別の画面から送信中です（{size} のうち {received}）。',
  'page.uploads.discard': '破棄',
  'services.upload.no-room':
    '<m>{name}</m> は {size, number} バイトですが、{folder} の空きは {free, number} バイトです。容量を空けてから、もう一度送ってください。',
  'services.upload.no-room-left':
    '{folder} に空き容量がありません。<m>{name}</m> の届いた分は保存されています。容量を空けてから「もう一度送る」を押すと、続きから送れます。',
  'services.upload.send-again':
    '<m>{name}</m> のうち保存していない分は、このままでは戻せません{some, plural, =0 {} other {（{server} の拒否だけが残っています）}}。このアップロードを削除し、メールサーバーを指定してログを送り直してください。',
  'page.uploads.format-title': 'メールサーバー',
  'page.uploads.format-change-hint':
    'ほかのプログラムの行が拒否と取り違えられているときは、一つのメールサーバーの拒否だけを残せます。外した分を戻すには、ログを送り直す必要があります。',
  'page.uploads.format-all': '見つかったものすべて',
  'page.uploads.format-keep': 'これだけを残す',
  'page.uploads.news-title': 'このログで初めて現れたもの',
  'page.uploads.news-first': '最初のログなので、すべてが新しいものです。',
  'page.uploads.news-none': '以前のログになかったものはありません。',
  'page.uploads.news-more': 'ほか{count, number}件',
  'page.uploads.news.operators': '事業者',
  'page.uploads.news.networks': 'ネットワーク',
  'page.uploads.news.organisations': '組織',
  'page.uploads.news.templates': '送信者の型',
  'page.uploads.news.addresses': 'アドレス',
  'page.uploads.shape-count': '{count, plural, other {#行}}',
  'page.uploads.shape-samples': 'この形の行の例',
  'page.uploads.shape-others': 'このほかに、別の形の行が{count, plural, other {#行}}あります。',
  'page.uploads.shape-lines': '一行ずつ見る',
  'page.uploads.members-title': 'アーカイブ内のファイル：{count, plural, other {#件}}',
  'page.uploads.members-state': '結果',
  'page.uploads.archive-result':
    'アーカイブ内のファイルは {files, number} 件、{events, plural, =0 {新しい拒否はありません} other {拒否は # 件です}}。{known, plural, =0 {} other {さらに # 件は、別のアップロードですでに数えています。}}{waiting, plural, =0 {} other {# 件はこれから読み込みます。}}{bad, plural, =0 {} other {# 件は読み込めなかったか、途中までしか読めませんでした。理由は各行にあります。}}',
  'page.uploads.member.receiving': '受信中',
  'page.uploads.member.waiting': '待機中',
  'page.uploads.member.reading': '読み込み中',
  'page.uploads.member.done': '読み込み済み',
  'page.uploads.member.failed': '途中まで',
  'page.uploads.member.read': '読み込み済み',
  'page.uploads.member.known': '以前に受け取ったもの',
  'page.uploads.member.refused': '読み込まず',
};
