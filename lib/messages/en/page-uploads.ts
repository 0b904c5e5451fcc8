export const uploadsPage = {
  'page.uploads.title': 'Uploads',
} as const;
