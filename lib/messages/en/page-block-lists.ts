export const blockListsPage = {
  'page.block-lists.title': 'Block lists',
  'page.block-lists.lead':
    'Exactly the networks of an operator that a person confirmed, without what must never be blocked.',
  'page.block-lists.shown': '{shown, number} of {total, plural, one {# block list} other {# block lists}}',
  'page.block-lists.empty.title': 'No block list yet',
  'page.block-lists.empty.body':
    'Confirm an operator, then choose “Block list …” on its page. On the command line, naming the operator is your confirmation:',
  'page.block-lists.empty.operators': 'To the operators',
  'page.block-lists.column.made': 'Made',
  'page.block-lists.column.prefixes': 'Prefixes',
  'page.block-lists.column.addresses': 'IPv4 addresses',
  'page.block-lists.column.refused': 'Kept out',
  'page.block-lists.format': 'Format',
  'page.block-lists.format.nft': 'nftables file',
  'page.block-lists.format.iptables': 'iptables commands',
  'page.block-lists.format.sysconfig': '/etc/sysconfig/iptables lines',
  'page.block-lists.format.iptables-restore': 'iptables-restore file',
  'page.block-lists.place': 'Place',
  'page.block-lists.action': 'Answer',
  'page.block-lists.ports': 'Ports',
  'page.block-lists.option.append': 'append (-A)',
  'page.block-lists.option.insert': 'insert first (-I)',
  'page.block-lists.option.reject': 'say no (REJECT)',
  'page.block-lists.option.drop': 'say nothing (DROP)',
  'page.block-lists.option.all': 'all',
  'page.block-lists.option.mail': 'mail: 25, 465, 587',
  'page.block-lists.show': 'Show',
  'page.block-lists.about.nft':
    'A table of its own beside your rules; loading it again takes the place of the earlier one. The table comes before the usual filter, so there is no place to choose.',
  'page.block-lists.about.iptables':
    'One command a network. Each run adds the rules once more, and a restart of the machine forgets them.',
  'page.block-lists.about.sysconfig':
    'Lines for the file that Red Hat’s family loads when it starts. They are no file of their own: loading only them would drop your other rules.',
  'page.block-lists.about.iptables-restore':
    'A chain of its own beside your rules, taken in with -n so that nothing else is touched. Loading it again takes the place of the earlier one; a restart of the machine forgets it.',
  'page.block-lists.step.check': 'Check it.',
  'page.block-lists.step.load': 'Load it.',
  'page.block-lists.step.take-back': 'Take it back.',
  'page.block-lists.check.does': 'Reads the file and changes nothing.',
  'page.block-lists.load.nft': 'As root; as often as you like.',
  'page.block-lists.load.iptables': 'As root, once. It stops at the first command that fails.',
  'page.block-lists.load.sysconfig':
    'Put the lines into the *filter part, above COMMIT (for -A: above a closing REJECT line, or they are never reached), then as root:',
  'page.block-lists.load.iptables-restore': 'As root. The -n keeps your other rules.',
  'page.block-lists.take-back.nft': 'Removes the table and nothing else.',
  'page.block-lists.take-back.iptables': 'Removes the same rules one by one.',
  'page.block-lists.take-back.sysconfig': 'Take the lines out again, then as root:',
  'page.block-lists.take-back.iptables-restore': 'Removes the jump and the chain.',
  'page.block-list.kicker': 'Block list · made {made}',
  'page.block-list.title': 'Block list of {name}',
  'page.block-list.lead':
    '{prefixes, plural, =0 {No prefix} one {One prefix} other {# prefixes}} of <a>{name}</a> with {addresses, plural, one {one IPv4 address} other {# IPv4 addresses}}{six, plural, =0 {} one { and one IPv6 block} other { and # IPv6 blocks}}; {refused, plural, =0 {nothing was} one {one was} other {# were}} kept out.',
  'page.block-list.accepted':
    'When the list was made, {checked, select, none {0 of your {accepted, plural, one {# accepted mail} other {# accepted mails}} had come from it.} some {{affected, number} of your {accepted, plural, one {# accepted mail} other {# accepted mails}} had come from it.} other {it could not be checked against accepted mail: no log told of any.}}',
  'page.block-list.accepted.now':
    'Known by now: {affected, plural, one {# accepted mail} other {# accepted mails}} from these networks.',
  'page.block-list.download': 'Download',
  'page.block-list.rejected': 'The operator has been rejected since. Do not load this list.',
  'page.block-list.unconfirmed':
    'The operator is not confirmed: this list was made on the command line, or the verdict was taken back.',
  'page.block-list.rules': 'The rules',
  'page.block-list.use': 'How to use the file',
  'page.block-list.in': 'In the list',
  'page.block-list.refused': 'Kept out, and why',
  'page.block-list.refused.none':
    'Nothing: no prefix touches your networks, this machine, its name servers or a reserved range.',
  'page.block-list.notices': 'Worth knowing',
  'services.block-list.unconfirmed':
    '{name} is not confirmed. Confirm the operator first: nothing is blocked that a person did not confirm.',
  'services.block-list.rejected': '{name} was rejected. Take the verdict back first.',
  'services.block-list.no-networks': 'No network of {name} is known.',
  'services.block-list.unknown': 'There is no block list {id}.',
} as const;
