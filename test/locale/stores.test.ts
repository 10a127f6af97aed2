import { expect, it } from 'vitest';
import { defaultProvider } from '../../src/hosting/providers.js';
import { createCatalogue } from '../../src/locale/catalogue.js';
import { localized } from '../../src/locale/recognize.js';
import { noStoreIn, unfinishedCopy, unreadableIn, usedPlace } from '../../src/store/copy/copy-place.js';
import { newerSchema, unknownValue } from '../../src/store/format/form.js';
import { DataDirInUse } from '../../src/store/lowdb/lock/lock.js';
import { databaseError } from '../../src/store/postgres/connection/probe-database.js';
import { beingCopied } from '../../src/store/postgres/schema/migrate.js';

const URL_OF = 'postgres://bot:geheim@db.example.com:5432/domains';
const PLACE = 'db.example.com:5432/domains';
const withCode = (code: string) => Object.assign(new Error('in the system’s words'), { code });

const sentenceOf = (language: 'en' | 'ro', error: Error) =>
  localized(error.message, createCatalogue(language, defaultProvider));

it.each([
  noStoreIn('/data'),
  unfinishedCopy(PLACE, '/data'),
  unreadableIn('/data/mappings/a.json', 'damaged'),
  usedPlace(PLACE),
  beingCopied(URL_OF),
  new DataDirInUse('/data', { pid: 12, host: 'one' }),
  newerSchema(3, 2),
  unknownValue('mapping.stage', 'dnoe'),
])('why a store can’t be used is said in the reader’s language: $message', (error) => {
  expect(sentenceOf('en', error)).toBe(error.message);
  expect(sentenceOf('ro', error)).not.toBe(error.message);
  expect(error.message).not.toContain('geheim');
});

it.each([
  '28P01',
  '28000',
  '3D000',
  '42501',
  '53100',
  '53300',
  '57P03',
  '57014',
  '25006',
  'ECONNREFUSED',
  'ENOTFOUND',
  'ETIMEDOUT',
])('why a database can’t be used is said in the reader’s language: %s', (code) => {
  const said = sentenceOf('ro', databaseError(URL_OF, withCode(code)));
  expect(said).toMatch(`DATABASE_URL (${PLACE}) nu poate fi folosită: `);
  expect(said).toMatch(`(${code}). Verifică URL-ul`);
  // What the database itself says is shown as it is.
  expect(said.replace('in the system’s words', '')).not.toMatch(/ (?:the|is|it|this|there) /);
});
