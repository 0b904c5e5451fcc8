import { judgeText } from './answers/status';

/** The first line of an object or of an ARIN block. */
const OBJECT =
  /^(?:inetnum|inet6num|organisation|role|person|nic-hdl|irt|mntner|route6?|aut-num|nic-hdl-br|refer|whois|source):\s/;
const BLOCK =
  /^(?:NetRange|OrgName|Org(?:Tech|Abuse|Admin|NOC|Routing|DNS)Handle|CustName|POCHandle|ReferralServer|Name):\s/;
/** What KRNIC's paragraphs begin with. */
const KRNIC =
  /^(?:query : |\[ [^[\]\n]{1,60} \]$|IPv[46](?:주소| Address)[ \t]*:|이름[ \t]*:|Name[ \t]+:|조회하신 |KRNIC is not an ISP|More specific assignment|-{20,}|- KISA\/KRNIC)/m;
/** TWNIC's, the rows of Team Cymru, and IRRd's framed data. */
const OTHER =
  /^(?:[ \t]*(?:Chinese Name|Organization Name|Netname|Netblock|(?:Administrator|Technical|Abuse) contact)[ \t]*:|Bulk mode; whois\.cymru\.com|(?:NA|\d{1,10})[ \d]*\||A\d{1,9}\n[0-9A-Fa-f])/;
/** The line that a registry's answer begins with. */
const BANNER =
  /^(?:query : |Bulk mode; |% IANA WHOIS server|% This is the (?:RIPE|AfriNIC) |% \[whois\.|# ARIN WHOIS data|% Joint Whois)/i;

interface Paragraph {
  start: number;
  end: number;
  text: string;
}

/**
 * The answers of line-based grammars (RPSL, IANA, ARIN) in a text that may be mostly prose: runs of
 * paragraphs that are comments or objects, parted where a banner begins.
 * @param asked a command stands above, so a bare "no match" or a refusal is an answer too.
 */
export function findTextAnswers(text: string, asked: boolean): Array<{ start: number; end: number }> {
  const answers: Array<{ start: number; end: number; objects: boolean }> = [];
  let open: (typeof answers)[number] | null = null;
  for (const paragraph of readParagraphs(text)) {
    const comment = /^[%#]/.test(paragraph.text);
    const object = [OBJECT, BLOCK, KRNIC, OTHER].some((pattern) => pattern.test(paragraph.text));
    if (!comment && !object) {
      open = null;
      continue;
    }
    if (!open || (BANNER.test(paragraph.text) && open.objects)) {
      open = { start: paragraph.start, end: paragraph.end, objects: false };
      answers.push(open);
    }
    open.end = paragraph.end;
    open.objects ||= object || /^[a-z].*?:\s/im.test(paragraph.text.replace(/^[%#].*$/gm, ''));
  }
  const found = answers.filter(({ objects }) => objects);
  if (found.length > 0 || !asked) return found;
  return judgeText(text, false, {}) === 'failed' ? [] : [{ start: 0, end: text.length }];
}

function readParagraphs(text: string): Paragraph[] {
  const paragraphs: Paragraph[] = [];
  let open: Paragraph | null = null;
  let at = 0;
  for (const line of text.split('\n')) {
    const end = at + line.length;
    if (line.trim() === '') open = null;
    else if (open) {
      open.end = end;
    } else {
      open = { start: at, end, text: '' };
      paragraphs.push(open);
    }
    at = end + 1;
  }
  for (const paragraph of paragraphs) paragraph.text = text.slice(paragraph.start, paragraph.end);
  return paragraphs;
}
