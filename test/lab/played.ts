import { afterwards } from './afterwards.js';
import { arrivals } from './arrivals.js';
import { callersRecords } from './callers/records.js';
import { callersSites } from './callers/sites.js';
import { customers } from './customers.js';
import { field } from './field.js';
import { fresh } from './fresh.js';
import { further } from './further.js';
import { inspection } from './inspection.js';
import { kin } from './kin.js';
import { practice } from './practice.js';
import type { Scenario } from './scenario.js';
import { scenarios } from './scenarios.js';
import { supportCertificates } from './support/certificates.js';
import { supportLater } from './support/later.js';
import { supportPages } from './support/pages.js';
import { supportRecords } from './support/records.js';
import { supportSites } from './support/sites.js';
import { trial } from './trial.js';
import { unseen } from './unseen.js';
import { unusual } from './unusual.js';

/** Every scenario, in one order: their place in it names their domains. */
export const played: readonly Scenario[] = [
  ...scenarios,
  ...unseen,
  ...unusual,
  ...customers,
  ...practice,
  ...trial,
  ...fresh,
  ...field,
  ...kin,
  ...arrivals,
  ...further,
  ...supportRecords,
  ...supportCertificates,
  ...supportSites,
  ...supportPages,
  ...inspection,
  ...supportLater,
  ...afterwards,
  ...callersRecords,
  ...callersSites,
];
