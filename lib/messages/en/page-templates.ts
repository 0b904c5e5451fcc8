export const templatesPage = {
  'page.templates.title': 'Sender templates',
  'page.templates.lead':
    '{total, plural, =0 {No sender was logged yet.} one {One pattern tells how the senders are made.} other {# patterns tell how the senders are made.}}',
  'page.templates.lead-filtered':
    '{events, plural, =0 {The filter finds no refusal.} one {{total, plural, =0 {No sender template} one {One sender template} other {# sender templates}} in the one refusal that the filter finds.} other {{total, plural, =0 {No sender template} one {One sender template} other {# sender templates}} in the # refusals that the filter finds.}}',
  'page.templates.pattern': 'Pattern',
  'page.templates.organisations': 'Organisations',
  'page.templates.null-sender': '<> (null sender)',
  'page.template.kicker': 'Sender template',
  'page.template.lead.fixed': 'Every sender of it is exactly this address.',
  'page.template.lead.null': 'The empty sender, as a bounce or a notice of a mail server has it.',
  'page.template.lead.variable': 'In each sender of it, {parts}.',
  'page.template.part.digits': '{sign} stands for figures',
  'page.template.part.hex': '{sign} stands for hexadecimal signs',
  'page.template.part.recipient': '{sign} stands for the address that was written to',
  'page.template.part.label': '{sign} stands for any name before the domain',
  'page.template.events':
    '{events, plural, =0 {No refusal names it.} one {One refusal has it.} other {# refusals have it.}}',
  'page.template.who': 'Organisations that use it',
  'page.template.networks': 'Networks it came from',
  'page.template.addresses': 'Addresses it came from',
  'page.template.recipients': 'To whom',
  'page.template.samples': 'Some of its senders',
  'page.template.findings': 'What was concluded from it',
  'page.template.no-longer': 'no longer found',
} as const;
