export const servicesRoom = {
  'services.operator.unknown':
    'There is no operator <m>{id}</m>. It may have been taken apart since: look in the list of operators.',
  'services.operator.cannot-split':
    'This one cannot be split off: it no longer belongs to the operator, or it is its only member.',
  'services.operator.not-split': 'It was not taken out of this operator, or that was undone already.',
  'services.finding.unknown':
    'There is no finding <m>{id}</m>. New data may have replaced it: look at the findings again.',
  'services.canary.bad':
    '<m>{recipient}</m> was not noted: write one e-mail address, and a service of at most 200 characters.',
  'services.upload.unknown': 'There is no upload <m>{id}</m>. It may have been removed.',
  'services.upload.unreadable': '<m>{name}</m> cannot be read: {problem}',
  'services.upload.no-file': '<m>{name}</m> is not a file. Give a log file, or a dash to read from the standard input.',
  'services.upload.bad-field': 'The field <m>{field}</m> of the upload is not right: {problem}',
  'services.upload.disk-full':
    'There is no room left in {folder}. What was read is kept; make room, and the reading goes on by itself within a minute.',
  'services.upload.empty': '<m>{name}</m> is empty: no byte arrived.',
  'services.upload.cut':
    'Of <m>{name}</m> only {got, number} of {expected, number} bytes arrived. Nothing was kept: send it again.',
  'services.upload.bad-zone':
    '<m>{zone}</m> is not a time zone we know. Write a name such as <m>Asia/Tokyo</m> or an offset such as <m>+09:00</m>.',
  'services.upload.still-reading': '<m>{name}</m> is still being read. Change it when it is done.',
  'services.follow.absent': '<m>{name}</m> is not there yet. It is read as soon as it is.',
  'services.follow.lost':
    '<m>{name}</m> was rotated, and neither the old file nor a copy of it lies beside it any more. What it held before that was read is kept; the new file is read from its start.',
  'services.sample.still-reading': 'The sample case is still being read. Remove it in a moment.',
  'services.answers.none':
    'Nothing in it reads as a registry answer ({parts, plural, one {# part} other {# parts}} looked at). Paste the whole answer with its labels, such as <m>a. [IP Network Number]</m> or <m>inetnum:</m>.',
  'services.ask.unknown-server': '<m>{server}</m> is not in the directory of registries, so it was not asked.',
  'services.ask.nobody': 'Nobody that we may ask answers for <m>{address}</m>.',
  'services.ask.budget':
    '<m>{server}</m> gives one address {limit, number} personal entries a day, and today’s are used up. It is asked again after midnight UTC.',
  'services.ask.day-budget':
    '<m>{server}</m> was put {limit, number} questions today, which is its number for a day. It is asked again at 00:00 UTC.',
  'services.day-budget.bad':
    'The questions a day of <m>{server}</m> must be a whole number from {least, number} to {most, number}, not <m>{text}</m>.',
  'services.ask.denied-for-good': '<m>{server}</m> denies access to this address for good: somebody must write to it.',
  'services.ask.referral.none': '<m>{server}</m> names no registry that could be asked about <m>{host}</m>.',
  'services.ask.referral.not-listed':
    '<m>{server}</m> sends us on to <m>{host}</m>, which is not in the directory of registries, so it was not asked. RINGLEADER_REGISTRIES can add it. What <m>{server}</m> said itself is kept.',
  'services.ask.referral.loop':
    '<m>{server}</m> sends us on to <m>{host}</m>, which was asked before, so we stopped. What they said is kept.',
  'services.ask.referral.too-many-hops':
    '<m>{server}</m> sends us on to <m>{host}</m>, one referral too many for one question, so we stopped. What they said is kept.',
  'services.registry.unknown': '<m>{server}</m> is not in the directory of registries.',
  'services.registry.not-failed': 'The question <m>{question}</m> has not failed, so there is nothing to try again.',
  'services.own-networks.bad':
    'Line {line, number}, <m>{text}</m>, is neither an address nor a network. Write one a line, such as <m>192.0.2.0/24</m>.',
  'services.cache-times.network':
    'Networks must hold for a whole number of hours from {least, number} to {most, number}, not <m>{text}</m>.',
  'services.cache-times.handle':
    'Contacts and lists must hold for a whole number of days from {least, number} to {most, number}, not <m>{text}</m>.',
  'services.cache-times.negative':
    '“There is no such entry” must hold for a whole number of minutes from {least, number} to {most, number}, not <m>{text}</m>.',
  'services.settings.bad': 'The setting <m>{name}</m> is <m>{value}</m>, which does not do: {problem}',
  'services.settings.registries': '<m>RINGLEADER_REGISTRIES</m>: the file <m>{file}</m> cannot be used: {problem}',
  'services.migrate.newer':
    'This data folder was made by a newer version (it has <m>{name}</m>). Use that version, or another data folder.',
  'services.migrate.changed':
    'The migration <m>{name}</m> differs from the one this database was made with. Restore the file, or use another data folder.',
  'services.job.fault': 'A fault of ours stopped <m>{key}</m>. It is tried again; the output of the server says more.',
  'services.view.bad-name': 'Give the view a name of at most {most} characters.',
  'services.view.unknown': 'This view is no longer kept.',
} as const;
