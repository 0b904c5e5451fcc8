/** The evidence drawer, and forms that call a verb. */
export const evidence = {
  'evidence.shown': '{shown, number} of {total, number} shown',
  'evidence.gone': 'What this pointed to is no longer here: its upload or its answer was removed.',
  'evidence.lines': '{count, plural, one {# log line} other {# log lines}}',
  'evidence.line': 'line {line, number}',
  'evidence.answer-of': 'Answer of',
  'evidence.asked': 'asked',
  'act.refused': 'Changes are taken from Ringleader’s own pages only. Open this page anew and try again.',
  'act.fault':
    'Something in Ringleader failed, and nothing was changed. Try again; if it stays, look at the output of the server.',
} as const;
