import type { storesEn } from '../../en/operator/stores.js';
import { translation } from '../../messages.js';

/** Romanian: stores: copying them, and databases and folders that can’t be used. */
export const storesRo = translation<'ro', typeof storesEn>()({
  'report.copy.unfinished':
    '{place} conține o copie neterminată a {other}. Termin-o cu aceeași comandă „closte-domain-bot store copy” sau golește destinația.',
  'report.copy.no-store':
    'În {place} nu sunt date ale botului. Indică un DATA_DIR sau o bază de date folosită de un bot.',
  'report.copy.unreadable':
    'Nu se poate copia {what} ({reason}). Repară sau mută fișierul și copiază din nou.',
  'report.copy.used':
    'Un bot lucrează cu {place}. Oprește toate replicile, așteaptă zece secunde și copiază din nou.',
  'report.copy.different':
    '{place} diferă de datele de copiat: {what}. Indică o destinație goală: două seturi de date nu se amestecă niciodată.',
  'report.copy.running': '{place} este în curs de copiere. Așteaptă să se termine sau oprește copierea.',
  'report.data-dir.used':
    'Alt bot (procesul {number} pe {host}) lucrează cu {place}. Oprește-l mai întâi sau dă-i acestuia alt DATA_DIR.',
  'report.database.unusable':
    'DATABASE_URL ({place}) nu poate fi folosită: {reason}. Indică o bază de date PostgreSQL în care utilizatorul botului poate crea tabele.',
  'report.database.newer':
    'O versiune mai nouă a botului a schimbat baza de date (schema cere pasul {number}; această versiune cunoaște până la {most}). Nu s-a schimbat nimic: pornește versiunea mai nouă.',
  'report.database.password': 'parola este greșită ({code})',
  'report.database.user': 'serverul refuză acest utilizator ({code})',
  'report.database.missing': 'această bază de date nu există ({code})',
  'report.database.permission': 'utilizatorul nu poate crea tabele în ea ({code})',
  'report.database.full': 'discul serverului este plin ({code})',
  'report.database.connections': 'serverul nu mai are conexiuni libere ({code})',
  'report.database.starting': 'serverul pornește sau se oprește ({code})',
  'report.database.read-only': 'poate fi doar citită ({code})',
  'report.database.silent': 'nu răspunde nimeni acolo ({code})',
  'report.database.address': 'gazda nu are adresă ({code})',
  'shell.store.no-url': 'DATABASE_URL nu este setată. Seteaz-o sau indică un folder sau postgres://….',
  'shell.store.same': '--from și --to indică același loc.',
  'shell.store.copied':
    '{from} a fost copiat în {to} și totul a fost comparat. Mapări: {mappings}. Evenimente: {events}. Alte documente: {documents}. Scrise de data aceasta: {written}.',
  'shell.store.copying': 'Mapări până acum: {count}',
  'shell.store.broken':
    'Mapări cu evenimente schimbate sau pierdute înainte de copiere: {count}. „npm run audit -- verify” spune care.',
});
