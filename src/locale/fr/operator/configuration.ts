import type { configurationEn } from '../../en/operator/configuration.js';
import { translation } from '../../messages.js';

/** French: what is wrong with a setting, and what to do. */
export const configurationFr = translation<'fr', typeof configurationEn>()({
  'wrong.too-many': 'contient plus de {most} entrées',
  'wrong.not-whole': 'n’est pas un nombre entier',
  'wrong.out-of-range': 'n’est pas compris entre {least} et {most}',
  'wrong.not-filled': 'n’est pas renseigné',
  'wrong.prefix': 'ne commence pas par « {prefix} »',
  'wrong.token-character': 'contient un caractère qu’aucun jeton n’a',
  'wrong.app-token': 'contient un jeton d’application, qui va dans SLACK_APP_TOKEN',
  'wrong.bot-token': 'contient un jeton de bot, qui va dans SLACK_BOT_TOKEN',
  'wrong.user-token': 'contient un jeton d’utilisateur',
  'wrong.rotating-token':
    'contient un jeton qui expire sous 12 heures, car la rotation des jetons est activée, ce qui est irréversible : créez une nouvelle application avec manifest.json',
  'wrong.other-secret': 'contient un signing secret ou un client secret',
  'wrong.not-secret': 'contient un jeton, et non le signing secret',
  'wrong.not-url': 'n’est pas une URL http(s), ou contient des identifiants, une requête ou un fragment',
  'wrong.not-address': 'n’est pas une adresse d’écoute',
  'wrong.no-pem': 'ne contient aucun certificat PEM',
  'wrong.bad-pem': 'contient un certificat illisible (numéro {number})',
  'wrong.not-boolean': 'n’est ni true ni false',
  'wrong.not-slack-id': 'contient autre chose qu’un ID d’utilisateur ou de groupe d’utilisateurs',
  'wrong.no-authority': 'ne nomme aucune autorité',
  'wrong.not-authority': 'contient autre chose que le domaine d’une autorité',
  'wrong.not-command': 'n’est pas une commande slash',
  'wrong.not-channel': 'n’est pas un ID de canal',
  'wrong.not-channels': 'contient autre chose qu’un ID de canal',
  'wrong.no-target': 'ne nomme aucune cible',
  'wrong.not-target': 'contient autre chose qu’une adresse IP ou un hôte (entrée {number})',
  'wrong.no-resolver': 'ne nomme aucun résolveur',
  'wrong.not-resolver': 'contient autre chose que `nom=ip` ou `nom=ip:port` (entrée {number})',
  'wrong.not-webhook-token': 'ne se compose pas de 24 à 200 lettres, chiffres, traits d’union et tirets bas',
  'wrong.not-database': 'n’est pas une URL postgres://',
  'wrong.not-absolute': 'n’est pas un chemin absolu',
  'wrong.not-language': 'n’est pas une langue du bot',
  'wrong.not-www': 'n’est pas une règle pour les noms www',
  'wrong.key-character': 'contient une espace, un guillemet ou un autre caractère qu’aucune clé ne contient',
  'wrong.not-key': 'n’est pas une clé : 8 à 200 caractères sans espaces',
  'wrong.channel-needed': 'est absente : les domaines du réseau ont besoin d’un canal',
  'wrong.url-needed': 'est absente : sans elle, les noms du réseau ressemblent à ceux des clients',
  'wrong.rest-needed': 'est absente, alors que le reste de l’API REST est renseigné',
  'wrong.not-ip': 'est absente, et {constant} n’est pas une adresse IP',
  'wrong.unread-wp-config': 'est absente, et le bot ne peut pas lire {file}',
  'wrong.not-in-wp-config': 'est absente, et {file} ne définit pas {constant}',
  'wrong.by-code': 'est absente, et wp-config.php définit {constant} par du code, qui n’est pas exécuté',
  'wrong.by-code-both':
    'est absente, et wp-config.php définit {constant} et {other} par du code, qui n’est pas exécuté',
  'wrong.not-app-name': 'ne se compose pas de 1 à 40 minuscules, chiffres et traits d’union',
  'wrong.none-of': 'ne figure pas parmi {options}',
  'wrong.unreadable-file': 'indique un fichier qui n’existe pas ou que le bot ne peut pas lire',
  'wrong.file-not-json': 'n’est pas en JSON',
  'wrong.in-file': 'contient une erreur : {place} {why}',
  'wrong.app-field': 'contient l’application {app}, dont {field} {why}. {fix}',
  'wrong.not-text': 'n’est pas du texte',
  'wrong.empty': 'est vide',
  'wrong.not-scalar': 'n’est ni du texte, ni un nombre, ni true ou false',
  'wrong.not-secret-or-env': 'n’est ni du texte ni un objet avec « env »',
  'wrong.not-list': 'n’est pas une liste',
  'wrong.unknown-field': 'n’est pas un réglage connu',
  'wrong.two-apps': 'contient deux applications nommées {app}',
  'wrong.shared-key': 'donne à l’application {app} la clé d’une autre',
  'wrong.shared-webhook-token': 'donne à l’application {app} le jeton de webhook d’une autre',
  'wrong.not-level': 'n’est pas un niveau',
  'wrong.comment':
    'est vide, car « # » commence un commentaire dans .env : mettez la valeur entre guillemets',
  'wrong.both-missing': 'est absente, ainsi que SLACK_SIGNING_SECRET',
  'wrong.missing-but': 'est absente, mais {given} est définie',
  'wrong.misspelt': 'Le réglage {given} n’existe pas. S’il s’agit de {meant}, renommez-le.',
  'wrong.missing': 'est absente',
  'wrong.not-object': 'n’est pas un objet JSON',
  'wrong.not-domain': 'n’est pas un domaine',
  'wrong.not-label': 'n’est pas un label DNS en minuscules',
  'wrong.not-service': 'ne se compose pas de 1 à 63 minuscules, chiffres, points et traits d’union',
  'wrong.too-long': 'dépasse {most} caractères',
  'wrong.id-needed': 'est absente, alors que la clé est renseignée',
  'wrong.not-rsa': 'contient une clé qui n’est pas RSA',
  'wrong.short-key': 'contient une clé de {bits} bits',
  'wrong.no-private-key': 'ne contient aucune clé privée au format PEM',
  'wrong.not-proxy': 'n’est pas l’URL d’un proxy HTTP',
  'wrong.not-app-id': 'ne se compose pas de 24 chiffres hexadécimaux',
  'wrong.retired': '{place} n’est plus utilisée : {why}. Supprimez-la.',
  'wrong.logs-in-utc': 'WordPress journalise en UTC',
  'wrong.no-icu': 'n’est pas un message ICU ({why})',
  'wrong.unknown-parameter': 'nomme {parameter}, qui ne figure pas parmi {parameters}',
  'variable.SLACK_BOT_TOKEN':
    'Copiez le jeton du bot (xoxb-…) depuis « OAuth & Permissions » de l’application Slack.',
  'variable.SLACK_APP_TOKEN':
    'Créez un jeton d’application (xapp-…) avec `connections:write` sous « Basic Information », ou supprimez-la et renseignez SLACK_SIGNING_SECRET.',
  'variable.SLACK_SIGNING_SECRET':
    'Copiez le signing secret depuis « Basic Information », ou renseignez SLACK_APP_TOKEN pour le Socket Mode.',
  'variable.SLACK_API_URL': 'Supprimez-la, ou indiquez une base telle que https://slack.com/api/.',
  'variable.SLACK_CHANNEL':
    'Indiquez un ID de canal tel que C0123456789 ; il est à la fin des détails du canal.',
  'variable.HOST': 'Indiquez une adresse d’écoute, telle que 0.0.0.0 ou 127.0.0.1.',
  'variable.PORT': 'Indiquez un port de 0 à 65535.',
  'variable.PUBLIC_URL':
    'Indiquez l’adresse à laquelle le bot est joignable, telle que https://bot.example.com, ou supprimez-la.',
  'variable.HTTPS_PROXY': 'Indiquez une URL telle que http://proxy.example.com:3128, ou supprimez-la.',
  'variable.HTTP_PROXY': 'Indiquez une URL telle que http://proxy.example.com:3128, ou supprimez-la.',
  'variable.NO_PROXY': 'Listez les hôtes à joindre directement, séparés par des virgules.',
  'variable.WP_CONFIG_FILE': 'Indiquez un wp-config.php que le bot peut lire.',
  'variable.CLOSTE_APPS_FILE': 'Corrigez le fichier ; son format est décrit dans docs/multisite.md.',
  'variable.WWW_POLICY': 'Utilisez always, main_only ou never.',
  'variable.MULTISITE_URL': 'Indiquez l’adresse du réseau, telle que https://network.example.com.',
  'variable.MULTISITE_API_KEY': 'Copiez la clé d’API depuis Ultimate Multisite > Settings > API & Webhooks.',
  'variable.MULTISITE_API_SECRET':
    'Copiez le secret d’API depuis Ultimate Multisite > Settings > API & Webhooks.',
  'variable.MULTISITE_SYNC_INTERVAL': 'Indiquez des secondes, de 10 à 86400.',
  'variable.MULTISITE_SET_STAGE':
    'Écrivez true pour que le bot corrige les étapes dans Ultimate Multisite, ou supprimez-la.',
  'variable.MULTISITE_OWN_SUBDOMAINS':
    'Écrivez true pour suivre aussi les sites des sous-domaines du réseau, ou supprimez-la.',
  'variable.MULTISITE_WEBHOOK_TOKEN':
    'Inventez-en un que personne ne peut deviner, par exemple avec : openssl rand -hex 24.',
  'variable.MULTISITE_LOGS': 'Indiquez le chemin absolu du dossier wp-content/uploads/wu-logs.',
  'variable.CUSTOMER_TEMPLATE': 'Écrivez-la comme le montre docs/customer-message.md, ou supprimez-la.',
  'variable.CUSTOMER_REMINDER_DAYS': 'Indiquez des jours, de 1 à 90, ou 0 pour aucun rappel.',
  'variable.DATABASE_URL':
    'Indiquez l’URL d’une base PostgreSQL, telle que postgres://bot:password@db.example.com/domains, ou supprimez-la. Écrivez les caractères spéciaux du mot de passe sous forme de codes (%23 pour #, %2F pour /).',
  'variable.DATA_DIR': 'Indiquez un dossier pour les données.',
  'variable.AUDIT_RETENTION_DAYS': 'Indiquez des jours, de 1 à 3650, ou supprimez-la pour tout conserver.',
  'variable.DNS_CHECK_INTERVAL': 'Indiquez des secondes, de 10 à 3600.',
  'variable.DNS_DEADLINE_HOURS': 'Indiquez des heures, de 1 à 720.',
  'variable.SSL_DEADLINE_MINUTES': 'Indiquez des minutes, de 5 à 10080.',
  'variable.CERTIFICATE_AUTHORITIES':
    'Listez les autorités comme les nomment les enregistrements CAA, telles que letsencrypt.org, séparées par des virgules.',
  'variable.DNS_RESOLVERS':
    'Écrivez-les sous la forme `nom=ip` ou `nom=ip:port`, séparés par des virgules ; IPv6 avec un port : `[ip]:port`.',
  'variable.DNS_AUTHORITATIVE_PORT': 'Indiquez un port de 1 à 65535.',
  'variable.TLS_PORT': 'Indiquez un port de 1 à 65535.',
  'variable.HTTP_PORT': 'Indiquez un port de 1 à 65535.',
  'variable.CA_FILE': 'Indiquez un fichier de certificats PEM que le bot peut lire, de 1 Mio au plus.',
  'variable.ALLOW_PRIVATE_ADDRESSES': 'Écrivez true uniquement dans un laboratoire.',
  'variable.STORE_ALLOW_CORRUPT':
    'Écrivez true pour démarrer sans les fichiers endommagés, qui sont mis de côté.',
  'variable.DOMAIN_CONNECT': 'Écrivez false si le bot ne doit pas se connecter aux fournisseurs DNS.',
  'variable.DOMAIN_CONNECT_ID':
    'Indiquez le domaine de votre agence, tel que agency.example, ou supprimez-la.',
  'variable.DOMAIN_CONNECT_NAME': 'Indiquez le nom de votre agence tel que les clients le connaissent.',
  'variable.DOMAIN_CONNECT_SERVICE':
    'Indiquez l’ID du service en minuscules, ou supprimez-la pour utiliser le nom de l’application.',
  'variable.DOMAIN_CONNECT_KEY_FILE':
    'Autorisez l’utilisateur du bot à le lire, ou créez une clé avec : closte-domain-bot domain-connect keys.',
  'variable.DOMAIN_CONNECT_KEY_NAME':
    'Indiquez le nom sous votre domaine qui porte la clé publique, tel que _dck1.',
  'variable.DOMAIN_OPERATORS':
    'Listez des ID d’utilisateurs (U…, W…) ou de groupes d’utilisateurs (S…), séparés par des virgules.',
  'variable.DOMAIN_ADMINS':
    'Listez des ID d’utilisateurs (U…, W…) ou de groupes d’utilisateurs (S…), séparés par des virgules.',
  'variable.SLACK_COMMAND':
    'Écrivez-la comme dans l’application Slack, par exemple /domain : en minuscules, 32 caractères au plus.',
  'variable.GUESTS_MAY_VIEW': 'Écrivez true ou false.',
  'variable.CARDS_IN_SHARED_CHANNELS': 'Écrivez true ou false.',
  'variable.DOMAIN_CHANNELS': 'Listez des ID de canaux (C…, G…), séparés par des virgules.',
  'variable.UNMAP_APPROVAL_HOURS':
    'Indiquez des heures, de 1 à 720, ou supprimez-la si personne ne doit approuver.',
  'variable.LOCALE':
    'Indiquez une des langues du bot, telle que en, es, fr, it, pt-BR ou ro, ou supprimez-la.',
  'variable.LOG_LEVEL': 'Utilisez debug, info, warn ou error.',
  'variable.CLOSTE_CLIENT_API_KEY':
    'Renseignez-la, ou lancez le bot là où un wp-config.php la définit, ou indiquez ce fichier dans WP_CONFIG_FILE.',
  'variable.CLOSTE_TARGETS':
    'Indiquez vers quoi doit pointer le DNS des clients : adresses IP et hôtes, séparés par des virgules.',
  'variable.CLOSTE_APP_ID': 'Indiquez les 24 chiffres hexadécimaux de l’ID de l’application.',
  'variable.CLOSTE_API_URL':
    'Supprimez-la, ou indiquez une base telle que https://app.closte.com/api/client.',
  'variable.CLOSTE_RATE': 'Indiquez des changements par minute, de 20 à 6000.',
});
