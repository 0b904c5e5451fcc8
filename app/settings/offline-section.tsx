import { OfflineData } from '@/components/settings/offline-data';
import { listOfflineFiles } from '@/lib/services/offline-files';
import { removeOffline } from './offline-actions';

/** The operator's own files of networks. */
export function OfflineSection() {
  return <OfflineData files={listOfflineFiles()} remove={removeOffline} />;
}
