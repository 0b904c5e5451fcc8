export const findingRoom = {
  'finding.hop.sentence':
    'After a refusal the next attempt came from another address: {hops, plural, one {# time} other {# times}}, from {addresses, plural, one {# address} other {# addresses}}, to {recipients, plural, one {# recipient} other {# recipients}}, under the sender template <m>{pattern}</m>. {stays, plural, =0 {No retry came from the address just refused.} one {One retry came from the address just refused.} other {# retries came from the address just refused.}}',
  'finding.hop.against.large-senders':
    'Large legitimate senders, too, retry from a pool of addresses; so this counts for little by itself.',
  'finding.hop.against.same-address':
    '{stays, plural, one {One retry} other {# retries}} did come from the address that had just been refused.',
  'finding.hop.against.fixed-sender': 'The sender never changes. That is how people and newsletters write.',
  'finding.sender-template.sentence':
    '{events, plural, one {# refusal} other {# refusals}} from {addresses, plural, one {# address} other {# addresses}} carry one sender template, <m>{pattern}</m>, in {senders, plural, one {# form} other {# forms}}, to {recipients, plural, one {# recipient} other {# recipients}}, between {firstAt} and {lastAt}. The part that changes can tell the sender which recipient refused, and so which addresses are alive.',
  'finding.sender-template.sentence-unvaried':
    '{events, plural, one {# refusal} other {# refusals}} from {addresses, plural, one {# address} other {# addresses}} carry one sender, written as <m>{pattern}</m>, to {recipients, plural, one {# recipient} other {# recipients}}, between {firstAt} and {lastAt}. Its number was never seen to change.',
  'finding.sender-template.against.forged':
    'A sender is whatever the sending side writes: a stranger could forge this one.',
  'finding.sender-template.against.newsletters': 'Newsletters and mailing lists number their senders in the same way.',
  'finding.canary-leak.sentence':
    '{organisation} {others, plural, =0 {has} one {and one other organisation have} other {and # other organisations have}} been writing to {recipients, plural, one {an address} other {# addresses}} you gave only to {service}, since {firstAt}. {recipients, plural, one {Your address} other {Your addresses}} left that service.',
  'finding.canary-leak.sentence-unknown':
    '{recipients, plural, one {An address you gave only to {service} is} other {# addresses you gave only to {service} are}} being written to, since {firstAt}; from whose network is not known yet. {recipients, plural, one {Your address seems} other {Your addresses seem}} to have left that service.',
  'finding.canary-leak.against.used-elsewhere':
    'An address may have been typed in elsewhere once, or read from a device or an address book.',
  'finding.canary-leak.against.own-mailer':
    'If {service} itself, or a mailer it hires, sent these, nothing has leaked.',
  'finding.shared-contact.organisation-handle':
    '{a} and {b} are registered under one organisation handle, <m>{value}</m>. ({shared, number} of the {total, number} organisations known here share it.)',
  'finding.shared-contact.handle':
    'The networks of {a} and of {b} name the same contact, <m>{value}</m>. ({shared, number} of the {total, number} organisations known here share it.)',
  'finding.shared-contact.maintainer':
    'The records of {a} and of {b} are kept by the same maintainer, <m>{value}</m>. ({shared, number} of the {total, number} organisations known here share it.)',
  'finding.shared-contact.phone':
    '{a} and {b} register the same phone, <m>{value}</m>. ({shared, number} of the {total, number} organisations known here share it.)',
  'finding.shared-contact.email':
    '{a} and {b} register the same mailbox, <m>{value}</m>. ({shared, number} of the {total, number} organisations known here share it.)',
  'finding.shared-contact.mail-domain':
    '{a} and {b} are reached at mailboxes of one domain, <m>{value}</m>. ({shared, number} of the {total, number} organisations known here share it.)',
  'finding.shared-contact.office':
    '{a} and {b} give the same office, room included: {value}. ({shared, number} of the {total, number} organisations known here share it.)',
  'finding.shared-contact.building':
    '{a} and {b} give the same building: {value}. ({shared, number} of the {total, number} organisations known here share it.)',
  'finding.shared-contact.template':
    'The refused mail of {a} and of {b} carries one sender template, <m>{value}</m>. ({shared, number} of the {total, number} organisations known here share it.)',
  'finding.shared-contact.name': 'The names {a} and {b} are alike. A name alone never ties two organisations.',
  'finding.shared-contact.networks':
    'The contact <m>{handle}</m> ({registry}) is named on {networks, plural, one {# network} other {# networks}}{organisations, plural, =0 {} one { of one organisation} other { of # organisations}}; {seen, plural, =0 {none of them is} one {one of them is} other {# of them are}} in your log.',
  'finding.shared-contact.against.same-record': 'A registry may keep old records of one holder under several names.',
  'finding.shared-contact.against.desk': 'A provider’s desk is named on the networks of its customers, too.',
  'finding.shared-contact.against.maintainer': 'A provider may keep the records of its customers.',
  'finding.shared-contact.against.phone': 'An office service or a provider can answer one number for many firms.',
  'finding.shared-contact.against.email': 'An agent can take mail for many firms in one mailbox.',
  'finding.shared-contact.against.mail-domain': 'The domain may be a provider’s or a parent company’s.',
  'finding.shared-contact.against.office': 'Office services rent one room to many firms.',
  'finding.shared-contact.against.building': 'Many firms share a building.',
  'finding.shared-contact.against.name': 'Names are alike by chance.',
  'finding.shared-contact.against.many':
    '{others, plural, one {One other organisation shares} other {# other organisations share}} it, so it counts for less.',
} as const;
