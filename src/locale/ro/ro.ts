import type { en } from '../en/en.js';
import { translation } from '../messages.js';
import { attentionRo } from './domain/attention.js';
import { customerRo } from './domain/customer.js';
import { eventsRo } from './domain/events.js';
import { findingNamesRo } from './domain/finding-names.js';
import { findingsRo } from './domain/findings.js';
import { pairEventsRo } from './domain/pair-events.js';
import { siteRo } from './domain/site.js';
import { configurationRo } from './operator/configuration.js';
import { operationsRo } from './operator/operations.js';
import { reportsRo } from './operator/reports.js';
import { shellRo } from './operator/shell.js';
import { storesRo } from './operator/stores.js';
import { answersRo } from './slack/answers.js';
import { dialogsRo } from './slack/dialogs.js';
import { problemsRo } from './slack/problems.js';
import { settingsRo } from './slack/settings.js';
import { teamRo } from './slack/team.js';
import { wordsRo } from './words.js';

declare module '../messages.js' {
  interface PluralCategories {
    ro: 'one' | 'few' | 'other';
  }
}

/** Romanian. */
export const ro = translation<'ro', typeof en>()({
  ...answersRo,
  ...attentionRo,
  ...customerRo,
  ...dialogsRo,
  ...eventsRo,
  ...findingsRo,
  ...findingNamesRo,
  ...operationsRo,
  ...pairEventsRo,
  ...problemsRo,
  ...siteRo,
  ...storesRo,
  ...settingsRo,
  ...teamRo,
  ...reportsRo,
  ...configurationRo,
  ...shellRo,
  ...wordsRo,

  'stage.name.adding': 'Se adaugă',
  'stage.name.checking-dns': 'Se verifică DNS-ul',
  'stage.name.checking-ssl-cert': 'Se verifică SSL-ul',
  'stage.name.done': 'Gata',
  'stage.name.done-without-ssl': 'Gata (fără SSL)',
  'stage.name.failed': 'DNS eșuat',
  'stage.name.ssl-failed': 'SSL eșuat',
  'stage.name.removing': 'Se elimină',
  'stage.name.removed': 'Eliminat',
  'stage.name.drifted': 'Era gata, dar DNS-ul s-a schimbat',
  'stage.name.unserved': 'Era gata, dar certificatul a dispărut',
  'stage.name.unrouted': 'Nu ajunge la site',
  'stage.name.disturbed': 'Era gata, dar a apărut o problemă',
  'stage.name.refused': 'Refuzat de {provider}',
  'stage.name.denied': 'Fără permisiune',

  'who.customer': 'se așteaptă clientul',
  'who.agency': 'e rândul tău',
  'who.host': 'se așteaptă {provider}',

  'watch.ended': ':no_entry_sign: Nu se mai verifică. Apasă *Verifică acum* ca să reîncepi.',
  'watch.slow': 'Se verifică în continuare cam o dată pe zi (până la: {until}).',

  'card.text': '{hostname}: {stage}',
  'card.title': '*{hostname}*  {stage}',
  'card.asked': '{isSystem, select, true {Adăugat în Ultimate Multisite} other {Cerut de {person}}} · {at}',
  'card.site':
    'Site-ul {site} din Ultimate Multisite{state, select, requested {: se va crea înregistrarea de domeniu} refused {: fără înregistrare de domeniu ({error})} removed {: înregistrarea de domeniu a fost ștearsă} other {}}',
  'card.note': 'Notă: {note}',
  'card.source': 'Din {message}',
  'card.source.message': 'acest mesaj',
  'card.replaces.deleted': 'Primul card a fost șters. Răspunsurile anterioare: {thread}.',
  'card.replaces.locked': 'Sub primul card nu se mai poate răspunde. Răspunsurile anterioare: {thread}.',
  'card.replaces.joined': 'Numele www avea un card separat. Răspunsurile anterioare: {thread}.',
  'card.replaces.moved': 'Mutat aici din {channel}. Răspunsurile anterioare: {thread}.',
  'card.moved': ':arrow_right: {hostname} s-a mutat în {channel}: {card}.',
  'card.fixed': 'Slack nu mai permite editarea cardului de mai sus, așa că noutățile apar aici.',
  'card.earlier': 'firul lui de discuție',
  'card.approval':
    ':raised_hand: {person} vrea să elimine domeniul. Altcineva trebuie să aprobe în firul de discuție (termen: {until}).',
  'card.sent': ':email: {person} i-a trimis clientului un mesaj ({at}).',
  'card.check': 'Verifică acum',
  'card.customer': 'Mesaj pentru client',
  'card.dashboard': 'Panoul {provider}',
  'card.history': 'Istoric',
  'card.unmap': 'Elimină…',

  'axis.alias.requested': ':hourglass_flowing_sand: *{provider}*  se adaugă domeniul',
  'axis.alias.accepted': ':white_check_mark: *{provider}*  domeniul a fost adăugat',
  'axis.alias.own': ':white_check_mark: *{provider}*  servește subdomeniile rețelei',
  'axis.alias.refused': ':x: *{provider}*  a refuzat domeniul: {reason}',
  'axis.alias.removing': ':hourglass_flowing_sand: *{provider}*  se elimină domeniul',
  'axis.alias.removed': ':wastebasket: *{provider}*  domeniul a fost eliminat',
  'axis.alias.unknown':
    ':warning: *{provider}*  nu a confirmat ultima cerere; se verifică înainte de o nouă încercare',
  'axis.alias.not-asked':
    ':no_entry: *{provider}*  nu a fost contactat, pentru că persoana nu are permisiunea să mapeze domenii',
  'axis.alias.last-error': '(ultima eroare: {reason})',
  'axis.dns.waiting': ':white_circle: *DNS*  se verifică după ce {provider} adaugă domeniul',
  'axis.dns.unknown': ':hourglass_flowing_sand: *DNS*  încă neverificat',
  'axis.dns.wrong':
    ':hourglass_flowing_sand: *DNS*  {isSplit, select, true {înregistrarea este la {right} din {servers, plural, one {# nameserver} few {# nameservere} other {# de nameservere}}.} other {{wasReady, select, true {nu mai este direcționat aici.} other {încă nu este direcționat aici.}}}}',
  'axis.dns.published':
    ':hourglass_flowing_sand: *DNS*  {servers, plural, one {nameserverul are} =2 {ambele nameservere au} few {toate cele # nameservere au} other {toate cele # de nameservere au}} înregistrarea; {isSeenByAll, select, true {toate resolverele publice o văd, iar încă o verificare o va confirma.} other {este văzută de {resolversRight} din {resolversOf, plural, one {# resolver public} few {# resolvere publice} other {# de resolvere publice}}.}}',
  'axis.dns.outlook': 'Urmează să o vadă: {resolvers}; toate: {at}.',
  'axis.dns.outlook.one': '{resolver} ({at})',
  'axis.dns.propagated': ':white_check_mark: *DNS*  corect peste tot',
  'axis.ssl.waiting': ':white_circle: *SSL*  se emite când DNS-ul este corect',
  'axis.ssl.unknown': ':hourglass_flowing_sand: *SSL*  încă neverificat',
  'axis.ssl.absent':
    ':hourglass_flowing_sand: *SSL*  {wasReady, select, true {certificatul nu mai există.} other {încă niciun certificat.}}',
  'axis.ssl.invalid': ':x: *SSL*  certificatul nu este valid.',
  'axis.ssl.valid': ':white_check_mark: *SSL*  certificat valid.',
  'axis.ssl.expiring': ':warning: *SSL*  valid, dar expiră curând.',
  'axis.blind': ':warning: Nu s-a mai putut verifica (de la: {since}).',

  'dns.found.values': 'DNS-ul răspunde cu {values}.',
  'dns.found.unregistered': 'Domeniul nu este înregistrat sau înregistrarea lui a expirat.',
  'dns.found.no-servers': 'Domeniul nu are nameservere utilizabile.',
  'dns.found.nxdomain': 'DNS-ul nu are nicio înregistrare pentru acest nume.',
  'dns.found.lame': 'Nameserverele nu servesc această zonă.',
  'dns.found.empty': 'Numele există în DNS, dar nu are o adresă.',
  'dns.found.cached':
    'Nameserverele au înregistrarea corectă, dar resolverele publice o au încă în cache pe cea veche.',
  'dns.found.unresolved': 'Nameserverele au înregistrarea corectă, dar resolverele publice nu o returnează.',

  'dns.server.right': ':white_check_mark: {server}: {seen}',
  'dns.server.wrong': ':x: {server}: {seen}',
  'dns.server.worthless': ':grey_question: {server}: {seen}',
  'dns.server.silent': ':grey_question: {server}: {seen}',
  'dns.ttl': '(în cache cel mult {duration})',
  'dns.outcome.answer': 'a răspuns fără înregistrări',
  'dns.outcome.empty': 'nicio înregistrare de adresă',
  'dns.outcome.nxdomain': 'nu există acest nume',
  'dns.outcome.lame': 'nu servește zona',
  'dns.outcome.refused': 'a refuzat să răspundă',
  'dns.outcome.servfail': 'a dat eroare (SERVFAIL)',
  'dns.outcome.bogus': 'a respins răspunsul (DNSSEC)',
  'dns.outcome.filtered': 'blochează numele',
  'dns.outcome.other-rcode': 'a răspuns cu o eroare',
  'dns.outcome.timeout': 'niciun răspuns',
  'dns.outcome.unreachable': 'nu poate fi contactat',
  'dns.outcome.malformed': 'a trimis un răspuns de necitit',
  'dns.outcome.truncated': 'a trimis un răspuns scurtat; cel complet nu ajunge prin TCP',
  'dns.outcome.blocked': 'neinterogat: adresa lui nu este publică',

  'ssl.served.nowhere': 'Nu există nicio adresă de verificat.',
  'ssl.served.trusted': 'Emis de {issuer} (expiră: {validTo}).',
  'ssl.served.untrusted': 'Certificatul de la {issuer} nu este de încredere: {error}.',
  'ssl.served.other-name': 'Serverul prezintă un certificat pentru {names}.',
  'ssl.served.unknown-name': '{address} încă nu cunoaște numele.',
  'ssl.served.nameless': 'Serverul arată un certificat fără niciun nume.',
  'ssl.served.not-tls': '{address} nu folosește TLS.',
  'ssl.served.old-tls': '{address} nu oferă niciun TLS acceptat de browsere.',
  'ssl.served.reset': '{address} a închis conexiunea.',
  'ssl.served.refused': '{address} refuză conexiunile.',
  'ssl.served.timeout': '{address} nu a răspuns la timp.',
  'ssl.served.unreachable': '{address} nu poate fi contactat.',
  'ssl.served.handshake-failed': 'Negocierea TLS cu {address} a eșuat.',
  'ssl.served.blocked': '{address} nu este o adresă publică și nu a fost verificată.',
  'ssl.error.CERT_HAS_EXPIRED': 'expirat',
  'ssl.error.CERT_NOT_YET_VALID': 'încă nevalabil',
  'ssl.error.DEPTH_ZERO_SELF_SIGNED_CERT': 'autosemnat',
  'ssl.error.SELF_SIGNED_CERT_IN_CHAIN': 'emis de o autoritate necunoscută',
  'ssl.error.UNABLE_TO_GET_ISSUER_CERT_LOCALLY': 'emis de o autoritate necunoscută',
  'ssl.error.UNABLE_TO_VERIFY_LEAF_SIGNATURE': 'lipsește certificatul intermediar',
  'ssl.error.UNSPECIFIED': 'o eroare pe care verificarea nu o poate numi',
  'ssl.error.INVALID_PURPOSE': 'nu este emis pentru site-uri web',

  'record.type': 'Tip',
  'record.name': 'Nume',
  'record.value': 'Valoare',
  'record.create': 'Adaugă această înregistrare',
  'record.change': 'Schimbă înregistrarea în',
  'record.delete': 'Șterge această înregistrare',

  'todo.records':
    '*Urmează:* clientul adaugă la furnizorul său DNS {count, plural, one {această înregistrare} few {aceste înregistrări} other {aceste înregistrări}} și șterge orice altă înregistrare A, AAAA sau CNAME cu același nume.\n{records}',
  'todo.records-after-failure':
    '*Înregistrarea nu a fost configurată corect la timp.* Roagă clientul să adauge {count, plural, one {această înregistrare} few {aceste înregistrări} other {aceste înregistrări}}, apoi apasă *Verifică acum*.\n{records}',
  'todo.needs-address':
    'Acesta este domeniul rădăcină, care nu poate avea un CNAME, iar aplicația nu are configurată nicio adresă IP. Cere-i administratorului botului să adauge una în `{targetsVariable}`.',
  'todo.alternative': 'Dacă acolo nu se poate pune un CNAME:\n{records}',
  'todo.wait-for-caches':
    'Nu ai nimic de făcut, doar așteaptă: unele resolvere publice au încă vechiul răspuns în cache.',
  'todo.wait-for-check': 'Nu ai nimic de făcut: următoarea verificare confirmă rezultatul.',
  'todo.wait-until':
    'Nu ai nimic de făcut, doar așteaptă: vechiul răspuns dispare din toate cache-urile (ora estimată: {at}).',
  'todo.wait-for-ssl':
    'Nu ai nimic de făcut: DNS-ul este corect, deci {provider} poate emite certificatul, de obicei în 10–15 minute.',
  'todo.refused':
    '*{provider} a refuzat domeniul.* Verifică în panoul {provider} dacă este folosit de alt site. Apoi apasă *Verifică acum* ca să încerci din nou sau elimină-l.',
  'todo.ssl-failed':
    '*Certificatul nu a fost emis la timp.* Verifică panoul {provider}, apoi apasă *Verifică acum*.',
});
