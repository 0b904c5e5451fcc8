/** Lists of what a filter found, and what they have in common. */
export const groupLists = {
  'list.refusals': 'Refusals',
  'list.first': 'First seen',
  'list.last': 'Last seen',
  'list.spark': 'Over time',
  'list.sort': 'Sort by',
  'list.sort.events': 'Refusals',
  'list.sort.last': 'Last seen',
  'list.sort.first': 'First seen, newest first',
  'list.shown': '{from, number} to {to, number} of {total, number}',
  'list.none': 'The filter finds nothing of this kind',
  'list.none-hint': 'Take one of the terms away, choose another time, or show everything.',
  'list.show-all': 'Show everything',
  'list.none-filtered': 'Nothing under this filter.',
  'list.reading':
    'Read into memory since the start: {searched, number} of {total, plural, one {# refusal} other {# refusals}}. Counts grow until it is done.',
  'list.under-filter': 'Under the filter: {events, plural, =0 {no refusal} one {# refusal} other {# refusals}}.',
  'list.refusals-of': 'refusals',
  'list.all-refusals': 'All its refusals',
  'nav.addresses': 'Addresses',
  'nav.templates': 'Templates',
} as const;
