import type { offlineRoom as source } from '../en/offline';

export const offlineRoom: Record<keyof typeof source, string> = {
  'services.offline.too-large': '{name} は1GiBを超えています。ネットワークの一覧としては大きすぎます。',
  'services.offline.too-many': 'すでに{count}個のファイルがあります。先にどれかを削除してください。',
  'services.offline.unreadable': '{name} を読み込めませんでした：{problem}',
  'services.offline.no-networks':
    '{name} にネットワークが見当たりません。MMDB か、「network」列（または「start_ip」と「end_ip」列）と「asn」「organisation」「country」のいずれかの列がある表（CSV、TSV、.gz も可）を指定してください。',
  'services.offline.unknown': 'ID が {id} のデータファイルはありません。',
  'page.settings.offline-title': 'オフラインデータ',
  'page.settings.offline-lead':
    '手元のネットワーク一覧です。MMDB か、AS番号・組織・国の列がある表（CSV、TSV、.gz も可）を使えます。登録機関の回答と並べて、日付を添えて表示します。あくまで参考で、検出や運用者の判断、ブロックリストには一切使いません。',
  'page.settings.offline-file': 'ファイル',
  'page.settings.offline-holds': '内容',
  'page.settings.offline-date': '日付',
  'page.settings.offline-built': 'ファイル内の記載',
  'page.settings.offline-written': 'ファイルの更新日',
  'page.settings.offline-networks': '{count, plural, other {#件のネットワーク}}',
  'page.settings.offline-bad': '読み取れなかった行：{count, plural, other {#行}}',
  'page.settings.offline-add': 'ファイルを選ぶ…',
  'page.settings.offline-unchosen': 'まだ選ばれていません。',
  'page.settings.offline-send': '追加する',
  'page.settings.offline-sending': '読み込んでいます…',
  'page.settings.offline-failed': 'ファイルを追加できませんでした（ステータス {status}）。',
  'page.settings.offline-remove': '削除',
  'page.settings.offline-none': 'まだありません。',
  'offline.title': '手元のファイルによると',
  'offline.note': 'オフラインデータは証拠ではありません。これをもとに判断やブロックをすることはありません。',
  'offline.according': '{file}（{content}）、{date}時点',
};
