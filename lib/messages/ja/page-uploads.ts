import type { uploadsPage as source } from '../en/page-uploads';

export const uploadsPage: Record<keyof typeof source, string> = {
  'page.uploads.title': 'アップロード',
};
