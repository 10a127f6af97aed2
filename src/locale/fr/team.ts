import type { teamEn } from '../en/team.js';
import { translation } from '../messages.js';

/** French: people who work together on a domain. */
export const teamFr = translation<'fr', typeof teamEn>()({
  'event.domain.assigned':
    ':bust_in_silhouette: {isOwn, select, true {{person} s’occupe maintenant de {hostname}.} other {{person} a confié {hostname} à {assignee}.}}',
  'event.domain.unassigned': '{person} a retiré {hostname} à {wasAssignee}. Plus personne ne s’en occupe.',
  'event.domain.followed': '{person} suit aussi {hostname}.',
  'event.domain.unfollowed': '{person} ne suit plus {hostname}.',
  'event.note.changed':
    ':memo: {hasNote, select, true {Note de {person} sur {hostname} : {note}} other {{person} a supprimé la note sur {hostname}.}}',

  'card.assigned': ':bust_in_silhouette: Confié à {assignee}',
  'card.followers': 'Suivi aussi par : {people}',
  'card.take': 'Je m’en occupe',
  'card.team': 'Confier, annoter…',
  'card.follow': 'Suivre / ne plus suivre',

  'command.assign':
    'vous confie un domaine, ou le confie à quelqu’un d’autre : les messages du bot mentionnent alors cette personne',
  'command.follow':
    'vous mentionne aussi quand un domaine est prêt ou demande une action ; `off` pour arrêter',
  'command.note': 'affiche une note pour l’équipe sur la fiche d’un domaine ; sans texte, la supprime',

  'team.assigned':
    '{isOwn, select, true {Vous vous occupez maintenant de {hostname}.} other {{assignee} s’occupe maintenant de {hostname}.}}',
  'team.unassigned': 'Plus personne ne s’occupe de {hostname}.',
  'team.followed':
    'Le bot vous mentionnera aussi quand {hostname} sera prêt ou demandera une action. `/domain follow {hostname} off` pour arrêter.',
  'team.unfollowed': 'Vous ne suivez plus {hostname}.',
  'team.noted': 'La fiche de {hostname} affiche maintenant la note : {note}',
  'team.note-removed': 'La fiche de {hostname} n’a plus de note.',

  'team.dialog.title': 'Confier, annoter',
  'team.dialog.submit': 'Enregistrer',
  'team.dialog.close': 'Annuler',
  'team.dialog.assignee': 'Qui s’en occupe',
  'team.dialog.assignee.hint':
    'Cette personne est mentionnée quand le domaine est prêt ou demande une action. Champ vide : la personne qui l’a demandé.',
  'team.dialog.note': 'Note pour l’équipe',

  'problem.not-a-person':
    'Je ne trouve pas {typed}. Tapez `@` et choisissez la personne dans la liste de Slack, par exemple `/domain assign shop.example.com @alice`.',
  'problem.not-a-member':
    'Impossible de confier un domaine à {person} : les invités, les applications et les personnes d’autres espaces de travail ne peuvent pas utiliser le bot.',
  'problem.too-many-followers': '{most} personnes suivent déjà ce domaine, c’est le maximum.',
  'problem.note-too-long': 'La note est trop longue : la fiche affiche {most} caractères au maximum.',
});
