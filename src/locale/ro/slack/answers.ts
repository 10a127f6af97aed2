import type { answersEn } from '../../en/slack/answers.js';
import { translation } from '../../messages.js';

/** Romanian: answers to commands and buttons. */
export const answersRo = translation<'ro', typeof answersEn>()({
  'hello.channel':
    'Bună! Scrie aici `/domain map shop.example.com` ca să mapezi un domeniu: cardul lui și noutățile apar în acest canal. `/domain help` arată toate comenzile.',
  'answer.working':
    'Mă ocup de asta. Rezultatul apare aici; dacă nu apare nimic într-un minut, încearcă din nou: este posibil ca cererea să nu fi fost salvată.',
  'mapped.refused': '{provider} a refuzat {hostname}. Ce e de făcut: {card}.',
  'mapped.new': '{hostname} este în lucru: {card}.',
  'mapped.before': '{hostname} este deja mapat în aplicația {app} ({stage}): {card}.',
  'mapped.record-possible': 'Încă nu duce la niciun site: alege site-ul lui.',
  'mapped.site':
    'Se creează înregistrarea de domeniu a {hostname} pentru site-ul {site} în Ultimate Multisite: {card}.',
  'mapped.record-by-hand':
    'Ca să ajungă la un site, are nevoie de o înregistrare de domeniu în Ultimate Multisite: creeaz-o acolo manual, la „Domains”. {where}',
  'mapped.record-impossible':
    'Ultimate Multisite nu acceptă domenii wildcard: fiecare nume are nevoie de propria înregistrare de domeniu ca să ajungă la un site.',
  'moved.new': '{hostname} s-a mutat în {channel}: {card}.',
  'moved.before': 'Cardul pentru {hostname} este deja în {channel}: {card}.',
  'moved.pending': '{hostname} se mută în {channel}. Cardul apare acolo imediat.',
  'mapped.card': 'deschide cardul',
  'mapped.without-card':
    'Cererea ta pentru {hostname} este salvată, iar cardul va apărea în {channel}. Dacă nu apare într-un minut, `/domain doctor` spune de ce.',
  'dialog.cancel': 'Anulează',

  'finding.severity.problem': ':x: *{finding}*',
  'finding.severity.warning': ':warning: {finding}',
  'finding.severity.note': ':information_source: {finding}',
  'finding.fix': '*Cum rezolvi:* {fix}',
  'finding.only-at': 'Apare doar la {addresses}, nu și la {others}.',
  'finding.more':
    '{count, plural, one {Încă o constatare} few {Încă # constatări} other {Încă # de constatări}}: `/domain status {hostname}`',

  'status.findings': '*Ce a găsit verificarea*',
  'status.sees': ':hourglass_flowing_sand: o va vedea (ora estimată: {at})',
  'status.authoritative': '*Ce răspund acum nameserverele*',
  'status.resolvers': '*Ce răspund acum resolverele publice*',
  'status.name-servers': 'Nameservere: {servers}',
  'status.checked': 'Verificat: {at}',
  'status.just-seen':
    ':eyes: *Chiar acum:* {what} Stadiul se schimbă dacă și verificările următoare arată la fel.',
  'todo.wait-for-ssl.learned':
    'Nu ai nimic de făcut: DNS-ul este corect, deci {provider} poate emite certificatul.',
  'usual.dns.since':
    'La {dnsProvider} durează de obicei {usual}, iar acest domeniu încă așteaptă (început: {since}).',
  'usual.dns.for':
    'La {dnsProvider} durează de obicei {usual}, iar acest domeniu așteaptă de {waited} și încă nu este gata.',
  'usual.ssl.since':
    'Aici emiterea unui certificat durează de obicei {usual}, iar acest domeniu încă așteaptă (început: {since}).',
  'usual.ssl.for':
    'Aici emiterea unui certificat durează de obicei {usual}, iar acest domeniu așteaptă de {waited} și încă nu este gata.',
  'usual.digest': '*Cât durează aici*',
  'usual.digest.dns': 'DNS la {dnsProvider}: de obicei {usual}, 9 din 10 în cel mult {most}',
  'usual.digest.ssl': 'Certificate: de obicei {usual}, 9 din 10 în cel mult {most}',
  'status.since': 'neschimbat de {duration}',
  'status.next': 'următoarea verificare: {at}',
  'status.card': 'deschide cardul',
  'status.card-lost':
    'Nu mai pot publica în {channel}, așa că acel card nu se mai schimbă. Scrie `/domain move {hostname}` acolo unde îl vrei.',

  'overview.title':
    '*Cine ce are de făcut* · {total, plural, one {# domeniu} few {# domenii} other {# de domenii}}',
  'overview.counts':
    ':point_right: {agency} la tine · :bust_in_silhouette: {customer} la clienți · :office: {host} la {provider} · :hourglass_flowing_sand: {underway} în lucru · :white_check_mark: {ready} gata',
  'overview.urgent': '*Cele mai urgente*',
  'overview.calm': ':white_check_mark: Acum nimeni nu are nimic de făcut.',
  'overview.hint':
    'Scrie `/domain status shop.example.com` ca să verifici un domeniu sau `/domain help` ca să vezi toate comenzile.',

  'list.title': '{from}–{to} din {total}',
  'list.line': '*{hostname}*  {stage}',
  'list.approval': 'eliminare de aprobat',
  'list.app': 'aplicația {app}',
  'list.set-aside':
    '{count, plural, one {Un domeniu salvat nu poate fi citit și nu apare} few {# domenii salvate nu pot fi citite și nu apar} other {# de domenii salvate nu pot fi citite și nu apar}}: `/domain doctor` spune de ce.',
  'list.empty': 'Niciun domeniu nu este mapat încă. Începe cu `/domain map shop.example.com`.',
  'list.nothing':
    'Niciun domeniu nu se potrivește cu „{filter}”. Filtrează după stadiu (de exemplu `se verifică dns`), persoană, aplicație, furnizor DNS sau o parte din nume, ori alege:',
  'list.filter.stuck': 'Blocate',
  'list.filter.waiting': 'În așteptare',
  'list.filter.failed': 'Eșuate',
  'list.filter.mine': 'Ale mele',
  'list.filter.ready': 'Gata',
  'list.previous': 'Anterioare',
  'list.next': 'Următoare',

  'history.title': '*Istoric: {hostname}*',
  'history.line': '{at}  {what}',
  'history.message': 'mesaj',

  'audit.title': '*Jurnal de audit*',
  'audit.line': '{at}  *{hostname}*  {what}',
  'audit.nothing': 'Niciun eveniment nu se potrivește.',
  'audit.files': 'Trimite-mi CSV și JSON',
  'audit.attached':
    '{count, plural, one {Un eveniment} few {# evenimente, cele mai noi primele} other {# de evenimente, cele mai noi primele}}.',
  'audit.sent': 'Gata: fișierele sunt în mesajele tale directe cu mine.',
  'audit.unknown': '{typed} nu este o dată, o persoană sau un eveniment. {words}',
  'audit.meant': '{typed} nu este un eveniment. Ai vrut să scrii {command}?',
  'audit.words':
    'Filtrează după perioadă (`24h`, `7d`, `luni`, `2026-11-20`), persoană (`@alice`, `me`, `system`) și eveniment (`dns`, `ssl.issued`). În orice ordine, fiecare cel mult o dată.',
  'audit.verifying':
    'Compar canalele cu datele salvate. Slack permite cam cincizeci de fire de discuție pe minut; primești rezultatul într-un mesaj direct.',
  'audit.reading': 'Fire de discuție citite: {threads} din {of}…',
  'audit.sound':
    ':white_check_mark: Canalele corespund cu datele salvate: {mappings, plural, one {# mapare} few {# mapări} other {# de mapări}}, {events, plural, one {# eveniment} few {# evenimente} other {# de evenimente}}, {messages, plural, one {# mesaj} few {# mesaje} other {# de mesaje}}; nimic nu lipsește, nu este schimbat și nu vine din altă parte.',
  'audit.sound-so-far':
    ':warning: Nicio diferență, dar nu s-a putut verifica totul. Verificate: {mappings, plural, one {# mapare} few {# mapări} other {# de mapări}}, {events, plural, one {# eveniment} few {# evenimente} other {# de evenimente}}, {messages, plural, one {# mesaj} few {# mesaje} other {# de mesaje}}.',
  'audit.differs':
    ':warning: {differences, plural, one {O diferență găsită} few {# diferențe găsite} other {# de diferențe găsite}}. Verificate: {mappings, plural, one {# mapare} few {# mapări} other {# de mapări}}, {events, plural, one {# eveniment} few {# evenimente} other {# de evenimente}}, {messages, plural, one {# mesaj} few {# mesaje} other {# de mesaje}}.',
  'audit.out-of-reach':
    'Slack nu mai arată {count, plural, one {mesajul unui eveniment} few {mesajele a # evenimente} other {mesajele a # de evenimente}}, din cauza abonamentului sau a regulilor de păstrare. Asta nu înseamnă că {count, plural, one {l-a} few {le-a} other {le-a}} șters cineva.',
  'audit.unusable':
    '{count, plural, one {Fișierul unei mapări nu a putut fi citit și nu este inclus. Jurnalul arată despre care este vorba} few {Fișierele a # mapări nu au putut fi citite și nu sunt incluse. Jurnalul arată despre care este vorba} other {Fișierele a # de mapări nu au putut fi citite și nu sunt incluse. Jurnalul arată despre care este vorba}}.',
  'audit.unread':
    '{count, plural, one {Un canal cu carduri nu a putut fi citit} few {# canale cu carduri nu au putut fi citite} other {# de canale cu carduri nu au putut fi citite}}, pentru că nu sunt membru. Invită-mă și verifică din nou.',

  'unmap.title': 'Elimină un domeniu',
  'unmap.submit': 'Elimină',
  'unmap.cancel': 'Păstrează-l',
  'dialog.close': 'Închide',
  'unmap.approve': 'Aprobă',
  'unmap.decline': 'Respinge',
  'unmap.withdraw': 'Retrage cererea mea',
  'unmap.approvers': '{approvers}: cererea așteaptă să fie aprobată sau respinsă.',
  'unmap.decision':
    '{decision, select, approved {:white_check_mark: Aprobată de {person}} declined {:no_entry: Respinsă de {person}} withdrawn {Retrasă de {person}} other {Nimeni nu a aprobat-o la timp}} · {at}',
  'approvals.on':
    'Primești un mesaj direct când o eliminare așteaptă aprobarea ta. `/domain approvals dm off` oprește aceste mesaje.',
  'approvals.off':
    'Nu primești mesaje directe despre aprobări, dar ești în continuare menționat în firele de discuție. `/domain approvals dm on` le pornește.',
  'approvals.message':
    ':raised_hand: {person} vrea să elimine {hostname} din aplicația {app}. Aprobă sau respinge cererea {thread} (termen: {until}).',
  'approvals.thread': 'în firul de discuție',
  'unmap.waiting-own':
    'Ai cerut eliminarea domeniului {hostname}. Altcineva trebuie să o aprobe în firul de discuție (termen: {until}). Până atunci poți retrage cererea aici. Ca să revii, alege *Elimină…* în meniul cardului.',
  'unmap.waiting':
    '{person} a cerut deja eliminarea domeniului {hostname}. Altcineva trebuie să o aprobe în firul de discuție.',
  'unmap.record-goes': 'Se șterge și înregistrarea lui de domeniu din Ultimate Multisite (site-ul {site}).',
  'unmap.record-stays':
    'Dacă Ultimate Multisite are o înregistrare de domeniu pentru el, șterge-o acolo manual, la „Domains”.',
  'unmap.needs-approval':
    'Altcineva trebuie să aprobe în cel mult {duration}. Până atunci poți retrage cererea din același meniu.',
  'unmap.question':
    'Elimini *{hostname}* din aplicația {app}? {provider} șterge domeniul, iar vizitatorii lui nu mai ajung la site.',

  'help.title': '*Ce pot face*',
  'help.hint': 'Poți lipi un domeniu și ca link. Scrie domeniile wildcard ca `*.example.com`.',
  'command.map': 'adaugă un domeniu la {provider} și îl urmărește până este gata',
  'command.unmap': 'elimină un domeniu de la {provider}, după ce îți cere confirmarea',
  'command.move':
    'mută cardul unui domeniu și firul lui de discuție în acest canal sau în cel pe care îl indici',
  'command.status': 'verifică acum un domeniu și arată rezultatul; fără nume, arată cine ce are de făcut',
  'command.list':
    'arată domeniile, cele mai urgente primele; filtrează după `stuck`, `waiting`, `failed`, `mine`, stadiu, aplicație, furnizor DNS sau o parte din nume',
  'command.check': 'verifică acum un domeniu și o ia de la capăt dacă a eșuat',
  'command.history': 'arată ce s-a întâmplat cu un domeniu, cine a acționat și când, cu linkuri',
  'command.audit':
    'pentru operatori: arată evenimentele tuturor domeniilor, cu fișiere; `audit verify` compară canalele cu datele salvate',
  'command.sync': 'compară {provider}, Ultimate Multisite și botul și propune corecturi pentru ce diferă',
  'command.approvals':
    'pentru cine poate aproba o eliminare: pornește sau oprește mesajele directe despre cererile în așteptare',
  'command.settings':
    'pentru administratori: schimbă verificările, termenele, mementourile și textele pentru clienți ale unei aplicații',
  'command.doctor': 'verifică dacă funcționează tot ce îi trebuie botului și spune cum se repară ce nu merge',
  'command.help': 'arată această listă sau explică o comandă',
});
