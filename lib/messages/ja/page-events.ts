import type { eventsPage as source } from '../en/page-events';

export const eventsPage: Record<keyof typeof source, string> = {
  'page.events.title': '拒否記録',
};
