import type { findingsPage as source } from '../en/page-findings';

export const findingsPage: Record<keyof typeof source, string> = {
  'page.findings.title': '所見',
  'page.findings.headline':
    '{waiting, plural, =0 {判断待ちの所見はありません} other {判断待ちの所見が#件あります}}{fresh, plural, =0 {} other {{old, plural, =0 {（すべて新着）} other {（うち新着{fresh, number}件）}}}}',
  'page.findings.newest':
    '最新のログ <a><m>{name}</m></a> は{lines, plural, other {#行}}、{events, plural, =0 {新しい拒否はありませんでした。} other {拒否は#件でした。まだどの事業者にも結び付いていません。}}',
  'page.findings.newest-known':
    '最新のログ <a><m>{name}</m></a> は{lines, plural, other {#行}}、拒否は{events, plural, other {#件}}でした。うち{known, number}件は{operators, plural, other {#つ}}の事業者のネットワークからのものです。',
  'page.findings.newest-reading':
    '最新のログ <a><m>{name}</m></a> を読み込んでいます。ここまでに{lines, plural, other {#行}}、拒否{events, plural, other {#件}}。',
  'page.findings.no-upload': 'ログはまだ読み込まれていません。ここにあるのは登録機関の回答だけから分かったことです。',
  'page.findings.operator':
    'この拒否{events, plural, other {#件}}は、ひとつの事業者 <a>{name}</a> によるものです。根拠{reasons, plural, other {#つ}}、ネットワーク{networks, plural, other {#つ}}。{checked, select, none {受信済みのメール{accepted, plural, other {#通}}への影響は0通です} some {受信済みのメール{accepted, plural, other {#通}}のうち{affected, number}通に影響します} other {受信済みのメールとは照合していません（受信を記録したログがありません）}}。<a>内容を確かめ、確定して、遮断ルールをダウンロードする</a>',
  'page.findings.operator-confirmed':
    'この拒否{events, plural, other {#件}}は、あなたが確定したひとつの事業者 <a>{name}</a> によるものです。根拠{reasons, plural, other {#つ}}、ネットワーク{networks, plural, other {#つ}}。{checked, select, none {受信済みのメール{accepted, plural, other {#通}}への影響は0通です} some {受信済みのメール{accepted, plural, other {#通}}のうち{affected, number}通に影響します} other {受信済みのメールとは照合していません（受信を記録したログがありません）}}。<a>遮断ルールをダウンロードする</a>',
  'page.findings.affected':
    'そこから受信したメールは、{clients, plural, other {#個}}のアドレスから届き、最後は {day}（UTC）です。<a>遮断する前に確かめる</a>',
  'page.findings.working': 'ログを読み込み、分かっていることと照らし合わせています。結果はここに自動で現れます。',
  'page.findings.fresh': '最新のログで新たに分かったこと',
  'page.findings.waiting': '判断待ち',
  'page.findings.judged': '判断済み',
  'page.findings.evidence':
    '{lines, plural, =0 {} other {ログ#行}}{answers, plural, =0 {} other { }}{answers, plural, =0 {} other {登録機関の回答#件}}',
  'page.findings.no-longer': '現在のデータからは導かれません（判断済みのため残しています）',
  'page.findings.with-operator': '事業者 <a>{name}</a> とともに判断',
  'page.findings.reject-alone': 'これだけ退ける',
  'page.findings.shown': '{total, number}件中 {first, number}–{last, number}件',
  'page.findings.empty-title': '拒否したメールの背後にいるのは誰か',
  'page.findings.empty-lead':
    '答えはメールサーバーのログにあります。ここにドロップしてください。拒否の記録を読み取り、アドレスの持ち主を登録機関に尋ね、それが誰で、なぜそう言えるのか、ほかに何を持っているのかを示します。',
  'page.findings.empty-command': 'コマンドラインから、ローテート済みもまとめて',
  'page.findings.empty-sample': 'まず試してみる',
  'page.findings.empty-sample-what':
    '見本の事例は、架空の事業者（会社二つ、ネットワーク七つ）と一日分のログです。ワンクリックで消せます。登録機関への照会は行いません。',
  'page.findings.load-sample': '見本の事例を読み込む',
};
