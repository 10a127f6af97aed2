import type { pairEventsEn } from '../../en/domain/pair-events.js';
import { translation } from '../../messages.js';

/** Romanian: the same step of both names on a card, posted once. */
export const pairEventsRo = translation<'ro', typeof pairEventsEn>()({
  'pair.domain.done':
    ':tada: {hostname} și {other} sunt gata{late, select, true {, mai târziu decât era de așteptat,} other {}} după {afterMs}.',
  'pair.dns.published':
    ':mag: Înregistrările DNS pentru {hostname} și {other} sunt corecte după {afterMs}. Urmează: {provider} emite certificatele.',
  'pair.dns.propagated':
    ':globe_with_meridians: DNS-ul pentru {hostname} și {other} este corect peste tot, după {afterMs}.',
  'pair.dns.stuck':
    ':mag_right: {again, plural, =0 {*Ceva blochează {hostname} și {other}.*} one {*{hostname} și {other} sunt încă blocate.*} few {*{hostname} și {other} sunt încă blocate.*} other {*{hostname} și {other} sunt încă blocate.*}} {finding}',
  'pair.dns.cleared':
    ':white_check_mark: Rezolvat pentru {hostname} și {other} după {afterMs}: {findingName}. {hasNext, select, true {A mai rămas: {nextName}.} other {{nowState, select, published {Înregistrările sunt acum corecte.} propagated {Înregistrările sunt acum corecte.} wrong {DNS-ul tot nu este direcționat aici.} other {}}}}',
  'pair.dns.drifted':
    ':rotating_light: *DNS-ul s-a schimbat:* {hostname} și {other} nu mai sunt direcționate aici.',
  'pair.dns.restored':
    ':white_check_mark: {hostname} și {other} sunt din nou direcționate aici, după {afterMs}.',
  'pair.dns.failed':
    ':x: *DNS eșuat:* înregistrările pentru {hostname} și {other} nu au fost corecte nici după {afterMs}. Verificările continuă cam o dată pe zi, timp de două săptămâni.',
  'pair.ssl.issued':
    ':lock: Certificate emise pentru {hostname} și {other}{late, select, true {, mai târziu decât era de așteptat,} other {}} după {afterMs}.',
  'pair.ssl.stuck':
    ':mag_right: {again, plural, =0 {*Certificatele pentru {hostname} și {other} sunt blocate.*} one {*Certificatele pentru {hostname} și {other} sunt încă blocate.*} few {*Certificatele pentru {hostname} și {other} sunt încă blocate.*} other {*Certificatele pentru {hostname} și {other} sunt încă blocate.*}} {finding}',
  'pair.ssl.cleared':
    ':white_check_mark: Rezolvat pentru {hostname} și {other} după {afterMs}: {findingName}. {hasNext, select, true {A mai rămas: {nextName}.} other {{nowState, select, valid {Certificatele sunt acum valide.} expiring {Certificatele sunt valide, dar expiră curând.} absent {Tot nu există certificate.} other {}}}}',
  'pair.ssl.expiring':
    '{expired, select, true {:rotating_light: *Certificatele pentru {hostname} și {other} au expirat* ({validTo}).} other {:warning: *Certificatele pentru {hostname} și {other} expiră peste {leftMs}* ({validTo}) și nu au fost reînnoite.}}',
  'pair.ssl.renewed':
    ':lock: {issuer} a reînnoit certificatele pentru {hostname} și {other} (noua dată de expirare: {validTo}).',
  'pair.ssl.failed':
    ':x: *SSL eșuat:* niciun certificat valid pentru {hostname} și {other} după {afterMs}. Verificările continuă cam o dată pe zi, timp de două săptămâni.',
  'pair.site.unrouted':
    ':warning: *DNS-ul și SSL-ul sunt corecte, dar vizitatorii de pe {hostname} și {other} nu ajung la site.*',
  'pair.site.routed': ':white_check_mark: Vizitatorii de pe {hostname} și {other} ajung la site.',
  'pair.alias.added': '{provider} a adăugat {hostname} și {other} în {afterMs}.',
  'pair.alias.lost': ':warning: {provider} nu mai are {hostname} și {other}. Botul le adaugă din nou.',
  'pair.alias.removed':
    ':wastebasket: {already, select, true {{provider} nu mai are {hostname} și {other}.} other {{provider} a eliminat {hostname} și {other} în {afterMs}.}}',
});
