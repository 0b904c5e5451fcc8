import { LinkButton } from '@/components/ui/button';
import { Empty } from '@/components/ui/empty';
import { getUi } from './ui';

export default async function NotFound() {
  const { t } = await getUi();
  return (
    <Empty
      heading
      title={t('not-found.title')}
      sentence={t('not-found.body')}
      action={<LinkButton href="/">{t('not-found.home')}</LinkButton>}
    />
  );
}
