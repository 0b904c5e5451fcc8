import type { openLogRoom as source } from '../en/open-log';

export const openLogRoom: Record<keyof typeof source, string> = {
  'open-log.is-directory': '<m>{name}</m> はフォルダーです。中のログファイルを指定してください。',
  'open-log.not-found': 'ファイル <m>{name}</m> はありません。',
  'open-log.not-readable':
    '<m>{name}</m> を読む権限がありません。ログファイルは root や adm グループのものになっていることがよくあります。',
  'open-log.gzip-cut-off':
    'gzip ファイル <m>{name}</m> は途中で終わっています。そこまでの内容は読み込みました。残りはファイルをコピーし直してください。',
  'open-log.gzip-damaged':
    'gzip ファイル <m>{name}</m> は壊れています。壊れた箇所より前の内容は読み込みました。残りはファイルをコピーし直してください。',
};
