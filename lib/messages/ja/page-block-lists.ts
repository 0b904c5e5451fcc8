import type { blockListsPage as source } from '../en/page-block-lists';

export const blockListsPage: Record<keyof typeof source, string> = {
  'page.block-lists.title': '遮断リスト',
};
