import type { siteEn } from '../../en/domain/site.js';
import { translation } from '../../messages.js';

/** Romanian: whether the hostname serves its site, and Ultimate Multisite's part in it. */
export const siteRo = translation<'ro', typeof siteEn>()({
  'axis.site.unknown':
    ':grey_question: *Site*  nu am putut întreba Ultimate Multisite dacă servește acest domeniu',
  'axis.site.unrouted': ':x: *Site*  {why}',

  'site.why.gave-up':
    'Ultimate Multisite a renunțat la acest domeniu{hasTime, select, true { ({gaveUpAt})} other {}}.',
  'site.why.still-checking': 'Ultimate Multisite încă verifică acest domeniu.',
  'site.why.inactive': 'Înregistrarea de domeniu din Ultimate Multisite nu este activă.',
  'site.why.no-record': 'Ultimate Multisite nu are o înregistrare de domeniu pentru acest nume.',
  'site.why.signup': 'WordPress nu cunoaște acest domeniu: vizitatorii văd pagina de înscriere a rețelei.',
  'site.why.network-main':
    'WordPress nu cunoaște acest domeniu: vizitatorii văd site-ul principal al rețelei.',
  'site.why.other-host': 'Vizitatorii ajung pe {location}.',
  'site.why.default-page': 'Vizitatorii văd pagina implicită a furnizorului.',
  'site.why.install': 'Vizitatorii văd pagina de instalare WordPress.',
  'site.why.suspended': 'Vizitatorii văd o pagină care spune că site-ul este suspendat.',
  'site.why.failing': 'Vizitatorii primesc o eroare sau nicio pagină în locul site-ului.',

  'todo.unrouted': '*DNS-ul și SSL-ul sunt corecte, dar vizitatorii nu ajung la site.* {fix}',
  'site.fix.gave-up': 'Apasă *Marchează ca gata*.',
  'site.fix.still-checking': 'Așteaptă sau apasă *Marchează ca gata*.',
  'site.fix.inactive': 'Apasă *Marchează ca gata*.',
  'site.fix.no-record': 'Apasă *Alege site-ul*.',
  'site.fix.signup': 'Creează-i o înregistrare de domeniu în Ultimate Multisite, la „Domains”.',
  'site.fix.network-main': 'Creează-i o înregistrare de domeniu în Ultimate Multisite, la „Domains”.',
  'site.fix.other-host': 'Verifică adresa site-ului și redirecționările în WordPress.',
  'site.fix.default-page': 'Verifică în panoul {provider} cărui site îi este atribuit domeniul.',
  'site.fix.install': 'Termină instalarea sau atribuie domeniul site-ului potrivit în panoul {provider}.',
  'site.fix.suspended': 'Reactivează site-ul în WordPress.',
  'site.fix.failing': 'Verifică jurnalul de erori, pluginurile și redirecționările site-ului.',
  'card.set-ready': 'Marchează ca gata',
  'site.choose': 'Alege site-ul',
  'site.dialog.question': 'La ce site duce *{hostname}*?',

  'event.site.unrouted':
    ':warning: *DNS-ul și SSL-ul sunt corecte, dar vizitatorii de pe {hostname} nu ajung la site.*',
  'event.site.routed': ':white_check_mark: Vizitatorii de pe {hostname} ajung la site.',
  'event.domain_record.updated':
    ':page_facing_up: {person} a marcat înregistrarea de domeniu ca gata și securizată în Ultimate Multisite.{promoted, select, true { Este acum domeniul principal al site-ului.} other {}}',
  'problem.not-holdable':
    'Ultimate Multisite nu poate avea o înregistrare de domeniu pentru {hostname}: nu acceptă nici domenii wildcard, nici domenii de nivel superior în alte alfabete. Mapează-l fără `--site`.',
  'problem.no-site':
    'Rețeaua aplicației {app} nu are site-ul {site}. Site-urile și ID-urile lor sunt în Ultimate Multisite, la „Sites”.',
  'problem.site-closed':
    'Site-ul {site} ({title}) este arhivat, șters sau marcat ca spam în Ultimate Multisite, așa că vizitatorii ar vedea doar o eroare. Reactivează-l acolo, la „Sites”, sau alege alt site.',
  'sync.given-up':
    '*{count, plural, one {# domeniu nu este servit} few {# domenii nu sunt servite} other {# de domenii nu sunt servite}} de Ultimate Multisite,* deși DNS-ul și SSL-ul sunt corecte: a renunțat sau încă verifică.',
  'sync.button.ready': 'Marchează {count} ca gata',
  'sync.question.ready':
    'Marchezi {count, plural, one {# domeniu al aplicației {app} ca gata și securizat} few {# domenii ale aplicației {app} ca gata și securizate} other {# de domenii ale aplicației {app} ca gata și securizate}} în Ultimate Multisite? Vizitatorii ajung apoi la site-uri.',
  'notice.network.failed':
    ':warning: Aplicația {app}: Ultimate Multisite nu poate fi contactat, așa că domeniile noi, modificate sau șterse trec neobservate. {reason}',
  'notice.network.works':
    ':white_check_mark: Aplicația {app}: botul urmărește din nou domeniile din Ultimate Multisite.',
  'notice.network.implausible':
    ':warning: Aplicația {app}: {gone, plural, one {dintr-odată, Ultimate Multisite nu mai are niciuna dintre înregistrările de domeniu de dinainte} few {din Ultimate Multisite lipsesc deodată # înregistrări de domeniu} other {din Ultimate Multisite lipsesc deodată # de înregistrări de domeniu}}, așa că nu s-a eliminat nimic. Verifică `MULTISITE_URL` și baza de date a rețelei. Dacă înregistrările au fost într-adevăr șterse, elimină domeniile cu `/domain sync`.',
  'notice.aliases.failed':
    ':warning: Aplicația {app}: nu am putut citi lista de domenii de la {provider}, așa că un domeniu eliminat acolo trece neobservat. {reason}',
  'notice.aliases.implausible':
    ':warning: Aplicația {app}: domenii dispărute deodată de la {provider}: {gone} din {of}. De aceea niciunul nu a fost adăugat din nou. Dacă au dispărut într-adevăr, restaurează-le cu `/domain sync`.',
  'notice.aliases.vanishing':
    ':warning: Aplicația {app}: ceva tot elimină {hostname} de la {provider}: de trei ori într-o zi. Botul nu îl mai adaugă până mâine. Află ce îl elimină; o cauză posibilă ar fi eliminările rămase în coada Ultimate Multisite.',
  'notice.aliases.works':
    ':white_check_mark: Aplicația {app}: botul urmărește din nou lista de domenii de la {provider}.',
  'notice.records.duplicated':
    ':warning: Aplicația {app}: în Ultimate Multisite {count, plural, one {un nume de gazdă are} few {# nume de gazdă au} other {# de nume de gazdă au}} mai multe înregistrări de domeniu (ID-urile în paranteze): {shown}{more, plural, =0 {} one { și încă unul} few { și încă #} other { și încă #}}. Botul urmărește câte una; șterge-le pe celelalte acolo, la „Domains”.',
  'notice.logs.failed':
    ':warning: Aplicația {app}: nu am putut citi jurnalele din MULTISITE_LOGS ({reason}). Verifică dacă folderul există și dacă botul îl poate citi.',
  'notice.logs.works': ':white_check_mark: Aplicația {app}: jurnalele pot fi citite din nou.',
  'notice.webhook.failed':
    ':warning: Aplicația {app}: a fost ignorat un webhook cu token greșit. În Ultimate Multisite, la „Webhooks”, adresa lui trebuie să se termine cu valoarea MULTISITE_WEBHOOK_TOKEN.',
  'notice.webhook.works': ':white_check_mark: Aplicația {app}: webhookurile au din nou tokenul corect.',
  'notice.webhook.tested': ':white_check_mark: Aplicația {app}: evenimentul de test al webhookului a ajuns.',
  'set-ready.no-record':
    'Ultimate Multisite nu are o înregistrare de domeniu pentru {hostname}. Apasă *Alege site-ul* pe cardul lui.',
  'set-ready.no-rest':
    'Aplicația {app} nu are configurat un API Ultimate Multisite. Pune acolo manual domeniul pe „Ready”, la „Domains”.',
  'set-ready.failed':
    'Ultimate Multisite nu a marcat {hostname} ca gata: {reason} Nu s-a schimbat nimic. Încearcă din nou sau fă asta acolo manual, la „Domains”.',
});
