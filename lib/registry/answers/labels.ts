/** What a bracketed field means, whatever its language and its letter. */
export type FieldKey =
  | 'range'
  | 'netname'
  | 'organization'
  | 'organization-local'
  | 'admin'
  | 'tech'
  | 'abuse'
  | 'allocated'
  | 'updated'
  | 'handle'
  | 'group-handle'
  | 'name'
  | 'name-local'
  | 'email'
  | 'reply'
  | 'division'
  | 'division-local'
  | 'title'
  | 'title-local'
  | 'phone'
  | 'fax'
  | 'reference'
  | 'as-number'
  | 'domain'
  | 'address'
  | 'address-local'
  | 'proxy'
  | 'other';

/**
 * The labels of JPNIC and JPRS, English and Japanese. The letters before them (`a. `) are reused with
 * other meanings per object type, so they are never looked at. Match rule: without case, blanks collapsed.
 * Sources: JPNIC's list of published fields (JPNIC-01281), answers of both services.
 */
const FACTS: ReadonlyArray<readonly [FieldKey, readonly string[]]> = [
  ['range', ['Network Number', 'IPネットワークアドレス']],
  ['netname', ['Network Name', 'ネットワーク名']],
  ['organization', ['Organization', 'Registrant']],
  ['organization-local', ['組織名', '登録者名', 'ネットワークサービス名']],
  ['admin', ['Administrative Contact', '管理者連絡窓口', '登録担当者']],
  ['tech', ['Technical Contact', '技術連絡担当者']],
  ['abuse', ['Abuse']],
  ['allocated', ['Allocated Date', 'Assigned Date', '割当年月日', '割振年月日']],
  ['updated', ['Last Update', 'Last Updated', '最終更新']],
  ['handle', ['JPNIC Handle', 'JPNICハンドル']],
  ['group-handle', ['Group Handle', 'グループハンドル']],
  ['name', ['Last, First', 'Group Name', 'Name']],
  ['name-local', ['氏名', 'グループ名', '名前']],
  ['email', ['E-Mail', 'Email', '電子メイル', '電子メール']],
  ['reply', ['Reply Mail', '通知アドレス']],
  ['division', ['Division']],
  ['division-local', ['部署']],
  ['title', ['Title']],
  ['title-local', ['肩書']],
  ['phone', ['TEL', 'Phone', '電話番号']],
  ['fax', ['FAX', 'FAX番号']],
  ['reference', ['Referred From']],
  ['as-number', ['AS Number', 'AS番号']],
  ['domain', ['Domain Name', 'ドメイン名']],
  ['address', ['Postal Address']],
  ['address-local', ['住所']],
  ['proxy', ['代理公開情報']],
  [
    'other',
    ['Name Server', 'Nameserver', 'ネームサーバ', 'ネームサーバー', 'Host Name', 'ホスト名', 'DS Record', 'DSレコード']
      .concat(['Signing Key', '署名鍵', 'Return Date', '返却年月日', 'Organization Type', '組織種別', 'そしきめい'])
      .concat(['AS Name', 'AS名', 'Web Page', '郵便番号', '登録年月日', '有効期限', '接続年月日', '状態', 'ロック状態'])
      .concat(['Registered Date', 'Connected Date', 'Created on', 'Expires on', 'Status', 'State', 'Lock Status']),
  ],
];

const normalise = (label: string): string => label.trim().replace(/\s+/g, ' ').toLowerCase();

const LABELS: ReadonlyMap<string, FieldKey> = new Map(
  FACTS.flatMap(([key, labels]) => labels.map((label) => [normalise(label), key] as const)),
);

/** What a label means; undefined where we do not know it. */
export function fieldKey(label: string): FieldKey | undefined {
  return LABELS.get(normalise(label));
}

/** The fields an object begins with, and so what it is. */
export const FIRST_FIELDS: ReadonlySet<FieldKey> = new Set(['range', 'handle', 'group-handle', 'as-number', 'domain']);

const escapeLiteral = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/ /g, '\\s+');

/** Source of a pattern for one known label with its brackets and, if any, its letter; group `label` is the label. */
export const KNOWN_LABEL = `(?:(?<!\\S)[a-z]\\.\\s*)?\\[\\s*(?<label>${FACTS.flatMap(([, labels]) => labels)
  .sort((a, b) => b.length - a.length)
  .map(escapeLiteral)
  .join('|')})\\s*\\]`;

/** Source of a pattern for the heads of the two lists, and what they list. */
export const LIST_HEAD = 'Less Specific Info\\.|More Specific Info\\.|上位情報|下位情報';

export function listRelation(head: string): 'less-specific' | 'more-specific' {
  return /^(Less|上位)/.test(head) ? 'less-specific' : 'more-specific';
}

/** Source of a pattern for the words that say "nothing there". */
export const NO_MATCH = 'No match!!|該当するデータがありません。?';

/** The head of the four notice lines JPNIC and JPRS begin with. */
export const NOTICE = /\[\s*(JPNIC|JPRS) database provides/;
