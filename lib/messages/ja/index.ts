import { nav } from './nav';
import { findingsPage } from './page-findings';
import { operatorsPage } from './page-operators';
import { networksPage } from './page-networks';
import { eventsPage } from './page-events';
import { graphPage } from './page-graph';
import { blockListsPage } from './page-block-lists';
import { reportsPage } from './page-reports';
import { leaksPage } from './page-leaks';
import { uploadsPage } from './page-uploads';
import { registriesPage } from './page-registries';
import { settingsPage } from './page-settings';
import { evidence } from './evidence';
import { searchPage } from './page-search';
import { terms } from './terms';
import { ui } from './ui';

/** Every sentence in Japanese, by key. */
export const ja = {
  ...nav,
  ...findingsPage,
  ...operatorsPage,
  ...networksPage,
  ...eventsPage,
  ...graphPage,
  ...blockListsPage,
  ...reportsPage,
  ...leaksPage,
  ...uploadsPage,
  ...registriesPage,
  ...settingsPage,
  ...evidence,
  ...searchPage,
  ...terms,
  ...ui,
};
