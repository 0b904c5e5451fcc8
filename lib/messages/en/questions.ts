/** Questions that lead on from a contact, an organisation, a network or an AS, and where each stands. */
export const questionsPart = {
  'page.question.title': 'Ask the registry further',
  'page.question.pivot': 'All networks that name this contact',
  'page.question.pivot-maintainer': 'All networks that this maintainer looks after',
  'page.question.pivot-name': 'All networks at this registry whose contact is named <m>{subject}</m>',
  'page.question.pivot-email': 'All networks at this registry whose contact has the e-mail address <m>{subject}</m>',
  'page.question.pivot-organisation': 'All networks of this organisation',
  'page.question.pivot-asn': 'Other networks whose routes this registry has for <m>AS{subject}</m>',
  'page.question.announced': 'All blocks that <m>AS{subject}</m> was seen to announce in the last two weeks',
  'page.question.routes': 'All blocks whose routes are registered for <m>AS{subject}</m>, in whichever route registry',
  'page.question.contact': 'Who this contact is',
  'page.question.network': 'The entry on this network as it is now',
  'page.question.inside': 'Networks inside this one',
  'page.question.around': 'Networks around this one',
  'page.question.origin': 'Who announces it on the internet',
  'page.question.ask': 'Ask',
  'page.question.again': 'Ask again',
  'page.question.queue': 'To the waiting questions',
  'page.question.given.networks':
    'Answered {answeredAt}: {networks, plural, =0 {no network} one {# network} other {# networks}}{networks, plural, =0 {} other {{fresh, plural, =0 {, none of them new} one {, # of them new} other {, # of them new}}}}.',
  'page.question.given.listless':
    'Answered {answeredAt}, with no list of networks. That says nothing about how many there are.',
  'page.question.given.limited':
    'Answered {answeredAt}: {networks, number} of more, by the registry’s limit; {fresh, plural, =0 {none} other {#}} of these were new. Asking again brings no others.',
  'page.question.given.entry': 'Answered {answeredAt}.',
  'page.question.given.announced':
    'Answered {answeredAt}: {networks, plural, =0 {no block} one {# block} other {# blocks}}.',
  'page.question.given.empty': 'Answered {answeredAt}: the registry has no entry for this.',
  'page.question.given.unsupported':
    'Asked {answeredAt}: this registry does not answer the question. That says nothing about how many networks there are.',
  'page.question.holds': 'It holds until {holdsAt} and is not asked again before.',
  'page.question.state.open': 'Not asked yet.',
  'page.question.state.waiting': 'Waits for <m>{server}</m>, at place {place, number} of its questions.',
  'page.question.state.running': '<m>{server}</m> is being asked right now.',
  'page.question.state.failed': 'Given up.',
  'page.question.state.sample': 'This belongs to the sample case: nothing in it is asked of a registry.',
  'page.question.state.not-offered':
    'Not offered by this registry. That says nothing about how many networks there are.',
  'page.question.state.switched-off': 'Switched off for this registry in RINGLEADER_REGISTRIES, so it was not asked.',
  'page.question.state.refused-key':
    'The registry gives no handle here, or none that it could be asked about, so it was not asked.',
  'page.question.personal':
    'The registry counts this look-up: it gives {limit, number} personal entries a day, and {left, number} are left today. It is made only when you ask.',
  'services.question.unknown': 'There is no such question about <m>{subject}</m>.',
  'services.question.sample': '<m>{subject}</m> belongs to the sample case: nothing in it is asked of a registry.',
  'services.question.waits': 'The question waits for <m>{server}</m> already.',
  'services.question.holds': 'This was answered {answeredAt}, and that still holds.',
  'services.question.not-offered': 'No server in the registry directory answers this question ({registry}).',
  'services.question.switched-off': 'The question is switched off for this registry ({registry}).',
  'services.question.refused-key': 'The registry ({registry}) gives no handle that it could be asked about.',
  'services.contact.unknown': 'There is no contact {id}.',
  'services.organisation.unknown': 'There is no organisation {id}.',
  'services.asn.unknown': 'No answer has told of AS{id} yet.',
  'services.network.unknown': 'There is no network {id}.',
} as const;
