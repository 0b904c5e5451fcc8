import type { openLogRoom as source } from '../en/open-log';

export const openLogRoom: Record<keyof typeof source, string> = {
  'open-log.is-directory': '<m>{name}</m> はフォルダーです。中のログファイルを指定してください。',
  'open-log.not-found': 'ファイル <m>{name}</m> はありません。',
  'open-log.not-readable':
    '<m>{name}</m> を読む権限がありません。ログファイルは root や adm グループのものになっていることがよくあります。',
  'open-log.cut-off':
    '{format} ファイル <m>{name}</m> は途中で終わっています。そこまでの内容は読み込みました。残りはファイルをコピーし直してください。',
  'open-log.damaged':
    '{format} ファイル <m>{name}</m> は壊れています。壊れた箇所より前の内容は読み込みました。残りはファイルをコピーし直してください。',
  'open-log.window':
    '<m>{name}</m> は、展開に {mib, number} MiB を超えるメモリーが要る設定の {format} で圧縮されています。これが上限です。展開してから、またはより小さい設定で圧縮し直して指定してください。',
  'open-log.unsupported':
    '<m>{name}</m> は、ここでは読めない種類の {format} で圧縮されています。展開したログを指定してください。',
  'open-log.ratio':
    '<m>{name}</m> は展開すると元の {ratio, number} 倍を超えます。ログではあり得ない大きさなので、そこまでの内容だけを読み込み、残りは読みませんでした。',
  'open-log.too-long':
    '<m>{name}</m> は展開すると {mib, number} MiB を超えます。そこまでの内容だけを読み込み、残りは読みませんでした。上限は RINGLEADER_MAX_LOG_MIB で変えられます。',
  'open-log.archive':
    '<m>{name}</m> は複数のファイルを収めたアーカイブです。中のログは <m>ringleader ingest</m> かアップロードのページで読み込めます。アーカイブの中のアーカイブは読みません。',
  'open-log.packed-twice': '<m>{name}</m> は二重に圧縮されています。一度展開したものを指定してください。',
};
