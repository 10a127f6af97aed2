import type { problemsEn } from '../../en/slack/problems.js';
import { translation } from '../../messages.js';

/** French: what was wrong with a request, and what to do instead. */
export const problemsFr = translation<'fr', typeof problemsEn>()({
  'hostname.empty': 'Ajoutez un nom d’hôte, par exemple `/domain map shop.example.com`.',
  'hostname.email-address':
    '{input} est une adresse e-mail. Tapez seulement le nom d’hôte, par exemple `shop.example.com`.',
  'hostname.has-credentials':
    'Ce lien contient un identifiant ou un mot de passe. Tapez seulement le nom d’hôte.',
  'hostname.ip-address': '{input} est une adresse IP. Tapez un nom d’hôte, par exemple `shop.example.com`.',
  'hostname.wildcard-not-first':
    'Dans {input}, le `*` est mal placé. Il ne peut être que la première partie entière, comme dans `*.example.com`.',
  'hostname.empty-label': '{input} commence par un point ou contient deux points de suite.',
  'hostname.label-too-long': '{label} dépasse 63 caractères, le maximum que le DNS autorise pour une partie.',
  'hostname.name-too-long': 'Ce nom d’hôte dépasse 253 caractères, le maximum que le DNS autorise.',
  'hostname.too-many-labels': '{input} a plus de 10 parties, trop pour un certificat.',
  'hostname.bad-characters':
    '{label} contient un caractère interdit dans un nom d’hôte. Utilisez des lettres, des chiffres et des tirets.',
  'hostname.hyphen-edge': '{label} commence ou finit par un tiret, ce que le DNS n’autorise pas.',
  'hostname.bad-punycode':
    '{input} n’est pas un nom de domaine internationalisé valide. Tapez-le dans sa propre écriture.',
  'hostname.single-label':
    '{input} n’est qu’une partie d’un nom d’hôte. Ajoutez l’extension, par exemple {example}.',
  'hostname.no-public-suffix': '{input} ne peut pas être public, car l’extension {suffix} n’existe pas.',
  'hostname.is-public-suffix':
    '{suffix} n’est pas un domaine en soi. Tapez un domaine enregistré sous cette extension.',
  'hostname.provider-internal':
    '{input} fait partie des noms propres à {provider} et fonctionne sans mappage. Tapez le nom d’hôte du client.',

  'problem.usage': 'Tapez la commande comme ceci : {usage}.',
  'problem.unknown-command': '{typed} n’est pas une commande. Tapez {help} pour les voir toutes.',
  'problem.did-you-mean': '{typed} n’est pas une commande. Vouliez-vous dire {command} ?',
  'problem.did-you-mean-usage': '{typed} n’est pas une commande. Vouliez-vous dire {usage} ?',
  'usage.run': 'Exécuter',
  'usage.hostname-missing': 'Ajoutez le nom d’hôte : {usage}.',
  'usage.one-hostname': 'Un seul nom d’hôte à la fois. Commencez par {command}.',
  'usage.one-hostname.note':
    'Un seul nom d’hôte à la fois : {listed} a été lu comme une liste. Commencez par {command}. Si la note commence par {next}, ne mettez qu’un espace avant.',
  'usage.too-many-hostnames': '{most} noms d’hôte à la fois au maximum. Commencez par {command}.',
  'usage.no-more-words': '{name} n’attend rien d’autre. Tapez {command}.',
  'usage.unknown-option': '{option} n’est pas une option de cette commande. Tapez {usage}.',
  'usage.split-hostname': 'Un nom d’hôte ne contient pas d’espaces. Vouliez-vous dire {command} ?',
  'usage.did-you-mean': '{option} n’est pas une option. Vouliez-vous dire {command} ?',
  'usage.value-missing': 'Il manque une valeur après {option} : {usage}.',
  'problem.outdated':
    'Cet élément vient d’une ancienne version de l’application Slack et ne fonctionne plus. Tapez `/domain help` pour voir ce que vous pouvez faire.',
  'problem.other-command':
    'La commande {typed} n’est pas prise en charge ici. Utilisez `/domain` ; `/domain help` donne la liste des commandes.',
  'problem.meant': 'Vouliez-vous dire {near} ?',
  'problem.not-mapped.near': '{hostname} n’est pas mappé. Vouliez-vous dire {near} ?',
  'problem.not-mapped': '{hostname} n’est pas mappé. Pour le mapper, tapez `/domain map {hostname}`.',
  'problem.being-removed':
    'Le mappage du domaine {hostname} est en cours de suppression. Recréez-le quand son fil indique que c’est terminé.',
  'problem.unreadable':
    'Le domaine {hostname} est enregistré, mais cette version du bot ne peut pas lire ses données. Rien n’a changé. Demandez à un admin de taper `/domain doctor`, qui dit pourquoi.',
  'problem.too-fast': 'Trop de demandes à la fois. Réessayez dans {duration}.',
  'problem.too-busy':
    'Le bot est occupé par d’autres vérifications : celle-ci n’a pas démarré. Réessayez dans une minute.',
  'problem.gone': 'Ce mappage n’existe plus.',
  'problem.permission':
    '{permission, select, map {mapper des domaines} unmap {supprimer des mappages} move {déplacer des fiches} approve {approuver une suppression de mappage} check {vérifier des domaines} audit {utiliser les commandes audit, sync et doctor} configure {modifier les réglages} assign {travailler sur des domaines} other {voir ces domaines}}',
  'problem.not-allowed':
    'Vous n’avez pas l’autorisation nécessaire pour {what}. {ask} peut le faire ou vous donner accès.',
  'problem.not-allowed.members':
    'Vous n’avez pas l’autorisation nécessaire pour {what}. Seuls les membres de cet espace de travail le peuvent.',
  'problem.nothing-here':
    'Il n’y a aucun domaine ici. Les invités et les personnes d’autres espaces de travail ne voient que les domaines du canal où ils se trouvent.',
  'problem.not-a-site':
    '{typed} n’est pas un ID de site : indiquez le numéro du site dans Ultimate Multisite.',
  'problem.site-search':
    '{why, select, none {Aucun site ne correspond à {typed}. Tapez une partie de son titre ou de son adresse, ou son ID.} several {Plusieurs sites correspondent à {typed}. Tapez davantage de son titre ou de son adresse, ou son ID.} other {La liste des sites est illisible pour le moment. Tapez l’ID du site, ou réessayez dans une minute.}}',
  'problem.wrong-channel': 'Les commandes ne fonctionnent que dans {channels}.',
  'problem.direct-message':
    'Les fiches ne peuvent pas être publiées dans les messages directs. Tapez la commande dans un canal dont je suis membre.',
  'problem.unusable-channel':
    '{place, select, uninvited {Je ne suis pas dans {channel}, rien n’a donc changé. Tapez-y `/invite @{bot}`, puis réessayez.} archived {{channel} est archivé, rien n’a donc changé. Utilisez un autre canal.} other {Slack n’a pas pu confirmer que je peux publier dans {channel}, rien n’a donc changé. Réessayez dans une minute.}}',
  'problem.other-channels': 'Les fiches ne peuvent être déplacées que vers {channels}.',
  'problem.not-a-channel':
    'Je ne trouve pas de canal {typed}. Tapez `#` et choisissez le canal dans la liste de Slack, par exemple `/domain move shop.example.com #general`.',
  'problem.shared-channel':
    '{channel} est partagé avec une autre organisation, dont les membres liraient les fiches. Rien n’a changé. Choisissez un autre canal, ou demandez à votre admin de définir CARDS_IN_SHARED_CHANNELS=true.',
  'problem.unsure':
    'Slack n’a pas pu confirmer votre identité, rien n’a donc changé. Réessayez dans une minute.',
  'problem.verifying': 'Une vérification est déjà en cours. Attendez qu’elle se termine.',
  'problem.own-request':
    'Cette demande vient de vous, une autre personne doit donc donner son accord. Vous pouvez la retirer.',
  'problem.not-own-request': 'Cette demande ne peut être retirée que par {person}. Vous pouvez la refuser.',
  'problem.not-open':
    'Cette demande n’est plus en attente. Tapez `/domain unmap` pour en faire une nouvelle.',
  'problem.own-domain':
    '{hostname} appartient au réseau de l’application {app} et fonctionne donc sans mappage.',
  'problem.on-other-app':
    '{hostname} est déjà mappé sur l’application {app}. Supprimez d’abord ce mappage : un nom d’hôte ne peut être que sur une seule application.',
  'problem.setting':
    'Saisissez un nombre entier de {least, number, ::group-off} à {most, number, ::group-off}, ou rien pour la valeur par défaut.',
  'problem.no-network':
    'L’API Ultimate Multisite n’est pas configurée pour l’application {app}, `--site` est donc inutilisable. Définissez MULTISITE_URL, MULTISITE_API_KEY et MULTISITE_API_SECRET, ou créez l’enregistrement de domaine à la main.',
  'problem.unknown-app': 'L’application {app} n’existe pas. Applications configurées : {apps}.',
  'problem.app-needed': 'Ajoutez l’application avec `--app NAME`. Applications configurées : {apps}.',
  'problem.messages-tab':
    'Je ne peux pas vous envoyer de messages directs, rien n’a donc été fait. Demandez à votre admin d’activer « Messages Tab » sous « App Home » dans les réglages de l’application Slack, puis réessayez.',
  'problem.took-too-long': 'Slack n’a pas reçu la réponse à temps. Réessayez.',
  'problem.incident':
    'Une erreur s’est produite. Votre demande n’a peut-être pas été enregistrée. Réessayez ; si le problème persiste, donnez cet identifiant d’incident à votre admin : `{incident}`',
});
