import type { eventsEn } from '../../en/domain/events.js';
import { translation } from '../../messages.js';

/** Romanian: one sentence for each event. */
export const eventsRo = translation<'ro', typeof eventsEn>()({
  'event.domain.requested':
    '{isSystem, select, true {{hostname} a fost adăugat în Ultimate Multisite.} other {{person} a cerut maparea domeniului {hostname}.}}',
  'event.domain.done':
    ':tada: {hostname} este gata{late, select, true {, mai târziu decât era de așteptat,} other {}} după {afterMs}.',
  'event.domain_record.requested':
    '{person} a cerut o înregistrare de domeniu pentru site-ul {site} în Ultimate Multisite.',
  'event.domain_record.created':
    ':page_facing_up: {already, select, true {Ultimate Multisite are deja înregistrarea de domeniu} other {Ultimate Multisite a creat înregistrarea de domeniu}} pentru site-ul {site}.',
  'event.domain_record.found':
    ':page_facing_up: Ultimate Multisite are o înregistrare de domeniu pentru site-ul {site}.',
  'event.domain_record.removed':
    ':wastebasket: {already, select, true {Ultimate Multisite ștersese deja înregistrarea de domeniu.} other {Ultimate Multisite a șters înregistrarea de domeniu.}}',
  'event.domain_record.refused':
    ':x: Ultimate Multisite a refuzat să {remove, select, true {șteargă} other {creeze}} înregistrarea de domeniu: {message} Fă asta acolo manual, la „Domains”.',
  'event.domain_record.vanished':
    ':wastebasket: Înregistrarea de domeniu a fost ștearsă în Ultimate Multisite, așa că {hostname} se elimină și aici.',
  'event.domain_record.renamed':
    ':warning: Înregistrarea de domeniu a fost redenumită în {to} în Ultimate Multisite{remove, select, true {, așa că a rămas acolo.} other {. {provider} încă are {hostname}: elimină-l dacă nu mai trebuie nimănui.}}',
  'event.alias.added':
    '{already, select, true {{provider} are deja domeniul.} other {{provider} a adăugat domeniul în {afterMs}.}}',
  'event.alias.lost': ':warning: {provider} nu mai are domeniul. Botul îl adaugă din nou.',
  'event.alias.refused': ':x: {provider} a refuzat domeniul: {message}',
  'event.alias.removed':
    ':wastebasket: {already, select, true {{provider} nu mai are domeniul.} other {{provider} a eliminat domeniul în {afterMs}.}}',
  'event.alias.remove_refused': ':x: {provider} a refuzat să elimine domeniul: {message} Maparea rămâne.',
  'event.dns.published':
    ':mag: Înregistrarea DNS este corectă după {afterMs}: {servers, plural, =0 {nameserverele o au} one {nameserverul o are} =2 {ambele nameservere o au} few {toate cele # nameservere o au} other {toate cele # de nameservere o au}}. Urmează: {provider} emite certificatul.',
  'event.dns.propagated':
    ':globe_with_meridians: DNS-ul s-a propagat după {afterMs}: {resolvers, plural, =0 {resolverele publice văd înregistrarea} one {resolverul public vede înregistrarea} =2 {ambele resolvere publice văd înregistrarea} few {toate cele # resolvere publice văd înregistrarea} other {toate cele # de resolvere publice văd înregistrarea}}.',
  'event.dns.stuck':
    ':mag_right: {again, plural, =0 {*Ceva blochează domeniul.*} one {*Domeniul este încă blocat.*} few {*Domeniul este încă blocat.*} other {*Domeniul este încă blocat.*}} {finding}',
  'event.dns.cleared':
    ':white_check_mark: Rezolvat după {afterMs}: {findingName}. {hasNext, select, true {A mai rămas: {nextName}.} other {{nowState, select, published {Înregistrarea este acum corectă.} propagated {Înregistrarea este acum corectă.} wrong {DNS-ul tot nu este direcționat aici.} other {}}}}',
  'event.dns.drifted': ':rotating_light: *DNS-ul s-a schimbat:* domeniul nu mai este direcționat aici.',
  'event.dns.restored': ':white_check_mark: Domeniul este din nou direcționat aici, după {afterMs}.',
  'event.dns.failed':
    ':x: *DNS eșuat:* înregistrarea nu a fost corectă nici după {afterMs}. Verificările continuă cam o dată pe zi, timp de două săptămâni.',
  'event.ssl.issued':
    ':lock: Certificat emis{late, select, true {, mai târziu decât era de așteptat,} other {}} după {afterMs}, de {issuer} (expiră: {validTo}).',
  'event.ssl.stuck':
    ':mag_right: {again, plural, =0 {*Certificatul este blocat.*} one {*Certificatul este încă blocat.*} few {*Certificatul este încă blocat.*} other {*Certificatul este încă blocat.*}} {finding}',
  'event.ssl.cleared':
    ':white_check_mark: Rezolvat după {afterMs}: {findingName}. {hasNext, select, true {A mai rămas: {nextName}.} other {{nowState, select, valid {Certificatul este acum valid.} expiring {Certificatul este valid, dar expiră curând.} absent {Tot nu există certificat.} other {}}}}',
  'event.ssl.expiring':
    '{expired, select, true {:rotating_light: *Certificatul a expirat* ({validTo}).} other {:warning: *Certificatul expiră peste {leftMs}* ({validTo}) și nu a fost reînnoit.}}',
  'event.ssl.renewed': ':lock: {issuer} a reînnoit certificatul (noua dată de expirare: {validTo}).',
  'event.ssl.failed':
    ':x: *SSL eșuat:* niciun certificat valid după {afterMs}. Verificările continuă cam o dată pe zi, timp de două săptămâni.',
  'event.check.requested': ':arrows_counterclockwise: {person} a cerut o verificare.',
  'event.unmap.proposed':
    ':raised_hand: {person} vrea să elimine {hostname}. Altcineva trebuie să aprobe (termen: {until}).',
  'event.unmap.requested': ':wastebasket: {person} a cerut eliminarea domeniului {hostname}.',
  'event.unmap.approved': ':wastebasket: {person} a aprobat eliminarea domeniului {hostname}.',
  'event.unmap.declined':
    '{hasRequester, select, true {{person} a respins cererea trimisă de {requester}.} other {{person} a respins cererea.}} {hostname} rămâne mapat.',
  'event.unmap.withdrawn': '{person} a retras cererea. {hostname} rămâne mapat.',
  'event.customer_message.sent':
    ':email: {person} i-a trimis clientului un mesaj{topic, select, to_do {: ce trebuie schimbat în DNS} one_left {: ce a mai rămas de schimbat în DNS} down {: cum își repune site-ul în funcțiune} expiring {: cum se reînnoiește certificatul} works {: totul funcționează} other {}}.',
  'event.customer_message.unanswered':
    ':bell: {sentBy}, în DNS-ul clientului nu s-a schimbat nimic de la mesajul tău, trimis acum {afterMs}.',
  'event.domain_connect.approved':
    ':white_check_mark: Clientul a aprobat modificările DNS la {dnsProvider}. Se verifică acum.',
  'event.domain_connect.cancelled':
    ':information_source: Clientul a deschis linkul la {dnsProvider}, dar a anulat. Acolo nu s-a schimbat nimic.',
  'event.domain_connect.failed':
    ':warning: Clientul a deschis linkul, dar {dnsProvider} a raportat o eroare ({code}). Modificările se pot face în continuare manual.',
  'event.card.joined': ':link: {hostname} împarte acum acest card cu {primaryHostname}.',
  'event.card.moved': ':arrow_right: {person} a mutat {hostname} din {fromChannel} în {toChannel}.',
  'event.unmap.expired': 'Nimeni nu a aprobat cererea la timp. {hostname} rămâne mapat.',
  'event.unmap.followed': ':wastebasket: {hostname} se elimină odată cu el, așa cum a cerut {person}.',
  'event.access.denied':
    ':no_entry: {person} a încercat să {permission, select, map {mapeze {hostname}} unmap {elimine {hostname}} move {mute cardul pentru {hostname}} approve {aprobe eliminarea domeniului {hostname}} audit {folosească comenzile audit, sync sau doctor} configure {schimbe setări} assign {se ocupe de {hostname}} view {vadă aceste domenii} other {verifice {hostname}}}, dar nu are permisiunea. Nu s-a schimbat nimic.',
  'event.setting.changed':
    ':gear: {person} {isSame, select, true {a ales} other {a schimbat}} o setare {scope, select, channel {a canalului {forChannel}} other {a aplicației {app}}}: {setting}, {isSame, select, true {{to} (neschimbată)} other {{from} → {to}}}{isReset, select, true { ({scope, select, channel {nu mai este setată acolo} other {valoarea implicită}})} other {}}.',
  'event.error.logged':
    ':warning: {source}: {message}{retried, select, true { Botul încearcă din nou singur, din ce în ce mai rar; elimină domeniul ca să se oprească.} other {}}{again, plural, =0 {} one { (încă o dată de atunci)} few { (încă de # ori de atunci)} other { (încă de # de ori de atunci)}}',
  'reply.of-one': '*{hostname}*  {reported}',
  'event.unknown':
    '{type}: înregistrat de o versiune mai nouă a acestui bot. Actualizează botul ca să vezi ce înseamnă.',
  'unknown.time': 'un moment necunoscut',
  'unknown.value': '(necunoscut)',

  'log.check-failed': 'O verificare nu a reușit și va fi reluată. Cauza este în jurnal: caută {incident}.',
  'log.at': 'În jurnal: {at}.',
  'log.invalid-domain':
    '{provider} a respins numele ca nevalid. Este normal pentru subdomeniile proprii ale rețelei, care nu au nevoie de alias. Pentru orice alt nume, verifică dacă este scris corect.',
  'log.dns-given-up':
    'Ultimate Multisite renunță după câteva încercări; acest bot continuă verificările. Când DNS-ul este corect, pune acolo stadiul domeniului pe „Checking DNS” și salvează.',
  'log.ssl-given-up':
    'Ultimate Multisite renunță după câteva încercări; acest bot continuă verificările. Când certificatul funcționează, pune acolo stadiul domeniului pe „Ready”.',
  'log.loopback':
    'Ultimate Multisite apelează domeniul ca să-l testeze, iar apelul eșuează până când DNS-ul și certificatul sunt corecte. Cardul arată în ce stadiu sunt.',
  'log.certificate':
    'Este verificarea de certificat făcută de Ultimate Multisite. Cardul arată ce primesc vizitatorii.',
  'log.record':
    'Site-ul nu are o înregistrare de domeniu. Creeaz-o cu `/domain map <hostname> --site ID` sau acolo, la „Domains”.',
  'log.no-key':
    'Pluginul nu a găsit {keyVariable} în wp-config.php, așa că nu poate înregistra domenii la {provider}.',
  'log.provider-answer':
    '{provider} i-a răspuns pluginului cu o eroare. Scrie `/domain doctor` ca să vezi dacă îi răspunde acestui bot.',
});
