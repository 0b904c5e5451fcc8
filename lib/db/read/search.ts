import { type AddressRange, formatAddress, formatRange, parseRange } from '@/lib/model';
import { all, one } from '../connection';
import { rangeBytes } from '../range-bytes';

/** Shown of each kind. */
const MOST = 10;

export interface Found {
  /** The address or the range asked for, in canonical form. */
  exact: { text: string; single: boolean; seen: number; addresses: number } | null;
  networks: Array<{ id: number; text: string; name: string | null; organisation: string | null; events: number }>;
  addresses: Array<{ text: string; events: number }>;
  organisations: Array<{ id: number; name: string; handle: string | null; registry: string }>;
  operators: Array<{ publicId: string; name: string }>;
  contacts: Array<{ id: number; handle: string; registry: string; name: string | null }>;
  templates: Array<{ id: number; pattern: string; events: number }>;
  recipients: Array<{ text: string; service: string | null; events: number }>;
  uploads: Array<{ publicId: string; name: string }>;
}

const NETWORK = `SELECT n.id, n.text, n.name, o.name AS organisation, (SELECT coalesce(sum(a.events), 0) FROM Address a WHERE a.networkId = n.id) AS events
  FROM Network n LEFT JOIN Organisation o ON o.id = n.organisationId`;

/**
 * Everything that an asked-for text names: an address or a block is found by where it lies, all else by
 * the text it contains, without regard to case (ASCII).
 */
export function search(question: string): Found {
  const text = question.trim();
  const range = text === '' ? null : parseRange(text);
  const pattern = `%${text.replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`;
  const like = <Row>(select: string, columns: readonly string[], tail: string): Row[] =>
    text === ''
      ? []
      : all<Row>(
          `${select} WHERE ${columns.map((column) => `${column} LIKE ?1 ESCAPE '\\'`).join(' OR ')} ${tail} LIMIT ${MOST}`,
          pattern,
        );
  return {
    exact: range && readExact(range),
    networks: range ? networksAround(range) : like(NETWORK, ['n.name', 'n.text'], 'ORDER BY n.firstBytes, n.lastBytes'),
    addresses: range ? [] : like('SELECT text, events FROM Address', ['text'], 'ORDER BY events DESC, bytes'),
    organisations: like('SELECT id, name, handle, registry FROM Organisation', ['name', 'handle'], 'ORDER BY id'),
    operators: like('SELECT publicId, name FROM Operator', ['name'], 'ORDER BY score DESC, id'),
    contacts: like(
      'SELECT id, handle, registry, name FROM Contact',
      ['handle', 'name', 'email', 'organisation', 'phone', 'phoneE164'],
      'ORDER BY handle',
    ),
    templates: like(
      'SELECT t.id, t.pattern, (SELECT count(*) FROM Event e WHERE e.templateId = t.id) AS events FROM Template t',
      ['t.pattern'],
      'ORDER BY events DESC, t.id',
    ),
    recipients: like(
      'SELECT r.text, r.service, (SELECT count(*) FROM Event e WHERE e.recipientId = r.id) AS events FROM Recipient r',
      ['r.text', 'r.service'],
      'ORDER BY events DESC, r.id',
    ),
    uploads: like('SELECT publicId, name FROM Upload', ['name'], 'ORDER BY id DESC'),
  };
}

function readExact(range: AddressRange): Found['exact'] {
  const row = one<{ seen: number; addresses: number }>(
    'SELECT coalesce(sum(events), 0) AS seen, count(*) AS addresses FROM Address WHERE events > 0 AND bytes BETWEEN ? AND ?',
    ...rangeBytes(range),
  );
  const single = range.first === range.last;
  const text = single ? formatAddress({ family: range.family, value: range.first }) : formatRange(range);
  return { text, single, seen: row?.seen ?? 0, addresses: row?.addresses ?? 0 };
}

/** Networks that hold the range, the smallest first, and those inside it. */
function networksAround(range: AddressRange): Found['networks'] {
  return all(
    `${NETWORK} WHERE (n.firstBytes <= ?1 AND n.lastBytes >= ?2) OR (n.firstBytes >= ?1 AND n.lastBytes <= ?2)
     ORDER BY n.firstBytes DESC, n.lastBytes LIMIT ${MOST}`,
    ...rangeBytes(range),
  );
}
