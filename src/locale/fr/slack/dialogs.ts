import type { dialogsEn } from '../../en/slack/dialogs.js';
import { translation } from '../../messages.js';

/** French: dialogs, lists of many domains, mentions and the Home tab. */
export const dialogsFr = translation<'fr', typeof dialogsEn>()({
  'map.dialog.title': 'Mapper des domaines',
  'map.dialog.submit': 'Continuer',
  'map.dialog.hostnames': 'Domaines',
  'map.dialog.hostnames.hint':
    'Un ou plusieurs, collés tels quels : liens, virgules et retours à la ligne conviennent.',
  'map.dialog.file': 'Ou un fichier CSV',
  'map.dialog.file.hint':
    'Jusqu’à 500 domaines, un par ligne. Les colonnes « app », « site » et « note » sont aussi utilisées.',
  'map.dialog.app': 'Application',
  'map.dialog.site': 'Site',
  'map.dialog.site.hint':
    'Crée l’enregistrement de domaine dans Ultimate Multisite, pour que les visiteurs atteignent ce site.',
  'map.dialog.site.for-all':
    'Tous ces domaines mèneront à ce site. Si chacun mène à un site différent, mappez-les un par un ou utilisez un fichier avec une colonne « site ».',
  'map.dialog.site.search': 'Rechercher par titre, adresse ou ID',
  'map.dialog.channel': 'Canal',
  'map.dialog.channel.hint': 'Les fiches y apparaissent.',
  'map.dialog.note': 'Note pour l’équipe',
  'map.dialog.none-found': 'Aucun domaine trouvé dans ce message. Tapez-le ici.',
  'map.dialog.needed': 'Tapez un domaine ou ajoutez un fichier.',
  'map.dialog.other-site':
    'Ce site fait partie du réseau de l’application {app}. Choisissez cette application, ou un autre site.',
  'message.help':
    'Interrogez-moi sur un domaine, par exemple `shop.example.com?`, ou tapez `/domain help` pour voir toutes les commandes.',
  'message.more':
    '{count, plural, one {Un autre domaine n’est pas affiché} many {# autres domaines ne sont pas affichés} other {# autres domaines ne sont pas affichés}}. Utilisez la recherche ou demandez-en dix à la fois au maximum.',
  'message.file': 'Que faire des domaines de {file} ? Vous verrez d’abord une simulation.',
  'message.file.map': 'Les mapper',
  'message.file.map-on': 'Mapper sur {app}',
  'message.file.check': 'Les vérifier',
  'message.file.unmap': 'Les supprimer…',
  'message.file.unread': 'Je ne peux pas lire {file}. Envoyez une liste de domaines en fichier CSV ou texte.',
  'message.no-dialog':
    'Cette commande ouvre une fenêtre, ce que Slack n’autorise qu’après une commande slash : tapez-la précédée de `/domain`.',
  'home.title': 'Domaines',
  'home.map': 'Mapper des domaines',
  'home.search': 'Rechercher',
  'home.search.label': 'Que cherchez-vous ?',
  'home.search.hint':
    'Une partie du domaine, une étape, une application, un fournisseur DNS, ou « stuck », « waiting », « mine ».',
  'home.settings': 'Réglages',
  'home.mine': '*Mes domaines*',
  'home.ready': '*Prêts cette semaine*',
  'home.expiring': '*Certificats qui expirent bientôt*',
  'home.expires': '{line} · expiration : {at}',
  'home.stages': '*Par étape*',
  'home.stage': '{stage} : {count}',
  'home.trend':
    'Ces 7 derniers jours, demandés : {requested} (la semaine précédente : {requestedBefore}) ; prêts : {done} (la semaine précédente : {doneBefore}).',
  'dialog.notice': 'Domaines',
  'dialog.working': 'Traitement en cours…',
  'dialog.done': 'C’est fait. Vous pouvez fermer cette fenêtre.',
  'dialog.close': 'Fermer',
  'dialog.back': 'Retour',
  'mapped.note-unused': 'Votre note n’a pas été ajoutée, car le domaine était déjà mappé : {note}',

  'batch.dialog.unmap.title': 'Supprimer des mappages',
  'batch.dialog.check.title': 'Vérifier des domaines',
  'batch.plan.title': 'Simulation',
  'batch.plan.none':
    'Rien à faire : {kind, select, map {aucune ligne ne contient de domaine à mapper} unmap {aucune ligne ne contient de mappage à supprimer} other {aucune ligne ne contient de domaine mappé}}.',
  'batch.plan.map':
    '*{ready, plural, one {# domaine sera mappé} many {# de domaines seront mappés} other {# domaines seront mappés}}* sur l’application {app}. Rien n’a encore changé.',
  'batch.plan.unmap':
    '*{ready, plural, one {# mappage sera supprimé} many {# de mappages seront supprimés} other {# mappages seront supprimés}}* : {provider} supprimera {ready, plural, one {le domaine et ses visiteurs n’atteindront} many {les domaines et leurs visiteurs n’atteindront} other {les domaines et leurs visiteurs n’atteindront}} plus le site. Rien n’a encore changé.',
  'batch.plan.check':
    '*{ready, plural, one {# domaine sera vérifié} many {# de domaines seront vérifiés} other {# domaines seront vérifiés}}*.',
  'batch.plan.approval': 'Une autre personne doit approuver la demande. Délai : {duration}.',
  'batch.plan.pace':
    'Durée estimée : {duration}, car {provider} limite le nombre de modifications par minute.',
  'batch.plan.more': '… et {count, plural, one {# autre} many {# d’autres} other {# autres}}',
  'batch.plan.submit':
    '{kind, select, map {Mapper {count}} unmap {{isProposed, select, true {Demander l’accord ({count})} other {Supprimer {count}}}} other {Vérifier {count}}}',
  'batch.forecast.ready':
    '{kind, select, map {:new: *Nouveaux* ({count})} unmap {:wastebasket: *À supprimer* ({count})} other {:mag: *À vérifier* ({count})}}',
  'batch.forecast.nothing':
    '{kind, select, map {:white_check_mark: *Déjà mappés* ({count})} other {:white_check_mark: *Suppression déjà en cours* ({count})}}',
  'batch.forecast.other-app': ':twisted_rightwards_arrows: *Sur une autre application* ({count})',
  'batch.forecast.repeated': ':heavy_minus_sign: *En double, ou nom www d’une autre ligne* ({count})',
  'batch.forecast.refused': ':no_entry: *Impossible* ({count})',
  'batch.line': '{hostname}',
  'batch.line.other-app': '{hostname} (application {app})',
  'batch.line.not-mapped': '{hostname} : pas mappé',
  'batch.line.refused': '{hostname} : {reason}',

  'batch.title':
    '*{kind, select, map {Mappage} unmap {Suppression du mappage} other {Vérification}} : {all, plural, one {# domaine} many {# de domaines} other {# domaines}}* pour {person}',
  'batch.progress':
    '{bar}  {finished} sur {all}{failed, plural, =0 {} one { · # échec} many { · # d’échecs} other { · # échecs}}{late, plural, =0 {} one { · # pas encore confirmé} many { · # pas encore confirmés} other { · # pas encore confirmés}}',
  'batch.ended':
    ':checkered_flag: {kind, select, map {{done, plural, one {# domaine mappé} many {# de domaines mappés} other {# domaines mappés}}} unmap {{done, plural, one {# mappage supprimé} many {# de mappages supprimés} other {# mappages supprimés}}} other {{done, plural, one {# domaine vérifié} many {# de domaines vérifiés} other {# domaines vérifiés}}}}{failed, plural, =0 {} one {, # échec} many {, # d’échecs} other {, # échecs}}{late, plural, =0 {} one {, # pas encore confirmé (voir sa fiche)} many {, # pas encore confirmés (voir leurs fiches)} other {, # pas encore confirmés (voir leurs fiches)}}{stopped, plural, =0 {} one {, # non commencé} many {, # non commencés} other {, # non commencés}}.',
  'batch.ended.stopped': 'Arrêté par {person}.',
  'batch.ended.declined': 'Refusé par {person}. Aucun mappage n’a été supprimé.',
  'batch.ended.expired': 'Personne n’a approuvé la demande à temps. Aucun mappage n’a été supprimé.',
  'batch.proposed':
    ':raised_hand: {person} veut supprimer ces mappages. Une autre personne doit donner son accord. Échéance : {until}.',
  'batch.approved': 'Approuvé par {person}.',
  'batch.stop': 'Arrêter',
  'batch.stop.title': 'Arrêter ici ?',
  'batch.stop.text':
    'Les domaines qui ne sont pas encore traités restent tels quels. Ce qui est fait reste fait.',
  'batch.stop.confirm': 'Arrêter',
  'batch.stop.deny': 'Continuer',
  'batch.file': 'Chaque ligne, avec son résultat.',
  'batch.started': 'C’est lancé. Suivez l’avancement dans {channel}.',
  'batch.started.direct': 'C’est lancé. Suivez l’avancement dans vos messages directs avec moi.',
  'batch.started.proposed': 'Approbation demandée. Suivez l’avancement dans {channel}.',
  'batch.file.line': 'ligne',
  'batch.file.typed': 'texte saisi',
  'batch.file.hostname': 'domaine',
  'batch.file.result': 'résultat',
  'batch.file.reason': 'raison',
  'batch.file.status': 'état',
  'batch.result.done': '{kind, select, map {mappé} unmap {mappage supprimé} other {vérifié}}',
  'batch.result.failed': 'échec',
  'batch.result.late': 'pas encore confirmé',
  'batch.result.stopped': 'non commencé',
  'batch.result.nothing': '{kind, select, map {déjà mappé} other {suppression déjà en cours}}',
  'batch.result.other-app': 'sur une autre application',
  'batch.result.repeated': 'en double, ou nom www d’une autre ligne',
  'batch.result.refused': 'refusé',
  'batch.result.open': 'en attente',

  'problem.provider-refused': '{provider} a refusé : {reason}',
  'problem.line-failed': 'Une erreur s’est produite sur cette ligne. Réessayez.',
  'problem.batch-empty': 'La liste ne contient aucun domaine.',
  'problem.batch-too-long':
    'La liste a {lines} noms d’hôte. Le maximum est de {most} à la fois : divisez-la et commencez par la première partie.',
  'problem.batch-busy':
    'Trop de listes sont en cours ({most}). Attendez que l’une d’elles se termine, puis réessayez.',
  'problem.batch-gone':
    'Cette liste n’est plus en attente : elle est terminée, ou elle a attendu plus d’un jour sans être lancée.',
  'problem.file':
    '{why, select, large {Le fichier est trop gros. La limite est de 1 Mo de texte : ne gardez que la colonne des domaines.} denied {Slack ne me laisse pas lire le fichier. Demandez à un admin de réinstaller l’application Slack pour qu’elle obtienne l’autorisation `files:read`, ou collez les domaines.} unseen {Je ne vois pas ce fichier. Partagez-le dans ce canal, dont je suis membre, ou choisissez-le dans la fenêtre de `/domain map`.} empty {Aucun domaine trouvé dans le fichier. Enregistrez-le en CSV, avec un domaine par ligne.} other {Le fichier n’a pas pu être lu depuis Slack. Réessayez, ou collez les domaines.}}',
});
