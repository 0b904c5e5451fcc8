import { canaryLeak } from './detectors/canary-leak';
import { hop } from './detectors/hop';
import { senderTemplateUse } from './detectors/sender-template';
import { sharedContact } from './detectors/shared-contact';
import { sharedHandle } from './detectors/shared-handle';

/** All detectors, by the groups they fold. A new one is a module in `detectors/` and a row here. */
export const detectors = {
  hop,
  senderTemplate: senderTemplateUse,
  sharedContact,
  sharedHandle,
  canaryLeak,
} as const;

export { isCommonHandle, isMaintainer } from './common-desks';
export type { Detector } from './detector';
export { emailDomain, isFreemail } from './mail-domains';
export { type OperatorInput, proposeOperators } from './operators';
export { normaliseOrganisationName, organisationKey } from './organisation-name';
export { toE164 } from './phone';
export { normalisePostalAddress, type PlaceKey } from './postal-address';
export { isVariable, senderTemplate, templateDomain } from './templates';
