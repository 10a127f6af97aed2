import type { teamEn } from '../../en/slack/team.js';
import { translation } from '../../messages.js';

/** French: people who work together on a domain. */
export const teamFr = translation<'fr', typeof teamEn>()({
  'event.domain.assigned':
    ':bust_in_silhouette: {isOwn, select, true {{person} s’occupe maintenant du domaine {hostname}.} other {{person} a confié {hostname} à {assignee}.}}',
  'event.domain.unassigned':
    '{isOwn, select, true {{person} ne s’occupe plus du domaine {hostname}.} other {{person} a retiré {hostname} à {wasAssignee}. Plus personne ne s’en occupe.}}',
  'event.domain.followed': '{person} suit maintenant {hostname}.',
  'event.domain.unfollowed': '{person} ne suit plus {hostname}.',
  'event.note.changed':
    ':memo: {hasNote, select, true {Note de {person} sur {hostname} : {note}} other {{person} a supprimé la note sur {hostname}.}}',

  'event.domain.snoozed':
    ':zzz: {person} a mis les rappels en pause pour {hostname}. Reprise : {hasUntil, select, true {{until}} other {au prochain changement}}.',
  'event.domain.snooze_ended':
    ':alarm_clock: {why, select, time {{snoozedBy}, la pause des rappels que vous avez demandée pour {hostname} est terminée.} change {les rappels reprennent pour {hostname} : quelque chose a changé.} other {{person} a mis fin à la pause des rappels pour {hostname}.}}',
  'event.finding.acknowledged':
    ':eyes: {person} a pris connaissance de ce constat : {findingName}. Il n’y aura pas de rappel.',
  'event.finding.muted':
    ':mute: {person} ignore « {findingName} » sur {hostname}. Échéance : {until}. Raison : {muteReason}',
  'event.finding.unmuted': ':loud_sound: « {findingName} » n’est plus ignoré sur {hostname}.',

  'card.assigned': ':bust_in_silhouette: Confié à {assignee}',
  'card.followers': 'Suivi par : {people}',
  'card.take': 'Je m’en occupe',
  'card.team': 'Confier, suivre, annoter…',

  'command.assign':
    'vous confie un domaine, ou le confie à quelqu’un d’autre : les messages du bot mentionnent alors cette personne',
  'command.follow':
    'vous mentionne aussi quand un domaine est prêt ou demande une action ; `off` pour arrêter',
  'command.snooze':
    'met les rappels d’un domaine en pause pour une durée comme `3d` ou `12h` ou jusqu’à un jour de la semaine comme `lundi`, sinon jusqu’au prochain changement ; `off` pour les reprendre',
  'command.ack':
    'indique que vous connaissez le problème d’un domaine, pour que personne ne reçoive de rappel ; `off` pour rétablir les rappels',
  'command.mute':
    'ignore le problème d’un domaine pendant quelques jours, avec une raison ; `off` pour arrêter',
  'command.note': 'affiche une note pour l’équipe sur la fiche d’un domaine ; sans texte, la supprime',

  'team.assigned':
    '{isOwn, select, true {Vous vous occupez maintenant du domaine {hostname}.} other {{assignee} s’occupe maintenant du domaine {hostname}.}}',
  'team.unassigned': 'Plus personne ne s’occupe du domaine {hostname}.',
  'team.followed':
    'Le bot vous mentionnera aussi quand {hostname} sera prêt ou demandera une action. `/domain follow {hostname} off` pour arrêter.',
  'team.unfollowed': 'Vous ne suivez plus {hostname}.',
  'team.noted': 'La fiche du domaine {hostname} affiche maintenant la note : {note}',
  'team.note-removed': 'La fiche du domaine {hostname} n’a plus de note.',

  'card.snoozed':
    ':zzz: Rappels mis en pause par {person}. Reprise : {hasUntil, select, true {{until}} other {au prochain changement}}',
  'card.acknowledged': ':eyes: {person} a pris connaissance de ce constat : {findingName}',
  'card.muted': ':mute: Ignoré par {person} : {findingName} ({reason}). Échéance : {until}',

  'team.snoozed':
    'Rappels en pause pour {hostname}. Reprise : {hasUntil, select, true {{until}} other {au prochain changement}}.',
  'team.awake': 'Les rappels ne sont plus en pause pour {hostname}.',
  'team.acknowledged': 'Plus personne ne recevra de rappel sur {hostname} pour ce constat : {findingName}.',
  'team.muted': 'Ce constat est ignoré sur {hostname} : {findingName}. Échéance : {until}.',
  'team.unmuted': 'Plus rien n’est ignoré sur {hostname}.',

  'team.dialog.title': 'Confier, suivre, annoter',
  'team.dialog.submit': 'Enregistrer',
  'team.dialog.close': 'Annuler',
  'team.dialog.assignee': 'Qui s’en occupe',
  'team.dialog.assignee.hint':
    'Cette personne est mentionnée quand le domaine est prêt ou demande une action. Champ vide : la personne qui l’a demandé.',
  'team.dialog.note': 'Note pour l’équipe',

  'digest.title':
    ':newspaper: *{period, select, weekly {Résumé hebdomadaire de l’application {app}} other {Résumé quotidien de l’application {app}}}*',
  'settings.label.digest': 'Résumé dans le canal : qui doit agir, ce qui est prêt, ce qui expire',
  'settings.label.digest-hour': 'Heure du résumé',
  'settings.label.time-zone': 'Fuseau horaire du résumé et des heures calmes',
  'settings.name.digest': 'résumé',
  'settings.name.digest-hour': 'heure du résumé',
  'settings.name.time-zone': 'fuseau horaire',
  'settings.digest': '{value, select, daily {tous les jours} weekly {tous les lundis} other {désactivé}}',

  'problem.not-a-person':
    'Je ne trouve pas {typed}. Tapez `@` et choisissez la personne dans la liste de Slack, par exemple `/domain assign shop.example.com @alice`.',
  'problem.not-a-member':
    'Impossible de confier un domaine à {person} : les invités, les applications et les personnes d’autres espaces de travail ne peuvent pas utiliser le bot.',
  'problem.nothing-wrong': 'Tout va bien pour {hostname} en ce moment.',
  'problem.not-a-time':
    'Je ne comprends pas le délai {typed}. Tapez des jours, des heures ou un jour de la semaine, {most} jours au maximum, par exemple `/domain snooze shop.example.com 3d` ou `/domain snooze shop.example.com lundi`.',
  'problem.mute-reason':
    'Indiquez la durée et la raison, par exemple `/domain mute shop.example.com 30d migration le mois prochain`.',
  'problem.too-many-followers': '{most} personnes suivent déjà ce domaine, c’est le maximum.',
  'problem.note-too-long': 'La note est trop longue : la fiche affiche {most} caractères au maximum.',
});
