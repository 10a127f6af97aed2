import type { settingsEn } from '../../en/slack/settings.js';
import { translation } from '../../messages.js';

/** French: settings per channel, and the texts for customers. */
export const settingsFr = translation<'fr', typeof settingsEn>()({
  'settings.label.thread': 'Ce que disent les fils',
  'settings.label.quiet': 'Heures calmes, sans mention',
  'settings.label.quiet-from': 'Calme à partir de',
  'settings.label.quiet-to': 'Calme jusqu’à',
  'settings.label.quiet-days': 'Jours calmes toute la journée',
  'settings.label.quiet-urgent': 'Pendant les heures calmes, un site prêt qui ne fonctionne plus',
  'settings.name.thread': 'contenu des fils',
  'settings.name.quiet': 'heures calmes',
  'settings.name.quiet-from': 'début des heures calmes',
  'settings.name.quiet-to': 'fin des heures calmes',
  'settings.name.quiet-days': 'jours calmes toute la journée',
  'settings.name.quiet-urgent': 'sites en panne pendant les heures calmes',
  'settings.thread':
    '{value, select, all {chaque étape} problems {seulement les problèmes} other {les étapes clés}}',
  'settings.quiet':
    '{value, select, every_day {tous les jours} weekdays {du lundi au vendredi} weekends {samedi et dimanche} nights_and_weekends {du lundi au vendredi, et tout le week-end} other {désactivé}}',
  'settings.quiet-urgent': '{value, select, held {attend leur fin} other {est signalé aussitôt}}',
  'settings.channel':
    '*Canal {channel}.* Ces réglages valent pour les fiches de ce canal, avant ceux de leur application.',
  'settings.only-channel': 'Seulement pour ce canal',
  'settings.for-app': 'Réglages de l’application « {app} »',
  'settings.texts': 'Textes pour les clients',
  'settings.inherited': '{source, select, app {Application « {app} »} other {Par défaut}} : {standard}.',
  'settings.inherited-range':
    'De {canBeOff, select, true {0 (désactivé)} other {{least, number, ::group-off}}} à {most, number, ::group-off}. Vide : {standard} ({source, select, app {application « {app} »} other {valeur par défaut}}).',
  'settings.not-here': 'Pas de réglage propre au canal',
  'settings.here': 'Réglé ici. {inherited}',
  'settings.no-days': 'aucun',
  'settings.no-days-here': 'Aucun jour dans ce canal',
  'settings.channels': 'Certains canaux ont leurs propres réglages, qui y prévalent : {channels}',
  'settings.reported-here': 'Prend effet dès maintenant. Ce canal est informé du changement.',
  'settings.changed':
    ':gear: {person} a changé plusieurs réglages {scope, select, channel {du canal {forChannel}} other {de l’application {app}}} :',
  'settings.changed-line':
    '• {setting} : {isSame, select, true {{to} (inchangé)} other {{from} → {to}}}{isReset, select, true { ({scope, select, channel {plus de réglage propre au canal} other {valeur par défaut}})} other {}}',
  'event.customer_texts.changed':
    ':pencil2: {person} {isReset, select, true {a rétabli les textes habituels} other {a changé les textes}} pour les clients de l’application {app} en {languageName} : {parts}.',
  'event.digest.posted':
    ':newspaper: Le résumé de l’application {app} du {period} a été publié dans {forChannel}.',
  'texts.title': 'Textes pour les clients',
  'texts.preview': 'Aperçu',
  'texts.about':
    '*Application « {app} », {languageName}.* Un champ vide reprend le texte affiché en dessous. Vous pouvez utiliser {names} ; le bot les complète.',
  'texts.now': 'Habituel : {text}',
  'texts.nothing': '(rien)',
  'texts.tone': '{tone, select, formal {formel} other {amical}}',
  'texts.tone-usual': 'Habituel : {tone, select, formal {formel} other {amical}}',
  'texts.reset': 'Revenir aux textes habituels',
  'texts.reset.sure': 'Tout ce qui est écrit ici pour cette langue sera effacé.',
  'texts.shown': '*Aperçu, pas encore enregistré.* Voici à quoi ressemble maintenant un message :',
  'texts.again': 'Une autre modification ? L’aperçu s’affiche à nouveau avant l’enregistrement.',
  'texts.contested':
    ':warning: Quelqu’un d’autre a enregistré d’autres textes entre-temps. Si vous enregistrez, les vôtres remplaceront ceux-ci :',
  'texts.reported': 'Le canal de l’application est informé du changement.',
  'texts.problem.long': '{most} caractères au maximum.',
  'texts.problem.unknown': 'Le bot ne peut pas compléter {name}. Vous pouvez utiliser {names}.',
  'texts.problem.broken':
    'Une accolade manque ou est en trop. Écrivez {example} ; pour une accolade dans le texte, écrivez {quoted}.',
  'texts.problem.choice': 'Un choix a besoin d’une dernière partie pour tout le reste, comme dans {example}.',
  'texts.label.tone': 'Ton',
  'texts.label.subject': 'Objet',
  'texts.label.greeting': 'Salutation',
  'texts.label.signature': 'Signature',
  'texts.label.to-do': 'Quand le DNS doit changer',
  'texts.label.one-left': 'Quand une partie est déjà correcte',
  'texts.label.down': 'Quand le site ne fonctionne plus et que le client peut agir',
  'texts.label.expiring': 'Quand le certificat expire et que le client peut agir',
  'texts.label.refused': 'Quand l’hébergeur a refusé le domaine',
  'texts.label.down-ours': 'Quand le site ne fonctionne plus et que nous nous en occupons',
  'texts.label.expiring-ours': 'Quand le certificat expire et que nous nous en occupons',
  'texts.label.waiting': 'Quand le DNS est correct et que nous terminons',
  'texts.label.unsure': 'Tant que l’état n’est pas connu',
  'texts.label.works': 'Quand tout fonctionne',
  'texts.label.follow-up': 'Relance',
  'texts.label.one-click': 'Avant le lien qui fait les modifications',
  'texts.label.by-hand': 'Avant les étapes à la main',
  'texts.label.sign-in': 'Où se connecter',
  'texts.label.please': 'Avant les étapes',
  'texts.label.alternative': 'Là où aucun CNAME n’est possible',
  'texts.label.time': 'Combien de temps cela prend',
  'texts.label.waiting-time': 'Combien de temps l’ancienne page peut rester',
  'texts.label.reply': 'Demande de réponse',
});
