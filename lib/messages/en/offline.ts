/** Files of networks that the operator brings: `lib/services/offline-*`, the settings, what they say of an address. */
export const offlineRoom = {
  'services.offline.too-large': '{name} is larger than 1 GiB: no file of networks is.',
  'services.offline.too-many': 'There are {count} files already. Remove one first.',
  'services.offline.unreadable': '{name} could not be read: {problem}',
  'services.offline.no-networks':
    '{name} holds no networks: an MMDB file is wanted, or a table (CSV, TSV, also .gz) with a column “network” or “start_ip” and “end_ip”, and one of “asn”, “organisation”, “country”.',
  'services.offline.unknown': 'There is no file of data with the id {id}.',
  'page.settings.offline-title': 'Offline data',
  'page.settings.offline-lead':
    'Your own files of networks: MMDB, or a table (CSV, TSV, also .gz) with the ASN, organisation or country of each. They are shown beside what the registries say, with their date. They are hints: no finding, operator or block list is made from them.',
  'page.settings.offline-file': 'File',
  'page.settings.offline-holds': 'Holds',
  'page.settings.offline-date': 'Date',
  'page.settings.offline-built': 'as the file says',
  'page.settings.offline-written': 'of the file itself',
  'page.settings.offline-networks': '{count, plural, one {# network} other {# networks}}',
  'page.settings.offline-bad': '{count, plural, one {# line was not understood} other {# lines were not understood}}',
  'page.settings.offline-add': 'Choose a file …',
  'page.settings.offline-unchosen': 'No file chosen yet.',
  'page.settings.offline-send': 'Add it',
  'page.settings.offline-sending': 'Reading the file …',
  'page.settings.offline-failed': 'The file was not taken (status {status}).',
  'page.settings.offline-remove': 'Remove',
  'page.settings.offline-none': 'There are none.',
  'offline.title': 'According to your own files',
  'offline.note': 'Offline data, not evidence: nothing is decided or blocked because of it.',
  'offline.according': 'according to {file} ({content}), {date}',
} as const;
