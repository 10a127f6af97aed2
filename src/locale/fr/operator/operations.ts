import type { operationsEn } from '../../en/operator/operations.js';
import { translation } from '../../messages.js';

/** French: settings, the comparison with the hosting provider and Ultimate Multisite, and the doctor. */
export const operationsFr = translation<'fr', typeof operationsEn>()({
  'settings.title': 'Réglages',
  'settings.submit': 'Enregistrer',
  'settings.app': '*Application « {app} »*',
  'settings.label.interval': 'Secondes entre deux vérifications',
  'settings.label.dns-deadline': 'Heures avant de considérer le DNS en échec',
  'settings.label.ssl-deadline': 'Minutes avant de considérer le certificat en échec',
  'settings.label.approval': 'Heures pour qu’une deuxième personne approuve une suppression',
  'settings.label.reminder': 'Jours avant le rappel d’un message envoyé au client',
  'settings.label.www': 'Noms d’hôte mappés aussi avec leur nom www',
  'settings.label.language': 'Langue des fiches et des fils',
  'settings.name.interval': 'intervalle de vérification',
  'settings.name.dns-deadline': 'délai pour le DNS',
  'settings.name.ssl-deadline': 'délai pour le certificat',
  'settings.name.approval': 'délai pour approuver une suppression',
  'settings.name.reminder': 'rappel des messages aux clients',
  'settings.name.www': 'noms www',
  'settings.name.language': 'langue',
  'settings.range':
    'De {least, number, ::group-off} à {most, number, ::group-off}. Laissez vide pour la valeur par défaut : {standard}.',
  'settings.standard': 'Par défaut : {standard}.',
  'settings.use-default': 'Valeur par défaut',
  'settings.off': 'désactivé',
  'settings.www':
    '{value, select, always {tous} main_only {domaines principaux seulement} never {aucun} other {{value}}}',
  'settings.reported':
    'Prend effet à la prochaine vérification. Le canal de l’application est informé du changement.',
  'sync.title':
    '*Application {app}.* Domaines chez {provider} : {aliases}. {hasNetwork, select, true {Enregistrements de domaine dans Ultimate Multisite : {records}. } other {}}Mappages ici : {mappings}. Concordants : {agreeing}. Rien n’a été modifié.',
  'sync.agree': ':white_check_mark: Aucune différence.',
  'sync.unknown.provider':
    ':grey_question: Impossible de lire la liste des domaines chez {provider} ({reason}) : on ne peut donc pas savoir ce qui y manque.',
  'sync.unknown.network':
    ':grey_question: Impossible de lire les enregistrements de domaine dans Ultimate Multisite ({reason}) : on ne peut donc pas savoir ce qui y manque.',
  'sync.adopt':
    '*{count, plural, one {# domaine} many {# de domaines} other {# domaines}} chez {provider} sans mappage ici.* Adoptez-{count, plural, one {le pour avoir sa fiche} many {les pour avoir leurs fiches} other {les pour avoir leurs fiches}} et des vérifications régulières.',
  'sync.orphan':
    '*{count, plural, one {# domaine} many {# de domaines} other {# domaines}} chez {provider} sans enregistrement de domaine dans Ultimate Multisite,* par exemple après un changement de nom. Aucun site ne se trouve derrière.',
  'sync.map':
    '*{count, plural, one {# enregistrement de domaine} many {# d’enregistrements de domaine} other {# enregistrements de domaine}} dans Ultimate Multisite sans domaine chez {provider}.* Mappez-{count, plural, one {le pour ajouter et suivre le domaine} many {les pour ajouter et suivre les domaines} other {les pour ajouter et suivre les domaines}}.',
  'sync.lost':
    '*{count, plural, one {# mappage} many {# de mappages} other {# mappages}} sans domaine chez {provider}.* Rétablissez-{count, plural, one {le pour ajouter de nouveau le domaine} many {les pour ajouter de nouveau les domaines} other {les pour ajouter de nouveau les domaines}}.',
  'sync.unrouted':
    '*{count, plural, one {# mappage} many {# de mappages} other {# mappages}} sans enregistrement de domaine dans Ultimate Multisite.* Donnez un site à chacun : `/domain map <hostname> --site ID`. Si un mappage ne sert plus, supprimez-le : `/domain unmap <hostname>`.',
  'sync.own':
    ':information_source: {count, plural, one {# site est sur un sous-domaine du réseau} many {# de sites sont sur des sous-domaines du réseau} other {# sites sont sur des sous-domaines du réseau}} : {names}{more, plural, =0 {} one { et # autre} many { et # d’autres} other { et # autres}}. {provider} {count, plural, one {le} many {les} other {les}} sert sans mappage. Pour avoir une fiche à chaque nouveau, définissez MULTISITE_OWN_SUBDOMAINS.',
  'sync.name': '• {hostname}',
  'sync.more': '… et {count} de plus',
  'sync.button.adopt': 'Adopter ({count})',
  'sync.button.map': 'Mapper ({count})',
  'sync.button.remove': 'Retirer de {provider} ({count})',
  'sync.button.restore': 'Rétablir ({count})',
  'sync.button.unmap': 'Supprimer le mappage ({count})',
  'sync.dialog': 'Synchronisation',
  'sync.submit': 'Oui, continuer',
  'sync.question.adopt':
    'Adopter {count, plural, one {# domaine} many {# de domaines} other {# domaines}} de l’application {app} ?',
  'sync.question.map':
    'Mapper {count, plural, one {# domaine} many {# de domaines} other {# domaines}} de l’application {app} ?',
  'sync.question.remove':
    'Retirer {count, plural, one {# domaine} many {# de domaines} other {# domaines}} de l’application {app} chez {provider} ? Les visiteurs n’atteindront plus le site.',
  'sync.question.restore':
    'Ajouter de nouveau {count, plural, one {# domaine} many {# de domaines} other {# domaines}} de l’application {app} chez {provider} ?',
  'sync.question.unmap':
    'Supprimer le mappage de {count, plural, one {# domaine} many {# de domaines} other {# domaines}} de l’application {app} ? Les visiteurs n’atteindront plus le site.',
  'sync.where':
    'Chaque domaine reçoit sa fiche dans le canal de l’application. Suivez l’avancement dans un message direct de ma part.',
  'sync.starting': 'Démarrage. L’avancement s’affiche ici.',
  'sync.progress': '{bar} {done} sur {of}',
  'sync.result':
    '{failed, plural, =0 {:white_check_mark: Réussis : {done}.} one {:warning: Réussis : {done}. Échec : #. La raison est dans le journal ; tapez `/domain sync` pour réessayer.} many {:warning: Réussis : {done}. Échecs : #. Les raisons sont dans le journal ; tapez `/domain sync` pour réessayer.} other {:warning: Réussis : {done}. Échecs : #. Les raisons sont dans le journal ; tapez `/domain sync` pour réessayer.}}',
  'check-domain.title': '{hostname}  (application {app})',
  'check-domain.verdict':
    '{verdict, select, right {Tout est correct.} todo {Il y a quelque chose à faire : {whoActs, select, customer {au client d’agir} agency {à vous d’agir} host {au support de {provider} d’agir} other {voir ci-dessous}}.} waiting {Rien à faire, il suffit d’attendre.} other {Impossible à vérifier d’ici.}}',
  'check-domain.dns':
    'DNS : {state, select, wrong {incorrect} published {correct sur les serveurs de noms} propagated {correct partout} other {vérification impossible}}{of, plural, =0 {} one {, serveur de noms : {right} sur #} many {, serveurs de noms : {right} sur #} other {, serveurs de noms : {right} sur #}}{resolversOf, plural, =0 {} one {, résolveur public : {resolversRight} sur #} many {, résolveurs publics : {resolversRight} sur #} other {, résolveurs publics : {resolversRight} sur #}}.',
  'check-domain.ssl':
    'SSL : {state, select, valid {valide} expiring {valide, mais expire bientôt} invalid {non valide} absent {pas encore de certificat pour ce nom d’hôte} other {non vérifié}}.',
  'check-domain.provider': 'Fournisseur DNS : {names}{hasPanel, select, true {, {panelUrl}} other {}}',
  'check-domain.site':
    'Site : {state, select, routed {servi sous ce nom d’hôte} unrouted {les visiteurs ne l’atteignent pas} other {non vérifié}}.',
  'check-domain.cache': '{resolver} oubliera l’ancienne réponse. Au plus tard : {at}.',
  'check-domain.cache-unknown': '{resolver} ne voit pas encore l’enregistrement.',
  'check-domain.finding':
    '{severity, select, problem {PROBLÈME} warning {ATTENTION} other {NOTE}} {code} : {what}',
  'check-domain.to-do':
    '{whoActs, select, customer {Client} agency {Vous} host {{provider}} other {Personne n’a à agir}} : {toDo}',
  'check-domain.columns': ' | Type | Nom | Valeur',
  'check-domain.action': '{action, select, create {créer} change {modifier} other {supprimer}}',
  'doctor.config.ignored': '{reason}',
  'doctor.sound': 'Aucun problème.',
  'doctor.ill':
    '{count, plural, one {# problème trouvé} many {# de problèmes trouvés} other {# problèmes trouvés}}.',
  'doctor.key.found': 'Application {app} : clé d’API client trouvée.',
  'doctor.key.accepted': 'Application {app} : {provider} accepte la clé.',
  'doctor.key.refused':
    'Application {app} : {provider} rejette la clé. {reason} Copiez {keyVariable} depuis le wp-config.php de cette application.',
  'doctor.provider.unreached':
    'Application {app} : {provider} est injoignable. {reason} Vérifiez que cette machine peut joindre {addressVariable} en HTTPS.',
  'doctor.list.read':
    'Application {app} : liste des domaines du compte lue ({count, plural, one {# domaine} many {# de domaines} other {# domaines}}).',
  'doctor.list.unreadable':
    'Application {app} : la liste des domaines du compte a un format inconnu. Le mappage fonctionne, mais `/domain sync` ne peut pas comparer.',
  'doctor.list.refused':
    'Application {app} : impossible de lire la liste des domaines du compte. {reason} Vérifiez les droits du compte chez {provider}.',
  'doctor.target.answers': 'Application {app} : la cible {address} répond.',
  'doctor.target.not-public':
    'Application {app} : la cible {address} n’est pas une adresse publique, donc le bot ne s’y connecte pas. Comparez {targetsVariable} avec l’adresse dans le tableau de bord {provider}.',
  'doctor.target.silent':
    'Application {app} : la cible {address} ne répond pas ({outcome}). Comparez {targetsVariable} avec l’adresse dans le tableau de bord {provider}.',
  'doctor.target.unresolved':
    'Application {app} : la cible {host} n’a pas d’adresse dans le DNS. Comparez {targetsVariable} avec le tableau de bord {provider}.',
  'doctor.target.unchecked':
    'Application {app} : impossible de résoudre la cible {host}, car aucun résolveur ne répond.',
  'doctor.network.answers': 'Application {app} : Ultimate Multisite accepte la clé et le secret.',
  'doctor.network.refused':
    'Application {app} : Ultimate Multisite rejette la clé ou le secret. {reason} Copiez les deux depuis Settings > API & Webhooks.',
  'doctor.network.wrong': 'Application {app} : l’API d’Ultimate Multisite est inutilisable. {reason}',
  'doctor.network.failing':
    'Application {app} : l’API d’Ultimate Multisite ne fonctionne pas. {reason} Consultez le journal d’erreurs de WordPress.',
  'doctor.network.subsite':
    'Application {app} : MULTISITE_URL est l’adresse d’un seul site ({host}). Indiquez l’adresse principale du réseau, {main}.',
  'doctor.network.records': 'Application {app} : enregistrements de domaine du réseau lus : {count}.',
  'doctor.network.records-unreadable':
    'Application {app} : {count, plural, one {un enregistrement de domaine du réseau est illisible et ignoré} many {# d’enregistrements de domaine du réseau sont illisibles et ignorés} other {# enregistrements de domaine du réseau sont illisibles et ignorés}} (ID {ids}). Dans Ultimate Multisite, sous « Domains », ouvrez-{count, plural, one {le et enregistrez-le} many {les et enregistrez-les} other {les et enregistrez-les}}.',
  'doctor.network.records-refused':
    'Application {app} : impossible de lire les enregistrements de domaine du réseau, les changements y passent donc inaperçus. {reason}',
  'doctor.network.mapping-off':
    'Application {app} : le mappage de domaines est désactivé dans Ultimate Multisite, aucun domaine n’atteint donc son site. Activez-le sous Settings > Domain Mapping.',
  'doctor.network.patience':
    'Application {app} : Ultimate Multisite vérifie un nouveau domaine pendant {minutes, plural, =0 {{seconds} s} one {# minute} many {# de minutes} other {# minutes}}, puis abandonne. Si le DNS arrive plus tard, appuyez sur *Marquer comme prêt* sur la fiche.',
  'doctor.network.unreached':
    'Application {app} : Ultimate Multisite est injoignable. {reason} Ouvrez MULTISITE_URL suivie de /wp-json/ dans un navigateur.',
  'doctor.network.no-rest':
    'Application {app} : aucune clé d’API Ultimate Multisite n’est configurée, les enregistrements de domaine ne sont donc ni lus ni créés.',
  'doctor.logs.readable': 'Application {app} : MULTISITE_LOGS est lisible. Journaux trouvés : {count}.',
  'doctor.logs.refused':
    'Application {app} : impossible de lire les journaux dans MULTISITE_LOGS ({reason}). Vérifiez que le dossier existe et que le bot peut le lire.',
  'doctor.slack.connected': 'Connecté à l’espace de travail Slack {team}.',
  'doctor.slack.organisation':
    'L’application Slack est installée pour toute l’organisation {organisation} : chacun y compte comme membre, pas seulement {team}.',
  'doctor.slack.refused':
    'Slack rejette le bot ({reason}). Copiez SLACK_BOT_TOKEN depuis « OAuth & Permissions » ; si l’application a été supprimée, réinstallez-la d’abord.',
  'doctor.slack.unreached':
    'Slack est injoignable ({reason}). Vérifiez SLACK_API_URL et HTTPS_PROXY, et que cette machine peut joindre slack.com en HTTPS.',
  'doctor.slack.unchecked':
    'Slack : définissez SLACK_BOT_TOKEN et relancez doctor pour vérifier les autorisations, les canaux, les personnes et les groupes.',
  'doctor.scopes.all': 'Le bot a toutes les autorisations (scopes) nécessaires.',
  'doctor.scopes.unknown': 'Slack n’a pas indiqué les autorisations (scopes) du bot.',
  'doctor.scope.commands':
    'Ajoutez l’autorisation {scope}, puis réinstallez l’application Slack ; sans elle, il n’y a pas de commande.',
  'doctor.scope.chat-write':
    'Ajoutez l’autorisation {scope}, puis réinstallez l’application Slack ; sans elle, le bot ne peut publier ni fiches ni fils.',
  'doctor.scope.chat-write-public':
    'Ajoutez l’autorisation {scope}, puis réinstallez l’application Slack ; sans elle, le bot ne peut pas publier dans les canaux publics qu’il n’a pas rejoints.',
  'doctor.scope.history':
    'Ajoutez l’autorisation {scope}, puis réinstallez l’application Slack ; sans elle, le bot ne peut pas vérifier ce qu’il a publié dans les canaux publics.',
  'doctor.scope.history-private':
    'Ajoutez l’autorisation {scope}, puis réinstallez l’application Slack ; sans elle, le bot ne peut pas vérifier ce qu’il a publié dans les canaux privés.',
  'doctor.scope.channels-read':
    'Ajoutez l’autorisation {scope}, puis réinstallez l’application Slack ; sans elle, le bot ne voit pas les canaux publics.',
  'doctor.scope.groups-read':
    'Ajoutez l’autorisation {scope}, puis réinstallez l’application Slack ; sans elle, le bot ne voit pas les canaux privés.',
  'doctor.scope.channels-join':
    'Ajoutez l’autorisation {scope}, puis réinstallez l’application Slack ; sans elle, le bot ne peut pas rejoindre les canaux publics.',
  'doctor.scope.users-read':
    'Ajoutez l’autorisation {scope}, puis réinstallez l’application Slack ; sans elle, le bot ne distingue pas les membres des invités.',
  'doctor.scope.usergroups-read':
    'Ajoutez l’autorisation {scope}, puis réinstallez l’application Slack ; sans elle, les groupes d’utilisateurs n’ont aucun droit.',
  'doctor.scope.im-write':
    'Ajoutez l’autorisation {scope}, puis réinstallez l’application Slack ; sans elle, le bot ne peut pas envoyer de messages directs.',
  'doctor.scope.im-history':
    'Ajoutez l’autorisation {scope}, puis réinstallez l’application Slack ; sans elle, le bot ne peut pas lire les messages directs qu’il reçoit.',
  'doctor.scope.app-mentions-read':
    'Ajoutez l’autorisation {scope}, puis réinstallez l’application Slack ; sans elle, le bot ne voit pas qu’on le mentionne.',
  'doctor.scope.files-read':
    'Ajoutez l’autorisation {scope}, puis réinstallez l’application Slack ; sans elle, le bot ne peut pas lire les fichiers CSV dans ses fenêtres.',
  'doctor.scope.files-write':
    'Ajoutez l’autorisation {scope}, puis réinstallez l’application Slack ; sans elle, le bot ne peut pas envoyer les fichiers d’audit.',
  'doctor.scope.other': 'Ajoutez l’autorisation {scope}, puis réinstallez l’application Slack.',
  'doctor.app-token.accepted':
    'Slack accepte le jeton de l’application (app-level token), et il appartient à l’application Slack du bot.',
  'doctor.app-token.unmatched':
    'Slack accepte le jeton de l’application (app-level token). On ne sait pas s’il appartient à l’application Slack du bot : tapez `/domain help` dans Slack pour essayer.',
  'doctor.app-token.other':
    'SLACK_APP_TOKEN appartient à l’application Slack {app}, mais SLACK_BOT_TOKEN à {own} : aucune commande n’arrive au bot. Créez un jeton (app-level token) avec `connections:write` dans l’application {own}.',
  'doctor.app-token.refused':
    'Slack rejette SLACK_APP_TOKEN ({reason}). Créez un jeton (app-level token) avec `connections:write` sous « Basic Information » de la même application Slack.',
  'doctor.app-token.unreached':
    'Impossible d’interroger Slack sur SLACK_APP_TOKEN ({reason}). Vérifiez SLACK_API_URL et HTTPS_PROXY, puis relancez doctor.',
  'doctor.command':
    'Commande slash : tapez `/domain help` dans Slack. Si Slack ne la connaît pas, comparez SLACK_COMMAND avec la page « Slash Commands » de l’application.',
  'doctor.messages-tab':
    'Onglet Messages du bot : ouvrez « App Home » dans les réglages de l’application Slack et vérifiez que « Messages Tab » est activé. L’avancement et les fichiers d’audit y arrivent. Pour essayer, envoyez un message direct au bot.',
  'doctor.request-url':
    'Request URL : tapez `/domain help` dans Slack. Si rien ne répond, comparez les Request URLs de l’application Slack avec l’adresse publique du bot.',
  'doctor.command.arrived': 'La commande slash fonctionne (dernière reçue : {at}).',
  'doctor.messages-tab.arrived': 'L’onglet Messages du bot est activé (dernier message direct : {at}).',
  'doctor.request-url.arrived': 'Slack atteint le bot à sa Request URL (dernière commande : {at}).',
  'doctor.channel.shared':
    'Le canal {channel} est partagé avec une autre organisation, dont les membres liraient les fiches. Choisissez un autre canal, ou définissez CARDS_IN_SHARED_CHANNELS=true.',
  'doctor.person.known': '{variable} : {name}.',
  'doctor.person.unknown':
    '{variable} contient {id}, que Slack ne connaît pas. Copiez l’ID de membre depuis le profil de la personne.',
  'doctor.person.inactive':
    '{variable} contient {name} ({id}), un compte désactivé, invité ou bot, donc sans aucun droit. Choisissez une autre personne.',
  'doctor.person.unread': '{variable} : Slack n’a pas pu consulter {id} ({reason}).',
  'doctor.group.known':
    '{variable} : groupe d’utilisateurs {name}, {count, plural, one {# membre} many {# de membres} other {# membres}}.',
  'doctor.group.unknown':
    '{variable} contient le groupe d’utilisateurs {id}, qui a disparu ou est désactivé. Activez-le dans Slack, ou choisissez-en un autre.',
  'doctor.group.no-plan':
    '{variable} contient le groupe d’utilisateurs {id}, mais les groupes d’utilisateurs exigent un forfait Slack payant. Indiquez plutôt les ID de membre des personnes.',
  'doctor.group.no-scope':
    '{variable} contient le groupe d’utilisateurs {id}, que le bot n’a pas le droit de lire. Ajoutez l’autorisation `usergroups:read`, puis réinstallez l’application Slack.',
  'doctor.group.empty':
    '{variable} contient le groupe d’utilisateurs {name} ({id}), qui n’a aucun membre. Ajoutez-y des personnes.',
  'doctor.operators.everyone':
    'DOMAIN_OPERATORS est vide : tous les membres de l’espace de travail peuvent donc modifier les mappages.',
  'doctor.approval.possible': 'Une deuxième personne peut approuver les suppressions de mappage.',
  'doctor.approval.impossible':
    'Personne ne peut approuver les suppressions de mappage : UNMAP_APPROVAL_HOURS exige une deuxième personne. Ajoutez-en une à DOMAIN_OPERATORS.',
  'doctor.approval.unknown': 'Slack n’a pas indiqué qui peut approuver les suppressions de mappage.',
  'doctor.data-dir.writable': 'DATA_DIR ({folder}) est accessible en écriture.',
  'doctor.data-dir.creatable': 'DATA_DIR ({folder}) n’existe pas encore et peut être créé.',
  'doctor.data-dir.refused':
    'DATA_DIR ({folder}) n’est pas accessible en écriture ({reason}). Choisissez un dossier où l’utilisateur du bot peut écrire.',
  'doctor.database.writable': 'La base de données ({database}) est accessible en écriture.',
  'doctor.database.refused':
    'La base de données ({database}) est inutilisable : {reason}. Vérifiez DATABASE_URL et le serveur.',
  'doctor.port.free': 'PORT {port} sur {host} est libre.',
  'doctor.port.busy':
    'PORT {port} sur {host} est utilisé par un autre programme. Arrêtez-le, ou choisissez un autre PORT.',
  'doctor.port.refused':
    'Le bot ne peut pas écouter sur {host}, port {port} ({reason}). Modifiez HOST ou PORT.',
  'doctor.proxy.none':
    'Aucun proxy n’est défini : le bot se connecte directement à Slack, à {provider} et à WordPress.',
  'doctor.proxy.used':
    'Le bot se connecte à Slack, à {provider} et à WordPress par le proxy {proxy}, et vérifie les domaines directement.',
  'doctor.language': 'Langue des messages : {language}.',
  'doctor.version': 'Version {version} sur Node.js {node}.',
  'doctor.webhook.unchecked':
    'Application {app}, webhooks : appuyez sur « Send Test Event » pour le webhook dans Ultimate Multisite ; le canal de l’application indique son arrivée.',
  'doctor.webhook.set': 'Application {app} : le webhook {event} est en place.',
  'doctor.webhook.arrived': 'Application {app} : dernier webhook reçu : {at}.',
  'doctor.webhook.missing':
    'Application {app} : Ultimate Multisite n’a pas de webhook {event} ; ce qu’il signalerait n’est découvert qu’à la prochaine synchronisation.',
  'doctor.webhook.by-hand':
    'Application {app} : Ultimate Multisite n’a pas de webhook {event} ; ce qu’il signalerait n’est découvert qu’à la prochaine synchronisation. Définissez PUBLIC_URL avec l’adresse du bot, et doctor pourra le créer.',
  'doctor.webhook.wrong':
    'Application {app} : le webhook {event} dans Ultimate Multisite a une mauvaise adresse ou un mauvais jeton, le bot l’ignore donc.',
  'doctor.webhook.unread':
    'Application {app} : impossible de lire les webhooks dans Ultimate Multisite. {reason}',
  'doctor.fix.webhook': 'Créer le webhook {event} dans Ultimate Multisite (application {app}) ?',
  'doctor.fix.webhook-replace': 'Remplacer le webhook {event} dans Ultimate Multisite (application {app}) ?',
  'doctor.fix.webhook-failed':
    'Application {app} : impossible de mettre en place le webhook {event}. {reason} Ajoutez-le dans Ultimate Multisite, sous « Webhooks ».',
  'doctor.running.part': 'Le bot en service signale « {part} » : {reason}.',
  'doctor.running.fine': 'Le bot en service est prêt.',
  'doctor.channel.unread': 'Slack n’a pas pu consulter le canal {channel} ({reason}).',
  'doctor.fix.button': 'Corriger',
  'doctor.fix.sure': 'Cela modifie des réglages en dehors du bot.',
  'doctor.fix.yes': 'Oui, continuer',
  'doctor.fix.nothing':
    ':white_check_mark: Plus rien à corriger ici. Tapez `/domain doctor` pour vérifier de nouveau.',
  'doctor.fix.join': 'Rejoindre le canal {channel} ?',
  'doctor.fix.join-failed':
    'Le bot ne peut pas rejoindre le canal {channel} ({reason}) : tapez-y /invite et son nom.',
  'doctor.resolver.no-name':
    'Selon tous les résolveurs, {name} n’a pas d’adresse : ils n’ont donc pas pu être comparés.',
  'doctor.resolver.wrong':
    'Le résolveur {resolver} ne trouve pas {name} ({outcome}). Choisissez-en un autre dans DNS_RESOLVERS.',
  'doctor.channel.member': 'Le bot est dans le canal {channel}.',
  'doctor.channel.stranger': 'Le bot n’est pas dans le canal {channel} : tapez-y /invite et son nom.',
  'doctor.channel.archived':
    'Le canal {channel} est archivé : désarchivez-le, ou choisissez-en un autre dans SLACK_CHANNEL.',
  'doctor.channel.unseen':
    'Le bot ne voit pas le canal {channel} : vérifiez l’ID, et invitez le bot si le canal est privé.',
  'doctor.channel.none':
    'Aucun canal n’est configuré : les fiches apparaissent donc là où les commandes sont tapées.',
  'doctor.scheduler.ticks': 'Le planificateur fonctionne.',
  'doctor.scheduler.elsewhere':
    'Aucun bot ne répond sur le port {port} de cette machine : aucun domaine n’est donc vérifié d’ici.',
  'doctor.resolver.answers': 'Le résolveur {resolver} répond.',
  'doctor.resolver.silent':
    'Le résolveur {resolver} ne répond pas : autorisez UDP et TCP sortants vers le port 53, ou choisissez-en d’autres dans DNS_RESOLVERS.',
  'doctor.clock.right': 'L’horloge est à l’heure.',
  'doctor.clock.wrong':
    'L’horloge est décalée de {seconds} s : Slack rejette donc les requêtes et les certificats semblent non valides. Activez NTP.',
  'doctor.clock.unknown': 'Impossible de comparer l’horloge avec une autre.',
});
