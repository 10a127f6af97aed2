import type { siteEn } from '../../en/domain/site.js';
import { translation } from '../../messages.js';

/** Italian: whether the hostname serves its site, and Ultimate Multisite's part in it. */
export const siteIt = translation<'it', typeof siteEn>()({
  'axis.site.unknown':
    ':grey_question: *Sito*  non è stato possibile chiedere a Ultimate Multisite se serve questo nome host',
  'axis.site.unrouted': ':x: *Sito*  {why}',

  'site.why.gave-up':
    'Ultimate Multisite ha rinunciato a questo nome host{hasTime, select, true { ({gaveUpAt})} other {}}.',
  'site.why.still-checking': 'Ultimate Multisite sta ancora verificando questo nome host.',
  'site.why.inactive': 'Il record di dominio in Ultimate Multisite non è attivo.',
  'site.why.no-record': 'In Ultimate Multisite non c’è un record di dominio per questo nome host.',
  'site.why.signup':
    'WordPress non conosce questo nome host: i visitatori vedono la pagina di registrazione del network.',
  'site.why.network-main':
    'WordPress non conosce questo nome host: i visitatori vedono il sito principale del network.',
  'site.why.other-host': 'I visitatori finiscono su {location}.',
  'site.why.default-page': 'I visitatori vedono la pagina predefinita dell’host.',
  'site.why.install': 'I visitatori vedono la pagina di installazione di WordPress.',
  'site.why.suspended': 'I visitatori vedono una pagina che dice che il sito è sospeso.',
  'site.why.failing': 'I visitatori vedono un errore o nessuna pagina al posto del sito.',

  'todo.unrouted': '*DNS e SSL sono corretti, ma i visitatori non raggiungono il sito.* {fix}',
  'site.fix.gave-up': 'Premi *Segna come pronto*.',
  'site.fix.still-checking': 'Attendi, oppure premi *Segna come pronto*.',
  'site.fix.inactive': 'Premi *Segna come pronto*.',
  'site.fix.no-record': 'Premi *Scegli il sito*.',
  'site.fix.signup': 'Creagli un record di dominio in Ultimate Multisite, in “Domains”.',
  'site.fix.network-main': 'Creagli un record di dominio in Ultimate Multisite, in “Domains”.',
  'site.fix.other-host': 'Controlla l’indirizzo e i redirect del sito in WordPress.',
  'site.fix.default-page': 'Controlla nella dashboard di {provider} a quale sito è assegnato il dominio.',
  'site.fix.install':
    'Completa l’installazione, oppure assegna il dominio al sito giusto nella dashboard di {provider}.',
  'site.fix.suspended': 'Riattiva il sito in WordPress.',
  'site.fix.failing': 'Controlla il log degli errori, i plugin e i redirect del sito.',
  'card.set-ready': 'Segna come pronto',
  'site.choose': 'Scegli il sito',
  'site.dialog.question': 'A quale sito porta *{hostname}*?',

  'event.site.unrouted':
    ':warning: *DNS e SSL sono corretti, ma i visitatori di {hostname} non raggiungono il sito.*',
  'event.site.routed': ':white_check_mark: I visitatori di {hostname} raggiungono il sito.',
  'event.domain_record.updated':
    ':page_facing_up: {person} ha segnato il record di dominio come pronto e sicuro in Ultimate Multisite.{promoted, select, true { Ora è il dominio principale del sito.} other {}}',
  'problem.not-holdable':
    'Ultimate Multisite non può avere un record di dominio per {hostname}: non accetta né wildcard né domini di primo livello in altri alfabeti. Mappalo senza `--site`.',
  'problem.no-site':
    'Nel network dell’app {app} non c’è nessun sito {site}. I siti e i loro ID sono in Ultimate Multisite, in “Sites”.',
  'problem.site-closed':
    'Il sito {site} ({title}) è archiviato, eliminato o segnato come spam in Ultimate Multisite, quindi i visitatori vedrebbero solo un errore. Riattivalo lì, in “Sites”, oppure scegli un altro sito.',
  'sync.given-up':
    '*{count, plural, one {# dominio non servito} many {# di domini non serviti} other {# domini non serviti}} da Ultimate Multisite,* benché DNS e SSL siano corretti: ha rinunciato o sta ancora verificando.',
  'sync.button.ready':
    'Segna {count, plural, one {# come pronto} many {# come pronti} other {# come pronti}}',
  'sync.question.ready':
    'Segnare {count, plural, one {# dominio dell’app {app} come pronto e sicuro} many {# di domini dell’app {app} come pronti e sicuri} other {# domini dell’app {app} come pronti e sicuri}} in Ultimate Multisite? I visitatori raggiungeranno i siti.',
  'notice.network.failed':
    ':warning: App {app}: Ultimate Multisite non è raggiungibile, quindi domini nuovi, modificati ed eliminati passano inosservati. {reason}',
  'notice.network.works':
    ':white_check_mark: App {app}: il bot segue di nuovo i domini di Ultimate Multisite.',
  'notice.network.implausible':
    ':warning: App {app}: {gone, plural, one {all’improvviso Ultimate Multisite non ha più nessuno dei suoi record di dominio} many {in Ultimate Multisite mancano # di record di dominio tutti insieme} other {in Ultimate Multisite mancano # record di dominio tutti insieme}}, quindi non è stato rimosso nulla. Controlla `MULTISITE_URL` e il database della rete. Se i record sono stati davvero eliminati, rimuovi i domini con `/domain sync`.',
  'notice.aliases.failed':
    ':warning: App {app}: non è stato possibile leggere l’elenco dei domini su {provider}, quindi un dominio rimosso lì passa inosservato. {reason}',
  'notice.aliases.implausible':
    ':warning: App {app}: su {provider} mancano {gone} domini su {of} tutti insieme, quindi nessuno è stato aggiunto di nuovo. Se non ci sono davvero più, ripristinali con `/domain sync`.',
  'notice.aliases.vanishing':
    ':warning: App {app}: qualcosa continua a rimuovere {hostname} da {provider}: tre volte in un giorno. Il bot non lo aggiunge più fino a domani. Scopri che cosa lo rimuove; una causa possibile sono le rimozioni in coda di Ultimate Multisite.',
  'notice.aliases.works':
    ':white_check_mark: App {app}: il bot segue di nuovo l’elenco dei domini su {provider}.',
  'notice.records.duplicated':
    ':warning: App {app}: in Ultimate Multisite {count, plural, one {un nome host ha} many {# di nomi host hanno} other {# nomi host hanno}} più di un record di dominio (ID tra parentesi): {shown}{more, plural, =0 {} one { e un altro} many { e altri #} other { e altri #}}. Il bot ne segue uno per ciascuno; elimina gli altri lì, in “Domains”.',
  'notice.logs.failed':
    ':warning: App {app}: non è stato possibile leggere i log in MULTISITE_LOGS ({reason}). Controlla che la cartella esista e che il bot possa leggerla.',
  'notice.logs.works': ':white_check_mark: App {app}: i log sono di nuovo leggibili.',
  'notice.webhook.failed':
    ':warning: App {app}: un webhook con un token errato è stato ignorato. In Ultimate Multisite, in “Webhooks”, fai terminare il suo indirizzo con il valore di MULTISITE_WEBHOOK_TOKEN.',
  'notice.webhook.works': ':white_check_mark: App {app}: i webhook hanno di nuovo il token corretto.',
  'notice.webhook.tested': ':white_check_mark: App {app}: l’evento di prova del webhook è arrivato.',
  'set-ready.no-record':
    'In Ultimate Multisite non c’è un record di dominio per {hostname}. Premi *Scegli il sito* nella sua scheda.',
  'set-ready.no-rest':
    'Per l’app {app} non è configurata l’API di Ultimate Multisite. Imposta lì il dominio su “Ready” a mano, in “Domains”.',
  'set-ready.failed':
    'Ultimate Multisite non ha segnato {hostname} come pronto: {reason} Non è cambiato nulla. Riprova, oppure fallo lì a mano, in “Domains”.',
});
