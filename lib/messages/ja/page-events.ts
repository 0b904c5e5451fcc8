import type { eventsPage as source } from '../en/page-events';

export const eventsPage: Record<keyof typeof source, string> = {
  'events.title': '拒否記録',
};
