/** The page of an AS: the blocks it announces, and which of them we have looked up. */
export const asPage = {
  'page.as.kicker': 'Autonomous system',
  'page.as.lead':
    '{named, select, yes {<b>{name}</b>: one} other {One}} network operator’s part of the internet, by its number. {blocks, plural, =0 {No answer has told of a block of it yet.} one {Answers tell of one block of it{seen, plural, =0 {, which is only registered for it} other {, which was seen announced}}.} other {Answers tell of # blocks of it{rest, plural, =0 {, all of them seen announced} other {: {seen, number} seen announced, {rest, number} only registered for it}}.}}{blocks, plural, =0 {} other {{unknown, plural, =0 { All lie in, or hold, networks that were looked up.} one { One of them was not looked up yet.} other { # of them were not looked up yet.}}}}',
  'page.as.no-evidence':
    'This list is no evidence. Who announces a block carries its traffic, and may do so for customers of every kind: nothing here counts against anybody or gets into a block list before the registered network was looked up.',
  'page.as.blocks': 'Its blocks',
  'page.as.column.block': 'Block',
  'page.as.column.network': 'Network we hold',
  'page.as.column.refusals': 'Refusals in it',
  'page.as.not-looked-up': 'not looked up yet',
  'page.as.inside': '{count, plural, one {one network inside it} other {# networks inside it}}',
  'page.as.seen': 'seen announced, says <m>{server}</m>',
  'page.as.registered': 'registered at <m>{server}</m>',
  'page.as.asked.waiting': 'waits for <m>{server}</m>',
  'page.as.asked.failed': 'given up at <m>{server}</m>',
  'page.as.look-up': 'Look up',
  'page.as.shown': '{shown, number} of {total, plural, one {# block} other {# blocks}}',
} as const;
