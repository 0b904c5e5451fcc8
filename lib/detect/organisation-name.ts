/** Legal forms that stand before or behind a Japanese name without a blank. */
const JAPANESE_FORMS = [
  '株式会社',
  '(株)',
  '有限会社',
  '(有)',
  '合同会社',
  '(同)',
  '合資会社',
  '合名会社',
  '一般社団法人',
  '一般財団法人',
  '公益社団法人',
  '公益財団法人',
  '特定非営利活動法人',
  '独立行政法人',
  '学校法人',
];

/** Legal forms as words of their own, without dots. Source: the forms seen in RIR records. */
const FORM_WORDS: ReadonlySet<string> = new Set(
  `ab ag aktiengesellschaft as asa bhd bv bvba co company corp corporation cv doo dba eirl eood fze gk gmbh godokaisha
  goudoukaisha inc incorporated jsc kabushiki kabushikigaisha kabushikikaisha kaisha kft kg kk limited llc llp lp ltd
  ltda nv ohg oo ood ooo oy oyj pjsc plc private pt pte pty pvt sa sarl sas sdn se sia sl sp spa spzoo sro srl uab ug
  yk yugen the`.split(/\s+/),
);

/**
 * A name to keep an organisation by where its registry gives no handle: how it is spelled does not
 * matter, the legal form does. Example K.K. and Example LLC are two, until evidence joins them.
 */
export function organisationKey(name: string): string {
  return name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/**
 * A name to compare by: NFKC, lower case, legal forms stripped from both ends, letters and digits
 * only, single blanks. A name that is nothing but legal forms stays itself.
 */
export function normaliseOrganisationName(name: string): string {
  let text = name.normalize('NFKC').slice(0, 200).toLowerCase().trim();
  for (const form of JAPANESE_FORMS) {
    if (text.startsWith(form)) text = text.slice(form.length);
    if (text.endsWith(form)) text = text.slice(0, -form.length);
  }
  const words = text
    .replace(/[.'’]/g, '')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
  let first = 0;
  let last = words.length;
  while (last - first > 1 && FORM_WORDS.has(words[last - 1] ?? '')) last--;
  while (last - first > 1 && FORM_WORDS.has(words[first] ?? '')) first++;
  return words.slice(first, last).join(' ');
}

/**
 * How alike two normalised names are: Dice's coefficient over pairs of letters, 0 to 1. Names under
 * five letters must be equal, since short names are alike by chance.
 */
export function compareNames(a: string, b: string): number {
  const left = a.replaceAll(' ', '');
  const right = b.replaceAll(' ', '');
  if (left === '' || right === '') return 0;
  if (left === right) return 1;
  if (left.length < 5 || right.length < 5) return 0;
  const counts = new Map<string, number>();
  for (let i = 0; i + 1 < left.length; i++) {
    const pair = left.slice(i, i + 2);
    counts.set(pair, (counts.get(pair) ?? 0) + 1);
  }
  let common = 0;
  for (let i = 0; i + 1 < right.length; i++) {
    const pair = right.slice(i, i + 2);
    const rest = counts.get(pair) ?? 0;
    if (rest === 0) continue;
    counts.set(pair, rest - 1);
    common++;
  }
  return (2 * common) / (left.length + right.length - 2);
}
