import type { blockListsPage as source } from '../en/page-block-lists';

export const blockListsPage: Record<keyof typeof source, string> = {
  'page.block-lists.title': '遮断リスト',
  'page.block-lists.lead': '認定された事業者のネットワークそのものです。遮断してはならないものは除いてあります。',
  'page.block-lists.shown': '{total, plural, other {# 件}}中 {shown, number} 件',
  'page.block-lists.empty.title': '遮断リストはまだありません',
  'page.block-lists.empty.body':
    '事業者を認め、そのページで「遮断リスト …」を選んでください。コマンドラインでは、事業者を指定することが確認になります。',
  'page.block-lists.empty.operators': '事業者へ',
  'page.block-lists.column.made': '作成',
  'page.block-lists.column.prefixes': 'プレフィックス',
  'page.block-lists.column.addresses': 'IPv4 アドレス',
  'page.block-lists.column.refused': '除外',
  'page.block-lists.format': '形式',
  'page.block-lists.format.nft': 'nftables ファイル',
  'page.block-lists.format.iptables': 'iptables コマンド',
  'page.block-lists.format.sysconfig': '/etc/sysconfig/iptables の行',
  'page.block-lists.format.iptables-restore': 'iptables-restore ファイル',
  'page.block-lists.place': '位置',
  'page.block-lists.action': '応答',
  'page.block-lists.ports': 'ポート',
  'page.block-lists.option.append': '後ろに追加(-A)',
  'page.block-lists.option.insert': '先頭に挿入(-I)',
  'page.block-lists.option.reject': '断る(REJECT)',
  'page.block-lists.option.drop': '応答しない(DROP)',
  'page.block-lists.option.all': 'すべて',
  'page.block-lists.option.mail': 'メール: 25, 465, 587',
  'page.block-lists.show': '表示',
  'page.block-lists.about.nft':
    '既存の規則とは別の独立したテーブルです。読み込み直すと前のものと入れ替わります。通常のフィルターより先に働くので、位置は選べません。',
  'page.block-lists.about.iptables':
    'ネットワークごとに一つのコマンドです。実行するたびに規則が追加され、再起動すると消えます。',
  'page.block-lists.about.sysconfig':
    'Red Hat 系が起動時に読むファイルに書き足す行です。単独のファイルではありません。これだけを読み込むと、ほかの規則が失われます。',
  'page.block-lists.about.iptables-restore':
    '既存の規則とは別の独立したチェーンです。-n で読み込むので、ほかには触れません。読み込み直すと前のものと入れ替わり、再起動すると消えます。',
  'page.block-lists.step.check': '確かめる。',
  'page.block-lists.step.load': '読み込む。',
  'page.block-lists.step.take-back': '元に戻す。',
  'page.block-lists.check.does': 'ファイルを読むだけで、何も変更しません。',
  'page.block-lists.load.nft': 'root で実行します。何度でも構いません。',
  'page.block-lists.load.iptables': 'root で一度だけ実行します。失敗した時点で止まります。',
  'page.block-lists.load.sysconfig':
    '*filter の部分の COMMIT より上に行を入れ(-A の場合は末尾の REJECT の行より上に。そうしないと働きません)、root で次を実行します。',
  'page.block-lists.load.iptables-restore': 'root で実行します。-n により、ほかの規則は残ります。',
  'page.block-lists.take-back.nft': 'このテーブルだけを削除します。',
  'page.block-lists.take-back.iptables': '同じ規則を一つずつ削除します。',
  'page.block-lists.take-back.sysconfig': '入れた行を取り除き、root で次を実行します。',
  'page.block-lists.take-back.iptables-restore': '分岐とチェーンを削除します。',
  'page.block-list.kicker': '遮断リスト · {made} 作成',
  'page.block-list.title': '{name} の遮断リスト',
  'page.block-list.lead':
    '<a>{name}</a> のプレフィックス{prefixes, plural, =0 {はありません} other { # 個}}、IPv4 アドレス{addresses, plural, other { # 個}}{six, plural, =0 {} other {、IPv6 ブロック # 個}}。除外は{refused, plural, =0 {ありません} other { # 個です}}。',
  'page.block-list.accepted':
    '作成した時点で{checked, select, none {、受信済みのメール {accepted, plural, other {# 通}}のうち、ここから届いたものはありませんでした。} some {、受信済みのメール {accepted, plural, other {# 通}}のうち {affected, number} 通がここから届いていました。} other {は、受信を記録したログがなく、受信済みのメールと照合できませんでした。}}',
  'page.block-list.accepted.now':
    '現在までに、これらのネットワークから {affected, plural, other {# 通}}を受信しています。',
  'page.block-list.download': 'ダウンロード',
  'page.block-list.rejected': 'この事業者はその後、却下されました。このリストは読み込まないでください。',
  'page.block-list.unconfirmed':
    'この事業者は認定されていません。コマンドラインで作られたリストか、判断が取り消されたものです。',
  'page.block-list.rules': '規則',
  'page.block-list.use': 'ファイルの使い方',
  'page.block-list.in': 'リストの内容',
  'page.block-list.refused': '除外したものと理由',
  'page.block-list.refused.none':
    'ありません。ご自身のネットワーク、このマシン、ネームサーバー、予約済みの範囲に重なるものはありません。',
  'page.block-list.notices': '知っておくとよいこと',
  'services.block-list.unconfirmed':
    '{name} は認定されていません。先に事業者を認めてください。人が認めていないものは遮断しません。',
  'services.block-list.rejected': '{name} は却下されています。先に判断を元に戻してください。',
  'services.block-list.no-networks': '{name} のネットワークは分かっていません。',
  'services.block-list.unknown': '遮断リスト {id} はありません。',
};
