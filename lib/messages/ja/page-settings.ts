import type { settingsPage as source } from '../en/page-settings';

export const settingsPage: Record<keyof typeof source, string> = {
  'page.settings.title': '設定',
};
