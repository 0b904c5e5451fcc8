export const eventsPage = {
  'page.events.title': 'Events',
} as const;
