export const searchPage = {
  'page.search.title': 'Search',
  'page.search.results': 'Found for',
  'page.search.hint':
    'Ask for an address, a block, a handle, an organisation, a domain, a sender template, a recipient or an upload.',
  'page.search.nothing': 'Nothing here goes by that name',
  'page.search.in-senders':
    'Looking for a part of a sender address? <a>Refusals whose sender contains <m>{question}</m></a>',
  'page.search.exact-unseen': '<m>{text}</m> has not been seen in a log.',
  'page.search.exact': '<m>{text}</m> was refused <a>{seen, plural, one {# time} other {# times}}</a>.',
  'page.search.exact-block':
    '{seen, plural, one {# refusal} other {# refusals}} from {addresses, plural, one {# address} other {# addresses}} of <m>{text}</m>.',
  'page.search.refusals': '{count, plural, one {# refusal} other {# refusals}}',
  'page.search.kind.operators': 'Operators',
  'page.search.kind.networks': 'Networks',
  'page.search.kind.addresses': 'Addresses',
  'page.search.kind.organisations': 'Organisations',
  'page.search.kind.contacts': 'Contacts',
  'page.search.kind.templates': 'Sender templates',
  'page.search.kind.recipients': 'Recipients',
  'page.search.kind.uploads': 'Uploads',
} as const;
