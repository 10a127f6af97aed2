import type { shellEn } from '../../en/operator/shell.js';
import { translation } from '../../messages.js';

/** Romanian: programs beside the bot: help, results, and what went wrong. */
export const shellRo = translation<'ro', typeof shellEn>()({
  'shell.help': 'Utilizare: closte-domain-bot <subcomandă>',
  'shell.help.more':
    'closte-domain-bot <subcomandă> --help o explică pe una; --version afișează versiunea.\nSetările vin din mediu și din .env din folderul de lucru; .env.example le enumeră.',
  'shell.unknown':
    'Nu există subcomanda „{name}”. Rulează closte-domain-bot --help pentru a le vedea pe toate.',
  'shell.did-you-mean': 'Nu există subcomanda „{name}”. Te refereai la „{near}”?',
  'shell.package-missing':
    '„{name}” are nevoie de pachetul {package}, care există doar într-o clonă a depozitului: rulează-l acolo, după „npm ci” fără „--omit=dev”.',
  'shell.summary.start': 'rulează botul până la SIGTERM',
  'shell.summary.doctor':
    'verifică dacă funcționează tot ce îi trebuie botului și spune cum se repară ce nu merge',
  'shell.summary.check-domain':
    'verifică domenii o dată din terminal, fără Slack și fără date salvate: ce nu este în regulă și cum se repară',
  'shell.summary.audit': 'compară canalele cu datele salvate sau reconstruiește din ele datele pierdute',
  'shell.summary.domain-connect':
    'pregătește confirmarea cu un singur clic pentru clienți: fișierele-șablon, cheia de semnare și ce mai lipsește',
  'shell.summary.capacity':
    'măsoară această mașină timp de circa un minut și spune câte domenii duce și cu ce',
  'shell.summary.store': 'aduce la zi baza de date sau copiază datele între fișiere și o bază de date',
  'shell.summary.demo': 'rulează botul cu un Slack, un {provider} și servere DNS pe această mașină',
  'shell.usage.start':
    'Utilizare: closte-domain-bot start\nRulează botul până la SIGTERM. Totul se setează prin variabile de mediu; .env.example le enumeră.\n  --version   afișează versiunea\n  --help      afișează acest ajutor\n\nCod de ieșire: 0 oprit printr-un semnal, 1 nu a putut porni sau s-a oprit din eroare, 2 linia de comandă nu poate fi folosită.',
  'shell.usage.doctor':
    'Utilizare: closte-domain-bot doctor [opțiuni]\n  --json      ieșire pentru programe\n  --fix       propune să repare ce poate repara singur și întreabă înainte de fiecare schimbare\n  --version   afișează versiunea\n  --help      afișează acest ajutor\n\nVerifică dacă funcționează tot ce îi trebuie botului și spune cum se repară ce nu merge. Cod de ieșire: 0 fără probleme, 1 cu probleme, 2 linia de comandă nu poate fi folosită.',
  'shell.usage.audit':
    'Utilizare: closte-domain-bot audit verify    compară canalele cu datele salvate, în ambele sensuri\n           closte-domain-bot audit rebuild   reconstruiește datele din canale dacă DATA_DIR s-a pierdut\n\nCod de ieșire: 0 totul este în regulă, 1 ceva diferă, s-a pierdut sau nu poate fi citit, 2 linia de comandă nu poate fi folosită.',
  'shell.usage.check-domain':
    'Utilizare: closte-domain-bot check-domain <nume>… [opțiuni]\n  -                citește numele de la intrarea standard, separate prin spații sau rânduri\n  --target LISTĂ   către ce trebuie direcționat DNS-ul, în locul țintei aplicației: adrese și gazde, separate prin virgule\n  --app NUME       aplicația a cărei țintă și ale cărei setări contează, dacă sunt mai multe\n  --json           un obiect JSON pe rând pentru fiecare verificare (docs/checks.md)\n  --repeat N       verifică de N ori, de la 1 la 1000\n  --follow         verifică până când totul este în regulă\n  --interval S     secunde între două verificări, de la 1 la 86400; altfel ritmul botului\n\nVerifică domeniile la fel ca botul, fără Slack și fără date salvate. Citește setările de DNS, TLS și\naplicații din mediu și din .env; nu are nevoie de tokenuri. Cod de ieșire: 0 totul este în regulă, 1 cineva are de\nfăcut ceva sau de așteptat, 2 linia de comandă, un nume sau o setare nu este bună, 3 nu s-a putut verifica.\nExemplu: closte-domain-bot check-domain shop.example.com --target 203.0.113.10',
  'shell.usage.domain-connect':
    'Utilizare: closte-domain-bot domain-connect template [--app NUME] [--revision N] [--logo URL] [--folder FOLDER]\n             scrie fișierele-șablon ale unei aplicații, de publicat la https://github.com/Domain-Connect/Templates\n           closte-domain-bot domain-connect keys [--out FIȘIER]\n             creează cheia care semnează linkurile și arată înregistrările TXT ale părții publice\n           closte-domain-bot domain-connect check [--domain DOMENIU]\n             spune ce mai lipsește; cu domeniul unui client, întreabă și furnizorul lui DNS\n\nCod de ieșire: 0 gata și nu lipsește nimic, 1 ceva lipsește sau nu a reușit, 2 linia de comandă nu poate fi folosită.\nExemplu: closte-domain-bot domain-connect check --domain example.com',
  'shell.usage.capacity':
    'Utilizare: closte-domain-bot capacity --mappings N --interval S [--json]\n  --mappings N   câte domenii trebuie să ducă\n  --interval S   secunde între două verificări ale unui domeniu\n  --json         ieșire pentru programe\n\nMăsoară această mașină timp de circa un minut și spune câte domenii duce și cu ce.\nCod de ieșire: 0 ajunge un proces, 1 nu ajunge, 2 linia de comandă nu poate fi folosită, 3 nu s-a putut măsura.',
  'shell.usage.demo':
    'Utilizare: closte-domain-bot demo\nRulează botul cu un Slack, un {provider} și servere DNS pe această mașină și afișează adresa unei pagini care joacă rolul Slack.\nAre nevoie de o clonă a depozitului cu pachetele de dezvoltare. SANDBOX_PORT este portul paginii, implicit 8080.\n\nCod de ieșire: 0 oprit printr-un semnal, 1 nu a putut porni.',
  'shell.usage.store':
    'Utilizare: closte-domain-bot store migrate\n         aduce la zi schema bazei de date, ca la pornire\n       closte-domain-bot store copy --from A --to B\n         copiază datele într-un loc gol și le compară;\n         A și B sunt DATA_DIR, DATABASE_URL, un folder sau postgres://…; între timp niciun bot nu le poate folosi\n\nCod de ieșire: 0 gata, 1 nu a reușit, 2 linia de comandă nu poate fi folosită.\nExemplu: closte-domain-bot store copy --from DATA_DIR --to DATABASE_URL',
  'shell.store.no-database':
    'DATABASE_URL nu este setată: fișierele din DATA_DIR sunt aduse la zi când sunt citite.',
  'shell.store.migrated': 'Baza de date ({database}) este la zi. Pași făcuți: {count}.',
  'shell.audit.database-not-empty':
    'Baza de date ({database}) are încă mapări, de exemplu {hostname}. Indică mai întâi o bază goală: s-ar amesteca cu ce spun canalele.',
  'shell.see-help': 'Vezi closte-domain-bot {name} --help.',
  'shell.config': 'Botul nu poate porni cu această configurație:',
  'shell.problem': '{variable} {why}. {fix}',
  'shell.sign.ok': 'ok',
  'shell.sign.problem': 'PROBLEMĂ',
  'shell.sign.note': 'notă',
  'shell.sign.unchecked': 'neverificat',
  'shell.sign.missing': 'lipsește',
  'shell.unfinished': 'doctor nu a putut termina: {why}',
  'shell.question': '{question} [d/N]',
  'shell.audit.unreadable': '{file} nu poate fi citit: {reason}',
  'shell.audit.out-of-reach':
    '{count, plural, one {# eveniment nu mai poate fi citit} few {# evenimente nu mai pot fi citite} other {# de evenimente nu mai pot fi citite}}: Slack nu le mai arată mesajele, din cauza abonamentului sau a regulilor de păstrare.',
  'shell.audit.unread': 'Canalul {channel} nu a putut fi citit: invită botul acolo.',
  'shell.audit.verified':
    'Mapări: {mappings}. Evenimente: {events}. Mesaje: {messages}. Diferențe: {differences}.',
  'shell.audit.duplicated':
    '{hostname}: în canale sunt două mapări active; cea mai nouă a fost lăsată deoparte.',
  'shell.audit.lost':
    '{hostname}: cardul lui a fost șters, așa că nu poate fi reconstruit. Mapează-l din nou.',
  'shell.audit.limited':
    'Canalul {channel}: Slack ascunde ce este mai vechi de {hasTime, select, true {{at}} other {limita abonamentului}}, așa că mapările de dinainte nu mai pot fi citite.',
  'shell.audit.rebuilt': 'Reconstruite: {count}. Pierdute: {lost}.',
  'shell.audit.not-empty':
    'DATA_DIR ({folder}) are încă mapări, precum {hostname}. Mută întâi folderul „mappings”: s-ar amesteca cu ce spun canalele.',
  'shell.key.made':
    'Cheia este în {path}, pe care doar tu îl poți citi. Pune calea în DOMAIN_CONNECT_KEY_FILE și ține-o secretă.',
  'shell.key.records': 'Adaugă aceste înregistrări TXT la {name}:',
  'report.reading': 'Fire de discuție citite: {threads} din {of}',
  'report.no-app': 'Nu există aplicația {app}. Configurate: {apps}.',
  'report.which-app': 'Adaugă aplicația cu --app: {apps}.',
  'report.no-input': 'La intrarea standard nu există niciun nume.',
  'report.long-input': 'Intrarea standard depășește 1 MiB.',
  'report.name-hostname': 'Scrie cel puțin un nume sau - pentru intrarea standard.',
  'report.repeat-or-follow': 'Folosește --repeat sau --follow, nu pe amândouă.',
  'report.option-value': 'Valoarea pentru {option} {why}.',
  'report.unreadable-value': 'nu poate fi citită',
  'report.unknown-option': 'Nu există opțiunea {option}.',
  'report.option-needs-value': 'Opțiunea {option} are nevoie de o valoare.',
  'report.option-without-value': 'Opțiunea {option} nu primește o valoare.',
  'report.no-argument': 'Argument neașteptat: {argument}.',
  'report.name-target': 'Spune cu --target către ce trebuie direcționat DNS-ul sau setează {variable}.',
  'report.name-one': 'Alege una dintre acestea: {options}.',
  'report.revision': 'Opțiunea --revision primește un număr întreg de la 1.',
  'report.key-exists': '{path} există deja. Pune-l în DOMAIN_CONNECT_KEY_FILE sau alege alt fișier cu --out.',
  'report.domain-option': 'Opțiunea --domain primește un domeniu, precum example.com.',
  'report.agency-missing': 'DOMAIN_CONNECT_ID lipsește. Pune domeniul agenției tale, precum agency.example.',
  'report.dot-env': '.env nu poate fi citit. Lasă utilizatorul botului să îl citească sau șterge-l.',
  'report.dot-env-code':
    '.env nu poate fi citit ({code}). Lasă utilizatorul botului să îl citească sau șterge-l.',
  'report.dot-env-line': 'Linia {line} din .env nu este NUME=valoare. Corecteaz-o sau pune „#” înaintea ei.',
  'report.your-id': 'ID-ul tău este {id}',
  'report.app-templates': 'aplicația {app} are șabloanele {ids}',
  'report.unsigned-links':
    'linkurile nu sunt semnate, așa că furnizorii pot să le refuze sau să avertizeze: creează o cheie cu „closte-domain-bot domain-connect keys”',
  'report.lookup-failed': '{host} nu a putut fi căutat: încearcă din nou',
  'report.key-published': 'cheia publică este publicată la {host}',
  'report.key-unpublished':
    'cheia publică nu este publicată la {host}: adaugă acolo înregistrările TXT pe care le arată „closte-domain-bot domain-connect keys” și niciuna alta',
  'report.no-return':
    'clienții văd ultima pagină a furnizorului, iar în firul de discuție nu apare nimic: setează PUBLIC_URL',
  'report.return-to': 'clienții se întorc la {address}',
  'report.no-domain-connect': 'furnizorul DNS al domeniului {host} nu acceptă Domain Connect',
  'report.provider-silent': 'furnizorul DNS al domeniului {host} nu a putut fi întrebat: încearcă din nou',
  'report.no-consent': '{name} nu are o pagină pe care clienții să își dea acordul',
  'report.has-template': '{name} are șablonul {id}',
  'report.lacks-template': '{name} nu are încă șablonul {id}',
  'report.template-silent': '{name} nu a putut fi întrebat despre {id}: încearcă din nou',
  'report.d-missing': 'lipsă: {hostname} {event} nu a fost publicat niciodată în canal ({place})',
  'report.d-deleted': 'șters: {hostname} {event} avea un mesaj, care a fost șters ({place})',
  'report.d-edited': 'editat: {hostname} {event} are un mesaj care a fost editat ({place})',
  'report.d-altered': 'schimbat: {hostname} {event} are un mesaj care spune altceva ({place})',
  'report.d-duplicated': 'dublat: {hostname} {event} a fost publicat de două ori ({place})',
  'report.d-foreign': 'străin: {hostname} {event} este revendicat de un mesaj al altei aplicații ({place})',
  'report.d-unknown': 'necunoscut: {hostname} {event} este în canal, dar nu în datele salvate ({place})',
  'report.d-broken': 'rupt: {hostname} {event} nu urmează evenimentul de dinainte ({place})',
  'report.d-out-of-order':
    'în altă ordine: {hostname} {event} a fost publicat după un eveniment mai nou ({place})',
});
