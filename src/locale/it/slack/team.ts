import type { teamEn } from '../../en/slack/team.js';
import { translation } from '../../messages.js';

/** Italian: people who work together on a domain. */
export const teamIt = translation<'it', typeof teamEn>()({
  'event.domain.assigned':
    ':bust_in_silhouette: {isOwn, select, true {Ora di {hostname} si occupa {person}.} other {{person} ha assegnato {hostname} a {assignee}.}}',
  'event.domain.unassigned':
    '{isOwn, select, true {{person} non si occupa più di {hostname}.} other {{person} ha tolto a {wasAssignee} l’incarico di {hostname}.}}',
  'event.domain.followed': 'Anche {person} vuole ricevere avvisi su {hostname}.',
  'event.domain.unfollowed': '{person} non vuole più ricevere avvisi su {hostname}.',
  'event.note.changed':
    ':memo: {hasNote, select, true {Nota di {person} su {hostname}: {note}} other {{person} ha tolto la nota su {hostname}.}}',

  'event.domain.snoozed':
    ':zzz: {person} ha messo in pausa gli avvisi su {hostname} {hasUntil, select, true {(fino a: {until})} other {finché non cambia qualcosa}}.',
  'event.domain.snooze_ended':
    ':alarm_clock: {why, select, time {{snoozedBy}, la pausa degli avvisi che hai impostato per {hostname} è finita.} change {Gli avvisi su {hostname} non sono più in pausa: qualcosa è cambiato.} other {{person} ha terminato la pausa degli avvisi su {hostname}.}}',
  'event.finding.acknowledged':
    ':eyes: {person} lo sa già: {findingName}. Niente più promemoria al riguardo.',
  'event.finding.muted':
    ':mute: {person} ha silenziato “{findingName}” su {hostname} (fino a: {until}): {muteReason}',
  'event.finding.unmuted': ':loud_sound: La segnalazione “{findingName}” non è più silenziata su {hostname}.',

  'card.assigned': ':bust_in_silhouette: Assegnato a {assignee}',
  'card.followers': 'Ricevono avvisi anche: {people}',
  'card.take': 'Me ne occupo io',
  'card.team': 'Assegna, segui, annota…',

  'command.assign':
    'affida un dominio a te o a un’altra persona: i messaggi del bot menzioneranno quella persona',
  'command.follow':
    'menziona anche te quando un dominio è pronto o ha bisogno di qualcuno; `off` disattiva le menzioni',
  'command.snooze':
    'mette in pausa gli avvisi di un dominio per un certo tempo, come `3d` o `12h`, fino a un giorno della settimana come `lunedì` o finché non cambia qualcosa; `off` termina la pausa',
  'command.ack':
    'segnala che sai che cosa non va in un dominio, così nessuno riceve promemoria; `off` riattiva i promemoria',
  'command.mute':
    'ignora per alcuni giorni ciò che non va in un dominio, indicando il motivo; `off` lo annulla',
  'command.note': 'mostra una nota per il team sulla scheda di un dominio; senza testo, la toglie',

  'team.assigned':
    '{isOwn, select, true {Ora di {hostname} ti occupi tu.} other {Ora di {hostname} si occupa {assignee}.}}',
  'team.unassigned': '{hostname} non è più assegnato a nessuno.',
  'team.followed':
    'Riceverai anche tu una menzione quando {hostname} è pronto o ha bisogno di qualcuno. `/domain follow {hostname} off` la disattiva.',
  'team.unfollowed': 'Non riceverai più menzioni su {hostname}.',
  'team.noted': 'La scheda di {hostname} ora mostra la nota: {note}',
  'team.note-removed': 'La scheda di {hostname} ora non ha nessuna nota.',

  'card.snoozed':
    ':zzz: Avvisi messi in pausa da {person} {hasUntil, select, true {(fino a: {until})} other {finché non cambia qualcosa}}',
  'card.acknowledged': ':eyes: {person} lo sa già: {findingName}',
  'card.muted': ':mute: Silenziato da {person} (fino a: {until}): {findingName} ({reason})',

  'team.snoozed':
    'Gli avvisi su {hostname} sono in pausa {hasUntil, select, true {(fino a: {until})} other {finché non cambia qualcosa}}.',
  'team.awake': 'Gli avvisi su {hostname} non sono più in pausa.',
  'team.acknowledged': 'Per {hostname} nessuno riceverà più promemoria su questo: {findingName}.',
  'team.muted': 'Su {hostname} ora questo è silenziato (fino a: {until}): {findingName}.',
  'team.unmuted': 'Su {hostname} ora non è silenziato nulla.',

  'team.dialog.title': 'Assegna, segui, annota',
  'team.dialog.submit': 'Salva',
  'team.dialog.close': 'Annulla',
  'team.dialog.assignee': 'Chi se ne occupa',
  'team.dialog.assignee.hint':
    'Riceve una menzione quando il dominio è pronto o ha bisogno di qualcuno. Vuoto: chi l’ha richiesto.',
  'team.dialog.note': 'Nota per il team',

  'digest.title':
    ':newspaper: *{period, select, weekly {Riepilogo settimanale dell’app {app}} other {Riepilogo giornaliero dell’app {app}}}*',
  'settings.label.digest': 'Riepilogo nel canale: chi deve fare che cosa, pronti e in scadenza',
  'settings.label.digest-hour': 'Ora del riepilogo',
  'settings.label.time-zone': 'Fuso orario del riepilogo e delle ore di silenzio',
  'settings.name.digest': 'riepilogo',
  'settings.name.digest-hour': 'ora del riepilogo',
  'settings.name.time-zone': 'fuso orario',
  'settings.digest': '{value, select, daily {ogni giorno} weekly {ogni lunedì} other {disattivato}}',

  'problem.not-a-person':
    'Non trovo nessuno con il nome {typed}. Scrivi `@` e scegli la persona dall’elenco di Slack, per esempio `/domain assign shop.example.com @alice`.',
  'problem.not-a-member':
    '{person} non può occuparsi di un dominio: ospiti, app e persone di altre aree di lavoro non possono usare il bot.',
  'problem.nothing-wrong': 'Al momento {hostname} non ha nessun problema.',
  'problem.not-a-time':
    'Non capisco il termine {typed}. Scrivi giorni, ore o un giorno della settimana, al massimo {most} giorni, per esempio `/domain snooze shop.example.com 3d` o `/domain snooze shop.example.com lunedì`.',
  'problem.mute-reason':
    'Indica per quanto tempo e perché, per esempio `/domain mute shop.example.com 30d si trasferisce il mese prossimo`.',
  'problem.too-many-followers': 'Ricevono già avvisi {most} persone, il massimo consentito.',
  'problem.note-too-long': 'La nota è troppo lunga: sulla scheda c’è spazio per {most} caratteri al massimo.',
});
