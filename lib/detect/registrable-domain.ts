/**
 * The part of a host name that one registers. A small rule in place of the Public Suffix List: the
 * last two labels, or three where the second level of a country is itself a public suffix.
 * A suffix missing here only makes a template coarser; it never ties anybody by itself.
 */

/** Country → its second-level public suffixes (source: the PSL's ICANN section, mail-bearing ones). */
const SECOND_LEVEL: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  Object.entries({
    ae: 'ac co gov mil net org sch',
    ar: 'com edu gob int net org',
    at: 'ac co gv or',
    au: 'asn com edu gov id net org',
    bd: 'ac com edu gov net org',
    br: 'adm adv blog com eco edu eng gov ind inf jus med net org srv tv',
    cn: 'ac com edu gov net org',
    co: 'com edu gov net nom org',
    cr: 'ac co ed fi go or sa',
    cy: 'ac com gov net org',
    ec: 'com edu fin gob net org',
    eg: 'com edu gov net org',
    es: 'com edu gob nom org',
    fj: 'ac com gov net org',
    gh: 'com edu gov org',
    gr: 'com edu gov net org',
    hk: 'com edu gov idv net org',
    hu: 'co info org',
    id: 'ac biz co desa go mil my net or sch web',
    il: 'ac co gov idf k12 muni net org',
    in: 'ac co edu firm gen gov ind net nic org res',
    ir: 'ac co gov id net org sch',
    jp: 'ac ad co ed go gr lg ne or',
    ke: 'ac co go info me mobi ne or sc',
    kh: 'com edu gov net org per',
    kr: 'ac co es go hs kg mil ms ne or pe re sc',
    lk: 'ac com edu gov net org',
    ma: 'ac co gov net org press',
    mx: 'com edu gob net org',
    my: 'com edu gov mil name net org',
    ng: 'com edu gov mobi name net org sch',
    np: 'com edu gov mil net org',
    nz: 'ac co cri geek gen govt iwi kiwi maori mil net org school',
    pe: 'com edu gob mil net nom org',
    ph: 'com edu gov net ngo org',
    pk: 'com edu gov net org',
    pl: 'biz com edu gov info net org waw',
    pt: 'com edu gov int net nome org publ',
    py: 'com coop edu gov mil net org',
    ro: 'com info nom org store',
    rs: 'ac co edu gov in org',
    sa: 'com edu gov med net org pub sch',
    sg: 'com edu gov net org per',
    th: 'ac co go in mi net or',
    tr: 'av bel biz com dr edu gen gov info k12 name net org pol tel tv web',
    tw: 'club com ebiz edu game gov idv mil net org',
    ua: 'com edu gov in net org',
    uk: 'ac co gov ltd me net nhs org plc police sch',
    uy: 'com edu gub mil net org',
    ve: 'co com edu gob info mil net org web',
    vn: 'ac biz com edu gov health info int name net org pro',
    za: 'ac co edu gov law mil net nom org school web',
  }).map(([country, labels]) => [country, new Set(labels.split(' '))]),
);

/**
 * Where the registrable part of a lower-case host name begins; 0 where the name is no longer than it.
 * @param host without a dot at its end.
 */
export function registrableStart(host: string): number {
  const top = host.lastIndexOf('.');
  if (top <= 0) return 0;
  const second = host.lastIndexOf('.', top - 1);
  if (second <= 0) return second + 1;
  if (host.length - top !== 3) return second + 1;
  const suffixes = SECOND_LEVEL.get(host.slice(top + 1));
  if (!suffixes?.has(host.slice(second + 1, top))) return second + 1;
  return host.lastIndexOf('.', second - 1) + 1;
}

/** `gbc001.mag.example` → `mag.example`; `mail.shop.co.jp` → `shop.co.jp`. Lower case, no dot at the end. */
export function registrableDomain(host: string): string {
  const name = (host.endsWith('.') ? host.slice(0, -1) : host).toLowerCase();
  return name.slice(registrableStart(name));
}
