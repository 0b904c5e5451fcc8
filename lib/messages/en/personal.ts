/** Deleting personal data of registry contacts. */
export const personalPart = {
  'page.personal.title': 'Personal data',
  'page.personal.delete': 'Delete this contact’s personal data…',
  'page.personal.goes':
    'What goes, for good: its name, e-mail, phones, fax and postal address in every version, and the text of every registry answer that carries them, whoever else such an answer tells of.',
  'page.personal.stays':
    'What stays: the handle, who names it, the company it works for, mailboxes that a network names for complaints, and of each answer the server, the question, the time and the SHA-256. Reports that were made already are not changed. Findings that rest on its phone or e-mail fall away.',
  'page.personal.again':
    'It is not asked about again by itself. An answer about one of its networks may bring some of it back.',
  'page.personal.delete-now': 'Delete it now',
  'page.personal.deleted': 'Its personal data was deleted {deletedAt}. The handle and the networks that name it stay.',
  'evidence.deleted': 'The text was deleted {deletedAt}, because it held personal data; its SHA-256 stays.',
  'services.personal.sample': '<m>{handle}</m> is of the sample case: remove that as a whole on the page of settings.',
  'services.personal.bad-retention':
    'Personal data can be kept until you delete it, or 30, 90 or 365 days, not <m>{text}</m>.',
  'page.settings.retention-title': 'Personal data of registry contacts',
  'page.settings.retention': 'Keep it',
  'page.settings.retention-hint':
    'Counted from when a registry told it last. What is older goes with the text of the answers that carry it: names, e-mails, phones, faxes and postal addresses. Handles and networks stay, and so do the answers’ SHA-256.',
  'page.settings.retention-forever': 'until I delete it',
  'page.settings.retention-days': '{days, number} days',
  'page.settings.retention-save': 'Save this choice',
  'page.settings.retention-saved': 'Saved. What is older is deleted within minutes, and from now on day by day.',
} as const;
