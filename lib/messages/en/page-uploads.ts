export const uploadsPage = {
  'uploads.title': 'Uploads',
} as const;
