import { arrivals } from './arrivals.js';
import { customers } from './customers.js';
import { deskCertificates } from './desk/certificates.js';
import { deskLater } from './desk/later.js';
import { deskPages } from './desk/pages.js';
import { deskRecords } from './desk/records.js';
import { deskSites } from './desk/sites.js';
import { field } from './field.js';
import { fresh } from './fresh.js';
import { further } from './further.js';
import { inspection } from './inspection.js';
import { kin } from './kin.js';
import { practice } from './practice.js';
import type { Scenario } from './scenario.js';
import { scenarios } from './scenarios.js';
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
  ...deskRecords,
  ...deskCertificates,
  ...deskSites,
  ...deskPages,
  ...inspection,
  ...deskLater,
];
