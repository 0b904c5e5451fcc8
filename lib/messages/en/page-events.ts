export const eventsPage = {
  'events.title': 'Events',
} as const;
