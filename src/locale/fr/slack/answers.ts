import type { answersEn } from '../../en/slack/answers.js';
import { translation } from '../../messages.js';

/** French: answers to commands and buttons. */
export const answersFr = translation<'fr', typeof answersEn>()({
  'hello.channel':
    'Bonjour ! Tapez `/domain map shop.example.com` ici pour mapper un domaine : sa fiche et ses mises à jour s’affichent dans ce canal. `/domain help` donne la liste des commandes.',
  'answer.working':
    'C’est en cours. Le résultat s’affichera ici ; si rien ne s’affiche d’ici une minute, réessayez : la demande n’a peut-être pas été enregistrée.',
  'mapped.refused': '{provider} a refusé {hostname}. Que faire : {card}.',
  'mapped.new': 'C’est parti pour {hostname} : {card}.',
  'mapped.before': '{hostname} est déjà mappé sur l’application {app} ({stage}) : {card}.',
  'mapped.record-possible': 'Il ne mène encore à aucun site : choisissez le sien.',
  'mapped.site':
    'L’enregistrement de domaine de {hostname} pour le site {site} est en cours de création dans Ultimate Multisite : {card}.',
  'mapped.record-by-hand':
    'Pour atteindre un site, il lui faut un enregistrement de domaine dans Ultimate Multisite : créez-le à la main, sous « Domains ». {where}',
  'mapped.record-impossible':
    'Ultimate Multisite n’accepte pas les domaines génériques (wildcard) : chaque nom a besoin de son propre enregistrement de domaine pour atteindre un site.',
  'moved.new': '{hostname} a été déplacé vers {channel} : {card}.',
  'moved.before': 'La fiche du domaine {hostname} est déjà dans {channel} : {card}.',
  'moved.pending':
    '{hostname} est en cours de déplacement vers {channel}. Sa fiche y apparaît dans un instant.',
  'mapped.card': 'ouvrir la fiche',
  'mapped.without-card':
    'Votre demande pour {hostname} est enregistrée et sa fiche apparaîtra dans {channel}. Si elle n’y est pas d’ici une minute, `/domain doctor` dit pourquoi.',
  'dialog.cancel': 'Annuler',

  'finding.severity.problem': ':x: *{finding}*',
  'finding.severity.warning': ':warning: {finding}',
  'finding.severity.note': ':information_source: {finding}',
  'finding.fix': '*Solution :* {fix}',
  'finding.only-at': 'Constaté seulement sur {addresses}, pas sur {others}.',
  'finding.more':
    '{count, plural, one {# autre constat} many {# d’autres constats} other {# autres constats}} : `/domain status {hostname}`',

  'status.findings': '*Ce que la vérification a trouvé*',
  'status.sees': ':hourglass_flowing_sand: le verra (heure prévue : {at})',
  'status.authoritative': '*Réponse DNS actuelle* (serveurs de noms)',
  'status.resolvers': '*Réponse DNS actuelle* (résolveurs publics)',
  'status.name-servers': 'Serveurs de noms : {servers}',
  'status.checked': 'Dernière vérification : {at}',
  'status.just-seen':
    ':eyes: *À l’instant :* {what} L’état changera si les prochaines vérifications le confirment.',
  'todo.wait-for-ssl.learned':
    'Rien à faire : le DNS est correct, {provider} peut donc émettre le certificat.',
  'usual.dns.since':
    'Chez {dnsProvider}, cela prend d’habitude {usual} ; ce domaine attend encore (début : {since}).',
  'usual.dns.for': 'Chez {dnsProvider}, cela prend d’habitude {usual} ; ce domaine attend depuis {waited}.',
  'usual.ssl.since':
    'Ici, un certificat prend d’habitude {usual} ; ce domaine attend encore (début : {since}).',
  'usual.ssl.for': 'Ici, un certificat prend d’habitude {usual} ; ce domaine attend depuis {waited}.',
  'usual.digest': '*Combien de temps cela prend ici*',
  'usual.digest.dns': 'DNS chez {dnsProvider} : d’habitude {usual}, 9 fois sur 10 en moins de {most}',
  'usual.digest.ssl': 'Certificats : d’habitude {usual}, 9 fois sur 10 en moins de {most}',
  'status.since': 'dans cet état depuis {duration}',
  'status.next': 'prochaine vérification : {at}',
  'status.card': 'ouvrir la fiche',
  'status.card-lost':
    'Je ne peux plus publier dans {channel} : la fiche n’y est plus mise à jour. Tapez `/domain move {hostname}` là où vous la voulez.',

  'overview.title':
    '*Qui doit agir* · {total, plural, one {# domaine} many {# de domaines} other {# domaines}}',
  'overview.counts':
    ':point_right: {agency} pour vous · :bust_in_silhouette: {customer} pour les clients · :office: {host} pour {provider} · :hourglass_flowing_sand: {underway} en cours · :white_check_mark: {ready, plural, one {# prêt} many {# de prêts} other {# prêts}}',
  'overview.urgent': '*Les plus urgents*',
  'overview.calm': ':white_check_mark: Personne n’a rien à faire pour l’instant.',
  'overview.hint':
    'Tapez `/domain status shop.example.com` pour vérifier un domaine, ou `/domain help` pour voir toutes les commandes.',

  'list.title': '{from}–{to} sur {total}',
  'list.line': '*{hostname}*  {stage}',
  'list.approval': 'suppression à approuver',
  'list.app': 'application {app}',
  'list.set-aside':
    '{count, plural, one {# domaine enregistré est illisible et n’apparaît pas} many {# de domaines enregistrés sont illisibles et n’apparaissent pas} other {# domaines enregistrés sont illisibles et n’apparaissent pas}} : `/domain doctor` dit pourquoi.',
  'list.empty': 'Aucun domaine mappé pour l’instant. Commencez par `/domain map shop.example.com`.',
  'list.nothing':
    'Aucun domaine ne correspond à « {filter} ». Filtrez par étape (par exemple `vérification dns`), personne, application, fournisseur DNS ou partie du nom d’hôte, ou choisissez :',
  'list.filter.stuck': 'Bloqués',
  'list.filter.waiting': 'En attente',
  'list.filter.failed': 'En échec',
  'list.filter.mine': 'Les miens',
  'list.filter.ready': 'Prêts',
  'list.previous': 'Précédent',
  'list.next': 'Suivant',

  'history.title': '*Historique du domaine {hostname}*',
  'history.line': '{at}  {what}',
  'history.message': 'message',

  'audit.title': '*Journal d’audit*',
  'audit.line': '{at}  *{hostname}*  {what}',
  'audit.nothing': 'Aucun événement ne correspond.',
  'audit.files': 'M’envoyer les fichiers CSV et JSON',
  'audit.attached':
    '{count, plural, one {# événement} many {# d’événements} other {# événements}}, du plus récent au plus ancien.',
  'audit.sent': 'C’est fait : les fichiers sont dans vos messages directs avec moi.',
  'audit.unknown': '{typed} n’est ni une date, ni une personne, ni un événement. {words}',
  'audit.meant': '{typed} n’est pas un événement. Vouliez-vous dire {command} ?',
  'audit.words':
    'Filtrez par période (`24h`, `7d`, `lundi`, `2026-11-20`), par personne (`@alice`, `me`, `system`) et par événement (`dns`, `ssl.issued`). L’ordre est libre ; au plus un filtre de chaque sorte.',
  'audit.verifying':
    'Comparaison des canaux avec les données enregistrées. Slack autorise une cinquantaine de fils par minute ; vous recevrez le résultat en message direct.',
  'audit.reading': '{threads} fils lus sur {of}…',
  'audit.sound':
    ':white_check_mark: Les canaux correspondent aux données enregistrées : {mappings, plural, one {# mappage} many {# de mappages} other {# mappages}}, {events, plural, one {# événement} many {# d’événements} other {# événements}}, {messages, plural, one {# message} many {# de messages} other {# messages}} ; rien ne manque, rien n’a été modifié ni ajouté.',
  'audit.sound-so-far':
    ':warning: Aucune différence, mais tout n’a pas pu être vérifié. Vérifiés : {mappings, plural, one {# mappage} many {# de mappages} other {# mappages}}, {events, plural, one {# événement} many {# d’événements} other {# événements}}, {messages, plural, one {# message} many {# de messages} other {# messages}}.',
  'audit.differs':
    ':warning: {differences, plural, one {# différence trouvée} many {# de différences trouvées} other {# différences trouvées}}. Vérifiés : {mappings, plural, one {# mappage} many {# de mappages} other {# mappages}}, {events, plural, one {# événement} many {# d’événements} other {# événements}}, {messages, plural, one {# message} many {# de messages} other {# messages}}.',
  'audit.out-of-reach':
    'Slack n’affiche plus {count, plural, one {le message d’un événement} many {les messages de # d’événements} other {les messages de # événements}}, à cause de votre forfait ou de la durée de conservation. Cela ne veut pas dire que quelqu’un les a supprimés.',
  'audit.unusable':
    '{count, plural, one {Le fichier d’un mappage n’a pas pu être lu et n’est pas pris en compte. Son nom est dans le journal.} many {Les fichiers de # mappages n’ont pas pu être lus et ne sont pas pris en compte. Leurs noms sont dans le journal.} other {Les fichiers de # mappages n’ont pas pu être lus et ne sont pas pris en compte. Leurs noms sont dans le journal.}}',
  'audit.unread':
    '{count, plural, one {Un canal contenant des fiches n’a pas pu être lu} many {# canaux contenant des fiches n’ont pas pu être lus} other {# canaux contenant des fiches n’ont pas pu être lus}}, car je n’en suis pas membre. Invitez-moi, puis relancez la vérification.',

  'unmap.title': 'Supprimer un mappage',
  'unmap.submit': 'Supprimer',
  'unmap.cancel': 'Conserver',
  'dialog.close': 'Fermer',
  'unmap.approve': 'Approuver',
  'unmap.decline': 'Refuser',
  'unmap.withdraw': 'Retirer ma demande',
  'unmap.approvers': '{approvers} : merci d’approuver ou de refuser.',
  'unmap.decision':
    '{decision, select, approved {:white_check_mark: Approuvée par {person}} declined {:no_entry: Refusée par {person}} withdrawn {Retirée par {person}} other {Personne ne l’a approuvée à temps}} · {at}',
  'approvals.on':
    'Vous recevez un message direct pour chaque suppression de mappage qui attend votre accord. Pour ne plus en recevoir, tapez `/domain approvals dm off`.',
  'approvals.off':
    'Vous ne recevez pas de message direct pour les suppressions qui attendent votre accord ; les fils vous mentionnent toujours. Pour en recevoir, tapez `/domain approvals dm on`.',
  'approvals.message':
    ':raised_hand: {person} veut supprimer le mappage du domaine {hostname} sur l’application {app}. Approuvez ou refusez {thread}. Échéance : {until}.',
  'approvals.thread': 'dans son fil',
  'unmap.waiting-own':
    'Vous avez demandé la suppression du mappage du domaine {hostname}. Une autre personne doit donner son accord dans son fil. Échéance : {until}. D’ici là, vous pouvez retirer votre demande ici. Pour y revenir, choisissez *Supprimer le mappage…* dans le menu de la fiche.',
  'unmap.waiting':
    '{person} a déjà demandé la suppression du mappage du domaine {hostname}. Une autre personne doit donner son accord dans son fil.',
  'unmap.record-goes':
    'Son enregistrement de domaine dans Ultimate Multisite (site {site}) sera aussi supprimé.',
  'unmap.record-stays':
    'Si Ultimate Multisite contient un enregistrement de domaine pour ce nom, supprimez-le à la main, sous « Domains ».',
  'unmap.needs-approval':
    'Une autre personne doit approuver la demande. Délai : {duration}. D’ici là, vous pouvez retirer votre demande depuis le même menu.',
  'unmap.question':
    'Retirer *{hostname}* de l’application {app} ? {provider} supprimera le domaine et ses visiteurs n’atteindront plus le site.',

  'help.title': '*Ce que je sais faire*',
  'help.hint':
    'Vous pouvez coller un nom d’hôte sous forme de lien. Tapez les domaines génériques (wildcard) comme ceci : `*.example.com`.',
  'command.map': 'ajoute un domaine chez {provider} et le suit jusqu’à ce qu’il soit prêt',
  'command.unmap': 'retire un domaine de {provider}, après confirmation',
  'command.move': 'déplace la fiche et le fil d’un domaine dans ce canal, ou dans celui que vous indiquez',
  'command.status':
    'vérifie un domaine tout de suite et affiche le résultat ; sans nom d’hôte, montre qui doit agir',
  'command.list':
    'liste les domaines, les plus urgents d’abord ; filtres : `stuck`, `waiting`, `failed`, `mine`, étape, application, fournisseur DNS ou partie du nom d’hôte',
  'command.check': 'vérifie un domaine tout de suite, et recommence depuis le début après un échec',
  'command.history': 'montre ce qui est arrivé à un domaine, qui l’a fait et quand, avec des liens',
  'command.audit':
    'pour les opérateurs : montre les événements de tous les domaines, avec des fichiers ; `audit verify` compare les canaux avec les données enregistrées',
  'command.sync': 'compare {provider}, Ultimate Multisite et le bot, et propose de corriger les écarts',
  'command.approvals':
    'pour les personnes qui peuvent approuver une suppression : active ou désactive les messages directs sur les demandes en attente',
  'command.settings':
    'pour les admins : change les vérifications, les délais, les rappels et les textes aux clients d’une application',
  'command.doctor':
    'vérifie que tout ce dont le bot a besoin fonctionne, et explique comment corriger ce qui ne fonctionne pas',
  'command.help': 'affiche cette liste, ou explique une commande',
});
