export const reportRoom = {
  'report.kind': 'Evidence report',
  'report.version': 'Version {version}',
  'report.sample.banner':
    'This is the sample case. Everything in it is invented: companies, people, addresses, log lines and registry answers.',
  'report.sample.mark': 'INVENTED SAMPLE',
  'report.headline.none.proposed': 'The refused deliveries appear to come from one sender, {name}',
  'report.headline.none.confirmed': 'The refused deliveries come from one sender, {name}',
  'report.headline.one.proposed': 'The refused deliveries appear to be the work of {first}',
  'report.headline.one.confirmed': 'The refused deliveries are, in our judgement, the work of {first}',
  'report.headline.two.proposed': '{first} and {second} appear to be one and the same sender',
  'report.headline.two.confirmed': '{first} and {second} are, in our judgement, one and the same sender',
  'report.headline.many.proposed':
    '{first}, {second} and {more, plural, one {# more company} other {# more companies}} appear to be one and the same sender',
  'report.headline.many.confirmed':
    '{first}, {second} and {more, plural, one {# more company} other {# more companies}} are, in our judgement, one and the same sender',
  'report.summary.events.day':
    'On {day}, between {from} and {to}, our mail server refused {events, plural, one {# delivery attempt} other {# delivery attempts}} from {addresses, plural, one {# address} other {# addresses}} to {recipients, plural, one {# recipient} other {# recipients}}.',
  'report.summary.events.span':
    'From {from} to {to}, our mail server refused {events, plural, one {# delivery attempt} other {# delivery attempts}} from {addresses, plural, one {# address} other {# addresses}} to {recipients, plural, one {# recipient} other {# recipients}}.',
  'report.summary.reasons':
    '{reasons, plural, =0 {No reason on record ties them together yet.} one {One reason ties them together:} other {# reasons tie them together:}}',
  'report.summary.networks':
    '{networks, plural, =0 {No network is known to belong to this sender.} one {One network belongs to this sender: {seen, number} seen in the log, {unseen, number} not yet seen.} other {# networks belong to this sender: {seen, number} seen in the log, {unseen, number} not yet seen.}}',
  'report.standing.very-likely': 'Very likely',
  'report.standing.likely': 'Likely',
  'report.standing.possible': 'Possible',
  'report.standing.weak': 'Weak',
  'report.state.confirmed': 'Confirmed by a person, {day}',
  'report.state.proposed': 'A proposal: not yet confirmed by a person',
  'report.state.unchecked': 'Not checked against accepted mail',
  'report.accepted.unchecked':
    'It could not be checked against mail that this server accepted: the logs at hand tell of none.',
  'report.accepted.none':
    'Of {accepted, plural, one {# mail} other {# mails}} that this server accepted from {from} to {to}, none came from these networks.',
  'report.accepted.some':
    'Of {accepted, plural, one {# mail} other {# mails}} that this server accepted from {from} to {to}, {affected, number} came from these networks: from {clients, plural, one {# address} other {# addresses}}, the last on {day} (UTC).',
  'report.happened.title': 'What happened',
  'report.happened.lines':
    'Each line is one refusal, word for word as the mail server wrote it: {shown, number} of {total, number} shown here.',
  'report.part.time': 'time',
  'report.part.address': 'sending address',
  'report.part.code': 'reply',
  'report.part.sender': 'envelope sender',
  'report.part.recipient': 'recipient',
  'report.part.helo': 'name given (HELO)',
  'report.templates.title': 'Shape of the sender addresses',
  'report.templates.note': 'Parts in braces vary from message to message.',
  'report.templates.pattern': 'Shape',
  'report.reasons.title': 'What this judgement rests on',
  'report.reasons.note':
    'The number on the right is the weight, from 0 to 1. Reasons of the same kind are not added up.',
  'report.reasons.aside': 'Told, but does not count by itself: it is in neither the number of reasons nor the score.',
  'report.reasons.weight': 'weight',
  'report.reasons.evidence': 'Evidence',
  'report.reasons.bare': 'No line or answer is attached to this reason.',
  'report.against.title': 'What speaks against it',
  'report.against.none': 'Nothing on record speaks against it. That is not proof.',
  'report.networks.title': 'Networks',
  'report.networks.note':
    'As the registries record them. A network not yet seen is named by the same contact or holder, but the log holds no refusal from it.',
  'report.networks.none': 'No network is known yet.',
  'report.networks.prefix': 'Network',
  'report.networks.organisation': 'Organisation',
  'report.networks.refusals': 'Refusals',
  'report.networks.addresses': 'Addresses',
  'report.networks.state': 'In the log',
  'report.networks.seen': 'seen',
  'report.networks.unseen': 'not yet seen',
  'report.evidence.title': 'The evidence',
  'report.evidence.lines': '{lines, plural, =0 {No log lines} one {One log line} other {# log lines}}, word for word',
  'report.evidence.answers':
    '{answers, plural, =0 {No registry answers} one {One registry answer} other {# registry answers}}, word for word',
  'report.evidence.where': '{file}, line {line}',
  'report.answer.server': 'Server',
  'report.answer.query': 'Question',
  'report.answer.time': 'Time',
  'report.answer.deleted': 'The text was deleted because it held personal data; its SHA-256 stays. Deleted:',
  'report.answer.origin': 'How it came',
  'report.origin.live': 'asked by this program',
  'report.origin.pasted': 'pasted by hand',
  'report.origin.sample': 'invented, from the sample case',
  'report.hashes.title': 'Fingerprints',
  'report.hashes.note':
    'SHA-256 of each log file and of each answer as it came. A single changed character gives another value.',
  'report.hashes.source': 'Source',
  'report.hashes.upload':
    '{lines, plural, one {# line} other {# lines}}, {events, plural, one {# refusal} other {# refusals}}',
  'report.check.title': 'How to check it yourself',
  'report.check.hash': 'If you have the log file: compute its fingerprint and compare it with the one above.',
  'report.check.line': 'Then look at any line by its number.',
  'report.check.whois':
    'Anyone can put the same question to the registry. Registries change their records: a later answer may differ, and the fingerprint stands for the answer of that day.',
  'report.check.masked':
    'Recipients are masked in this report: each keeps its number, so the same recipient can be recognised. The fingerprints are those of the unmasked originals.',
  'report.footer.made': 'Made {time} with Ringleader',
  'report.footer.snapshot': 'Snapshot',
  'report.footer.masked': 'Recipients masked',
} as const;
