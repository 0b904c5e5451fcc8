export const blockListsPage = {
  'block-lists.title': 'Block lists',
} as const;
