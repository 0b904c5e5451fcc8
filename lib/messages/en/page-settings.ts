export const settingsPage = {
  'page.settings.title': 'Settings',
  'page.settings.lead': 'What is yours, and must never be blocked; and how this Ringleader runs.',
  'page.settings.own-title': 'Your own networks',
  'page.settings.own': 'Never block these',
  'page.settings.own-hint':
    'One address, block or range a line; # begins a comment. A block list that touches one of them refuses it and says why.',
  'page.settings.own-save': 'Save',
  'page.settings.own-saved':
    '{count, plural, =0 {None of your own networks is named now.} one {# network saved.} other {# networks saved.}}',
  'page.settings.cache-title': 'How long registry answers hold',
  'page.settings.cache-lead':
    'A question whose answer holds is not put again, by whomever. Longer is kinder to the registries; shorter shows changes sooner.',
  'page.settings.cache.network': 'Networks, and who announces them (hours)',
  'page.settings.cache.handle': 'Contacts, organisations and their lists (days)',
  'page.settings.cache.negative': '“There is no such entry” (minutes)',
  'page.settings.cache-hint.network':
    'From {least, number} to {most, number} hours; {usual, number} unless you say otherwise.',
  'page.settings.cache-hint.handle':
    'From {least, number} to {most, number} days; {usual, number} unless you say otherwise.',
  'page.settings.cache-hint.negative':
    'From {least, number} to {most, number} minutes; {usual, number} unless you say otherwise.',
  'page.settings.cache-save': 'Save these times',
  'page.settings.cache-saved': 'Saved. Answers that are kept already hold by these times too.',
  'page.settings.budget-title': 'Questions a day',
  'page.settings.budget-lead':
    'A server that was put so many questions is asked again after 00:00 UTC; what waits for it keeps its place. RIPE publishes a number of its own, 1,000 personal entries a day, which always holds, and RIPEstat asks for a word beyond 1,000 questions; all other numbers are our own politeness. Whole numbers from 1 to {most, number}; leave a field blank for the usual one.',
  'page.settings.budget-usual': 'Usually {usual, number}',
  'page.settings.budget-save': 'Save these numbers',
  'page.settings.budget-saved': 'Saved. A registry that waited for its number goes on where some are left.',
  'page.settings.sample-title': 'Sample case',
  'page.settings.sample-loaded':
    'The sample case is here. All of it is invented and marked as sample; removing it removes exactly what it brought.',
  'page.settings.sample-absent':
    'An invented operator with two companies and seven networks, in a log of one day, to see every page at work. No registry is asked about it.',
  'page.settings.environment': 'Read from the environment at start',
  'page.settings.setting': 'Setting',
  'page.settings.value': 'Value',
  'page.settings.meaning': 'What it is',
  'page.settings.not-set': 'not set',
  'page.settings.default': '(default)',
  'page.settings.env.RINGLEADER_DATA': 'Folder of the database and the uploads. Copy it to keep everything.',
  'page.settings.env.HOST': 'Where the pages are served; this version listens on this machine only.',
  'page.settings.env.PORT': 'The port of the pages.',
  'page.settings.env.RINGLEADER_REGISTRIES': 'A JSON file that changes rows of the registry directory.',
  'page.settings.overridden': 'Registries changed by RINGLEADER_REGISTRIES',
  'page.settings.host': 'Registry',
  'page.settings.reached-at': 'Reached at',
  'page.settings.interval': 'Between questions',
  'page.settings.restart': 'To change these, stop Ringleader, set the variable and start it again.',
} as const;
