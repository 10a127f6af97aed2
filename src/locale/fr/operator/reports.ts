import type { reportsEn } from '../../en/operator/reports.js';
import { translation } from '../../messages.js';

/** French: what went wrong inside and outside, and how the parts of the bot are. */
export const reportsFr = translation<'fr', typeof reportsEn>()({
  'report.timed-out': '{name} n’a pas répondu à temps.',
  'report.unreachable': '{name} est injoignable ({code}).',
  'report.bad-certificate': '{name} présente un certificat qui n’est pas accepté ({code}).',
  'report.too-large': '{name} a envoyé une réponse trop volumineuse.',
  'report.broken-off': 'La connexion à {name} a été interrompue ({code}).',
  'report.key-refused-status': '{name} n’accepte pas la clé d’API (HTTP {status}).',
  'report.key-refused': '{name} n’accepte pas la clé d’API.',
  'report.http-status': '{name} a répondu par HTTP {status}.',
  'report.empty-answer': '{name} a envoyé une réponse vide.',
  'report.not-json': '{name} n’a pas répondu en JSON.',
  'report.unknown-form': '{name} a répondu dans un format inconnu.',
  'report.unknown-key-test': '{name} a répondu au test de la clé dans un format inconnu.',
  'report.refused-unsaid': '{name} a refusé sans dire pourquoi.',
  'report.refused': '{name} a refusé : {said}',
  'report.no-reason': 'sans indiquer de raison',
  'report.unknown-reason': 'raison inconnue',
  'report.unknown-list': 'La liste des domaines est dans un format inconnu.',
  'report.header-taken':
    'La clé et le secret sont bons, mais le serveur web retire l’en-tête Authorization. Laissez-le passer (Apache : `CGIPassAuth On`).',
  'report.unreadable-record': 'Ultimate Multisite a répondu par un enregistrement illisible.',
  'report.unreadable-site': 'Ultimate Multisite a répondu par un site illisible.',
  'report.no-list': 'La réponse d’Ultimate Multisite n’est pas une liste.',
  'report.endless-list': 'La liste d’Ultimate Multisite est sans fin.',
  'report.changing-list': 'La liste d’Ultimate Multisite a changé pendant la lecture.',
  'report.not-listed': 'Il n’est pas dans la liste d’Ultimate Multisite.',
  'report.no-api':
    'L’API REST d’Ultimate Multisite est absente : activez-la sous Settings > API & Webhooks et vérifiez que MULTISITE_URL est l’adresse principale du réseau.',
  'report.firewall':
    'Quelque chose devant Ultimate Multisite, comme un pare-feu, un mot de passe ou une autre extension, a répondu par HTTP {status} : laissez passer les requêtes vers {path}.',
  'report.no-such-key': 'Ultimate Multisite n’accepte pas cette clé (HTTP {status}).',
  'report.redirects':
    'Quelque chose devant Ultimate Multisite, comme un pare-feu, une page de connexion ou une autre extension, redirige les requêtes vers {address} (HTTP {status}) : laissez passer les requêtes vers {path}.',
  'report.redirects-to': 'MULTISITE_URL redirige vers {address} : indiquez cette adresse dans MULTISITE_URL.',
  'report.login-page':
    'WordPress renvoie les requêtes à son API vers la page de connexion : laissez passer {path} sans connexion.',
  'report.other-site': 'le domaine y appartient au site {site}.',
  'report.no-site': 'le réseau n’a pas de site {site}.',
  'report.no-rest': 'son API REST n’est plus configurée.',
  'report.unknown-app': 'l’application {app} n’est pas configurée',
  'report.slack-http': 'Slack a répondu par HTTP {status}',
  'report.slack-proxy': 'Slack est injoignable (le proxy a refusé)',
  'report.slack-unreachable': 'Slack est injoignable ({code})',
  'report.slack-silent': 'pas de réponse de Slack',
  'report.slack-wait': 'Slack demande d’attendre',
  'report.slack-says': 'Slack répond {error}',
  'report.slack-answered': 'Slack a répondu par {said}',
  'report.cannot-post': 'le bot ne peut pas y publier',
  'report.moved-card-gone': 'la fiche déplacée a été supprimée',
  'report.card-gone': 'Slack a publié une réponse dans le canal : sa fiche n’existe plus',
  'report.long-search': 'le canal a beaucoup de messages depuis : la recherche continue',
  'report.no-ts': 'Slack n’a pas donné de ts',
  'report.not-connected': 'non connecté',
  'report.no-tick': 'n’a pas encore tourné',
  'report.last-tick': 'dernier passage il y a {seconds} s',
  'report.unwritable': 'impossible d’y écrire',
  'report.silent': 'pas de réponse depuis {seconds} s',
  'report.check-failed': 'la vérification a échoué',
  'report.in-channel': 'canal {channel} : {why}',
  'report.late-check': 'vérification la plus en retard : {seconds} s',
  'report.late-event': 'événement non transmis le plus ancien : {seconds} s',
  'report.late-lane': 'tâche la plus en retard de la file {lane} : {seconds} s',
  'report.undeliverable': 'événements impossibles à publier : {counts}',
  'report.log-lines': '{count} lignes n’ont pas pu être écrites',
  'report.unusable-file': '{file} est inutilisable : {reason}',
  'report.unusable-files': '{file} et {count} autres sont inutilisables : {reason}',
  'report.newer-file':
    'écrit par une version plus récente du bot (schéma {schema} ; cette version connaît jusqu’à {known}). Rien n’y a été modifié : relancez la version plus récente.',
  'report.unknown-value':
    '{place} contient « {value} », que cette version ne connaît pas : une version plus récente l’a écrit, ou quelqu’un l’a modifié à la main. Rien n’y a été modifié : relancez la version plus récente, ou corrigez la valeur.',
  'report.settings-newer':
    'Réglages : {why} D’ici là, les valeurs par défaut s’appliquent et les réglages ne peuvent pas être modifiés.',
  'report.settings-damaged':
    '{file} dans {place} était endommagé : les valeurs par défaut s’appliquent. Il est conservé sous {kept} ; choisissez à nouveau les réglages dans Slack.',
  'report.settings-unusable':
    'Ces réglages enregistrés sont inutilisables et comptent comme non définis : {settings}. Tous les autres s’appliquent. Choisissez-les à nouveau dans Slack ; une copie de ce qui est illisible est conservée.',
  'report.settings-unreadable':
    'Impossible de lire les réglages enregistrés ({code}) : les valeurs par défaut s’appliquent et les réglages ne peuvent pas être modifiés. Faites de settings.json dans DATA_DIR un fichier que l’utilisateur du bot peut lire, ou vérifiez la base de données ; le bot les lira ensuite de lui-même.',
  'report.double-file': 'un fichier plus récent existe pour le mappage du domaine {hostname}',
  'report.other-file': 'un autre fichier est à sa place',
  'report.uninstalled':
    'l’application a été désinstallée : réinstallez-la, renseignez SLACK_BOT_TOKEN et redémarrez le bot',
  'report.token-revoked':
    'le jeton du bot a été révoqué : réinstallez l’application, renseignez SLACK_BOT_TOKEN et redémarrez le bot',
  'report.channel-archived':
    'il a été archivé, ses fiches ne changent donc plus : désarchivez-le, ou tapez `move` avec le nom d’hôte dans un autre canal',
  'report.channel-left':
    'le bot a été retiré, les fiches ne changent donc plus : réinvitez-le, ou tapez `move` avec le nom d’hôte dans un autre canal',
  'report.channel-deleted':
    'il a été supprimé avec ses fiches : tapez `move` avec le nom d’hôte dans un autre canal',
  'report.channel-unseen':
    'Slack ne le montre pas au bot, ses fiches ne changent donc plus : réinvitez le bot, ou tapez `move` avec le nom d’hôte dans un autre canal',
  'report.gone-at-once': '{gone} entrées sur {of} manquent d’un coup',
  'report.dnskey-algorithm': 'algorithme DNSKEY non pris en charge',
  'report.ds-digest': 'type d’empreinte DS non pris en charge',
  'report.dnssec-indeterminate': 'DNSSEC indéterminé',
  'report.dnssec-bogus': 'DNSSEC invalide',
  'report.signature-expired': 'signature expirée',
  'report.signature-early': 'signature pas encore valide',
  'report.dnskey-missing':
    'DNSKEY manquante : aucune clé ne correspond à l’enregistrement DS du bureau d’enregistrement',
  'report.rrsig-missing': 'RRSIG manquants : la zone n’est pas signée comme l’indique son enregistrement DS',
  'report.zone-key': 'bit de clé de zone absent',
  'report.nsec-missing': 'NSEC manquant : l’inexistence d’un nom n’est pas prouvée',
  'report.cached-error': 'erreur en cache',
  'report.not-ready': 'serveur pas encore prêt',
  'report.not-authoritative': 'ne fait pas autorité',
  'report.not-supported': 'non pris en charge',
  'report.no-authority': 'aucun serveur faisant autorité accessible',
  'report.network-error': 'erreur réseau entre le résolveur et les serveurs de noms',
  'report.invalid-data': 'données invalides',
  'report.nsec3-iterations': 'nombre d’itérations NSEC3 non pris en charge',
  'report.nothing-to-ask': 'aucune adresse à interroger',
  'report.no-answer': 'pas de réponse',
  'report.unknown-issuer': 'émetteur inconnu',
  'report.token-pair':
    'SLACK_APP_TOKEN appartient à l’application Slack {app} et SLACK_BOT_TOKEN à {own}, aucune commande n’arrive donc au bot : créez le jeton d’application dans l’application {own}',
  'report.bot-token-fix':
    'Copiez le jeton du bot depuis « OAuth & Permissions » de l’application Slack, et réinstallez l’application si elle a été supprimée.',
  'report.app-token-fix':
    'Créez un nouveau jeton d’application avec `connections:write` sous « Basic Information » de l’application Slack.',
  'report.token-refused': 'Slack n’accepte pas {variable} ({error}).',
});
