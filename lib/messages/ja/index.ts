import { acceptedRoom } from './accepted';
import { addressesPage } from './page-addresses';
import { archiveRoom } from './archive';
import { asPage } from './page-as';
import { blockListsPage } from './page-block-lists';
import { blocklistRoom } from './blocklist';
import { eventsPage } from './page-events';
import { evidence } from './evidence';
import { filterRoom } from './filter';
import { findingRoom } from './finding';
import { findingsPage } from './page-findings';
import { graphPage } from './page-graph';
import { graphRoom } from './graph';
import { groupLists } from './group-lists';
import { ingestRoom } from './ingest';
import { leaksPage } from './page-leaks';
import { nav } from './nav';
import { networksPage } from './page-networks';
import { offlineRoom } from './offline';
import { openLogRoom } from './open-log';
import { operatorsPage } from './page-operators';
import { personalPart } from './personal';
import { questionsPart } from './questions';
import { registriesPage } from './page-registries';
import { registryRoom } from './registry';
import { reportRoom } from './report';
import { reportsPage } from './page-reports';
import { searchPage } from './page-search';
import { servicesRoom } from './services';
import { settingsPage } from './page-settings';
import { sightingsRoom } from './sightings';
import { templatesPage } from './page-templates';
import { terms } from './terms';
import { timeRange } from './time-range';
import { ui } from './ui';
import { uploads } from './uploads';
import { uploadsPage } from './page-uploads';

/** Every sentence in Japanese, by key. */
export const ja = {
  ...acceptedRoom,
  ...archiveRoom,
  ...sightingsRoom,
  ...nav,
  ...findingsPage,
  ...operatorsPage,
  ...networksPage,
  ...asPage,
  ...addressesPage,
  ...templatesPage,
  ...eventsPage,
  ...groupLists,
  ...timeRange,
  ...graphPage,
  ...blockListsPage,
  ...reportsPage,
  ...leaksPage,
  ...uploadsPage,
  ...personalPart,
  ...questionsPart,
  ...uploads,
  ...registriesPage,
  ...settingsPage,
  ...evidence,
  ...searchPage,
  ...terms,
  ...ui,
  ...blocklistRoom,
  ...reportRoom,
  ...filterRoom,
  ...findingRoom,
  ...graphRoom,
  ...registryRoom,
  ...servicesRoom,
  ...offlineRoom,
  ...openLogRoom,
  ...ingestRoom,
};
