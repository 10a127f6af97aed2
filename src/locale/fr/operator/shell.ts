import type { shellEn } from '../../en/operator/shell.js';
import { translation } from '../../messages.js';

/** French: programs beside the bot: help, results, and what went wrong. */
export const shellFr = translation<'fr', typeof shellEn>()({
  'shell.help': 'Utilisation : closte-domain-bot <sous-commande>',
  'shell.help.more':
    'closte-domain-bot <sous-commande> --help explique l’une d’elles ; --version affiche la version.\nLes réglages viennent de l’environnement et de .env dans le dossier de travail ; .env.example les liste.',
  'shell.unknown':
    'La sous-commande « {name} » n’existe pas. Lancez closte-domain-bot --help pour toutes les voir.',
  'shell.did-you-mean': 'La sous-commande « {name} » n’existe pas. Vouliez-vous dire « {near} » ?',
  'shell.package-missing':
    '« {name} » a besoin du paquet {package}, que seul un clone du dépôt contient : lancez-le là, après « npm ci » sans « --omit=dev ».',
  'shell.summary.start': 'lance le bot jusqu’à SIGTERM',
  'shell.summary.doctor':
    'vérifie que tout ce dont le bot a besoin fonctionne, et dit comment corriger le reste',
  'shell.summary.check-domain':
    'vérifie des domaines une fois depuis le terminal, sans Slack ni données enregistrées : ce qui ne va pas et comment le corriger',
  'shell.summary.audit':
    'compare les canaux avec les données enregistrées, ou reconstruit des données perdues à partir d’eux',
  'shell.summary.domain-connect':
    'prépare le clic unique pour les clients : les modèles, la clé de signature et ce qui manque encore',
  'shell.summary.capacity':
    'mesure cette machine pendant une minute environ et dit combien de domaines elle supporte, et avec quoi',
  'shell.summary.store': 'met à jour la base de données, ou copie les données entre des fichiers et une base',
  'shell.summary.demo': 'lance le bot avec un Slack, un {provider} et des serveurs DNS sur cette machine',
  'shell.usage.start':
    'Utilisation : closte-domain-bot start\nLance le bot jusqu’à SIGTERM. Tout se règle par des variables d’environnement ; .env.example les liste.\n  --version   affiche la version\n  --help      affiche cette aide\n\nCode de sortie : 0 arrêté par un signal, 1 démarrage impossible ou plantage, 2 ligne de commande inutilisable.',
  'shell.usage.doctor':
    'Utilisation : closte-domain-bot doctor [options]\n  --json      sortie lisible par un programme\n  --fix       propose de corriger ce que doctor peut corriger, et demande avant chaque changement\n  --version   affiche la version\n  --help      affiche cette aide\n\nVérifie que tout ce dont le bot a besoin fonctionne, et dit comment corriger le reste. Code de sortie : 0 aucun problème, 1 des problèmes, 2 ligne de commande inutilisable.',
  'shell.usage.audit':
    'Utilisation : closte-domain-bot audit verify    compare les canaux avec les données, dans les deux sens\n              closte-domain-bot audit rebuild   reconstruit les données à partir des canaux si DATA_DIR est perdu\n\nCode de sortie : 0 tout est bon, 1 quelque chose diffère, est perdu ou illisible, 2 ligne de commande inutilisable.',
  'shell.usage.check-domain':
    'Utilisation : closte-domain-bot check-domain <nom>… [options]\n  -                lit les noms sur l’entrée standard, séparés par des espaces ou des lignes\n  --target LISTE   vers quoi le DNS doit pointer, au lieu de la cible de l’application : adresses et hôtes, séparés par des virgules\n  --app NOM        application dont la cible et les réglages comptent, s’il y en a plusieurs\n  --json           un objet JSON par ligne et par vérification (docs/checks.md)\n  --repeat N       vérifie N fois, de 1 à 1000\n  --follow         vérifie jusqu’à ce que tout soit bon\n  --interval S     secondes entre deux vérifications, de 1 à 86400 ; sinon le rythme du bot\n\nVérifie des domaines comme le bot, sans Slack ni données enregistrées. Lit les réglages de DNS,\nTLS et applications dans l’environnement et .env ; aucun jeton requis. Code de sortie : 0 tout est bon, 1 quelqu’un doit\nagir ou attendre, 2 ligne de commande, nom ou réglage inutilisable, 3 vérification impossible.\nExemple : closte-domain-bot check-domain shop.example.com --target 203.0.113.10',
  'shell.usage.domain-connect':
    'Utilisation : closte-domain-bot domain-connect template [--app NOM] [--revision N] [--logo URL] [--folder DOSSIER]\n                écrit les modèles d’une application, à publier sur https://github.com/Domain-Connect/Templates\n              closte-domain-bot domain-connect keys [--out FICHIER]\n                crée la clé qui signe les liens, et montre les enregistrements TXT de sa partie publique\n              closte-domain-bot domain-connect check [--domain DOMAINE]\n                dit ce qui manque encore ; avec le domaine d’un client, interroge aussi son fournisseur DNS\n\nCode de sortie : 0 terminé, et rien ne manque, 1 quelque chose manque ou a échoué, 2 ligne de commande inutilisable.\nExemple : closte-domain-bot domain-connect check --domain example.com',
  'shell.usage.capacity':
    'Utilisation : closte-domain-bot capacity --mappings N --interval S [--json]\n  --mappings N   nombre de domaines à gérer\n  --interval S   secondes entre deux vérifications d’un domaine\n  --json         sortie lisible par un programme\n\nMesure cette machine pendant une minute environ et dit combien de domaines elle supporte, et avec quoi.\nCode de sortie : 0 un processus suffit, 1 il ne suffit pas, 2 ligne de commande inutilisable, 3 mesure impossible.',
  'shell.usage.demo':
    'Utilisation : closte-domain-bot demo\nLance le bot avec un Slack, un {provider} et des serveurs DNS sur cette machine, et affiche l’adresse d’une page qui joue Slack.\nIl faut un clone du dépôt avec les paquets de développement. SANDBOX_PORT est le port de la page, 8080 par défaut.\n\nCode de sortie : 0 arrêté par un signal, 1 démarrage impossible.',
  'shell.usage.store':
    'Utilisation : closte-domain-bot store migrate\n         met à jour le schéma de la base, comme au démarrage\n       closte-domain-bot store copy --from A --to B\n         copie les données vers une destination vide et les compare ;\n         A et B sont DATA_DIR, DATABASE_URL, un dossier ou postgres://… ; aucun bot ne doit les utiliser pendant ce temps\n\nCode de sortie : 0 terminé, 1 échec, 2 ligne de commande inutilisable.\nExemple : closte-domain-bot store copy --from DATA_DIR --to DATABASE_URL',
  'shell.store.no-database':
    'DATABASE_URL n’est pas définie : les fichiers de DATA_DIR sont mis à jour à la lecture.',
  'shell.store.migrated': 'La base de données ({database}) est à jour. Étapes effectuées : {count}.',
  'shell.audit.database-not-empty':
    'La base de données ({database}) contient encore des mappages, comme {hostname}. Indiquez d’abord une base vide : ils se mélangeraient à ce que disent les canaux.',
  'shell.see-help': 'Voyez closte-domain-bot {name} --help.',
  'shell.config': 'Le bot ne peut pas démarrer avec cette configuration :',
  'shell.problem': '{variable} {why}. {fix}',
  'shell.sign.ok': 'ok',
  'shell.sign.problem': 'PROBLÈME',
  'shell.sign.note': 'note',
  'shell.sign.unchecked': 'non vérifié',
  'shell.sign.missing': 'manquant',
  'shell.unfinished': 'doctor n’a pas pu terminer : {why}',
  'shell.question': '{question} [o/N]',
  'shell.audit.unreadable': 'Impossible de lire {file} : {reason}',
  'shell.audit.out-of-reach':
    '{count, plural, one {# événement est} many {# d’événements sont} other {# événements sont}} hors de portée : Slack n’en montre plus les messages, à cause de votre forfait ou de la durée de conservation.',
  'shell.audit.unread': 'Impossible de lire le canal {channel} : invitez-y le bot.',
  'shell.audit.verified':
    'Mappages : {mappings}. Événements : {events}. Messages : {messages}. Écarts : {differences}.',
  'shell.audit.duplicated':
    '{hostname} : deux mappages actifs dans les canaux ; le plus récent a été écarté.',
  'shell.audit.lost':
    '{hostname} : sa fiche a été supprimée, impossible de le reconstruire. Mappez-le à nouveau.',
  'shell.audit.limited':
    'Canal {channel} : Slack masque ce qui est antérieur {hasTime, select, true {au {at}} other {à ce que montre votre forfait}} ; les mappages d’avant sont hors de portée.',
  'shell.audit.rebuilt': 'Reconstruits : {count}. Perdus : {lost}.',
  'shell.audit.not-empty':
    'DATA_DIR ({folder}) contient encore des mappages, comme {hostname}. Écartez d’abord son dossier « mappings » : il se mélangerait à ce que disent les canaux.',
  'shell.key.made':
    'La clé est dans {path}, que vous seul pouvez lire. Indiquez son chemin dans DOMAIN_CONNECT_KEY_FILE et gardez-la secrète.',
  'shell.key.records': 'Ajoutez ces enregistrements TXT à {name} :',
  'report.reading': '{threads} fils lus sur {of}',
  'report.no-app': 'L’application {app} n’existe pas. Configurées : {apps}.',
  'report.which-app': 'Indiquez l’application avec --app : {apps}.',
  'report.no-input': 'Il n’y a aucun nom sur l’entrée standard.',
  'report.long-input': 'L’entrée standard dépasse 1 Mio.',
  'report.name-hostname': 'Indiquez au moins un nom, ou - pour l’entrée standard.',
  'report.repeat-or-follow': 'Utilisez --repeat ou --follow, pas les deux.',
  'report.option-value': 'La valeur de {option} {why}.',
  'report.unreadable-value': 'est illisible',
  'report.unknown-option': 'L’option {option} n’existe pas.',
  'report.option-needs-value': 'L’option {option} a besoin d’une valeur.',
  'report.option-without-value': 'L’option {option} ne prend pas de valeur.',
  'report.no-argument': 'Argument inattendu : {argument}.',
  'report.name-target': 'Indiquez avec --target vers quoi le DNS doit pointer, ou définissez {variable}.',
  'report.name-one': 'Indiquez l’un de ceux-ci : {options}.',
  'report.revision': 'L’option --revision prend un nombre entier à partir de 1.',
  'report.key-exists':
    '{path} existe déjà. Indiquez-le dans DOMAIN_CONNECT_KEY_FILE, ou choisissez un autre fichier avec --out.',
  'report.domain-option': 'L’option --domain prend un domaine, tel que example.com.',
  'report.agency-missing':
    'DOMAIN_CONNECT_ID est absente. Indiquez le domaine de votre agence, tel que agency.example.',
  'report.dot-env': 'Impossible de lire .env. Autorisez l’utilisateur du bot à le lire, ou supprimez-le.',
  'report.dot-env-code':
    'Impossible de lire .env ({code}). Autorisez l’utilisateur du bot à le lire, ou supprimez-le.',
  'report.dot-env-line': 'La ligne {line} de .env n’est pas NOM=valeur. Corrigez-la, ou mettez « # » devant.',
  'report.your-id': 'votre ID est {id}',
  'report.app-templates': 'l’application {app} a les modèles {ids}',
  'report.unsigned-links':
    'les liens ne sont pas signés, les fournisseurs peuvent donc les refuser ou avertir : créez une clé avec « closte-domain-bot domain-connect keys »',
  'report.lookup-failed': 'impossible de rechercher {host} : réessayez',
  'report.key-published': 'la clé publique est publiée à {host}',
  'report.key-unpublished':
    'la clé publique n’est pas publiée à {host} : ajoutez les enregistrements TXT que montre « closte-domain-bot domain-connect keys », et aucun autre',
  'report.no-return':
    'les clients voient la dernière page du fournisseur, et le fil n’est pas informé : renseignez PUBLIC_URL',
  'report.return-to': 'les clients reviennent à {address}',
  'report.no-domain-connect': 'le fournisseur DNS du domaine {host} ne prend pas en charge Domain Connect',
  'report.provider-silent': 'impossible d’interroger le fournisseur DNS du domaine {host} : réessayez',
  'report.no-consent': '{name} n’a pas de page où les clients acceptent',
  'report.has-template': '{name} a le modèle {id}',
  'report.lacks-template': '{name} n’a pas encore le modèle {id}',
  'report.template-silent': 'impossible d’interroger {name} sur {id} : réessayez',
  'report.d-missing': 'manquant : {hostname} {event} n’a jamais été publié dans le canal ({place})',
  'report.d-deleted': 'supprimé : {hostname} {event} avait un message, qui a été supprimé ({place})',
  'report.d-edited': 'modifié : {hostname} {event} a un message qui a été modifié ({place})',
  'report.d-altered': 'altéré : {hostname} {event} a un message qui dit autre chose ({place})',
  'report.d-duplicated': 'en double : {hostname} {event} a été publié deux fois ({place})',
  'report.d-foreign':
    'étranger : {hostname} {event} est revendiqué par un message d’une autre application ({place})',
  'report.d-unknown': 'inconnu : {hostname} {event} est dans le canal, mais pas dans les données ({place})',
  'report.d-broken': 'rompu : {hostname} {event} ne suit pas l’événement précédent ({place})',
  'report.d-out-of-order':
    'désordonné : {hostname} {event} a été publié après un événement plus récent ({place})',
});
