export const blockListsPage = {
  'page.block-lists.title': 'Block lists',
} as const;
