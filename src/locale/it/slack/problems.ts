import type { problemsEn } from '../../en/slack/problems.js';
import { translation } from '../../messages.js';

/** Italian: what was wrong with a request, and what to do instead. */
export const problemsIt = translation<'it', typeof problemsEn>()({
  'hostname.empty': 'Aggiungi un nome host, per esempio `/domain map shop.example.com`.',
  'hostname.email-address':
    '{input} è un indirizzo email. Scrivi solo il nome host, per esempio `shop.example.com`.',
  'hostname.has-credentials': 'Questo link contiene un nome utente o una password. Scrivi solo il nome host.',
  'hostname.ip-address': '{input} è un indirizzo IP. Scrivi un nome host, per esempio `shop.example.com`.',
  'hostname.wildcard-not-first':
    'In {input} il carattere `*` è nel posto sbagliato. Può essere solo l’intera prima parte, come in `*.example.com`.',
  'hostname.empty-label': '{input} inizia con un punto o contiene più punti di fila.',
  'hostname.label-too-long': '{label} supera i 63 caratteri, il massimo che il DNS consente per una parte.',
  'hostname.name-too-long': 'Questo nome host supera i 253 caratteri, il massimo che il DNS consente.',
  'hostname.too-many-labels': '{input} ha più di 10 parti, troppe per un certificato.',
  'hostname.bad-characters':
    '{label} contiene un carattere non ammesso in un nome host. Usa lettere, cifre e trattini.',
  'hostname.hyphen-edge': '{label} inizia o finisce con un trattino: il DNS non lo consente.',
  'hostname.bad-punycode':
    '{input} non è un nome di dominio internazionale valido. Scrivilo con i suoi caratteri originali.',
  'hostname.single-label':
    '{input} è solo una parte di un nome host. Aggiungi l’estensione, per esempio {example}.',
  'hostname.no-public-suffix':
    '{input} non può essere pubblico, perché il dominio di primo livello {suffix} non esiste.',
  'hostname.is-public-suffix':
    '{suffix} da solo non è un dominio. Scrivi un dominio registrato sotto {suffix}.',
  'hostname.provider-internal':
    '{input} è un nome interno di {provider} e funziona senza mappatura. Scrivi il nome host del cliente.',

  'problem.usage': 'Scrivi così: {usage}.',
  'problem.unknown-command': '{typed} non è un comando. Scrivi {help} per vederli tutti.',
  'problem.did-you-mean': '{typed} non è un comando. Intendevi {command}?',
  'problem.did-you-mean-usage': '{typed} non è un comando. Intendevi {usage}?',
  'usage.run': 'Esegui',
  'usage.hostname-missing': 'Aggiungi il nome host: {usage}.',
  'usage.one-hostname': 'Un nome host alla volta. Inizia con {command}.',
  'usage.one-hostname.note':
    'Un nome host alla volta: {listed} è stato letto come un elenco. Inizia con {command}. Se la nota comincia con {next}, metti solo uno spazio prima.',
  'usage.too-many-hostnames': 'Al massimo {most} nomi host alla volta. Inizia con {command}.',
  'usage.no-more-words': 'Dopo {name} non serve altro. Scrivi {command}.',
  'usage.unknown-option': '{option} non è un’opzione di questo comando. Scrivi {usage}.',
  'usage.split-hostname': 'Un nome host non contiene spazi. Intendevi {command}?',
  'usage.did-you-mean': '{option} non è un’opzione. Intendevi {command}?',
  'usage.value-missing': '{option} richiede un valore: {usage}.',
  'problem.outdated':
    'Questo elemento è di una versione precedente dell’app e non funziona più. Scrivi `/domain help` per vedere che cosa puoi fare.',
  'problem.other-command': '{typed} qui non funziona. Usa `/domain`: `/domain help` ne elenca i comandi.',
  'problem.meant': 'Intendevi {near}?',
  'problem.not-mapped.near': '{hostname} non è mappato. Intendevi {near}?',
  'problem.not-mapped': '{hostname} non è mappato. Per mapparlo, scrivi `/domain map {hostname}`.',
  'problem.being-removed':
    'La rimozione di {hostname} è in corso. Potrai mapparlo di nuovo quando il thread confermerà che è stato rimosso.',
  'problem.unreadable':
    '{hostname} è salvato, ma questa versione del bot non riesce a leggerne i dati. Non è stato modificato nulla. Chiedi all’amministratore di scrivere `/domain doctor`, che dice perché.',
  'problem.too-fast': 'Troppe richieste in una volta. Riprova tra {duration}.',
  'problem.too-busy': 'Il bot è occupato con altre verifiche e questa non è partita. Riprova tra un minuto.',
  'problem.gone': 'Questa mappatura non esiste più.',
  'problem.permission':
    '{permission, select, map {mappare domini} unmap {rimuovere domini} move {spostare schede} approve {approvare una rimozione} check {verificare domini} audit {usare i comandi audit, sync e doctor} configure {cambiare le impostazioni} assign {occuparti di domini} other {vedere questi domini}}',
  'problem.not-allowed': 'Non hai il permesso di {what}. Chiedi a {ask}: può farlo o darti l’accesso.',
  'problem.not-allowed.members':
    'Non hai il permesso di {what}. Possono farlo solo i membri di quest’area di lavoro.',
  'problem.nothing-here':
    'Qui non ci sono domini. Gli ospiti e le persone di altre aree di lavoro vedono solo i domini del canale in cui si trovano.',
  'problem.not-a-site': '{typed} non è un ID di sito: scrivi il numero del sito in Ultimate Multisite.',
  'problem.site-search':
    '{why, select, none {Nessun sito corrisponde a {typed}. Scrivi una parte del titolo o dell’indirizzo, oppure l’ID.} several {Più siti corrispondono a {typed}. Scrivi di più del titolo o dell’indirizzo, oppure l’ID.} other {In questo momento non è possibile leggere l’elenco dei siti. Scrivi l’ID del sito o riprova tra un minuto.}}',
  'problem.wrong-channel': 'I comandi funzionano solo in {channels}.',
  'problem.direct-message':
    'Le schede non si possono pubblicare nei messaggi diretti. Scrivi il comando in un canale di cui sono membro.',
  'problem.unusable-channel':
    '{place, select, uninvited {Non sono in {channel}, quindi non è cambiato nulla. Scrivi lì `/invite @{bot}`, poi riprova.} archived {{channel} è archiviato, quindi non è cambiato nulla. Usa un altro canale.} other {Slack non ha potuto confermare che posso scrivere in {channel}, quindi non è cambiato nulla. Riprova tra un minuto.}}',
  'problem.other-channels': 'Le schede si possono spostare solo in {channels}.',
  'problem.not-a-channel':
    'Non trovo il canale {typed}. Scrivi `#` e scegli il canale dall’elenco di Slack, per esempio `/domain move shop.example.com #general`.',
  'problem.shared-channel':
    '{channel} è condiviso con un’altra organizzazione, che leggerebbe le schede. Non è cambiato nulla. Scegli un altro canale o chiedi all’amministratore di impostare CARDS_IN_SHARED_CHANNELS=true.',
  'problem.unsure':
    'Slack non ha potuto confermare chi sei, quindi non è cambiato nulla. Riprova tra un minuto.',
  'problem.verifying': 'È già in corso una verifica del registro. Attendi che finisca.',
  'problem.own-request': 'La richiesta è tua, quindi deve approvarla un’altra persona. Tu puoi ritirarla.',
  'problem.not-own-request': 'Solo {person} può ritirare questa richiesta. Tu puoi rifiutarla.',
  'problem.not-open': 'Questa richiesta non è più aperta. Scrivi `/domain unmap` per farne una nuova.',
  'problem.own-domain':
    '{hostname} appartiene al network stesso dell’app {app}, quindi funziona senza mappatura.',
  'problem.on-other-app':
    '{hostname} è già mappato sull’app {app}. Rimuovilo prima da lì: un nome host può stare su una sola app.',
  'problem.setting':
    'Inserisci un numero intero da {least, number, ::group-off} a {most, number, ::group-off}, o lascia vuoto per il valore predefinito.',
  'problem.no-network':
    'Per l’app {app} non è configurata l’API di Ultimate Multisite, quindi non si può usare `--site`. Imposta MULTISITE_URL, MULTISITE_API_KEY e MULTISITE_API_SECRET, oppure crea il record di dominio a mano.',
  'problem.unknown-app': 'Non esiste nessuna app {app}. Configurate: {apps}.',
  'problem.app-needed': 'Aggiungi l’app con `--app NAME`. Configurate: {apps}.',
  'problem.messages-tab':
    'Non posso inviarti messaggi diretti, quindi non è stato fatto nulla. Chiedi all’amministratore di attivare “Messages Tab” in “App Home” nelle impostazioni dell’app Slack, poi riprova.',
  'problem.took-too-long': 'La risposta è arrivata troppo tardi per Slack. Riprova.',
  'problem.incident':
    'Qualcosa è andato storto. La tua richiesta potrebbe non essere stata salvata. Riprova; se il problema continua, comunica all’amministratore questo ID incidente: `{incident}`',
});
