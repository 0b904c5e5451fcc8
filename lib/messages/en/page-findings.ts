export const findingsPage = {
  'page.findings.title': 'Findings',
  'page.findings.headline':
    '{waiting, plural, =0 {Nothing waits for your word} one {# finding waits for your word} other {# findings wait for your word}}{fresh, plural, =0 {} other {{old, plural, =0 {{waiting, plural, one {, and it is new} other {, all of them new}}} other {, {fresh, number} of them new}}}}',
  'page.findings.newest':
    'The newest upload, <a><m>{name}</m></a>, held {lines, plural, one {# line} other {# lines}} and {events, plural, =0 {no refusal} one {# refusal} other {# refusals}}.{events, plural, =0 {} one { It belongs to no operator yet.} other { None of them belongs to an operator yet.}}',
  'page.findings.newest-known':
    'The newest upload, <a><m>{name}</m></a>, held {lines, plural, one {# line} other {# lines}} and {events, plural, one {# refusal} other {# refusals}}. {known, number} of them come from the networks of {operators, plural, one {one operator} other {# operators}}.',
  'page.findings.newest-reading':
    'The newest upload, <a><m>{name}</m></a>, is being read: {lines, plural, one {# line} other {# lines}} and {events, plural, one {# refusal} other {# refusals}} so far.',
  'page.findings.no-upload': 'No log has been read yet; what stands here comes from registry answers alone.',
  'page.findings.operator':
    '{events, plural, one {This refusal is} other {These # refusals are}} one operator, <a>{name}</a>: {reasons, plural, one {# reason} other {# reasons}}, {networks, plural, one {# network} other {# networks}}, {checked, select, none {0 of your {accepted, plural, one {# accepted mail} other {# accepted mails}} affected} some {{affected, number} of your {accepted, plural, one {# accepted mail} other {# accepted mails}} affected} other {not checked against accepted mail, of which no log told}}. <a>Look, confirm, and download the rules.</a>',
  'page.findings.operator-confirmed':
    '{events, plural, one {This refusal is} other {These # refusals are}} one operator, <a>{name}</a>, as you confirmed: {reasons, plural, one {# reason} other {# reasons}}, {networks, plural, one {# network} other {# networks}}, {checked, select, none {0 of your {accepted, plural, one {# accepted mail} other {# accepted mails}} affected} some {{affected, number} of your {accepted, plural, one {# accepted mail} other {# accepted mails}} affected} other {not checked against accepted mail, of which no log told}}. <a>Download the rules.</a>',
  'page.findings.affected':
    'The mail you accepted from there came from {clients, plural, one {# address} other {# addresses}}, the last on {day} (UTC). <a>See it before you block.</a>',
  'page.findings.working':
    'A log is being read, or compared with what is known. What follows from it appears here by itself.',
  'page.findings.fresh': 'New with the newest upload',
  'page.findings.waiting': 'Waiting for your word',
  'page.findings.judged': 'Judged',
  'page.findings.evidence':
    '{lines, plural, =0 {} one {# log line} other {# log lines}}{answers, plural, =0 {} other { }}{answers, plural, =0 {} one {# registry answer} other {# registry answers}}',
  'page.findings.no-longer': 'no longer seen in what is here now; kept because you judged it',
  'page.findings.with-operator': 'with the operator <a>{name}</a>',
  'page.findings.reject-alone': 'Reject this one',
  'page.findings.shown': '{first, number} – {last, number} of {total, number}',
  'page.findings.empty-title': 'Who is behind the mail you refused?',
  'page.findings.empty-lead':
    'Your mail server’s log tells. Drop it here: Ringleader reads the refusals, asks the registries whose addresses they came from, and shows who they are, how we know it, and what else is theirs.',
  'page.findings.empty-command': 'From the command line, all rotations at once',
  'page.findings.empty-sample': 'Or look around first',
  'page.findings.empty-sample-what':
    'The sample case is an invented operator with two companies and seven networks, in a log of one day. It leaves with one click, and no registry is asked about it.',
  'page.findings.load-sample': 'Load the sample case',
} as const;
