import type { attentionEn } from '../../en/domain/attention.js';
import { translation } from '../../messages.js';

/** Romanian: less attention for a domain for a while, and what undoes it. */
export const attentionRo = translation<'ro', typeof attentionEn>()({
  'event.finding.unacknowledged': '{person} vrea din nou mementouri despre asta: {findingName}.',
  'card.attention': 'Amână, ignoră…',
  'attention.title': 'Amână, ignoră',
  'attention.choice': 'Ce vrei să faci?',
  'attention.snooze': 'Amână mementourile',
  'attention.snooze.means': 'Până atunci, nicio mențiune și niciun memento.',
  'attention.awake': 'Încheie amânarea',
  'attention.awake.means': 'Mențiunile și mementourile reîncep.',
  'attention.ack': 'Știu de asta: {findingName}',
  'attention.ack.means': 'Cât timp durează problema, nimeni nu primește mementouri.',
  'attention.unack': 'Reia mementourile: {findingName}',
  'attention.unack.means': 'Mementourile reîncep.',
  'attention.mute': 'Ignoră: {findingName}',
  'attention.mute.means': 'Până atunci nu este considerată o problemă.',
  'attention.unmute': 'Nu mai ignora nimic',
  'attention.unmute.means': 'Ce era ignorat contează din nou.',
  'attention.until': 'Pentru cât timp?',
  'attention.until-change': 'Până se schimbă ceva (doar pentru amânare)',
  'attention.until.needed': 'Alege pentru cât timp: o problemă nu poate fi ignorată la nesfârșit.',
  'attention.reason': 'Motivul ignorării',
  'attention.reason.needed': 'Spune de ce: motivul apare pe card.',
  'team.undo': 'Anulează',
  'team.unacknowledged': 'Mementourile despre {hostname} sunt din nou active.',
  'team.dialog.follow': 'Noutăți',
  'team.dialog.follow.me': 'Menționează-mă și pe mine',
  'message.no-mapping': 'Mesajul acesta nu menționează niciun domeniu mapat.',
});
