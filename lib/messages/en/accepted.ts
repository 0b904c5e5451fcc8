/** Mail the user's own server accepted, beside what it refused. */
export const acceptedRoom = {
  'accepted.title': 'Your accepted mail',
  'accepted.column.network': 'Network',
  'accepted.column.messages': 'Messages',
  'accepted.column.recipients': 'Recipients',
  'accepted.column.last': 'Last day (UTC)',
  'accepted.shown': '{shown, number} of {total, plural, one {# address} other {# addresses}}',
  'accepted.warning':
    'You accepted {affected, plural, one {# mail} other {# mails}} from these networks: from {clients, plural, one {# address} other {# addresses}}, the last on {day} (UTC). A block would refuse such mail too. <a>See the addresses</a>, and split off what is not this operator’s.',
} as const;
