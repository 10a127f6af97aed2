import type { attentionEn } from '../../en/domain/attention.js';
import { translation } from '../../messages.js';

/** French: less attention for a domain for a while, and what undoes it. */
export const attentionFr = translation<'fr', typeof attentionEn>()({
  'event.finding.unacknowledged': '{person} souhaite à nouveau des rappels pour ce constat : {findingName}.',
  'card.attention': 'Mettre en pause, ignorer…',
  'attention.title': 'Pause, constats ignorés',
  'attention.choice': 'Que voulez-vous faire ?',
  'attention.snooze': 'Mettre les rappels en pause',
  'attention.snooze.means': 'D’ici là, ni mention ni rappel.',
  'attention.awake': 'Mettre fin à la pause des rappels',
  'attention.awake.means': 'Les mentions et les rappels reprennent.',
  'attention.ack': 'J’en ai pris connaissance : {findingName}',
  'attention.ack.means': 'Aucun rappel tant que cela dure.',
  'attention.unack': 'Reprendre les rappels : {findingName}',
  'attention.unack.means': 'Les rappels reprennent.',
  'attention.mute': 'Ignorer : {findingName}',
  'attention.mute.means': 'D’ici là, cela ne compte pas comme un problème.',
  'attention.unmute': 'Ne plus rien ignorer',
  'attention.unmute.means': 'Ce qui était ignoré compte à nouveau.',
  'attention.until': 'Pour combien de temps ?',
  'attention.until-change': 'Jusqu’au prochain changement (pause seulement)',
  'attention.until.needed': 'Choisissez une durée : on n’ignore rien sans échéance.',
  'attention.reason': 'Pourquoi ignorer ce constat ?',
  'attention.reason.needed': 'Indiquez pourquoi : la raison figure sur la fiche.',
  'team.undo': 'Annuler',
  'team.unacknowledged': 'Les rappels sur {hostname} reprennent.',
  'team.dialog.follow': 'Suivre',
  'team.dialog.follow.me': 'Me mentionner aussi',
  'message.no-mapping': 'Ce message ne mentionne aucun domaine mappé.',
});
