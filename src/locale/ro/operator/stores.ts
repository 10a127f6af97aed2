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
    'DATABASE_URL ({place}) nu poate fi folosită: {reason}. Verifică URL-ul, serverul și că utilizatorul botului poate crea tabele în această bază de date.',
  'report.database.newer':
    'O versiune mai nouă a botului a schimbat baza de date (schema cere pasul {number}; această versiune cunoaște până la {most}). Nu s-a schimbat nimic: pornește versiunea mai nouă.',
  'report.database.password': 'parola este greșită ({code})',
  'report.database.user': 'serverul refuză acest utilizator ({code})',
  'report.database.missing': 'această bază de date nu există ({code})',
  'report.database.permission': 'utilizatorul nu poate crea tabele în ea ({code})',
  'report.database.full': 'discul serverului este plin ({code})',
  'report.database.connections': 'serverul nu mai are conexiuni libere ({code})',
  'report.database.starting': 'serverul pornește sau se oprește ({code})',
  'report.database.slow': 'serverul a anulat o instrucțiune care dura prea mult ({code})',
  'report.database.read-only': 'poate fi doar citită ({code})',
  'report.database.silent': 'nu răspunde nimeni acolo ({code})',
  'report.database.address': 'gazda nu are adresă ({code})',
  'shell.store.no-url': 'DATABASE_URL nu este setată. Seteaz-o sau indică un folder sau postgres://….',
  'shell.store.bad-url':
    '{name} nu este un URL postgres://. Scrie caracterele speciale din parolă sub formă de coduri: %23 pentru #, %2F pentru /.',
  'shell.store.same': '--from și --to indică același loc.',
  'shell.store.copied':
    '{from} a fost copiat în {to} și totul a fost comparat. Mapări: {mappings}. Evenimente: {events}. Alte documente: {documents}. Scrise de data aceasta: {written}.',
  'shell.store.copying': 'Mapări până acum: {count}',
  'shell.store.broken':
    'Mapări cu evenimente schimbate sau pierdute înainte de copiere: {count}. „closte-domain-bot audit verify” spune care.',
  'shell.capacity.carried':
    'Da: pe această mașină, un singur proces cu fișiere duce {mappings, plural, one {# domeniu verificat} few {# domenii verificate} other {# de domenii verificate}} la fiecare {interval} s.',
  'shell.capacity.not-carried':
    'Nu: un singur proces pe această mașină nu duce {mappings, plural, one {# domeniu verificat} few {# domenii verificate} other {# de domenii verificate}} la fiecare {interval} s. Folosește PostgreSQL (DATABASE_URL) și mașini ca aceasta. Replici necesare: {replicas}, plus una pentru cazul unei defecțiuni.',
  'shell.capacity.limit':
    'Duce cam {most}; limita este {limit, select, cpu {procesorul} disk {discul} other {memoria}}.',
  'shell.capacity.interval': 'Verificate la fiecare {interval} s, un singur proces ar duce {mappings}.',
  'shell.capacity.measured': 'Măsurat aici:',
  'shell.capacity.cpu':
    '  procesor: {ms} ms de CPU pentru o verificare fără noutăți (DNS, certificat, pagină, date), cu simulatoare pe această mașină',
  'shell.capacity.cpu-assumed':
    '  procesor: {ms} ms de CPU pentru o verificare fără noutăți. S-a măsurat doar partea datelor; restul este presupus, fiindcă simulatoarele au nevoie de pachetele de dezvoltare (npm ci)',
  'shell.capacity.disk':
    '  disc: {median} ms pentru scrierea sigură a 4 KiB ({p99} ms în cel mai rău caz); modificări salvate pe secundă: {changes}',
  'shell.capacity.memory':
    '  memorie: {bytes, plural, one {# octet} few {# octeți} other {# de octeți}} pentru un domeniu; {mib} MiB pentru un proces',
  'shell.capacity.at-rate':
    '  în ritmul cerut: {rate} verificări/s timp de {seconds} s au folosit {share} % dintr-un nucleu; bucla de evenimente a întârziat {loop} ms (percentila 99), o verificare cel mult {late} ms',
  'shell.capacity.no-rate':
    '  în ritmul cerut: neîncercat, fiindcă nu există simulatoare sau este mai mult decât poate un proces',
  'shell.capacity.extrapolated':
    'Extrapolat din acestea, cu {share} % dintr-un nucleu pentru verificări și noutăți la una din {checks}:',
  'shell.capacity.parts': '  domenii pe care le duc procesorul: {cpu}, discul: {disk}, memoria: {memory}',
  'shell.capacity.not-measured':
    'Nemăsurat: o bază de date, rețeaua, limitele de ritm ale Slack și {provider}.',
});
