import { registrableDomain } from './registrable-domain';

/**
 * Mail domains in which anybody can have a mailbox, so that sharing one says nothing: freemail, and
 * the mailboxes that large access providers give to their customers. Compiled by hand from the
 * providers' own pages; a domain missing here is still damped by how many organisations share it.
 */
const FREEMAIL: ReadonlySet<string> = new Set(
  `126.com 163.com aim.com aol.com aol.jp arcor.de att.net bellsouth.net bigpond.com biglobe.ne.jp bk.ru bol.com.br
  bluewin.ch btinternet.com centrum.cz comcast.net cox.net daum.net dion.ne.jp disroot.org docomo.ne.jp excite.co.jp
  ezweb.ne.jp fastmail.com foxmail.com free.fr freenet.de gmail.com gmx.at gmx.ch gmx.com gmx.de gmx.net goo.jp
  googlemail.com hanmail.net hey.com hinet.net hotmail.co.jp hotmail.co.uk hotmail.com hotmail.de hotmail.fr hotmail.it
  hush.com icloud.com inbox.lv inbox.ru infoseek.jp jcom.home.ne.jp kakao.com laposte.net libero.it list.ru live.co.uk
  live.com live.fr live.jp live.nl mac.com mail.com mail.ru mailbox.org me.com msn.com nate.com naver.com nifty.com
  nifty.ne.jp o2.pl ocn.ne.jp onet.pl op.pl orange.fr outlook.com outlook.de outlook.es outlook.fr outlook.jp
  plala.or.jp pm.me posteo.de proton.me protonmail.ch protonmail.com qq.com rakuten.jp rediffmail.com rocketmail.com
  sbcglobal.net seznam.cz sfr.fr shaw.ca sina.cn sina.com sky.com so-net.ne.jp sohu.com softbank.jp softbank.ne.jp
  t-online.de telstra.com terra.com.br tutanota.com tuta.com uol.com.br verizon.net vodafone.ne.jp wanadoo.fr web.de
  wp.pl ya.ru yahoo.ca yahoo.co.in yahoo.co.jp yahoo.co.uk yahoo.com yahoo.com.br yahoo.com.tw yahoo.de yahoo.es
  yahoo.fr yahoo.it yahoo.ne.jp yandex.com yandex.ru ybb.ne.jp yeah.net ymail.com ymail.ne.jp ziggo.nl zoho.com`
    .split(/\s+/)
    .filter((domain) => domain !== ''),
);

/** True where anybody can have a mailbox in the domain, or in the domain it belongs to. */
export function isFreemail(domain: string): boolean {
  const host = domain.toLowerCase();
  return FREEMAIL.has(host) || FREEMAIL.has(registrableDomain(host));
}

/** The domain of a mailbox, lower case, without a dot at its end; null where the text is no mailbox. */
export function emailDomain(email: string): string | null {
  const at = email.lastIndexOf('@');
  if (at <= 0) return null;
  const domain = email
    .slice(at + 1)
    .trim()
    .toLowerCase()
    .replace(/\.$/, '');
  return /^[^\s@<>()[\],;:"\\]+\.[^\s@<>()[\],;:"\\]+$/.test(domain) ? domain : null;
}
