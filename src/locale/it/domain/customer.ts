import type { customerEn } from '../../en/domain/customer.js';
import { translation } from '../../messages.js';

/** Italian: the message for the customer, in plain text, ready for an agent to send. Customers are addressed as “voi”. */
export const customerIt = translation<'it', typeof customerEn>()({
  'customer-dialog.title': 'Messaggio al cliente',
  'customer-dialog.submit': 'Segna come inviato',
  'customer-dialog.text': 'Messaggio',
  'customer-dialog.language': '*Lingua del messaggio*',
  'customer-dialog.kept': 'Hai modificato il testo, quindi resta com’è.',
  'customer-dialog.replace': 'Sostituiscilo con il testo in {language}',
  'customer-dialog.hint':
    'Modificalo, copialo e invialo tu: il bot non scrive a nessuno fuori da Slack. Poi premi “Segna come inviato”.',
  'customer-dialog.sent-before':
    ':email: {person} ha inviato un messaggio ({at}). {isFollowUp, select, true {Da allora non è cambiato nulla, quindi questo è un sollecito.} other {Da allora la situazione è cambiata.}}',
  'customer-dialog.one-click':
    ':sparkles: Il provider DNS del cliente può fare le modifiche da solo. Il link nel testo porta a {host}.',
  'customer-dialog.email': 'Apri il testo nel programma di posta',
  'customer-dialog.refresh': 'Aggiorna il link con le mie modifiche',
  'customer-dialog.too-long':
    'Questo testo è troppo lungo per un link email. Copialo o richiedilo come file.',
  'customer-dialog.cut':
    ':warning: Il messaggio è troppo lungo per questo campo: qui manca la fine. Nei file c’è tutto.',
  'customer-dialog.sent-direct': ':white_check_mark: Te l’ho inviato in un messaggio diretto.',
  'customer-dialog.files': 'Inviami il testo come file',
  'customer-dialog.attached':
    'Il messaggio al cliente, in HTML (aprilo, seleziona tutto e incollalo nel programma di posta) e come testo semplice.',
  'customer-dialog.follow-up': 'Invia un sollecito',
  'customer-dialog.tell': 'Avvisa il cliente',

  'return-page.approved.title': 'Grazie!',
  'return-page.approved.text':
    '{dnsProvider} conferma che avete approvato le modifiche. Stiamo verificando il dominio. Potete chiudere questa pagina.',
  'return-page.cancelled.title': 'Non è cambiato nulla',
  'return-page.cancelled.text':
    'Avete annullato su {dnsProvider}. Potete riaprire il link del nostro messaggio o fare le modifiche a mano.',
  'return-page.failed.title': 'Operazione non riuscita',
  'return-page.failed.text':
    '{dnsProvider} ha segnalato un errore. Vi preghiamo di fare le modifiche a mano, come descritto nel nostro messaggio.',
  'return-page.unknown.title': 'Link non più valido',
  'return-page.unknown.text': 'Il link è già stato usato oppure è scaduto. Potete chiudere questa pagina.',

  'customer.subject': 'Il vostro dominio {hostname}',
  'customer.greeting': '{tone, select, formal {Gentile cliente,} other {Buongiorno,}}',
  'customer.to-do':
    'Per collegare {hostname} al vostro sito web, {steps, plural, one {serve una modifica} many {servono # di modifiche} other {servono # modifiche}} nelle impostazioni DNS del dominio.',
  'customer.one-left':
    'Ci siamo quasi: una parte delle impostazioni DNS è già corretta. Per completare il collegamento di {hostname} al vostro sito web, {steps, plural, one {serve ancora una modifica} many {servono ancora # di modifiche} other {servono ancora # modifiche}}.',
  'customer.follow-up':
    '{tone, select, formal {Vi scriviamo in merito a {hostname}: ci risulta che nelle impostazioni DNS non sia ancora cambiato nulla.} other {Un breve promemoria su {hostname}: ci risulta che nelle impostazioni DNS non sia ancora cambiato nulla.}} {steps, plural, one {Serve ancora una modifica} many {Servono ancora # di modifiche} other {Servono ancora # modifiche}}.',
  'customer.down':
    '{hostname} non {about, plural, one {funziona} many {funzionano} other {funzionano}} più per i visitatori. Per risolvere il problema, {steps, plural, one {serve una modifica} many {servono # di modifiche} other {servono # modifiche}} nelle impostazioni DNS del dominio.',
  'customer.expiring':
    'Il certificato di {hostname} sta per scadere e finora non è stato possibile rinnovarlo. Perché il vostro sito web resti sicuro, {steps, plural, one {serve una modifica} many {servono # di modifiche} other {servono # modifiche}} nelle impostazioni DNS del dominio.',
  'customer.refused':
    'Il nostro provider di hosting non ha ancora accettato {hostname}. Per il momento non dovete fare nulla: ce ne stiamo occupando noi.',
  'customer.down-ours':
    'Al momento {hostname} non {about, plural, one {funziona} many {funzionano} other {funzionano}} correttamente per i visitatori. Non dovete fare nulla: ce ne stiamo occupando noi.',
  'customer.expiring-ours':
    'Il certificato di {hostname} sta per scadere e finora non è stato possibile rinnovarlo. Non dovete fare nulla: ce ne stiamo occupando noi.',
  'customer.waiting':
    'Le impostazioni DNS di {hostname} sono corrette e non dovete fare altro. Stiamo completando la configurazione da parte nostra.',
  'customer.unsure':
    'Stiamo ancora verificando le impostazioni DNS di {hostname}. Per il momento non dovete fare nulla.',
  'customer.works':
    '{hostname} {count, plural, one {è ora collegato al vostro sito web e protetto} many {sono ora collegati al vostro sito web e protetti} other {sono ora collegati al vostro sito web e protetti}} da un certificato valido. Non dovete fare altro.',
  'customer.one-click':
    'Il modo più rapido: aprite questo link, accedete al pannello di {dnsProvider} e confermate. {dnsProvider} farà {steps, plural, one {la modifica} many {le modifiche} other {le modifiche}} per voi.\n{link}',
  'customer.by-hand': 'In alternativa, potete procedere a mano.',
  'customer.sign-in':
    '{hasProvider, select, true {Accedete al pannello di {dnsProvider}, dove è gestito il DNS del vostro dominio{hasPanel, select, true { ({panel})} other {}}, e procedete così:} other {Accedete al pannello del provider che gestisce il DNS del vostro dominio e procedete così:}}',
  'customer.please':
    '{steps, plural, one {Vi chiediamo di eseguire questo passaggio} many {Vi chiediamo di eseguire questi passaggi} other {Vi chiediamo di eseguire questi passaggi}}:',
  'customer.delete': 'Eliminate: Tipo {type} · Nome {host} (nome completo: {name}) · Valore {value}',
  'customer.change':
    'Modificate il record {type} così: Tipo {type} · Nome {host} (nome completo: {name}) · Valore {value} · lasciate il TTL com’è',
  'customer.create':
    'Aggiungete: Tipo {type} · Nome {host} (nome completo: {name}) · Valore {value} · lasciate il TTL com’è',
  'customer.alias':
    'Aggiungete: Tipo ALIAS (oppure ANAME, o un CNAME se il provider lo consente in quel punto) · Nome {host} (nome completo: {name}) · Valore {value} · lasciate il TTL com’è',
  'customer.empty-name': '(lasciate vuoto)',
  'customer.alternative': 'Se il provider non accetta un CNAME in quel punto, aggiungete invece:',
  'customer.time':
    'Di solito tutto funziona entro {unit, select, days {{days, plural, one {un giorno} many {# di giorni} other {# giorni}}} other {{hours, plural, one {un’ora} many {# di ore} other {# ore}}}}.',
  'customer.waiting-time':
    'Alcuni visitatori potrebbero vedere ancora la vecchia pagina, al massimo per {unit, select, days {{days, plural, one {un giorno} many {# di giorni} other {# giorni}}} other {{hours, plural, one {un’ora} many {# di ore} other {# ore}}}}.',
  'customer.reply':
    '{tone, select, formal {Vi preghiamo di rispondere a questo messaggio non appena avrete finito.} other {Rispondete qui quando avete finito: vi daremo conferma.}}',
  'customer.signature': '',
});
