export const blocklistRoom = {
  'blocklist.guard.everything': '<m>{range}</m> is the whole address space',
  'blocklist.guard.any': 'it touches <m>{range}</m>, which stands for “this network”',
  'blocklist.guard.private': 'it touches the private range <m>{range}</m>',
  'blocklist.guard.loopback': 'it touches the loopback range <m>{range}</m>',
  'blocklist.guard.link-local': 'it touches the link-local range <m>{range}</m>',
  'blocklist.guard.multicast': 'it touches the multicast range <m>{range}</m>',
  'blocklist.guard.reserved': 'it touches the reserved range <m>{range}</m>',
  'blocklist.guard.own-network': 'it touches your own network <m>{range}</m>',
  'blocklist.guard.client': 'it touches <m>{range}</m>, the address you are connected from',
  'blocklist.guard.local': 'it touches <m>{range}</m>, an address of this machine',
  'blocklist.guard.resolver': 'it touches your name server <m>{range}</m>',
  'blocklist.guard.mx-peer': 'it touches the mail server <m>{range}</m> that you exchange mail with',
  'blocklist.guard.unreadable': '<m>{text}</m> is neither an address nor a network, so it cannot be protected',
  'blocklist.notice.documentation':
    '{count, plural, one {<m>{prefix}</m> lies in} other {# blocks (the first: <m>{prefix}</m>) lie in}} <m>{range}</m>, a range for documentation that nobody uses on the Internet.',
  'blocklist.notice.benchmark':
    '{count, plural, one {<m>{prefix}</m> lies in} other {# blocks (the first: <m>{prefix}</m>) lie in}} <m>{range}</m>, a range for measurements that nobody uses on the Internet.',
  'blocklist.notice.accepted-unchecked': 'Not checked against accepted mail: no log told of any.',
  'blocklist.notice.accepted-none':
    '0 of your {accepted, plural, one {# accepted mail} other {# accepted mails}} came from these networks.',
  'blocklist.notice.accepted':
    'You accepted mail from <m>{prefix}</m>: {affected, number} of your {accepted, plural, one {# accepted mail} other {# accepted mails}}, from {clients, plural, one {# address} other {# addresses}}, the last on {day} (UTC). This list would refuse such mail.',
  'blocklist.notice.wide': '<m>{prefix}</m> is very wide: look at it once more before you load it',
} as const;
