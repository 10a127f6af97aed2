import type { reportsEn } from '../../en/operator/reports.js';
import { translation } from '../../messages.js';

/** Romanian: what went wrong inside and outside, and how the parts of the bot are. */
export const reportsRo = translation<'ro', typeof reportsEn>()({
  'report.timed-out': '{name} nu a răspuns la timp.',
  'report.unreachable': '{name} nu poate fi contactat ({code}).',
  'report.bad-certificate': 'Certificatul prezentat de {name} nu este acceptat ({code}).',
  'report.too-large': 'Răspunsul de la {name} este prea mare.',
  'report.broken-off': 'Conexiunea cu {name} s-a întrerupt ({code}).',
  'report.key-refused-status': '{name} nu acceptă cheia API (HTTP {status}).',
  'report.key-refused': '{name} nu acceptă cheia API.',
  'report.http-status': '{name} a răspuns cu HTTP {status}.',
  'report.empty-answer': 'Răspunsul de la {name} este gol.',
  'report.not-json': 'Răspunsul de la {name} nu este JSON.',
  'report.unknown-form': '{name} a răspuns într-un format necunoscut.',
  'report.unknown-key-test': '{name} a răspuns la testul cheii într-un format necunoscut.',
  'report.refused-unsaid': '{name} a refuzat fără să spună de ce.',
  'report.refused': '{name} a refuzat: {said}',
  'report.no-reason': 'fără motiv',
  'report.unknown-reason': 'motiv necunoscut',
  'report.unknown-list': 'Lista de domenii are un format necunoscut.',
  'report.header-taken':
    'Cheia și secretul sunt corecte, dar serverul web elimină antetul Authorization. Lasă-l să treacă (Apache: `CGIPassAuth On`).',
  'report.unreadable-record': 'Ultimate Multisite a răspuns cu o înregistrare care nu poate fi citită.',
  'report.unreadable-site': 'Ultimate Multisite a răspuns cu un site care nu poate fi citit.',
  'report.no-list': 'Răspunsul de la Ultimate Multisite nu este o listă.',
  'report.endless-list': 'Lista din Ultimate Multisite nu se termină.',
  'report.changing-list': 'Lista din Ultimate Multisite s-a schimbat în timpul citirii.',
  'report.not-listed': 'Nu apare în lista din Ultimate Multisite.',
  'report.no-api':
    'API-ul REST Ultimate Multisite lipsește: activează-l în Settings > API & Webhooks și verifică dacă MULTISITE_URL este adresa principală a rețelei.',
  'report.firewall':
    'Ceva din fața Ultimate Multisite, de exemplu un firewall, o parolă sau alt plugin, a răspuns cu HTTP {status}: lasă să treacă cererile către {path}.',
  'report.no-such-key': 'Ultimate Multisite nu acceptă această cheie (HTTP {status}).',
  'report.redirects':
    'Ceva din fața Ultimate Multisite, de exemplu un firewall, o pagină de autentificare sau alt plugin, redirecționează cererile către {address} (HTTP {status}): lasă să treacă cererile către {path}.',
  'report.redirects-to':
    'MULTISITE_URL redirecționează către {address}: pune această adresă în MULTISITE_URL.',
  'report.login-page':
    'WordPress trimite cererile către API-ul lui la pagina de autentificare: lasă {path} să treacă fără autentificare.',
  'report.other-site': 'acolo domeniul este pe site-ul {site}.',
  'report.no-site': 'rețeaua nu are site-ul {site}.',
  'report.no-rest': 'API-ul lui REST nu mai este configurat.',
  'report.unknown-app': 'aplicația {app} nu este configurată',
  'report.slack-http': 'Slack a răspuns cu HTTP {status}',
  'report.slack-proxy': 'Slack nu poate fi contactat (proxy-ul a refuzat)',
  'report.slack-unreachable': 'Slack nu poate fi contactat ({code})',
  'report.slack-silent': 'niciun răspuns de la Slack',
  'report.slack-wait': 'Slack cere să așteptăm',
  'report.slack-says': 'Slack spune {error}',
  'report.slack-answered': 'Slack a răspuns cu {said}',
  'report.cannot-post': 'botul nu poate publica acolo',
  'report.moved-card-gone': 'cardul mutat a fost șters',
  'report.card-gone': 'Slack a publicat un răspuns în canal: cardul lui nu mai există',
  'report.long-search': 'în canal sunt multe mesaje de atunci: căutarea continuă',
  'report.no-ts': 'Slack nu a trimis ts',
  'report.not-connected': 'neconectat',
  'report.no-tick': 'nu a rulat încă',
  'report.last-tick': 'ultima rulare acum {seconds} s',
  'report.unwritable': 'nu se poate scrie',
  'report.silent': 'niciun răspuns de {seconds} s',
  'report.check-failed': 'verificarea a eșuat',
  'report.in-channel': 'canalul {channel}: {why}',
  'report.late-check': 'cea mai întârziată verificare: {seconds} s',
  'report.late-event': 'cel mai vechi eveniment nelivrat: {seconds} s',
  'report.late-lane': 'cea mai întârziată sarcină din coada {lane}: {seconds} s',
  'report.undeliverable': 'evenimente care nu au putut fi publicate: {counts}',
  'report.log-lines': 'nu s-au putut scrie linii: {count}',
  'report.unusable-file': '{file} nu poate fi folosit: {reason}',
  'report.unusable-files': '{file} și încă {count} nu pot fi folosite: {reason}',
  'report.newer-file':
    'scris de o versiune mai nouă a botului (schema {schema}; această versiune cunoaște până la {known}). A rămas neschimbat: pornește din nou versiunea mai nouă.',
  'report.unknown-value':
    '{place} conține „{value}”, pe care această versiune nu o cunoaște: a scris-o o versiune mai nouă sau a modificat-o cineva de mână. A rămas neschimbat: pornește din nou versiunea mai nouă sau corectează valoarea.',
  'report.settings-newer':
    'Fișierul cu setări: {why} Până atunci se folosesc valorile implicite, iar setările nu pot fi schimbate.',
  'report.settings-damaged':
    '{file} din {place} era deteriorat, așa că se folosesc valorile implicite. Este păstrat ca {kept}; alege din nou setările în Slack.',
  'report.settings-unusable':
    'Aceste setări salvate nu pot fi folosite și contează ca nesetate: {settings}. Toate celelalte sunt valabile. Alege-le din nou în Slack; se păstrează o copie a ceea ce nu poate fi citit.',
  'report.settings-unreadable':
    'Setările salvate nu pot fi citite ({code}), așa că se folosesc valorile implicite, iar setările nu pot fi schimbate. Fă din settings.json din DATA_DIR un fișier pe care utilizatorul botului îl poate citi sau verifică baza de date; apoi botul le citește singur.',
  'report.double-file': 'există un fișier mai nou al mapării {hostname}',
  'report.other-file': 'există alt fișier în locul lui',
  'report.uninstalled':
    'aplicația a fost dezinstalată: instaleaz-o din nou, setează SLACK_BOT_TOKEN și repornește botul',
  'report.token-revoked':
    'tokenul botului a fost revocat: instalează din nou aplicația, setează SLACK_BOT_TOKEN și repornește botul',
  'report.channel-archived':
    'a fost arhivat, așa că cardurile lui nu se mai schimbă: dezarhivează-l sau scrie în alt canal `move` și numele de gazdă',
  'report.channel-left':
    'botul a fost scos din el, așa că nu i se mai schimbă cardurile: invită din nou botul sau scrie în alt canal `move` și numele de gazdă',
  'report.channel-deleted':
    'a fost șters cu tot cu cardurile lui: scrie în alt canal `move` și numele de gazdă',
  'report.channel-unseen':
    'Slack nu îl arată botului, așa că nu i se mai schimbă cardurile: invită din nou botul sau scrie în alt canal `move` și numele de gazdă',
  'report.gone-at-once': 'intrări care lipsesc dintr-odată: {gone} din {of}',
  'report.dnskey-algorithm': 'algoritm DNSKEY neacceptat',
  'report.ds-digest': 'tip de digest DS neacceptat',
  'report.dnssec-indeterminate': 'DNSSEC nedeterminat',
  'report.dnssec-bogus': 'DNSSEC nevalid',
  'report.signature-expired': 'semnătură expirată',
  'report.signature-early': 'semnătură care nu este încă valabilă',
  'report.dnskey-missing': 'DNSKEY lipsește: nicio cheie nu corespunde înregistrării DS de la registrar',
  'report.rrsig-missing': 'RRSIG lipsesc: zona nu este semnată așa cum spune înregistrarea DS',
  'report.zone-key': 'bitul de cheie de zonă lipsește',
  'report.nsec-missing': 'NSEC lipsește: nu se dovedește că un nume nu există',
  'report.cached-error': 'eroare din cache',
  'report.not-ready': 'serverul nu este încă disponibil',
  'report.not-authoritative': 'neautoritativ',
  'report.not-supported': 'neacceptat',
  'report.no-authority': 'niciun server autoritativ accesibil',
  'report.network-error': 'eroare de rețea între resolver și nameservere',
  'report.invalid-data': 'date nevalide',
  'report.nsec3-iterations': 'număr de iterații NSEC3 neacceptat',
  'report.nothing-to-ask': 'nicio adresă de întrebat',
  'report.no-answer': 'niciun răspuns',
  'report.unknown-issuer': 'emitent necunoscut',
  'report.token-pair':
    'SLACK_APP_TOKEN aparține aplicației Slack {app}, iar SLACK_BOT_TOKEN aplicației {own}, așa că nicio comandă nu ajunge la bot: creează tokenul la nivel de aplicație în aplicația {own}',
  'report.bot-token-fix':
    'Copiază tokenul botului din „OAuth & Permissions” al aplicației Slack și reinstalează aplicația dacă a fost eliminată.',
  'report.app-token-fix':
    'Creează un nou token la nivel de aplicație cu connections:write în „Basic Information” al aplicației Slack.',
  'report.token-refused': 'Slack nu acceptă {variable} ({error}).',
});
