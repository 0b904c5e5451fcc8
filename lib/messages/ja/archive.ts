import type { archiveRoom as source } from '../en/archive';

export const archiveRoom: Record<keyof typeof source, string> = {
  'archive.cut-off':
    'アーカイブ <m>{name}</m> は途中で終わっています。そこまでの内容は読み込みました。残りはファイルをコピーし直してください。',
  'archive.damaged':
    'アーカイブ <m>{name}</m> は壊れています。壊れた箇所より前の内容は読み込みました。残りはファイルをコピーし直してください。',
  'archive.bad-directory':
    'アーカイブ <m>{name}</m> のファイル一覧が読めません。壊れているか、途中で終わっています。ファイルをコピーし直してください。',
  'archive.all-encrypted': 'アーカイブ <m>{name}</m> は暗号化されています。展開したログを指定してください。',
  'archive.nothing': 'アーカイブ <m>{name}</m> に読めるログはありません。',
  'archive.too-many':
    'アーカイブに {limit, number} 個を超えるファイルがあります。<m>{member}</m> 以降は読んでいません。いくつかのアーカイブに分けてください。',
  'archive.total':
    'アーカイブの中身が合わせて {mib, number} MiB を超えます。<m>{member}</m> 以降は読んでいません。上限は RINGLEADER_MAX_ARCHIVE_MIB で変えられます。',
  'archive.member-too-long':
    '<m>{member}</m> は {mib, number} MiB を超えるため読んでいません。上限は RINGLEADER_MAX_LOG_MIB で変えられます。',
  'archive.ratio':
    '<m>{member}</m> は展開すると元の {ratio, number} 倍を超えます。ログではあり得ない大きさなので読んでいません。',
  'archive.name-too-long': '<m>{member}</m> は名前が {limit, number} 文字を超えるため読んでいません。',
  'archive.nested':
    '<m>{member}</m> はアーカイブの中のアーカイブなので読んでいません。取り出して、単独で指定してください。',
  'archive.special': '<m>{member}</m> は通常のファイルではなく、リンクやデバイスなどです。読んでいません。',
  'archive.sparse':
    '<m>{member}</m> は空き部分を省いたスパース形式で収められているため読んでいません。単独で指定してください。',
  'archive.attributes': '<m>{member}</m> は macOS がファイルの属性を記録したもので、ログではありません。',
  'archive.empty': '<m>{member}</m> は空です。',
  'archive.encrypted': '<m>{member}</m> は暗号化されているため読んでいません。展開したログを指定してください。',
  'archive.method':
    '<m>{member}</m> はここでは読めない方式（番号 {method}）で圧縮されています。展開したログを指定してください。',
  'archive.overlap':
    '<m>{member}</m> はアーカイブ内で別のファイルと同じ場所を使っています。通常の圧縮ツールでは起こらないため読んでいません。',
  'archive.member-damaged': 'アーカイブ内の <m>{member}</m> は壊れています。壊れた箇所より前の内容は読み込みました。',
};
