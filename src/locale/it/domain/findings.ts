import type { findingsEn } from '../../en/domain/findings.js';
import { translation } from '../../messages.js';

/** Italian: what each finding saw and how to fix it, in a form that can be sent to the customer. */
export const findingsIt = translation<'it', typeof findingsEn>()({
  'finding.domain-unregistered':
    'Il registro non conosce questo dominio: non è registrato, è scaduto o è sospeso.',
  'fix.domain-unregistered':
    'Controlla l’ortografia. Poi accedi al registrar del dominio e registra, rinnova o sblocca il dominio.',
  'finding.target-missing': '{gone}, l’host a cui puntano i record dei clienti, non ha nessun indirizzo.',
  'fix.target-missing':
    'Correggi la destinazione di questa app nella configurazione del bot, o chiedi all’assistenza di {provider} perché l’host non c’è più. Il record del cliente va bene.',
  'finding.domain-on-hold':
    'Il registrar ha spostato il dominio su {servers}: è scaduto, oppure i dati di contatto del titolare non sono confermati.',
  'fix.domain-on-hold':
    'Rinnova il dominio presso il registrar, o conferma i dati di contatto nell’email del registrar. I name server torneranno da soli.',
  'finding.target-as-server':
    '{count, plural, one {L’host del sito ({servers}) è indicato} many {Gli host del sito ({servers}) sono indicati} other {Gli host del sito ({servers}) sono indicati}} come name server {hasAbove, select, true {nella zona di {above}} other {presso il registrar}}. Non {count, plural, one {risponde} many {rispondono} other {rispondono}} alle query DNS.',
  'fix.target-as-server':
    '{how, select, beside {{count, plural, one {Toglilo} many {Toglili} other {Toglili}} da quell’elenco; gli altri name server bastano.} other {{hasAbove, select, true {Elimina {count, plural, one {questo record NS e aggiungi al suo posto} many {questi record NS e aggiungi al loro posto} other {questi record NS e aggiungi al loro posto}} un CNAME o un record di indirizzo.} other {Presso il registrar, inserisci di nuovo i name server del tuo provider DNS. L’indirizzo del sito va in un record presso quel provider.}}}}',
  'finding.delegation-missing':
    '{hasAbove, select, true {La zona di {above} delega questo nome, ma nessuno dei name server {how, select, private {ha un indirizzo pubblico} other {esiste}}} other {Il dominio è registrato, ma nessuno dei suoi name server {how, select, private {ha un indirizzo pubblico} other {esiste}}}}{hasServers, select, true {: {servers}} other {}}.',
  'fix.delegation-missing':
    '{hasAbove, select, true {Nella zona di {above} correggi i record NS di questo nome, oppure eliminali e aggiungi lì il record.} other {Presso il registrar del dominio inserisci i name server del tuo provider DNS, esattamente come li indica il provider.}}',
  'finding.servers-down':
    'Nessun name server del dominio risponde ({servers}), mentre il registro risponde.{hasReason, select, true { Un resolver pubblico dice: {reason}} other {}}',
  'fix.servers-down':
    'Chiedi al provider DNS che cosa non va in questi server, oppure {hasAbove, select, true {nella zona di {above}} other {presso il registrar}} imposta i name server di un altro provider.',
  'finding.dnssec-bogus':
    'Il DNSSEC di {zone} non è valido, quindi i resolver che controllano le firme scartano ogni risposta.{hasReason, select, true { Motivo: {reason}} other {}}',
  'fix.dnssec-bogus':
    '{hasAbove, select, true {Nella zona di {above}} other {Presso il registrar}} elimina il record DS (così il DNSSEC si disattiva), o inserisci quello fornito dal provider DNS attuale. Se le firme sono scadute, chiedi al provider DNS di firmare di nuovo la zona.',
  'finding.domain-parked':
    'Il dominio è parcheggiato: i suoi name server ({servers}) mostrano pubblicità o una pagina “in vendita”.',
  'fix.domain-parked':
    'Disattiva il parcheggio o l’inoltro presso il registrar, scegli il suo DNS o quello di un altro provider, poi aggiungi lì il record.',
  'finding.server-lame':
    '{servers} {count, plural, one {risulta tra i name server} many {risultano tra i name server} other {risultano tra i name server}} di {zone}, ma non {count, plural, one {serve} many {servono} other {servono}} la zona.',
  'fix.server-lame':
    'Chiedi al provider DNS di aggiungere lì la zona, oppure rimuovi {count, plural, one {questo server} many {questi server} other {questi server}} {place, select, zone {dai record NS della zona} registrar {dai name server indicati {hasAbove, select, true {nella zona di {above}} other {presso il registrar}}} other {dai name server {hasAbove, select, true {nella zona di {above}} other {presso il registrar}} e dai record NS della zona stessa}}.',
  'finding.server-failing':
    '{servers} {count, plural, one {risponde} many {rispondono} other {rispondono}} con un errore per {zone}{hasReason, select, true { ({reason})} other {}}.',
  'fix.server-failing':
    'Chiedi al provider DNS di ripristinare la zona su {count, plural, one {questo server} many {questi server} other {questi server}}.',
  'finding.tcp-blocked':
    '{servers} {count, plural, one {accorcia la risposta} many {accorciano le risposte} other {accorciano le risposte}} via UDP, e la risposta completa non arriva via TCP.',
  'fix.tcp-blocked':
    'Chiedi al provider DNS di aprire la porta 53 per TCP su {count, plural, one {questo server} many {questi server} other {questi server}}. Se succede anche con altri domini, a bloccarla è il firewall del bot.',
  'finding.dname-between':
    'Un record DNAME su {name} reindirizza tutti i nomi sottostanti, quindi i record di questo nome non hanno effetto.',
  'fix.dname-between': 'Elimina il record DNAME su {name}, o usa un nome host che non sia sotto {name}.',
  'finding.cname-mixed':
    'Il nome ha un secondo CNAME ({observed}) accanto a quello giusto. Ne è ammesso uno solo e i resolver possono seguire l’uno o l’altro.',
  'fix.cname-mixed': 'Elimina il CNAME che porta altrove e tieni quello giusto.',
  'finding.cname-loop': 'I CNAME formano un ciclo o una catena troppo lunga: {observed}.',
  'fix.cname-loop': 'Modifica il CNAME in modo che punti alla destinazione.',
  'finding.partner-silent': 'Il CNAME porta a {name}, per cui non risponde nessun name server.',
  'fix.partner-silent':
    'Chiedi a chi gestisce {name}, oppure punta questo record direttamente alla destinazione.',
  'finding.cname-at-apex':
    'Il dominio radice ha un CNAME ({observed}), che il DNS non consente: per alcuni la posta e altri record smettono di funzionare.',
  'fix.cname-at-apex':
    'Elimina il CNAME e aggiungi al suo posto il record di indirizzo, o usa ciò che il tuo provider DNS chiama ALIAS, ANAME o CNAME flattening.',
  'finding.domain-appended-to-value':
    'Il CNAME punta a {observed}, perché il pannello DNS ha aggiunto il dominio al valore.',
  'fix.domain-appended-to-value':
    'Inserisci di nuovo il valore con un punto alla fine ({expected}.), o scegli “nome completo” se il pannello lo offre.',
  'finding.value-garbled':
    'Il valore del CNAME è {observed}: insieme al nome {expected} sono stati incollati altri caratteri.',
  'fix.value-garbled':
    'Inserisci di nuovo il valore solo come {expected}, senza virgolette, spazi o “https://”.',
  'finding.cname-to-address': 'Il CNAME punta a {observed}, un indirizzo IP. Un CNAME richiede un nome host.',
  'fix.cname-to-address':
    'Elimina il CNAME e aggiungi il record corretto. Gli indirizzi IP vanno nei record A o AAAA.',
  'finding.cname-dangling': 'Il CNAME punta a {gone}, che non esiste o non ha un indirizzo.',
  'fix.cname-dangling': 'Modifica il CNAME in modo che punti alla destinazione.',
  'finding.domain-appended-to-name':
    'Il record è stato aggiunto come {appendedName}, perché il pannello DNS ha accodato il dominio a un nome che lo conteneva già.',
  'fix.domain-appended-to-name':
    'Elimina quel record e aggiungilo di nuovo, usando come nome solo la parte che precede il dominio.',
  'finding.servers-lagging':
    '{ahead} {aheadCount, plural, one {ha} many {hanno} other {hanno}} già il record; {servers} {count, plural, one {ha} many {hanno} other {hanno}} ancora una copia vecchia della zona.',
  'fix.servers-lagging':
    'Non serve fare nulla, basta attendere: i server si copiano la zona a vicenda, di solito entro un’ora. Se ci vuole di più, chiedi al provider DNS.',
  'finding.servers-disagree':
    'I name server non concordano: {ahead} {aheadCount, plural, one {ha} many {hanno} other {hanno}} il record, {servers} non {count, plural, one {lo ha} many {lo hanno} other {lo hanno}}.',
  'fix.servers-disagree':
    '{place, select, registrar {Rimuovi {servers} dai name server indicati {hasAbove, select, true {nella zona di {above}} other {presso il registrar}}: la zona stessa non {count, plural, one {lo} many {li} other {li}} elenca.} zone {Elimina dalla zona i record NS per {servers}: {hasAbove, select, true {la zona di {above}} other {il registrar}} non {count, plural, one {lo} many {li} other {li}} elenca.} other {Aggiungi lo stesso record anche su {servers}, oppure rimuovi {count, plural, one {questo server} many {questi server} other {questi server}} dai name server {hasAbove, select, true {nella zona di {above}} other {presso il registrar}} e dai record NS della zona stessa.}}',
  'finding.wildcard-shadow':
    'Questo nome non ha un record proprio: al suo posto risponde un record wildcard, con {observed}.',
  'fix.wildcard-shadow':
    'Aggiungi un record per questo nome. Ha la precedenza sul wildcard, che può restare.',
  'finding.cloudflare-proxied':
    'Il nome è dietro il proxy di Cloudflare ({observed}){how, select, loop {, che continua a reindirizzare i visitatori, anche se il sito funziona senza proxy} error {, che risponde con un errore (stato {status}), anche se il sito funziona senza proxy} unseen {, e il bot non può vedere se porta al sito} other {, che non porta al sito}}.',
  'fix.cloudflare-proxied':
    'Nelle impostazioni DNS di Cloudflare fai puntare il record alla destinazione e passa da “Proxied” a “DNS only” (Solo DNS, nuvola grigia). {how, select, loop {Prima di riattivare il proxy, imposta la modalità di crittografia (SSL/TLS) su “Full (strict)”.} other {Potrai riattivare il proxy quando ci sarà il certificato.}}',
  'finding.cname-wrong': 'Il CNAME punta a {observed} invece che a {expected}.',
  'fix.cname-wrong': 'Modifica il CNAME in modo che punti alla destinazione.',
  'finding.address-private': 'Il DNS contiene {observed}, un indirizzo che non si raggiunge da Internet.',
  'fix.address-private': 'Modifica il DNS così, in quest’ordine.',
  'finding.a-wrong': 'Il DNS contiene {observed} invece di {expected}.',
  'fix.a-wrong': 'Modifica il DNS così, in quest’ordine.',
  'finding.a-mixed':
    'Il DNS contiene l’indirizzo corretto, ma anche {observed}: alcuni visitatori e l’autorità di certificazione finiscono su un altro server.',
  'fix.a-mixed': 'Elimina il record di troppo.',
  'finding.aaaa-left-over':
    'Il DNS contiene ancora un vecchio indirizzo IPv6 ({observed}), che le autorità di certificazione e molti visitatori preferiscono a IPv4.',
  'fix.aaaa-left-over': 'Elimina il record AAAA.',
  'finding.record-as-text':
    '{observed} si trova in un record TXT di questo nome, che non porta i visitatori da nessuna parte.',
  'fix.record-as-text':
    'Elimina questo record TXT, poi aggiungi il record corretto. Accanto a un CNAME non possono esserci altri record.',
  'finding.record-missing':
    '{how, select, others {Non c’è alcun indirizzo per questo nome, e gli altri suoi record ({observed}) escludono un CNAME.} beside {Per questo nome non c’è nessun record, ma ce n’è uno per {location}.} six {Questo nome ha solo un indirizzo IPv6 ({observed}): i visitatori senza IPv6 non lo raggiungono.} hidden {Per questo nome non c’è nessun record. Il record wildcard non lo copre, perché ci sono altri record con questo nome o al di sotto.} other {Per questo nome non c’è nessun record.}}',
  'fix.record-missing': 'Aggiungi il record presso il provider DNS del dominio.',
  'finding.server-silent':
    '{servers} non {count, plural, one {risponde} many {rispondono} other {rispondono}}; gli altri name server sì.',
  'fix.server-silent':
    'Chiedi al provider DNS informazioni su {count, plural, one {questo server} many {questi server} other {questi server}}, oppure {count, plural, one {rimuovilo} many {rimuovili} other {rimuovili}} dall’elenco {hasAbove, select, true {nella zona di {above}} other {presso il registrar}} se non {count, plural, one {è} many {sono} other {sono}} più in uso.',
  'finding.dns-odd':
    'Il DNS non è corretto, per un motivo che il bot non riconosce{hasReason, select, true { ({reason})} other {}}.',
  'fix.dns-odd': 'Invia questo messaggio al provider DNS, o controlla il dominio su https://zonemaster.net .',
  'finding.server-unsigned':
    '{servers} {count, plural, one {invia} many {inviano} other {inviano}} firme errate per {zone} ({reason}), quindi alcuni visitatori non ricevono risposta.',
  'fix.server-unsigned':
    'Chiedi al provider DNS di firmare di nuovo la zona, o di correggere il trasferimento verso {count, plural, one {questo server} many {questi server} other {questi server}}.',
  'finding.denial-unproven':
    '{servers} non {count, plural, one {dimostra} many {dimostrano} other {dimostrano}} che un nome manca in {zone} (nessun record NSEC), benché la zona sia firmata.',
  'fix.denial-unproven': 'Chiedi al provider DNS di firmare la zona per intero.',
  'finding.https-elsewhere':
    'Un record HTTPS per {name} manda i browser a {observed} invece che all’indirizzo corretto.',
  'fix.https-elsewhere':
    'Elimina il record HTTPS di questo nome, o correggine gli indirizzi (ipv4hint, ipv6hint).',
  'finding.ns-missing':
    'Alcuni dei name server indicati non esistono o non hanno un indirizzo pubblico: {servers}.',
  'fix.ns-missing':
    'Correggi o rimuovi {count, plural, one {questo nome} many {questi nomi} other {questi nomi}} {hasAbove, select, true {nella zona di {above}} other {presso il registrar}} e nei record NS della zona stessa.',
  'finding.ns-alias':
    'Alcuni name server sono indicati tramite un alias (CNAME), che non tutti i resolver seguono: {servers}.',
  'fix.ns-alias': 'Indica name server che abbiano indirizzi propri.',
  'finding.glue-differs':
    'Per {servers} {hasAbove, select, true {la zona di {above}} other {il registrar}} ha indirizzi ({observed}) diversi da quelli della {count, plural, one {sua} many {loro} other {loro}} zona ({expected}).',
  'fix.glue-differs':
    '{hasAbove, select, true {Nella zona di {above}} other {Presso il registrar}} aggiorna gli indirizzi di {count, plural, one {questo name server} many {questi name server} other {questi name server}} (“glue” o “host record”).',
  'finding.aaaa-failing':
    'Alle query IPv6 (AAAA) {servers} {count, plural, one {risponde} many {rispondono} other {rispondono}} con un errore, invece di dire che il record non c’è: alcuni visitatori aspettano o non ricevono risposta.',
  'fix.aaaa-failing':
    'Chiedi al provider DNS di correggere il problema. Spesso la causa è un firewall davanti al server.',
  'finding.delegation-mismatch':
    '{hasAbove, select, true {La zona di {above}} other {Il registrar}} indica come name server {parent}, ma la zona stessa indica {child}.',
  'fix.delegation-mismatch':
    'Rendi uguali i due elenchi: inserisci i name server del provider attuale {hasAbove, select, true {nella zona di {above}} other {presso il registrar}} e come record NS nella zona stessa.',
  'finding.target-failing':
    'I resolver pubblici non riescono a risolvere {name}, l’host a cui puntano i record dei clienti.',
  'fix.target-failing':
    'Chiedi all’assistenza di {provider} di controllare il DNS di questo host. Il record del cliente va bene.',
  'finding.partner-bogus':
    '{how, select, unsure {Il DNSSEC di questo nome, o lungo il percorso verso {name}, a cui porta il CNAME, non è valido{hasReason, select, true { ({reason})} other {}}; i resolver non dicono dove.} other {Il DNSSEC di {name}, a cui porta il CNAME, non è valido{hasReason, select, true { ({reason})} other {}}; la causa non è la zona del dominio.}}',
  'fix.partner-bogus':
    '{how, select, unsure {Controlla questo nome e {name} su https://dnsviz.net , poi avvisa chi gestisce la zona con l’errore.} other {Segnalalo al gestore di {name}. Il cliente non può farci nulla.}}',
  'finding.resolver-failing':
    '{servers} non {count, plural, one {riesce} many {riescono} other {riescono}} a risolvere il nome{hasReason, select, true { ({reason})} other {}}.',
  'fix.resolver-failing':
    'Spesso passa in pochi minuti. Se continua, chiedi al provider DNS se i suoi server sono raggiungibili da ogni rete.',
  'finding.resolver-filtered':
    '{servers} {count, plural, one {blocca} many {bloccano} other {bloccano}} il nome come indesiderato o pericoloso.',
  'fix.resolver-filtered':
    'Chiedi al gestore del resolver di riesaminare il dominio; quasi tutti hanno un modulo apposito.',
  'finding.resolver-rewriting':
    '{how, select, invents {{servers} {count, plural, one {inventa} many {inventano} other {inventano}} indirizzi per nomi inesistenti, e uno anche per questo nome.} other {{servers} {count, plural, one {dà} many {danno} other {danno}} una risposta che la zona non contiene e che nessuna cache può più conservare.}}',
  'fix.resolver-rewriting':
    'La causa non è il dominio. Chiedi al gestore di {count, plural, one {questo resolver} many {questi resolver} other {questi resolver}}, o chiedi all’amministratore del bot di osservarne altri (`DNS_RESOLVERS`).',
  'finding.resolvers-silent': 'Da qui alcuni resolver pubblici non sono raggiungibili: {servers}.',
  'fix.resolvers-silent':
    'La causa non è il dominio. Chiedi all’amministratore del bot di controllare `DNS_RESOLVERS` e il firewall.',
  'finding.proxy-serves':
    '{how, select, loop {Il proxy davanti al sito ({observed}) continua a reindirizzare i visitatori, anche se il sito funziona senza proxy.} error {Il proxy davanti al sito ({observed}) risponde con un errore (stato {status}), anche se il sito funziona senza proxy.} other {Per il nome risponde un proxy ({observed}), che serve il sito.}}',
  'fix.proxy-serves':
    '{place, select, settings {Controlla le impostazioni del proxy: deve raggiungere la destinazione via HTTPS (in Cloudflare: modalità di crittografia “Full (strict)”).} log {Controlla nei log del proxy se l’errore è suo (per esempio di un firewall) o viene dal sito.} other {Non serve fare nulla. Il certificato che vedono i visitatori è quello del proxy.}}',
  'finding.resolver-repeating':
    '{servers} {count, plural, one {dà} many {danno} other {danno}} ancora la vecchia risposta, anche se la copia in cache vista prima è scaduta.',
  'fix.resolver-repeating':
    'Non serve fare nulla, basta attendere: i grandi resolver hanno più cache, e ciascuna scade per conto suo.',
  'finding.caches-waiting':
    'Il record è corretto. {servers} {count, plural, one {ha} many {hanno} other {hanno}} ancora la vecchia risposta in cache.',
  'fix.caches-waiting':
    'Non serve fare nulla, basta attendere. Per fare prima, svuota le cache su https://dns.google/cache e https://one.one.one.one/purge-cache/ .',
  'finding.dns-unchecked':
    '{how, select, blocked {Non è stato possibile verificare il DNS: i name server del dominio ({servers}) non rispondono al bot, anche se un resolver pubblico ha una loro risposta.} other {Non è stato possibile verificare il DNS: i server interpellati non hanno risposto al bot.}}',
  'fix.dns-unchecked':
    '{how, select, blocked {Se il dominio funziona per i visitatori, il suo provider DNS blocca l’indirizzo del bot: chiedigli di consentirlo. Altrimenti i server sono fermi e i resolver rispondono dalla cache.} other {Sul dominio non serve fare nulla: il bot riprova da solo. Se continua a non riuscire, controlla la rete del bot: gli serve la porta 53, via UDP e TCP.}}',

  'finding.wildcard-needs-dns':
    'Un certificato per il wildcard {name} richiede un record DNS (DNS-01): non si può emettere tramite il sito (HTTP-01).',
  'fix.wildcard-needs-dns':
    'Chiedi all’assistenza di {provider} come viene emesso il certificato wildcard di questa app, o mappa ogni nome host che usi.',
  'finding.caa-forbids':
    'I record CAA di {name} ({observed}) non consentono a {expected} di emettere un certificato.',
  'fix.caa-forbids': 'Aggiungi su {name} un record CAA che lo consenta; gli altri possono restare.',
  'finding.caa-critical':
    'Un record CAA di {name} è contrassegnato come critico con un tag sconosciuto ({observed}), quindi nessuna autorità può emettere un certificato.',
  'fix.caa-critical': 'Elimina questo record CAA su {name}, o togli il flag critico.',
  'finding.caa-failing':
    'I name server danno errore alle query CAA per {name} ({reason}), quindi le autorità di certificazione non emettono certificati.',
  'fix.caa-failing':
    'Chiedi al provider DNS di correggere il problema: le query CAA devono avere risposta, anche se non ci sono record CAA.',
  'finding.caa-restricts':
    'I record CAA di {name} consentono certificati solo a certe condizioni: {observed}.',
  'fix.caa-restricts':
    'Togli le condizioni (`accounturi`, `validationmethods`), a meno che tu non sappia che {provider} le rispetta.',
  'finding.http-unreachable':
    'La porta 80 di {addresses} non è raggiungibile, quindi l’autorità di certificazione non può verificare il nome.',
  'fix.http-unreachable': 'Chiedi all’assistenza di {provider} perché la porta 80 di questa app è chiusa.',
  'finding.http-challenge-blocked':
    'Il sito risponde, ma su {addresses} un firewall blocca le richieste a `/.well-known/acme-challenge/`.',
  'fix.http-challenge-blocked': 'Consenti questo percorso nel firewall o nel plugin di sicurezza.',
  'finding.http-not-http': 'La porta 80 di {addresses} non risponde in HTTP.',
  'fix.http-not-http': 'Chiedi all’assistenza di {provider} di controllare la porta 80 di questa app.',
  'finding.http-redirect-loop':
    'La richiesta dell’autorità di certificazione finisce in un redirect senza fine{hasLocation, select, true {: {location}} other {}}.',
  'fix.http-redirect-loop':
    'Escludi `/.well-known/acme-challenge/` dai redirect del sito: controlla il plugin dei redirect, `.htaccess` e l’impostazione “Force HTTPS”.',
  'finding.http-redirect-bad':
    '{how, select, away {Il sito reindirizza l’autorità di certificazione a un altro server ({location}), che non può confermare questo nome.} other {L’autorità di certificazione non può seguire il redirect del sito{hasLocation, select, true {: {location}} other {}}.}}',
  'fix.http-redirect-bad':
    '{how, select, away {Escludi `/.well-known/acme-challenge/` dal redirect, o imposta {name} come indirizzo del sito.} other {Reindirizza solo verso un nome host pubblico, in http o https sulle porte standard.}}',
  'finding.http-test-cookie':
    'Su {addresses} una protezione anti-bot risponde con un test JavaScript al posto del sito.',
  'fix.http-test-cookie': 'Disattiva il test per `/.well-known/acme-challenge/`.',
  'finding.http-login':
    'Una password o una regola di accesso blocca `/.well-known/acme-challenge/`{hasStatus, select, true { (codice {status})} other {}}.',
  'fix.http-login':
    'Consenti questo percorso senza accesso. Controlla la protezione con password, i plugin di sicurezza e le pagine “coming soon”.',
  'finding.http-error':
    'Il sito risponde con un errore alla richiesta dell’autorità di certificazione{hasStatus, select, true { (codice {status})} other {}}.',
  'fix.http-error':
    'Controlla il log degli errori del sito: il sito deve rispondere prima che si possa emettere un certificato.',
  'finding.http-unexpected':
    'Il sito risponde in modo insolito alla richiesta dell’autorità di certificazione{hasStatus, select, true { (codice {status})} other {}}.',
  'fix.http-unexpected':
    'Se il certificato non viene emesso, controlla quale plugin o regola risponde per `/.well-known/acme-challenge/`.',
  'finding.http-differs':
    '{addresses} rispondono in modo diverso sulla porta 80: forse non sono lo stesso server.',
  'fix.http-differs':
    'Chiedi all’assistenza di {provider} se tutti questi indirizzi appartengono a questa app.',
  'finding.tls-refused':
    '{addresses} {addressCount, plural, one {rifiuta} many {rifiutano} other {rifiutano}} le connessioni sulla porta 443.',
  'fix.tls-refused': 'Chiedi all’assistenza di {provider} di controllare la porta 443 di questa app.',
  'finding.tls-silent':
    '{addresses} non {addressCount, plural, one {risponde} many {rispondono} other {rispondono}} sulla porta 443.',
  'fix.tls-silent':
    'Se il problema persiste, chiedi all’assistenza di {provider} di controllare la porta 443 di questa app.',
  'finding.tls-reset':
    '{addresses} {addressCount, plural, one {chiude} many {chiudono} other {chiudono}} la connessione sulla porta 443.',
  'fix.tls-reset': 'Chiedi all’assistenza di {provider} di controllare TLS per questa app.',
  'finding.tls-absent':
    '{addresses} {addressCount, plural, one {risponde} many {rispondono} other {rispondono}} sulla porta 443 senza TLS, per esempio in HTTP semplice.',
  'fix.tls-absent': 'Chiedi all’assistenza di {provider} di attivare TLS per questa app.',
  'finding.tls-old':
    '{how, select, key {La chiave del certificato di {addresses} è di un tipo che i browser non accettano.} other {{addresses} {addressCount, plural, one {usa} many {usano} other {usano}} solo versioni di TLS o cifrari che i browser non accettano più.}}',
  'fix.tls-old':
    '{how, select, key {Chiedi all’assistenza di {provider} un certificato con chiave RSA, P-256 o P-384.} other {Chiedi all’assistenza di {provider} di abilitare TLS 1.3, e TLS 1.2 con cifrari attuali.}}',
  'finding.tls-failing': 'L’handshake TLS con {addresses} non riesce.',
  'fix.tls-failing': 'Chiedi all’assistenza di {provider} di controllare TLS per questa app.',
  'finding.certificate-expired': 'Il certificato su {addresses} è scaduto (scadenza: {validTo}).',
  'fix.certificate-expired':
    'Non è stato rinnovato. {how, select, proxy {È il certificato del proxy: chiedi a chi lo gestisce o controllalo nelle impostazioni del proxy.} other {Risolvi prima le eventuali altre segnalazioni, poi chiedi all’assistenza di {provider} di rinnovarlo.}}',
  'finding.certificate-early':
    'Il certificato su {addresses} non è ancora valido (inizio validità: {validFrom}).',
  'fix.certificate-early':
    'Attendi fino ad allora, o chiedi all’assistenza di {provider} se un orologio è sbagliato.',
  'finding.certificate-staging':
    'Il certificato su {addresses} è un certificato di prova ({issuer}), che i browser non considerano attendibile.',
  'fix.certificate-staging': 'Chiedi all’assistenza di {provider} di emettere un certificato vero.',
  'finding.certificate-self-signed':
    'Il certificato su {addresses} è autofirmato, quindi i browser non lo considerano attendibile.',
  'fix.certificate-self-signed': 'Chiedi all’assistenza di {provider} di emettere un certificato vero.',
  'finding.chain-incomplete':
    '{addresses} non {addressCount, plural, one {invia} many {inviano} other {inviano}} il certificato intermedio di {issuer}, quindi alcuni visitatori vedono un avviso.',
  'fix.chain-incomplete': 'Chiedi all’assistenza di {provider} di servire la catena completa.',
  'finding.chain-expired':
    'Il certificato su {addresses} va bene, ma un altro più in alto nella catena è scaduto o non è ancora valido ({issuer}).',
  'fix.chain-expired': 'Chiedi all’assistenza di {provider} di servire il certificato intermedio attuale.',
  'finding.certificate-untrusted':
    'Il certificato di {issuer} su {addresses} non è attendibile{hasReason, select, true { ({reason})} other {}}.',
  'fix.certificate-untrusted':
    'Chiedi all’assistenza di {provider} di emettere un certificato di un’autorità pubblica.',
  'finding.certificate-slow':
    'Il certificato richiede più tempo del solito, senza un motivo visibile dall’esterno.',
  'fix.certificate-slow':
    'Controlla lo stato SSL nella dashboard di {provider}, o chiedi all’assistenza di {provider}. Non rimuovere e riaggiungere il dominio: serve di rado e consuma il limite settimanale dell’autorità di certificazione.',
  'finding.name-unknown':
    '{addresses} non {addressCount, plural, one {conosce} many {conoscono} other {conoscono}} ancora {name}.',
  'fix.name-unknown':
    'Controlla che il dominio sia elencato nella dashboard di {provider}. Forse {provider} lo sta ancora configurando.',
  'finding.certificate-other-name':
    '{addresses} {addressCount, plural, one {ha} many {hanno} other {hanno}} un certificato per {names}, ma {how, select, lost {non più per {name}} other {ancora nessuno per {name}}}.',
  'fix.certificate-other-name':
    '{how, select, lost {Il dominio aveva già un certificato. Controlla lo stato SSL nella dashboard di {provider}, o chiedi all’assistenza di {provider}.} other {Non serve fare nulla: il DNS è corretto, quindi {provider} può emettere il certificato, di solito entro 10-15 minuti.}}',
  'finding.certificate-nameless':
    '{addresses} {addressCount, plural, one {presenta} many {presentano} other {presentano}} un certificato senza alcun nome ({issuer}) invece di uno per {name}.',
  'fix.certificate-nameless': 'Chiedi all’assistenza di {provider} quale certificato è installato lì.',
  'finding.ssl-odd':
    'Il certificato non è corretto, per un motivo che il bot non riconosce{hasReason, select, true { ({reason})} other {}}.',
  'fix.ssl-odd': 'Invia questo messaggio all’assistenza di {provider}.',
  'finding.certificate-expiring':
    'Il certificato sta per scadere (scadenza: {validTo}) e non è stato rinnovato.',
  'fix.certificate-expiring':
    '{how, select, proxy {È il certificato del proxy: chiedi a chi lo gestisce o controllalo nelle impostazioni del proxy.} other {Risolvi prima le eventuali altre segnalazioni, poi chiedi all’assistenza di {provider} di rinnovarlo.}}',
  'finding.site-error':
    '{how, select, pause {Il sito dice di non essere disponibile per il momento (codice 503), come fa WordPress durante gli aggiornamenti e con le pagine “in arrivo”.} download {I browser scaricano la pagina o ne mostrano il codice, a causa degli header con cui arriva.} source {I visitatori ricevono il codice PHP del sito al posto della pagina, perché il server non esegue PHP.} shown {Al posto della pagina i visitatori vedono un messaggio di errore{hasTitle, select, true { ({title})} other {}}.} empty {Il sito risponde con una pagina vuota.} fatal {Al posto della pagina i visitatori vedono un messaggio di errore di PHP.} other {Il sito risponde con un errore{hasStatus, select, true { (codice {status})} other {}}.}}',
  'fix.site-error':
    '{how, select, pause {Aspetta la fine dell’aggiornamento. Se dura, elimina il file `.maintenance` nella cartella di WordPress o disattiva il plugin di manutenzione.} download {Controlla che cosa imposta `Content-Type` e `Content-Disposition` per le pagine: un plugin di cache o la configurazione del server.} source {Chiedi all’assistenza di {provider} perché PHP non viene eseguito per questa app.} other {Controlla il log degli errori del sito.}}',
  'finding.site-default-page':
    '{how, select, parking {I visitatori vedono pubblicità o un’offerta di vendita del dominio invece del sito{hasTitle, select, true { ({title})} other {}}.} other {I visitatori vedono la pagina predefinita dell’host invece del sito{hasTitle, select, true { ({title})} other {}}.}}',
  'fix.site-default-page':
    '{how, select, parking {Scopri chi ha messo questa pagina: la serve proprio il server dell’app. Poi assegna il nome host al suo sito in WordPress o in Ultimate Multisite.} other {Assegna il nome host al suo sito in WordPress o in Ultimate Multisite.}}',
  'finding.site-signup': 'I visitatori di {name} finiscono sulla pagina di registrazione del network.',
  'fix.site-signup': 'In Ultimate Multisite assegna il nome host al suo sito e attiva il record di dominio.',
  'finding.site-install':
    '{name} mostra la pagina di installazione di WordPress, quindi non c’è ancora un sito.',
  'fix.site-install': 'Installa WordPress, o collega l’app al suo database.',
  'finding.site-suspended': '{name} mostra che il sito o l’account è sospeso.',
  'fix.site-suspended': 'Riattiva il sito in Ultimate Multisite, o l’account presso l’host.',
  'finding.site-network-main':
    '{name} mostra il sito principale del network{hasLocation, select, true { ({location})} other {}}.',
  'fix.site-network-main': 'In Ultimate Multisite assegna il nome host al suo sito.',
  'finding.site-other-host':
    '{how, select, frame {{name} mostra {location} in un frame invece di un sito proprio.} astray {{name} manda i visitatori su {location}, il cui DNS non porta a questa app.} untrusted {{name} manda i visitatori su {location}, che non ha un certificato valido.} linked {{name} mostra un sito il cui indirizzo è {location}: i suoi link portano i visitatori via dal nuovo dominio.} other {{name} reindirizza a un altro dominio{hasLocation, select, true { ({location})} other {}}, quindi i visitatori non restano sul nuovo dominio.}}',
  'fix.site-other-host':
    '{how, select, frame {Togli il frame (inoltro “mascherato”) e assegna il nome host al suo sito in WordPress o in Ultimate Multisite.} astray {Fai puntare anche {location} alla destinazione, o imposta {name} come indirizzo del sito.} untrusted {Mappa anche {location} e attendi il suo certificato, o imposta {name} come indirizzo del sito.} other {Imposta il nuovo dominio come indirizzo del sito (in WordPress: Impostazioni → Generali; in un network: il dominio del sito) e rimuovi i vecchi redirect.}}',
  'finding.site-redirects':
    'I redirect del sito non finiscono mai o non portano da nessuna parte{hasLocation, select, true {: {location}} other {}}.',
  'fix.site-redirects': 'Controlla i plugin dei redirect, `.htaccess` e l’indirizzo del sito.',
  'finding.site-silent':
    '{how, select, certificate {{addresses} {addressCount, plural, one {richiede} many {richiedono} other {richiedono}} un certificato client, quindi chi non ne ha uno non riceve nessuna pagina.} other {{addresses} non {addressCount, plural, one {restituisce} many {restituiscono} other {restituiscono}} una pagina sulla porta {how, select, secure {443} other {80}}{hasReason, select, true { ({reason})} other {}}.}}',
  'fix.site-silent':
    '{how, select, certificate {Chiedi all’assistenza di {provider} di non richiedere più certificati client (mTLS) per questa app.} other {Chiedi all’assistenza di {provider} di controllare la porta {how, select, secure {443} other {80}} di questa app.}}',
  'finding.site-forbidden':
    '{how, select, here {Il server nega l’accesso a {name}{hasStatus, select, true { (codice {status})} other {}}: al bot, e forse ai visitatori.} limited {Il server respinge il bot per troppe richieste (codice 429), e forse anche i visitatori.} other {Il server respinge le richieste per qualsiasi nome, non solo per questo{hasStatus, select, true { (codice {status})} other {}}.}}',
  'fix.site-forbidden':
    '{how, select, here {Apri il sito in un browser. Se è bloccato anche lì, controlla i plugin di sicurezza, i permessi dei file e se c’è un file index.} limited {Se continua, chiedi all’assistenza di {provider} quale limite di richieste ha questa app.} other {Chiedi all’assistenza di {provider} quali regole di accesso ha questa app.}}',
  'finding.site-login': 'Il sito richiede l’accesso{hasStatus, select, true { (codice {status})} other {}}.',
  'fix.site-login': 'Se i visitatori devono vedere il sito, rimuovi la protezione con password.',
  'finding.site-other':
    '{how, select, unread {Il sito risponde in un modo che il bot non sa leggere, quindi la pagina non è stata controllata.} other {Il sito risponde, ma non sembra WordPress{hasTitle, select, true { ({title})} other {}}.}}',
  'fix.site-other': 'Controlla che sia il sito giusto.',
  'finding.ssl-unchecked': 'Da qui non è stato possibile verificare il certificato.',
  'fix.ssl-unchecked':
    'Sul dominio non serve fare nulla: il bot non ha raggiunto gli indirizzi dell’app e riprova da solo. Se continua a non riuscire, controlla la rete del bot.',
});
