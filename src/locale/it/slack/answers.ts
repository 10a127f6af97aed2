import type { answersEn } from '../../en/slack/answers.js';
import { translation } from '../../messages.js';

/** Italian: answers to commands and buttons. */
export const answersIt = translation<'it', typeof answersEn>()({
  'hello.channel':
    'Ciao! Scrivi qui `/domain map shop.example.com` per mappare un dominio: la scheda e gli aggiornamenti compaiono in questo canale. `/domain help` elenca tutti i comandi.',
  'answer.working':
    'Ci sto lavorando. Il risultato apparirà qui; se entro un minuto non appare nulla, riprova: la richiesta potrebbe non essere stata salvata.',
  'mapped.refused': '{provider} ha rifiutato {hostname}. Cosa fare: {card}.',
  'mapped.new': '{hostname} è in lavorazione: {card}.',
  'mapped.before': '{hostname} è già mappato sull’app {app} ({stage}): {card}.',
  'mapped.record-possible': 'Non porta ancora a nessun sito: scegli il suo.',
  'mapped.site': 'Creo il record di dominio di {hostname} per il sito {site} in Ultimate Multisite: {card}.',
  'mapped.record-by-hand':
    'Per raggiungere un sito serve un record di dominio in Ultimate Multisite: crealo lì a mano, in “Domains”. {where}',
  'mapped.record-impossible':
    'Ultimate Multisite non gestisce i wildcard: per raggiungere un sito, ogni nome ha bisogno di un proprio record di dominio.',
  'moved.new': '{hostname} ora è in {channel}: {card}.',
  'moved.before': 'La scheda di {hostname} è già in {channel}: {card}.',
  'moved.pending': '{hostname} si sposta in {channel}. La scheda comparirà lì tra un attimo.',
  'mapped.card': 'apri la scheda',
  'mapped.without-card':
    'La tua richiesta per {hostname} è salvata e la scheda comparirà in {channel}. Se non c’è entro un minuto, `/domain doctor` dice perché.',
  'dialog.cancel': 'Annulla',

  'finding.severity.problem': ':x: *{finding}*',
  'finding.severity.warning': ':warning: {finding}',
  'finding.severity.note': ':information_source: {finding}',
  'finding.fix': '*Come risolvere:* {fix}',
  'finding.only-at': 'Si vede solo su {addresses}, non su {others}.',
  'finding.more':
    '{count, plural, one {Un’altra segnalazione} many {Altre # di segnalazioni} other {Altre # segnalazioni}}: `/domain status {hostname}`',

  'status.findings': '*Che cosa ha trovato il controllo*',
  'status.sees': ':hourglass_flowing_sand: lo vedrà (ora prevista: {at})',
  'status.authoritative': '*Risposta attuale* (name server)',
  'status.resolvers': '*Risposta attuale* (resolver pubblici)',
  'status.name-servers': 'Name server: {servers}',
  'status.checked': 'Ultima verifica: {at}',
  'status.just-seen':
    ':eyes: *Proprio ora:* {what} Lo stato cambia se le prossime verifiche danno lo stesso risultato.',
  'todo.wait-for-ssl.learned':
    'Non serve fare nulla: il DNS è corretto, quindi {provider} può emettere il certificato.',
  'usual.dns.since':
    'Tempo abituale su {dnsProvider}: {usual}; questo dominio è ancora in attesa (da: {since}).',
  'usual.dns.for': 'Tempo abituale su {dnsProvider}: {usual}; questo dominio attende da {waited}.',
  'usual.ssl.since':
    'Tempo abituale qui per un certificato: {usual}; questo dominio è ancora in attesa (da: {since}).',
  'usual.ssl.for': 'Tempo abituale qui per un certificato: {usual}; questo dominio attende da {waited}.',
  'usual.digest': '*Quanto ci vuole qui*',
  'usual.digest.dns': 'DNS su {dnsProvider}: di solito {usual}, 9 volte su 10 entro {most}',
  'usual.digest.ssl': 'Certificati: di solito {usual}, 9 volte su 10 entro {most}',
  'status.since': 'invariato da {duration}',
  'status.next': 'prossima verifica: {at}',
  'status.card': 'apri la scheda',
  'status.card-lost':
    'Non posso più scrivere in {channel}, quindi la scheda lì non si aggiorna. Scrivi `/domain move {hostname}` dove vuoi averla.',

  'overview.title':
    '*Chi deve fare che cosa* · {total, plural, one {# dominio} many {# di domini} other {# domini}}',
  'overview.counts':
    ':point_right: {agency} per te · :bust_in_silhouette: {customer} per i clienti · :office: {host} per {provider} · :hourglass_flowing_sand: {underway} in lavorazione · :white_check_mark: {ready, plural, one {# pronto} many {# pronti} other {# pronti}}',
  'overview.urgent': '*I più urgenti*',
  'overview.calm': ':white_check_mark: Al momento nessuno deve fare nulla.',
  'overview.hint':
    'Scrivi `/domain status shop.example.com` per verificare un dominio o `/domain help` per tutti i comandi.',

  'list.title': '{from}–{to} di {total}',
  'list.line': '*{hostname}*  {stage}',
  'list.approval': 'rimozione da approvare',
  'list.app': 'app {app}',
  'list.set-aside':
    '{count, plural, one {Un dominio salvato non è leggibile e non compare} many {# di domini salvati non sono leggibili e non compaiono} other {# domini salvati non sono leggibili e non compaiono}}: `/domain doctor` dice perché.',
  'list.empty': 'Non c’è ancora nessun dominio mappato. Inizia con `/domain map shop.example.com`.',
  'list.nothing':
    'Nessun dominio corrisponde a “{filter}”. Filtra per fase (per esempio `verifica dns`), persona, app, provider DNS o parte del nome host, oppure scegli:',
  'list.filter.stuck': 'Bloccati',
  'list.filter.waiting': 'In attesa',
  'list.filter.failed': 'Con errori',
  'list.filter.mine': 'I miei',
  'list.filter.ready': 'Pronti',
  'list.previous': 'Precedenti',
  'list.next': 'Successivi',

  'history.title': '*Cronologia di {hostname}*',
  'history.line': '{at}  {what}',
  'history.message': 'messaggio',

  'audit.title': '*Registro delle attività*',
  'audit.line': '{at}  *{hostname}*  {what}',
  'audit.nothing': 'Nessun evento corrispondente.',
  'audit.files': 'Inviami CSV e JSON',
  'audit.attached': '{count, plural, one {Un evento} many {# di eventi} other {# eventi}}, dal più recente.',
  'audit.sent': 'Fatto: trovi i file nei tuoi messaggi diretti con me.',
  'audit.unknown': '{typed} non è una data, una persona né un evento. {words}',
  'audit.meant': '{typed} non è un evento. Intendevi {command}?',
  'audit.words':
    'Filtra per periodo (`24h`, `7d`, `lunedì`, `2026-11-20`), persona (`@alice`, `me`, `system`) ed evento (`dns`, `ssl.issued`). In qualsiasi ordine, ciascuno al massimo una volta.',
  'audit.verifying':
    'Confronto i canali con l’archivio. Slack consente circa cinquanta thread al minuto: riceverai il risultato in un messaggio diretto.',
  'audit.reading': 'Letti {threads} thread su {of}…',
  'audit.sound':
    ':white_check_mark: I canali corrispondono all’archivio: {mappings, plural, one {# mappatura} many {# di mappature} other {# mappature}}, {events, plural, one {# evento} many {# di eventi} other {# eventi}}, {messages, plural, one {# messaggio} many {# di messaggi} other {# messaggi}}; nulla è mancante, modificato o estraneo.',
  'audit.sound-so-far':
    ':warning: Nessuna differenza, ma non è stato possibile verificare tutto. Elementi verificati: {mappings, plural, one {# mappatura} many {# di mappature} other {# mappature}}, {events, plural, one {# evento} many {# di eventi} other {# eventi}}, {messages, plural, one {# messaggio} many {# di messaggi} other {# messaggi}}.',
  'audit.differs':
    ':warning: {differences, plural, one {Trovata una differenza} many {Trovate # di differenze} other {Trovate # differenze}}. Elementi verificati: {mappings, plural, one {# mappatura} many {# di mappature} other {# mappature}}, {events, plural, one {# evento} many {# di eventi} other {# eventi}}, {messages, plural, one {# messaggio} many {# di messaggi} other {# messaggi}}.',
  'audit.out-of-reach':
    'Slack non mostra più {count, plural, one {il messaggio di un evento} many {i messaggi di # di eventi} other {i messaggi di # eventi}}, per via del piano o di una regola di conservazione. Non vuol dire che qualcuno li abbia eliminati.',
  'audit.unusable':
    '{count, plural, one {Il file di una mappatura non è leggibile e non è incluso} many {I file di # di mappature non sono leggibili e non sono inclusi} other {I file di # mappature non sono leggibili e non sono inclusi}}. Il dettaglio è nel log.',
  'audit.unread':
    '{count, plural, one {Non ho potuto leggere un canale con schede, perché non ne sono membro} many {Non ho potuto leggere # di canali con schede, perché non ne sono membro} other {Non ho potuto leggere # canali con schede, perché non ne sono membro}}. Invitami e ripeti la verifica.',

  'unmap.title': 'Rimuovi un dominio',
  'unmap.submit': 'Rimuovi',
  'unmap.cancel': 'Mantieni',
  'dialog.close': 'Chiudi',
  'unmap.approve': 'Approva',
  'unmap.decline': 'Rifiuta',
  'unmap.withdraw': 'Ritira la mia richiesta',
  'unmap.approvers': '{approvers}: richiesta da approvare o rifiutare.',
  'unmap.decision':
    '{decision, select, approved {:white_check_mark: Approvata da {person}} declined {:no_entry: Rifiutata da {person}} withdrawn {Ritirata da {person}} other {Nessuno l’ha approvata in tempo}} · {at}',
  'approvals.on':
    'Riceverai messaggi diretti sulle rimozioni che attendono la tua approvazione. `/domain approvals dm off` li disattiva.',
  'approvals.off':
    'Non riceverai messaggi diretti sulle approvazioni; i thread continuano a menzionarti. `/domain approvals dm on` li riattiva.',
  'approvals.message':
    ':raised_hand: {person} vuole rimuovere {hostname} dall’app {app}. Approva o rifiuta {thread} (scadenza: {until}).',
  'approvals.thread': 'nel thread',
  'unmap.waiting-own':
    'Hai chiesto di rimuovere {hostname}. Un’altra persona deve approvare nel thread (scadenza: {until}). Fino ad allora puoi ritirare la richiesta qui. Per ritrovarla, scegli *Rimuovi il dominio…* nel menu della scheda.',
  'unmap.waiting':
    '{person} ha già chiesto di rimuovere {hostname}. Un’altra persona deve approvare nel thread.',
  'unmap.record-goes': 'Verrà eliminato anche il suo record di dominio in Ultimate Multisite (sito {site}).',
  'unmap.record-stays':
    'Se in Ultimate Multisite c’è un record di dominio per questo nome, eliminalo lì a mano, in “Domains”.',
  'unmap.needs-approval':
    'Un’altra persona deve approvare entro {duration}. Fino ad allora puoi ritirare la richiesta dallo stesso menu.',
  'unmap.question':
    'Rimuovere *{hostname}* dall’app {app}? {provider} eliminerà il dominio e i visitatori non raggiungeranno più il sito.',

  'help.title': '*Che cosa so fare*',
  'help.hint': 'Puoi incollare un nome host come link. Scrivi i wildcard così: `*.example.com`.',
  'command.map': 'aggiunge un dominio su {provider} e lo segue finché non è pronto',
  'command.unmap': 'rimuove un dominio da {provider}, dopo averti chiesto conferma',
  'command.move': 'sposta la scheda e il thread di un dominio in questo canale o in quello che indichi',
  'command.status':
    'verifica subito un dominio e mostra il risultato; senza nome host, mostra chi deve fare che cosa',
  'command.list':
    'elenca i domini, prima i più urgenti; filtra per `stuck` (bloccati), `waiting` (in attesa), `failed` (con errori), `mine` (i miei), fase, app, provider DNS o parte del nome host',
  'command.check': 'verifica subito un dominio e, se era in errore, ricomincia da capo',
  'command.history': 'mostra che cosa è successo a un dominio, chi l’ha fatto e quando, con i link',
  'command.audit':
    'per gli operatori: mostra gli eventi di tutti i domini, con i file; `audit verify` confronta i canali con l’archivio',
  'command.sync': 'confronta {provider}, Ultimate Multisite e il bot, e propone di correggere le differenze',
  'command.approvals':
    'per chi può approvare una rimozione: attiva o disattiva i messaggi diretti su quelle in attesa',
  'command.settings':
    'per gli amministratori: cambia verifiche, scadenze, promemoria e testi per i clienti di un’app',
  'command.doctor': 'verifica che funzioni tutto ciò che serve al bot e spiega come sistemare ciò che non va',
  'command.help': 'mostra questo elenco o spiega un comando',
});
