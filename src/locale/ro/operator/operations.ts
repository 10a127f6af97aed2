import type { operationsEn } from '../../en/operator/operations.js';
import { translation } from '../../messages.js';

/** Romanian: settings, the comparison with the hosting provider and Ultimate Multisite, and the doctor. */
export const operationsRo = translation<'ro', typeof operationsEn>()({
  'settings.title': 'Setări',
  'settings.submit': 'Salvează',
  'settings.app': '*Aplicația „{app}”*',
  'settings.label.interval': 'Secunde între două verificări',
  'settings.label.dns-deadline': 'Ore până când DNS-ul se consideră eșuat',
  'settings.label.ssl-deadline': 'Minute până când certificatul se consideră eșuat',
  'settings.label.approval': 'Ore în care a doua persoană poate aproba o eliminare',
  'settings.label.reminder': 'Zile până la mementoul despre un mesaj către client',
  'settings.label.www': 'Nume de gazdă care primesc și numele lor www',
  'settings.label.language': 'Limba cardurilor și a firelor de discuție',
  'settings.name.interval': 'intervalul de verificare',
  'settings.name.dns-deadline': 'termenul pentru DNS',
  'settings.name.ssl-deadline': 'termenul pentru certificat',
  'settings.name.approval': 'termenul de aprobare a unei eliminări',
  'settings.name.reminder': 'mementoul pentru mesajele către clienți',
  'settings.name.www': 'regula pentru www',
  'settings.name.language': 'limba',
  'settings.range':
    'De la {least, number, ::group-off} la {most, number, ::group-off}. Lasă gol pentru valoarea implicită: {standard}.',
  'settings.standard': 'Implicit: {standard}.',
  'settings.use-default': 'Folosește valoarea implicită',
  'settings.off': 'oprit',
  'settings.www':
    '{value, select, always {toate} main_only {doar domeniile rădăcină} never {niciunul} other {{value}}}',
  'settings.reported':
    'Intră în vigoare la următoarea verificare. Canalul aplicației este anunțat despre schimbare.',
  'sync.title':
    '*Aplicația {app}.* Domenii la {provider}: {aliases}. {hasNetwork, select, true {Înregistrări de domeniu în Ultimate Multisite: {records}. } other {}}Mapări aici: {mappings}. Concordă: {agreeing}. Nu s-a schimbat nimic.',
  'sync.agree': ':white_check_mark: Nicio diferență.',
  'sync.unknown.provider':
    ':grey_question: Nu am putut citi lista de domenii de la {provider} ({reason}), deci nu se poate spune ce lipsește acolo.',
  'sync.unknown.network':
    ':grey_question: Nu am putut citi înregistrările de domeniu din Ultimate Multisite ({reason}), deci nu se poate spune ce lipsește acolo.',
  'sync.adopt':
    '*{count, plural, one {# domeniu} few {# domenii} other {# de domenii}} la {provider} fără mapare aici.* {count, plural, one {Preia-l ca să aibă un card} few {Preia-le ca să aibă carduri} other {Preia-le ca să aibă carduri}} și verificări regulate.',
  'sync.orphan':
    '*{count, plural, one {# domeniu} few {# domenii} other {# de domenii}} la {provider} fără înregistrare de domeniu în Ultimate Multisite,* de exemplu după o redenumire. În spatele {count, plural, one {lui} few {lor} other {lor}} nu este niciun site.',
  'sync.map':
    '*{count, plural, one {# înregistrare de domeniu din Ultimate Multisite lipsește} few {# înregistrări de domeniu din Ultimate Multisite lipsesc} other {# de înregistrări de domeniu din Ultimate Multisite lipsesc}} la {provider}.* {count, plural, one {Mapeaz-o ca să adaugi și să urmărești domeniul} few {Mapează-le ca să adaugi și să urmărești domeniile} other {Mapează-le ca să adaugi și să urmărești domeniile}}.',
  'sync.lost':
    '*{count, plural, one {# mapare lipsește} few {# mapări lipsesc} other {# de mapări lipsesc}} la {provider}.* {count, plural, one {Restaureaz-o ca să adaugi din nou domeniul} few {Restaurează-le ca să adaugi din nou domeniile} other {Restaurează-le ca să adaugi din nou domeniile}}.',
  'sync.unrouted':
    '*{count, plural, one {# mapare} few {# mapări} other {# de mapări}} fără înregistrare de domeniu în Ultimate Multisite.* Dă-i fiecăreia un site: `/domain map <hostname> --site ID`. Dacă nu trebuie nimănui, elimin-o: `/domain unmap <hostname>`.',
  'sync.own':
    ':information_source: {count, plural, one {# site este pe un subdomeniu al rețelei} few {# site-uri sunt pe subdomenii ale rețelei} other {# de site-uri sunt pe subdomenii ale rețelei}}: {names}{more, plural, =0 {} one { și încă unul} few { și încă #} other { și încă #}}. {provider} {count, plural, one {îl} few {le} other {le}} servește fără mapare. Pentru carduri ale celor noi, setează MULTISITE_OWN_SUBDOMAINS.',
  'sync.name': '• {hostname}',
  'sync.more': '… și încă {count}',
  'sync.button.adopt': 'Preia {count}',
  'sync.button.map': 'Mapează {count}',
  'sync.button.remove': 'Șterge {count} de la {provider}',
  'sync.button.restore': 'Restaurează {count}',
  'sync.button.unmap': 'Elimină {count}',
  'sync.dialog': 'Sincronizare',
  'sync.submit': 'Da, continuă',
  'sync.question.adopt':
    'Preiei {count, plural, one {# domeniu} few {# domenii} other {# de domenii}} în aplicația {app}?',
  'sync.question.map':
    'Mapezi {count, plural, one {# domeniu} few {# domenii} other {# de domenii}} în aplicația {app}?',
  'sync.question.remove':
    'Ștergi {count, plural, one {# domeniu} few {# domenii} other {# de domenii}} din aplicația {app} de la {provider}? Vizitatorii nu mai ajung la site.',
  'sync.question.restore':
    'Adaugi din nou la {provider} {count, plural, one {# domeniu} few {# domenii} other {# de domenii}} din aplicația {app}?',
  'sync.question.unmap':
    'Elimini {count, plural, one {# domeniu} few {# domenii} other {# de domenii}} din aplicația {app}? Vizitatorii nu mai ajung la site.',
  'sync.where':
    'Fiecare domeniu își primește cardul în canalul aplicației. Urmărește progresul într-un mesaj direct de la mine.',
  'sync.starting': 'Încep. Progresul apare aici.',
  'sync.progress': '{bar} {done} din {of}',
  'sync.result':
    '{failed, plural, =0 {:white_check_mark: Reușite: {done}.} one {:warning: Reușite: {done}. Eșuate: #. Motivele sunt în jurnal; scrie `/domain sync` ca să încerci din nou.} few {:warning: Reușite: {done}. Eșuate: #. Motivele sunt în jurnal; scrie `/domain sync` ca să încerci din nou.} other {:warning: Reușite: {done}. Eșuate: #. Motivele sunt în jurnal; scrie `/domain sync` ca să încerci din nou.}}',
  'check-domain.title': '{hostname}  (aplicația {app})',
  'check-domain.verdict':
    '{verdict, select, right {Totul este corect.} todo {Este ceva de făcut: {whoActs, select, customer {trebuie să acționeze clientul} agency {trebuie să acționezi tu} host {trebuie să acționeze suportul {provider}} other {vezi mai jos}}.} waiting {Nu ai nimic de făcut, doar așteaptă.} other {Nu s-a putut verifica de aici.}}',
  'check-domain.dns':
    'DNS: {state, select, wrong {incorect} published {corect la nameservere} propagated {corect peste tot} other {nu s-a putut verifica}}{of, plural, =0 {} one {, {right} din # nameserver} few {, {right} din # nameservere} other {, {right} din # de nameservere}}{resolversOf, plural, =0 {} one {, {resolversRight} din # resolver public} few {, {resolversRight} din # resolvere publice} other {, {resolversRight} din # de resolvere publice}}.',
  'check-domain.ssl':
    'SSL: {state, select, valid {valid} expiring {valid, dar expiră curând} invalid {nevalid} absent {încă niciun certificat pentru acest nume de gazdă} other {neverificat}}.',
  'check-domain.provider': 'Furnizor DNS: {names}{hasPanel, select, true {, {panelUrl}} other {}}',
  'check-domain.site':
    'Site: {state, select, routed {servit sub acest nume de gazdă} unrouted {vizitatorii nu ajung la el} other {neverificat}}.',
  'check-domain.cache': '{resolver} are vechiul răspuns în cache (expiră: {at}).',
  'check-domain.cache-unknown': '{resolver} încă nu vede înregistrarea.',
  'check-domain.finding':
    '{severity, select, problem {PROBLEMĂ} warning {ATENȚIE} other {NOTĂ}} {code}: {what}',
  'check-domain.to-do':
    '{whoActs, select, customer {Clientul} agency {Tu} host {{provider}} other {Nimeni nu trebuie să acționeze}}: {toDo}',
  'check-domain.columns': ' | Tip | Nume | Valoare',
  'check-domain.action': '{action, select, create {adaugă} change {schimbă} other {șterge}}',
  'doctor.config.ignored': '{reason}',
  'doctor.sound': 'Nicio problemă găsită.',
  'doctor.ill':
    '{count, plural, one {# problemă găsită} few {# probleme găsite} other {# de probleme găsite}}.',
  'doctor.key.found': 'Aplicația {app}: cheia API de client a fost găsită.',
  'doctor.key.accepted': 'Aplicația {app}: {provider} acceptă cheia.',
  'doctor.key.refused':
    'Aplicația {app}: {provider} respinge cheia. {reason} Copiază {keyVariable} din fișierul wp-config.php al acestei aplicații.',
  'doctor.provider.unreached':
    'Aplicația {app}: {provider} nu poate fi contactat. {reason} Verifică dacă acest server poate accesa {addressVariable} prin HTTPS.',
  'doctor.list.read':
    'Aplicația {app}: lista de domenii a contului a fost citită: {count, plural, one {un domeniu} few {# domenii} other {# de domenii}}.',
  'doctor.list.unreadable':
    'Aplicația {app}: lista de domenii a contului are un format necunoscut. Maparea funcționează, dar `/domain sync` nu poate compara.',
  'doctor.list.refused':
    'Aplicația {app}: nu am putut citi lista de domenii a contului. {reason} Verifică permisiunile contului la {provider}.',
  'doctor.target.answers': 'Aplicația {app}: ținta {address} răspunde.',
  'doctor.target.not-public':
    'Aplicația {app}: ținta {address} nu este o adresă publică, așa că botul nu se conectează la ea. Compară {targetsVariable} cu adresa din panoul {provider}.',
  'doctor.target.silent':
    'Aplicația {app}: ținta {address} nu răspunde ({outcome}). Compară {targetsVariable} cu adresa din panoul {provider}.',
  'doctor.target.unresolved':
    'Aplicația {app}: ținta {host} nu are nicio adresă în DNS. Compară {targetsVariable} cu panoul {provider}.',
  'doctor.target.unchecked':
    'Aplicația {app}: ținta {host} nu a putut fi căutată în DNS, pentru că niciun resolver nu răspunde.',
  'doctor.network.answers': 'Aplicația {app}: Ultimate Multisite acceptă cheia și secretul.',
  'doctor.network.refused':
    'Aplicația {app}: Ultimate Multisite respinge cheia sau secretul. {reason} Copiază-le pe amândouă din Settings > API & Webhooks.',
  'doctor.network.wrong': 'Aplicația {app}: API-ul Ultimate Multisite nu poate fi folosit. {reason}',
  'doctor.network.failing':
    'Aplicația {app}: API-ul Ultimate Multisite nu funcționează. {reason} Verifică jurnalul de erori WordPress.',
  'doctor.network.subsite':
    'Aplicația {app}: MULTISITE_URL este adresa unui singur site ({host}). Pune adresa principală a rețelei, {main}.',
  'doctor.network.records':
    'Aplicația {app}: înregistrările de domeniu ale rețelei au fost citite: {count, plural, one {una} few {#} other {#}}.',
  'doctor.network.records-unreadable':
    'Aplicația {app}: {count, plural, one {o înregistrare de domeniu a rețelei nu poate fi citită și este omisă} few {# înregistrări de domeniu ale rețelei nu pot fi citite și sunt omise} other {# de înregistrări de domeniu ale rețelei nu pot fi citite și sunt omise}} (ID {ids}). {count, plural, one {Deschide-o și salveaz-o} few {Deschide-le și salvează-le} other {Deschide-le și salvează-le}} în Ultimate Multisite, la „Domains”.',
  'doctor.network.records-refused':
    'Aplicația {app}: nu am putut citi înregistrările de domeniu ale rețelei, așa că modificările de acolo trec neobservate. {reason}',
  'doctor.network.mapping-off':
    'Aplicația {app}: maparea domeniilor este oprită în Ultimate Multisite, așa că niciun domeniu nu ajunge la site-ul lui. Pornește-o în Settings > Domain Mapping.',
  'doctor.network.patience':
    'Aplicația {app}: Ultimate Multisite verifică un domeniu nou timp de {minutes, plural, =0 {{seconds} s} one {un minut} few {# minute} other {# de minute}}, apoi renunță. Dacă DNS-ul vine mai târziu, apasă *Marchează ca gata* pe card.',
  'doctor.network.unreached':
    'Aplicația {app}: Ultimate Multisite nu poate fi contactat. {reason} Deschide MULTISITE_URL cu /wp-json/ într-un browser.',
  'doctor.network.no-rest':
    'Aplicația {app}: nu este configurată nicio cheie API Ultimate Multisite, așa că înregistrările de domeniu nu sunt nici citite, nici create.',
  'doctor.logs.readable': 'Aplicația {app}: MULTISITE_LOGS poate fi citit. Jurnale găsite: {count}.',
  'doctor.logs.refused':
    'Aplicația {app}: jurnalele din MULTISITE_LOGS nu pot fi citite ({reason}). Verifică dacă folderul există și dacă botul îl poate citi.',
  'doctor.slack.connected': 'Conectat la spațiul de lucru Slack {team}.',
  'doctor.slack.organisation':
    'Aplicația Slack este instalată pentru toată organizația {organisation}: toți cei din ea sunt considerați membri, nu doar cei din {team}.',
  'doctor.slack.refused':
    'Slack respinge botul ({reason}). Copiază SLACK_BOT_TOKEN din „OAuth & Permissions”; dacă aplicația a fost ștearsă, instaleaz-o întâi din nou.',
  'doctor.slack.unreached':
    'Slack nu poate fi contactat ({reason}). Verifică SLACK_API_URL și HTTPS_PROXY și dacă acest server poate accesa slack.com prin HTTPS.',
  'doctor.slack.unchecked':
    'Slack: setează SLACK_BOT_TOKEN și rulează doctor din nou ca să verifici scope-urile, canalele, persoanele și grupurile.',
  'doctor.scopes.all': 'Botul are toate scope-urile de care are nevoie.',
  'doctor.scopes.unknown': 'Slack nu a spus ce scope-uri are botul.',
  'doctor.scope.commands':
    'Adaugă scope-ul {scope}, apoi reinstalează aplicația Slack; fără el nu există nicio comandă.',
  'doctor.scope.chat-write':
    'Adaugă scope-ul {scope}, apoi reinstalează aplicația Slack; fără el botul nu poate publica carduri și răspunsuri.',
  'doctor.scope.chat-write-public':
    'Adaugă scope-ul {scope}, apoi reinstalează aplicația Slack; fără el botul nu poate publica în canale publice din care nu face parte.',
  'doctor.scope.history':
    'Adaugă scope-ul {scope}, apoi reinstalează aplicația Slack; fără el botul nu poate verifica ce a publicat în canale publice.',
  'doctor.scope.history-private':
    'Adaugă scope-ul {scope}, apoi reinstalează aplicația Slack; fără el botul nu poate verifica ce a publicat în canale private.',
  'doctor.scope.channels-read':
    'Adaugă scope-ul {scope}, apoi reinstalează aplicația Slack; fără el botul nu poate vedea canalele publice.',
  'doctor.scope.groups-read':
    'Adaugă scope-ul {scope}, apoi reinstalează aplicația Slack; fără el botul nu poate vedea canalele private.',
  'doctor.scope.channels-join':
    'Adaugă scope-ul {scope}, apoi reinstalează aplicația Slack; fără el botul nu poate intra în canale publice.',
  'doctor.scope.users-read':
    'Adaugă scope-ul {scope}, apoi reinstalează aplicația Slack; fără el botul nu poate deosebi membrii de invitați.',
  'doctor.scope.usergroups-read':
    'Adaugă scope-ul {scope}, apoi reinstalează aplicația Slack; fără el grupurile de utilizatori nu au permisiuni.',
  'doctor.scope.im-write':
    'Adaugă scope-ul {scope}, apoi reinstalează aplicația Slack; fără el botul nu poate trimite mesaje directe.',
  'doctor.scope.im-history':
    'Adaugă scope-ul {scope}, apoi reinstalează aplicația Slack; fără el botul nu poate citi mesajele directe primite.',
  'doctor.scope.app-mentions-read':
    'Adaugă scope-ul {scope}, apoi reinstalează aplicația Slack; fără el botul nu vede când este menționat.',
  'doctor.scope.files-read':
    'Adaugă scope-ul {scope}, apoi reinstalează aplicația Slack; fără el botul nu poate citi fișierele CSV din dialogurile lui.',
  'doctor.scope.files-write':
    'Adaugă scope-ul {scope}, apoi reinstalează aplicația Slack; fără el botul nu poate trimite fișiere de audit.',
  'doctor.scope.other': 'Adaugă scope-ul {scope}, apoi reinstalează aplicația Slack.',
  'doctor.app-token.accepted':
    'Slack acceptă tokenul la nivel de aplicație, iar acesta aparține aplicației Slack a botului.',
  'doctor.app-token.unmatched':
    'Slack acceptă tokenul la nivel de aplicație. Nu se știe dacă aparține aplicației Slack a botului: scrie `/domain help` în Slack ca să încerci.',
  'doctor.app-token.other':
    'SLACK_APP_TOKEN aparține aplicației Slack {app}, dar SLACK_BOT_TOKEN aparține aplicației {own}, așa că nicio comandă nu ajunge la bot. Creează un token la nivel de aplicație cu connections:write în aplicația {own}.',
  'doctor.app-token.refused':
    'Slack respinge SLACK_APP_TOKEN ({reason}). Creează un token la nivel de aplicație cu connections:write la „Basic Information”, în aceeași aplicație Slack.',
  'doctor.app-token.unreached':
    'Slack nu a putut fi întrebat despre SLACK_APP_TOKEN ({reason}). Verifică SLACK_API_URL și HTTPS_PROXY, apoi rulează doctor din nou.',
  'doctor.command':
    'Comanda slash: scrie `/domain help` în Slack. Dacă Slack nu o cunoaște, compară SLACK_COMMAND cu pagina „Slash Commands” a aplicației.',
  'doctor.messages-tab':
    'Fila de mesaje a botului: deschide „App Home” în setările aplicației Slack și verifică dacă „Messages Tab” este activat. Acolo ajung progresul și fișierele de audit. Ca să încerci, trimite-i botului un mesaj direct.',
  'doctor.request-url':
    'Request URL: scrie `/domain help` în Slack. Dacă nu răspunde nimic, compară adresele „Request URL” ale aplicației Slack cu adresa publică a botului.',
  'doctor.command.arrived': 'Comanda slash funcționează (ultima primită: {at}).',
  'doctor.messages-tab.arrived': 'Fila de mesaje a botului este activată (ultimul mesaj direct: {at}).',
  'doctor.request-url.arrived': 'Slack ajunge la bot prin Request URL (ultima comandă: {at}).',
  'doctor.channel.shared':
    'Canalul {channel} este partajat cu altă organizație, ai cărei membri ar citi cardurile. Alege alt canal sau setează CARDS_IN_SHARED_CHANNELS=true.',
  'doctor.person.known': '{variable}: {name}.',
  'doctor.person.unknown':
    '{variable} conține {id}, pe care Slack nu îl cunoaște. Copiază ID-ul de membru din profilul persoanei.',
  'doctor.person.inactive':
    '{variable} conține {name} ({id}): un cont dezactivat, de invitat sau de bot, deci fără permisiuni. Alege altă persoană.',
  'doctor.person.unread': '{variable}: Slack nu a putut consulta {id} ({reason}).',
  'doctor.group.known':
    '{variable}: grupul de utilizatori {name}, {count, plural, one {un membru} few {# membri} other {# de membri}}.',
  'doctor.group.unknown':
    '{variable} conține grupul de utilizatori {id}, care nu mai există sau este dezactivat. Activează-l în Slack sau alege altul.',
  'doctor.group.no-plan':
    '{variable} conține grupul de utilizatori {id}, dar grupurile de utilizatori cer un abonament Slack plătit. Pune în loc ID-urile de membru ale persoanelor.',
  'doctor.group.no-scope':
    '{variable} conține grupul de utilizatori {id}, pe care botul nu îl poate citi. Adaugă scope-ul usergroups:read, apoi reinstalează aplicația Slack.',
  'doctor.group.empty':
    '{variable} conține grupul de utilizatori {name} ({id}), care nu are membri. Adaugă persoane în el.',
  'doctor.operators.everyone':
    'DOMAIN_OPERATORS este goală, așa că orice membru al spațiului de lucru poate schimba mapări.',
  'doctor.approval.possible': 'O a doua persoană poate aproba eliminările.',
  'doctor.approval.impossible':
    'Nimeni nu poate aproba eliminările: UNMAP_APPROVAL_HOURS cere o a doua persoană. Adaug-o în DOMAIN_OPERATORS.',
  'doctor.approval.unknown': 'Slack nu a spus cine poate aproba eliminările.',
  'doctor.data-dir.writable': 'În DATA_DIR ({folder}) se poate scrie.',
  'doctor.data-dir.creatable': 'DATA_DIR ({folder}) nu există încă și poate fi creat.',
  'doctor.data-dir.refused':
    'În DATA_DIR ({folder}) nu se poate scrie ({reason}). Alege un folder în care utilizatorul botului poate scrie.',
  'doctor.database.writable': 'În baza de date ({database}) se poate scrie.',
  'doctor.database.refused':
    'Baza de date ({database}) nu poate fi folosită: {reason}. Verifică DATABASE_URL și serverul.',
  'doctor.port.free': 'Portul {port} de pe {host} este liber.',
  'doctor.port.busy': 'Portul {port} de pe {host} este folosit de alt program. Oprește-l sau alege alt PORT.',
  'doctor.port.refused': 'Botul nu poate asculta pe {host}, portul {port} ({reason}). Schimbă HOST sau PORT.',
  'doctor.proxy.none':
    'Nu este setat niciun proxy: botul se conectează direct la Slack, {provider} și WordPress.',
  'doctor.proxy.used':
    'Botul se conectează la Slack, {provider} și WordPress prin proxy-ul {proxy}, iar domeniile le verifică direct.',
  'doctor.language': 'Limba mesajelor: {language}.',
  'doctor.version': 'Versiunea {version} pe Node.js {node}.',
  'doctor.webhook.unchecked':
    'Aplicația {app}, webhookuri: apasă „Send Test Event” la webhookul din Ultimate Multisite; canalul aplicației anunță când ajunge.',
  'doctor.webhook.set': 'Aplicația {app}: webhookul {event} este configurat.',
  'doctor.webhook.arrived': 'Aplicația {app}: ultimul webhook primit: {at}.',
  'doctor.webhook.missing':
    'Aplicația {app}: Ultimate Multisite nu are webhookul {event}, așa că ce ar anunța acesta se află abia la următoarea sincronizare.',
  'doctor.webhook.by-hand':
    'Aplicația {app}: Ultimate Multisite nu are webhookul {event}, așa că ce ar anunța acesta se află abia la următoarea sincronizare. Pune în PUBLIC_URL adresa botului, iar doctor îl poate crea.',
  'doctor.webhook.wrong':
    'Aplicația {app}: webhookul {event} din Ultimate Multisite are adresa sau tokenul greșit, așa că botul îl ignoră.',
  'doctor.webhook.unread': 'Aplicația {app}: nu am putut citi webhookurile din Ultimate Multisite. {reason}',
  'doctor.fix.webhook': 'Creezi webhookul {event} în Ultimate Multisite (aplicația {app})?',
  'doctor.fix.webhook-replace': 'Înlocuiești webhookul {event} din Ultimate Multisite (aplicația {app})?',
  'doctor.fix.webhook-failed':
    'Aplicația {app}: nu am putut configura webhookul {event}. {reason} Adaugă-l în Ultimate Multisite, la „Webhooks”.',
  'doctor.running.part': 'Botul pornit raportează „{part}”: {reason}.',
  'doctor.running.fine': 'Botul pornit este gata de lucru.',
  'doctor.channel.unread': 'Slack nu a putut consulta canalul {channel} ({reason}).',
  'doctor.fix.button': 'Repară',
  'doctor.fix.sure': 'Asta schimbă setări din afara botului.',
  'doctor.fix.yes': 'Da, continuă',
  'doctor.fix.nothing':
    ':white_check_mark: Aici nu mai este nimic de reparat. Scrie `/domain doctor` ca să verifici din nou.',
  'doctor.fix.join': 'Botul să intre în canalul {channel}?',
  'doctor.fix.join-failed':
    'Botul nu poate intra în canalul {channel} ({reason}): scrie acolo /invite și numele lui.',
  'doctor.resolver.no-name':
    'Toate resolverele spun că {name} nu are nicio adresă, așa că nu au putut fi comparate.',
  'doctor.resolver.wrong':
    'Resolverul {resolver} nu găsește {name} ({outcome}). Alege altul în DNS_RESOLVERS.',
  'doctor.channel.member': 'Botul este în canalul {channel}.',
  'doctor.channel.stranger': 'Botul nu este în canalul {channel}: scrie acolo /invite și numele lui.',
  'doctor.channel.archived':
    'Canalul {channel} este arhivat: dezarhivează-l sau alege altul în SLACK_CHANNEL.',
  'doctor.channel.unseen':
    'Botul nu vede canalul {channel}: verifică ID-ul și invită botul, dacă este un canal privat.',
  'doctor.channel.none':
    'Nu este configurat niciun canal, așa că cardurile apar acolo unde se scriu comenzile.',
  'doctor.scheduler.ticks': 'Planificatorul funcționează.',
  'doctor.scheduler.elsewhere':
    'Niciun bot nu răspunde la portul {port} pe acest server, deci de aici nu se verifică niciun domeniu.',
  'doctor.resolver.answers': 'Resolverul {resolver} răspunde.',
  'doctor.resolver.silent':
    'Resolverul {resolver} nu răspunde: permite traficul UDP și TCP de ieșire către portul 53 sau alege altele în DNS_RESOLVERS.',
  'doctor.clock.right': 'Ceasul este corect.',
  'doctor.clock.wrong':
    'Ceasul este decalat cu {seconds} s, așa că Slack respinge cererile, iar certificatele par greșite. Pornește NTP.',
  'doctor.clock.unknown': 'Ceasul nu a putut fi comparat cu altul.',
});
