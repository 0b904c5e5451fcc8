export const addressesPage = {
  'page.addresses.title': 'Addresses',
  'page.addresses.lead':
    '{total, plural, =0 {No address was refused yet.} one {One address was refused; whose it is, a registry says.} other {# addresses were refused; whose they are, the registries say.}}',
  'page.addresses.lead-filtered':
    '{events, plural, =0 {The filter finds no refusal.} one {{total, plural, =0 {No address} one {One address} other {# addresses}} in the one refusal that the filter finds.} other {{total, plural, =0 {No address} one {One address} other {# addresses}} in the # refusals that the filter finds.}}',
  'page.addresses.address': 'Address',
  'page.addresses.who': 'Organisation, network',
  'page.addresses.nobody': 'not known yet',
  'page.address.kicker': 'Address',
  'page.address.seen':
    '{events, plural, one {One refusal, on {firstAt}.} other {# refusals between {firstAt} and {lastAt}.}}',
  'page.address.unseen': 'No refusal of it stands in your logs.',
  'page.address.owner': 'It lies in <a>{network}</a>.',
  'page.address.owner-nobody': 'No registry has said yet whose it is.',
  'page.address.graph': 'Graph',
  'page.address.owner-title': 'Whose it is',
  'page.address.network': 'Network',
  'page.address.network-name': 'Network name',
  'page.address.organisation': 'Organisation',
  'page.address.operator': 'Held to belong to',
  'page.address.registry': 'Registry',
  'page.address.how': 'How we know',
  'page.address.how-answer': 'the registry’s answer',
  'page.address.sightings':
    'Besides refusals, the logs tell of {list}, on {days, plural, one {one day} other {# days}}.',
  'page.address.templates': 'Its sender templates',
  'page.address.recipients': 'To whom',
  'page.address.last': 'Its last refusals',
} as const;
