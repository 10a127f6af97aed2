import type { pairEventsEn } from '../../en/domain/pair-events.js';
import { translation } from '../../messages.js';

/** Italian: the same step of both names on a card, posted once. */
export const pairEventsIt = translation<'it', typeof pairEventsEn>()({
  'pair.domain.done':
    ':tada: {hostname} e {other} sono pronti{late, select, true {, più tardi del previsto,} other {}} dopo {afterMs}.',
  'pair.dns.published':
    ':mag: I record DNS di {hostname} e {other} sono corretti dopo {afterMs}. Ora {provider} emette i certificati.',
  'pair.dns.propagated': ':globe_with_meridians: {hostname} e {other} puntano qui ovunque dopo {afterMs}.',
  'pair.dns.stuck':
    ':mag_right: {again, plural, =0 {*C’è un ostacolo per {hostname} e {other}.*} one {*L’ostacolo per {hostname} e {other} c’è ancora.*} many {*L’ostacolo per {hostname} e {other} c’è ancora.*} other {*L’ostacolo per {hostname} e {other} c’è ancora.*}} {finding}',
  'pair.dns.cleared':
    ':white_check_mark: Risolto per {hostname} e {other} dopo {afterMs}: {findingName}. {hasNext, select, true {Resta: {nextName}.} other {{nowState, select, published {Ora i record sono corretti.} propagated {Ora i record sono corretti.} wrong {Il DNS continua a non puntare qui.} other {}}}}',
  'pair.dns.drifted': ':rotating_light: *Il DNS è cambiato:* {hostname} e {other} non puntano più qui.',
  'pair.dns.restored': ':white_check_mark: {hostname} e {other} puntano di nuovo qui, dopo {afterMs}.',
  'pair.dns.failed':
    ':x: *Errore DNS:* dopo {afterMs} i record di {hostname} e {other} non sono ancora corretti. Le verifiche continuano circa una volta al giorno per due settimane.',
  'pair.ssl.issued':
    ':lock: Certificati emessi per {hostname} e {other}{late, select, true {, più tardi del previsto,} other {}} dopo {afterMs}.',
  'pair.ssl.stuck':
    ':mag_right: {again, plural, =0 {*I certificati di {hostname} e {other} sono bloccati.*} one {*I certificati di {hostname} e {other} sono ancora bloccati.*} many {*I certificati di {hostname} e {other} sono ancora bloccati.*} other {*I certificati di {hostname} e {other} sono ancora bloccati.*}} {finding}',
  'pair.ssl.cleared':
    ':white_check_mark: Risolto per {hostname} e {other} dopo {afterMs}: {findingName}. {hasNext, select, true {Resta: {nextName}.} other {{nowState, select, valid {Ora i certificati sono validi.} expiring {I certificati sono validi, ma stanno per scadere.} absent {I certificati continuano a mancare.} other {}}}}',
  'pair.ssl.expiring':
    '{expired, select, true {:rotating_light: *I certificati di {hostname} e {other} sono scaduti* (scadenza: {validTo}).} other {:warning: *I certificati di {hostname} e {other} scadono tra {leftMs}* (scadenza: {validTo}) e non sono stati rinnovati.}}',
  'pair.ssl.renewed':
    ':lock: {issuer} ha rinnovato i certificati di {hostname} e {other} (nuova scadenza: {validTo}).',
  'pair.ssl.failed':
    ':x: *Errore SSL:* nessun certificato valido per {hostname} e {other} dopo {afterMs}. Le verifiche continuano circa una volta al giorno per due settimane.',
  'pair.site.unrouted':
    ':warning: *DNS e SSL sono corretti, ma i visitatori di {hostname} e {other} non raggiungono il sito.*',
  'pair.site.routed': ':white_check_mark: I visitatori di {hostname} e {other} raggiungono il sito.',
  'pair.alias.added': '{provider} ha aggiunto {hostname} e {other} in {afterMs}.',
  'pair.alias.lost':
    ':warning: {provider} non ha più {hostname} e {other}. Il bot li sta aggiungendo di nuovo.',
  'pair.alias.removed':
    ':wastebasket: {already, select, true {{provider} non ha più {hostname} e {other}.} other {{provider} ha rimosso {hostname} e {other} in {afterMs}.}}',
});
