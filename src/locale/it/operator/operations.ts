import type { operationsEn } from '../../en/operator/operations.js';
import { translation } from '../../messages.js';

/** Italian: settings, the comparison with the hosting provider and Ultimate Multisite, and the doctor. */
export const operationsIt = translation<'it', typeof operationsEn>()({
  'settings.title': 'Impostazioni',
  'settings.submit': 'Salva',
  'settings.app': '*App “{app}”*',
  'settings.label.interval': 'Secondi tra due verifiche',
  'settings.label.dns-deadline': 'Ore prima di segnalare un errore DNS',
  'settings.label.ssl-deadline': 'Minuti prima di segnalare un errore SSL',
  'settings.label.approval': 'Ore in cui una seconda persona può approvare una rimozione',
  'settings.label.reminder': 'Giorni prima del promemoria su un messaggio al cliente',
  'settings.label.www': 'Nomi host che ricevono anche il nome www',
  'settings.label.language': 'Lingua di schede e thread',
  'settings.name.interval': 'intervallo di verifica',
  'settings.name.dns-deadline': 'tempo limite per il DNS',
  'settings.name.ssl-deadline': 'tempo limite per il certificato',
  'settings.name.approval': 'tempo per approvare una rimozione',
  'settings.name.reminder': 'promemoria dei messaggi ai clienti',
  'settings.name.www': 'regola per www',
  'settings.name.language': 'lingua',
  'settings.range':
    'Da {least, number, ::group-off} a {most, number, ::group-off}. Lascia vuoto per il valore predefinito: {standard}.',
  'settings.standard': 'Valore predefinito: {standard}.',
  'settings.use-default': 'Usa il valore predefinito',
  'settings.off': 'disattivato',
  'settings.www':
    '{value, select, always {tutti} main_only {solo i domini radice} never {nessuno} other {{value}}}',
  'settings.reported':
    'Ha effetto dalla prossima verifica. Il canale dell’app viene avvisato della modifica.',
  'sync.title':
    '*App {app}.* Domini su {provider}: {aliases}. {hasNetwork, select, true {Record di dominio in Ultimate Multisite: {records}. } other {}}Mappature qui: {mappings}. Concordanti: {agreeing}. Non è cambiato nulla.',
  'sync.agree': ':white_check_mark: Nessuna differenza.',
  'sync.unknown.provider':
    ':grey_question: Non è stato possibile leggere l’elenco dei domini da {provider} ({reason}), quindi non si può sapere che cosa manca lì.',
  'sync.unknown.network':
    ':grey_question: Non è stato possibile leggere i record di dominio da Ultimate Multisite ({reason}), quindi non si può sapere che cosa manca lì.',
  'sync.adopt':
    '*{count, plural, one {# dominio} many {# di domini} other {# domini}} su {provider} senza una mappatura qui.* {count, plural, one {Prendilo in carico per avere una scheda} many {Prendili in carico per avere le schede} other {Prendili in carico per avere le schede}} e verifiche regolari.',
  'sync.orphan':
    '*{count, plural, one {# dominio} many {# di domini} other {# domini}} su {provider} senza un record di dominio in Ultimate Multisite,* per esempio dopo un cambio di nome. Dietro non c’è nessun sito.',
  'sync.map':
    '*{count, plural, one {# record di dominio} many {# di record di dominio} other {# record di dominio}} in Ultimate Multisite senza il dominio su {provider}.* {count, plural, one {Mappalo per aggiungere e seguire il dominio} many {Mappali per aggiungere e seguire i domini} other {Mappali per aggiungere e seguire i domini}}.',
  'sync.lost':
    '*{count, plural, one {# mappatura} many {# di mappature} other {# mappature}} senza il dominio su {provider}.* {count, plural, one {Ripristinala per aggiungere di nuovo il dominio} many {Ripristinale per aggiungere di nuovo i domini} other {Ripristinale per aggiungere di nuovo i domini}}.',
  'sync.unrouted':
    '*{count, plural, one {# mappatura} many {# di mappature} other {# mappature}} senza un record di dominio in Ultimate Multisite.* Assegna un sito a ciascuna: `/domain map <hostname> --site ID`. Se un dominio non serve a nessuno, rimuovilo: `/domain unmap <hostname>`.',
  'sync.own':
    ':information_source: {count, plural, one {# sito è su un sottodominio del network} many {# di siti sono su sottodomini del network} other {# siti sono su sottodomini del network}}: {names}{more, plural, =0 {} one { e un altro} many { e altri #} other { e altri #}}. {provider} {count, plural, one {lo} many {li} other {li}} serve senza mappatura. Per avere le schede di quelli nuovi, imposta MULTISITE_OWN_SUBDOMAINS.',
  'sync.name': '• {hostname}',
  'sync.more': '… e {count, plural, one {un altro} many {altri #} other {altri #}}',
  'sync.button.adopt': 'Prendi in carico {count}',
  'sync.button.map': 'Mappa {count}',
  'sync.button.remove': 'Togli {count} da {provider}',
  'sync.button.restore': 'Ripristina {count}',
  'sync.button.unmap': 'Rimuovi {count}',
  'sync.dialog': 'Sincronizzazione',
  'sync.submit': 'Sì, procedi',
  'sync.question.adopt':
    'Prendere in carico {count, plural, one {# dominio} many {# di domini} other {# domini}} dell’app {app}?',
  'sync.question.map':
    'Mappare {count, plural, one {# dominio} many {# di domini} other {# domini}} dell’app {app}?',
  'sync.question.remove':
    'Togliere {count, plural, one {# dominio} many {# di domini} other {# domini}} dell’app {app} da {provider}? I visitatori non raggiungeranno più il sito.',
  'sync.question.restore':
    'Aggiungere di nuovo su {provider} {count, plural, one {# dominio} many {# di domini} other {# domini}} dell’app {app}?',
  'sync.question.unmap':
    'Rimuovere {count, plural, one {# dominio} many {# di domini} other {# domini}} dell’app {app}? I visitatori non raggiungeranno più il sito.',
  'sync.where':
    'Ogni dominio riceve la sua scheda nel canale dell’app. Puoi seguire l’avanzamento nei tuoi messaggi diretti con me.',
  'sync.starting': 'Avvio in corso. L’avanzamento compare qui.',
  'sync.progress': '{bar} {done} di {of}',
  'sync.result':
    '{failed, plural, =0 {:white_check_mark: Completati: {done}.} one {:warning: Completati: {done}. Non riusciti: #. I motivi sono nel log; scrivi `/domain sync` per riprovare.} many {:warning: Completati: {done}. Non riusciti: #. I motivi sono nel log; scrivi `/domain sync` per riprovare.} other {:warning: Completati: {done}. Non riusciti: #. I motivi sono nel log; scrivi `/domain sync` per riprovare.}}',
  'check-domain.title': '{hostname}  (app {app})',
  'check-domain.verdict':
    '{verdict, select, right {È tutto a posto.} todo {C’è qualcosa da fare: {whoActs, select, customer {tocca al cliente} agency {tocca a te} host {tocca all’assistenza di {provider}} other {vedi sotto}}.} waiting {Non serve fare nulla, basta attendere.} other {Da qui non è stato possibile verificare.}}',
  'check-domain.dns':
    'DNS: {state, select, wrong {non corretto} published {corretto sui name server} propagated {corretto ovunque} other {non si è potuto verificare}}{of, plural, =0 {} one {, {right} name server su #} many {, {right} name server su #} other {, {right} name server su #}}{resolversOf, plural, =0 {} one {, {resolversRight} resolver pubblici su #} many {, {resolversRight} resolver pubblici su #} other {, {resolversRight} resolver pubblici su #}}.',
  'check-domain.ssl':
    'SSL: {state, select, valid {valido} expiring {valido, ma sta per scadere} invalid {non valido} absent {ancora nessun certificato per questo nome host} other {non verificato}}.',
  'check-domain.provider': 'Provider DNS: {names}{hasPanel, select, true {, {panelUrl}} other {}}',
  'check-domain.site':
    'Sito: {state, select, routed {servito con questo nome host} unrouted {i visitatori non lo raggiungono} other {non verificato}}.',
  'check-domain.cache': '{resolver} ha la vecchia risposta in cache (fino a: {at}).',
  'check-domain.cache-unknown': '{resolver} non vede ancora il record.',
  'check-domain.finding':
    '{severity, select, problem {PROBLEMA} warning {AVVISO} other {NOTA}} {code}: {what}',
  'check-domain.to-do':
    '{whoActs, select, customer {Cliente} agency {Tu} host {{provider}} other {Nessuno deve agire}}: {toDo}',
  'check-domain.columns': ' | Tipo | Nome | Valore',
  'check-domain.action': '{action, select, create {aggiungere} change {modificare} other {eliminare}}',
  'doctor.config.ignored': '{reason}',
  'doctor.sound': 'Nessun problema.',
  'doctor.ill':
    '{count, plural, one {Trovato # problema} many {Trovati # di problemi} other {Trovati # problemi}}.',
  'doctor.key.found': 'App {app}: trovata la chiave API client.',
  'doctor.key.accepted': 'App {app}: {provider} accetta la chiave.',
  'doctor.key.refused':
    'App {app}: {provider} rifiuta la chiave. {reason} Copia {keyVariable} dal wp-config.php di questa app.',
  'doctor.provider.unreached':
    'App {app}: {provider} non è raggiungibile. {reason} Controlla che questa macchina raggiunga {addressVariable} via HTTPS.',
  'doctor.list.read':
    'App {app}: letto l’elenco dei domini dell’account: {count, plural, one {un dominio} many {# di domini} other {# domini}}.',
  'doctor.list.unreadable':
    'App {app}: l’elenco dei domini dell’account ha un formato sconosciuto. La mappatura funziona, ma `/domain sync` non può confrontare.',
  'doctor.list.refused':
    'App {app}: non è stato possibile leggere l’elenco dei domini dell’account. {reason} Controlla i permessi dell’account su {provider}.',
  'doctor.target.answers': 'App {app}: la destinazione {address} risponde.',
  'doctor.target.not-public':
    'App {app}: la destinazione {address} non è un indirizzo pubblico, quindi il bot non vi si collega. Confronta {targetsVariable} con l’indirizzo nella dashboard di {provider}.',
  'doctor.target.silent':
    'App {app}: la destinazione {address} non risponde ({outcome}). Confronta {targetsVariable} con l’indirizzo nella dashboard di {provider}.',
  'doctor.target.unresolved':
    'App {app}: la destinazione {host} non ha un indirizzo nel DNS. Confronta {targetsVariable} con la dashboard di {provider}.',
  'doctor.target.unchecked':
    'App {app}: non è stato possibile cercare la destinazione {host}, perché nessun resolver risponde.',
  'doctor.network.answers': 'App {app}: Ultimate Multisite accetta la chiave e il segreto.',
  'doctor.network.refused':
    'App {app}: Ultimate Multisite rifiuta la chiave o il segreto. {reason} Copiali entrambi da “Settings > API & Webhooks”.',
  'doctor.network.wrong': 'App {app}: l’API di Ultimate Multisite non è utilizzabile. {reason}',
  'doctor.network.failing':
    'App {app}: l’API di Ultimate Multisite non funziona. {reason} Controlla il log degli errori di WordPress.',
  'doctor.network.subsite':
    'App {app}: MULTISITE_URL è l’indirizzo di un singolo sito ({host}). Imposta l’indirizzo principale del network, {main}.',
  'doctor.network.records':
    'App {app}: letti i record di dominio del network: {count, plural, one {uno} many {#} other {#}}.',
  'doctor.network.records-unreadable':
    'App {app}: {count, plural, one {un record di dominio del network non è leggibile e viene saltato} many {# di record di dominio del network non sono leggibili e vengono saltati} other {# record di dominio del network non sono leggibili e vengono saltati}} (ID {ids}). {count, plural, one {Aprilo e salvalo} many {Aprili e salvali} other {Aprili e salvali}} in Ultimate Multisite, in “Domains”.',
  'doctor.network.records-refused':
    'App {app}: non è stato possibile leggere i record di dominio del network, quindi le modifiche passano inosservate. {reason}',
  'doctor.network.mapping-off':
    'App {app}: in Ultimate Multisite la mappatura dei domini è disattivata, quindi nessun dominio raggiunge il suo sito. Attivala in “Settings > Domain Mapping”.',
  'doctor.network.patience':
    'App {app}: Ultimate Multisite verifica un nuovo dominio per {minutes, plural, =0 {{seconds} s} one {un minuto} many {# di minuti} other {# minuti}}, poi rinuncia. Se il DNS arriva più tardi, premi *Segna come pronto* nella scheda.',
  'doctor.network.unreached':
    'App {app}: Ultimate Multisite non è raggiungibile. {reason} Apri MULTISITE_URL con /wp-json/ in un browser.',
  'doctor.network.no-rest':
    'App {app}: non è configurata nessuna chiave API di Ultimate Multisite, quindi i record di dominio non vengono né letti né creati.',
  'doctor.logs.readable': 'App {app}: MULTISITE_LOGS è leggibile. Log trovati: {count}.',
  'doctor.logs.refused':
    'App {app}: impossibile leggere i log in MULTISITE_LOGS ({reason}). Controlla che la cartella esista e che il bot possa leggerla.',
  'doctor.slack.connected': 'Collegato all’area di lavoro Slack {team}.',
  'doctor.slack.organisation':
    'L’app Slack è installata per l’intera organizzazione {organisation}: chiunque ne faccia parte conta come membro, non solo chi è in {team}.',
  'doctor.slack.refused':
    'Slack rifiuta il bot ({reason}). Copia SLACK_BOT_TOKEN da “OAuth & Permissions”; se l’app è stata rimossa, prima reinstallala.',
  'doctor.slack.unreached':
    'Slack non è raggiungibile ({reason}). Controlla SLACK_API_URL e HTTPS_PROXY, e che questa macchina raggiunga slack.com via HTTPS.',
  'doctor.slack.unchecked':
    'Slack: imposta SLACK_BOT_TOKEN e riesegui doctor per controllare scope, canali, persone e gruppi.',
  'doctor.scopes.all': 'Il bot ha tutti gli scope che gli servono.',
  'doctor.scopes.unknown': 'Slack non ha comunicato quali scope ha il bot.',
  'doctor.scope.commands':
    'Aggiungi lo scope {scope}, poi reinstalla l’app Slack; altrimenti il comando non esiste.',
  'doctor.scope.chat-write':
    'Aggiungi lo scope {scope}, poi reinstalla l’app Slack; altrimenti il bot non può pubblicare schede e thread.',
  'doctor.scope.chat-write-public':
    'Aggiungi lo scope {scope}, poi reinstalla l’app Slack; altrimenti il bot non può scrivere nei canali pubblici di cui non è membro.',
  'doctor.scope.history':
    'Aggiungi lo scope {scope}, poi reinstalla l’app Slack; altrimenti il bot non può ricontrollare ciò che ha pubblicato nei canali pubblici.',
  'doctor.scope.history-private':
    'Aggiungi lo scope {scope}, poi reinstalla l’app Slack; altrimenti il bot non può ricontrollare ciò che ha pubblicato nei canali privati.',
  'doctor.scope.channels-read':
    'Aggiungi lo scope {scope}, poi reinstalla l’app Slack; altrimenti il bot non vede i canali pubblici.',
  'doctor.scope.groups-read':
    'Aggiungi lo scope {scope}, poi reinstalla l’app Slack; altrimenti il bot non vede i canali privati.',
  'doctor.scope.channels-join':
    'Aggiungi lo scope {scope}, poi reinstalla l’app Slack; altrimenti il bot non può entrare nei canali pubblici.',
  'doctor.scope.users-read':
    'Aggiungi lo scope {scope}, poi reinstalla l’app Slack; altrimenti il bot non distingue i membri dagli ospiti.',
  'doctor.scope.usergroups-read':
    'Aggiungi lo scope {scope}, poi reinstalla l’app Slack; altrimenti i gruppi di utenti non hanno permessi.',
  'doctor.scope.im-write':
    'Aggiungi lo scope {scope}, poi reinstalla l’app Slack; altrimenti il bot non può inviare messaggi diretti.',
  'doctor.scope.im-history':
    'Aggiungi lo scope {scope}, poi reinstalla l’app Slack; altrimenti il bot non può leggere i messaggi diretti che riceve.',
  'doctor.scope.app-mentions-read':
    'Aggiungi lo scope {scope}, poi reinstalla l’app Slack; altrimenti il bot non vede quando viene menzionato.',
  'doctor.scope.files-read':
    'Aggiungi lo scope {scope}, poi reinstalla l’app Slack; altrimenti il bot non può leggere i file CSV nelle sue finestre.',
  'doctor.scope.files-write':
    'Aggiungi lo scope {scope}, poi reinstalla l’app Slack; altrimenti il bot non può inviare i file del registro.',
  'doctor.scope.other': 'Aggiungi lo scope {scope}, poi reinstalla l’app Slack.',
  'doctor.app-token.accepted':
    'Slack accetta il token a livello di app, che appartiene all’app Slack del bot.',
  'doctor.app-token.unmatched':
    'Slack accetta il token a livello di app. Non si sa se appartiene all’app Slack del bot: scrivi `/domain help` in Slack per provare.',
  'doctor.app-token.other':
    'SLACK_APP_TOKEN appartiene all’app Slack {app}, ma SLACK_BOT_TOKEN a {own}, quindi nessun comando raggiunge il bot. Crea un token a livello di app con connections:write nell’app {own}.',
  'doctor.app-token.refused':
    'Slack rifiuta SLACK_APP_TOKEN ({reason}). Crea un token a livello di app con connections:write in “Basic Information” della stessa app Slack.',
  'doctor.app-token.unreached':
    'Non è stato possibile controllare SLACK_APP_TOKEN con Slack ({reason}). Controlla SLACK_API_URL e HTTPS_PROXY, poi riesegui doctor.',
  'doctor.command':
    'Comando slash: scrivi `/domain help` in Slack. Se Slack non lo conosce, confronta SLACK_COMMAND con la pagina “Slash Commands” dell’app.',
  'doctor.messages-tab':
    'La “Messages Tab” del bot: apri “App Home” nelle impostazioni dell’app Slack e controlla che la “Messages Tab” sia attiva. Lì arrivano gli avanzamenti e i file del registro. Per provare, invia al bot un messaggio diretto.',
  'doctor.request-url':
    'Request URL: scrivi `/domain help` in Slack. Se non risponde nulla, confronta i Request URL dell’app Slack con l’indirizzo pubblico del bot.',
  'doctor.command.arrived': 'Il comando slash funziona (ultimo arrivato: {at}).',
  'doctor.messages-tab.arrived': 'La “Messages Tab” del bot è attiva (ultimo messaggio diretto: {at}).',
  'doctor.request-url.arrived': 'Slack raggiunge il bot al suo Request URL (ultimo comando: {at}).',
  'doctor.channel.shared':
    'Il canale {channel} è condiviso con un’altra organizzazione, che leggerebbe le schede. Scegli un altro canale o imposta CARDS_IN_SHARED_CHANNELS=true.',
  'doctor.person.known': '{variable}: {name}.',
  'doctor.person.unknown':
    '{variable} contiene {id}, che Slack non conosce. Copia l’ID membro dal profilo della persona.',
  'doctor.person.inactive':
    '{variable} contiene {name} ({id}): è un account disattivato, un ospite o un bot, quindi non ha permessi. Scegli un’altra persona.',
  'doctor.person.unread': '{variable}: Slack non ha potuto cercare {id} ({reason}).',
  'doctor.group.known':
    '{variable}: gruppo di utenti {name}, {count, plural, one {un membro} many {# di membri} other {# membri}}.',
  'doctor.group.unknown':
    '{variable} contiene il gruppo di utenti {id}, che non esiste più o è disattivato. Attivalo in Slack, o scegline un altro.',
  'doctor.group.no-plan':
    '{variable} contiene il gruppo di utenti {id}, ma i gruppi di utenti richiedono un piano Slack a pagamento. Elenca invece gli ID membro delle persone.',
  'doctor.group.no-scope':
    '{variable} contiene il gruppo di utenti {id}, che il bot non può leggere. Aggiungi lo scope usergroups:read, poi reinstalla l’app Slack.',
  'doctor.group.empty':
    '{variable} contiene il gruppo di utenti {name} ({id}), che non ha membri. Aggiungi delle persone.',
  'doctor.operators.everyone':
    'DOMAIN_OPERATORS è vuota, quindi ogni membro dell’area di lavoro può modificare le mappature.',
  'doctor.approval.possible': 'Una seconda persona può approvare le rimozioni.',
  'doctor.approval.impossible':
    'Nessuno può approvare le rimozioni: UNMAP_APPROVAL_HOURS richiede una seconda persona. Aggiungine una a DOMAIN_OPERATORS.',
  'doctor.approval.unknown': 'Slack non ha comunicato chi può approvare le rimozioni.',
  'doctor.data-dir.writable': 'DATA_DIR ({folder}) è scrivibile.',
  'doctor.data-dir.creatable': 'DATA_DIR ({folder}) non esiste ancora e si può creare.',
  'doctor.data-dir.refused':
    'DATA_DIR ({folder}) non è scrivibile ({reason}). Scegli una cartella in cui l’utente del bot possa scrivere.',
  'doctor.database.writable': 'Il database ({database}) è scrivibile.',
  'doctor.database.refused':
    'Il database ({database}) non è utilizzabile: {reason}. Controlla DATABASE_URL e il server.',
  'doctor.port.free': 'La porta {port} su {host} è libera.',
  'doctor.port.busy': 'La porta {port} su {host} è usata da un altro programma. Chiudilo, o cambia PORT.',
  'doctor.port.refused': 'Il bot non può ascoltare su {host}, porta {port} ({reason}). Cambia HOST o PORT.',
  'doctor.proxy.none':
    'Nessun proxy impostato: il bot si collega direttamente a Slack, {provider} e WordPress.',
  'doctor.proxy.used':
    'Il bot si collega a Slack, {provider} e WordPress tramite il proxy {proxy}, e verifica i domini direttamente.',
  'doctor.language': 'Lingua dei messaggi: {language}.',
  'doctor.version': 'Versione {version} su Node.js {node}.',
  'doctor.webhook.unchecked':
    'App {app}, webhook: premi “Send Test Event” per il webhook in Ultimate Multisite; il canale dell’app dice quando arriva.',
  'doctor.webhook.set': 'App {app}: il webhook {event} è configurato.',
  'doctor.webhook.arrived': 'App {app}: ultimo webhook arrivato: {at}.',
  'doctor.webhook.missing':
    'App {app}: in Ultimate Multisite manca il webhook {event}, quindi ciò che segnalerebbe si scopre solo alla prossima sincronizzazione.',
  'doctor.webhook.by-hand':
    'App {app}: in Ultimate Multisite manca il webhook {event}, quindi ciò che segnalerebbe si scopre solo alla prossima sincronizzazione. Imposta PUBLIC_URL sull’indirizzo del bot e doctor potrà crearlo.',
  'doctor.webhook.wrong':
    'App {app}: il webhook {event} in Ultimate Multisite ha un indirizzo o un token errato, quindi il bot lo ignora.',
  'doctor.webhook.unread':
    'App {app}: non è stato possibile leggere i webhook in Ultimate Multisite. {reason}',
  'doctor.fix.webhook': 'Creare il webhook {event} in Ultimate Multisite (app {app})?',
  'doctor.fix.webhook-replace': 'Sostituire il webhook {event} in Ultimate Multisite (app {app})?',
  'doctor.fix.webhook-failed':
    'App {app}: non è stato possibile configurare il webhook {event}. {reason} Aggiungilo in Ultimate Multisite, in “Webhooks”.',
  'doctor.running.part': 'Il bot in esecuzione segnala “{part}”: {reason}.',
  'doctor.running.fine': 'Il bot in esecuzione è pronto.',
  'doctor.channel.unread': 'Slack non ha potuto cercare il canale {channel} ({reason}).',
  'doctor.fix.button': 'Correggi',
  'doctor.fix.sure': 'Questo modifica impostazioni esterne al bot.',
  'doctor.fix.yes': 'Sì, procedi',
  'doctor.fix.nothing':
    ':white_check_mark: Qui non c’è altro da correggere. Scrivi `/domain doctor` per ricontrollare.',
  'doctor.fix.join': 'Entrare nel canale {channel}?',
  'doctor.fix.join-failed':
    'Il bot non può entrare nel canale {channel} ({reason}): scrivi lì /invite e il suo nome.',
  'doctor.resolver.no-name':
    'Secondo tutti i resolver {name} non ha un indirizzo, quindi non è stato possibile confrontarli.',
  'doctor.resolver.wrong':
    'Il resolver {resolver} non trova {name} ({outcome}). Scegline un altro in DNS_RESOLVERS.',
  'doctor.channel.member': 'Il bot è nel canale {channel}.',
  'doctor.channel.stranger': 'Il bot non è nel canale {channel}: scrivi lì /invite e il suo nome.',
  'doctor.channel.archived':
    'Il canale {channel} è archiviato: annulla l’archiviazione, o scegline un altro in SLACK_CHANNEL.',
  'doctor.channel.unseen':
    'Il bot non vede il canale {channel}: controlla l’ID e invita il bot se il canale è privato.',
  'doctor.channel.none': 'Nessun canale configurato: le schede compaiono dove vengono scritti i comandi.',
  'doctor.scheduler.ticks': 'Lo scheduler è in funzione.',
  'doctor.scheduler.elsewhere':
    'Nessun bot risponde sulla porta {port} di questa macchina, quindi da qui non viene verificato nessun dominio.',
  'doctor.resolver.answers': 'Il resolver {resolver} risponde.',
  'doctor.resolver.silent':
    'Il resolver {resolver} non risponde: consenti UDP e TCP in uscita verso la porta 53, o scegline altri in DNS_RESOLVERS.',
  'doctor.clock.right': 'L’orologio è corretto.',
  'doctor.clock.wrong':
    'L’orologio è sfasato di {seconds} s, quindi Slack rifiuta le richieste e i certificati sembrano errati. Attiva NTP.',
  'doctor.clock.unknown': 'Non è stato possibile confrontare l’orologio con un altro.',
});
