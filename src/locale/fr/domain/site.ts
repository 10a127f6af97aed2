import type { siteEn } from '../../en/domain/site.js';
import { translation } from '../../messages.js';

/** French: whether the hostname serves its site, and Ultimate Multisite's part in it. */
export const siteFr = translation<'fr', typeof siteEn>()({
  'axis.site.unknown':
    ':grey_question: *Site*  impossible de demander à Ultimate Multisite s’il sert ce nom d’hôte',
  'axis.site.unrouted': ':x: *Site*  {why}',

  'site.why.gave-up':
    'Ultimate Multisite a abandonné ce nom d’hôte{hasTime, select, true { ({gaveUpAt})} other {}}.',
  'site.why.still-checking': 'Ultimate Multisite vérifie encore ce nom d’hôte.',
  'site.why.inactive': 'L’enregistrement de domaine dans Ultimate Multisite n’est pas actif.',
  'site.why.no-record': 'Ultimate Multisite n’a pas d’enregistrement de domaine pour ce nom d’hôte.',
  'site.why.signup':
    'WordPress ne connaît pas ce nom d’hôte : les visiteurs voient la page d’inscription du réseau.',
  'site.why.network-main':
    'WordPress ne connaît pas ce nom d’hôte : les visiteurs voient le site principal du réseau.',
  'site.why.other-host': 'Les visiteurs arrivent sur {location}.',
  'site.why.default-page': 'Les visiteurs voient la page par défaut de l’hébergeur.',
  'site.why.install': 'Les visiteurs voient la page d’installation de WordPress.',
  'site.why.suspended': 'Les visiteurs voient une page indiquant que le site est suspendu.',
  'site.why.failing': 'Les visiteurs obtiennent une erreur ou aucune page à la place du site.',

  'todo.unrouted': '*Le DNS et le SSL sont corrects, mais les visiteurs n’atteignent pas le site.* {fix}',
  'site.fix.gave-up': 'Appuyez sur *Marquer comme prêt*.',
  'site.fix.still-checking': 'Attendez, ou appuyez sur *Marquer comme prêt*.',
  'site.fix.inactive': 'Appuyez sur *Marquer comme prêt*.',
  'site.fix.no-record': 'Appuyez sur *Choisir le site*.',
  'site.fix.signup': 'Donnez-lui un enregistrement de domaine dans Ultimate Multisite, sous « Domains ».',
  'site.fix.network-main':
    'Donnez-lui un enregistrement de domaine dans Ultimate Multisite, sous « Domains ».',
  'site.fix.other-host': 'Vérifiez l’adresse du site et ses redirections dans WordPress.',
  'site.fix.default-page': 'Vérifiez dans le tableau de bord {provider} quel site a le domaine.',
  'site.fix.install':
    'Terminez l’installation, ou attribuez le domaine au bon site dans le tableau de bord {provider}.',
  'site.fix.suspended': 'Réactivez le site dans WordPress.',
  'site.fix.failing': 'Vérifiez le journal d’erreurs, les extensions et les redirections du site.',
  'card.set-ready': 'Marquer comme prêt',
  'site.choose': 'Choisir le site',
  'site.dialog.question': 'À quel site mène *{hostname}* ?',

  'event.site.unrouted':
    ':warning: *Le DNS et le SSL sont corrects, mais les visiteurs qui ouvrent {hostname} n’atteignent pas le site.*',
  'event.site.routed': ':white_check_mark: Les visiteurs qui ouvrent {hostname} atteignent le site.',
  'event.domain_record.updated':
    ':page_facing_up: {person} a marqué l’enregistrement de domaine comme prêt et sécurisé dans Ultimate Multisite.{promoted, select, true { C’est maintenant le domaine principal du site.} other {}}',
  'problem.not-holdable':
    'Ultimate Multisite ne peut pas avoir d’enregistrement de domaine pour {hostname} : il n’accepte ni les domaines génériques (wildcard) ni les extensions dans d’autres écritures. Mappez-le sans `--site`.',
  'problem.no-site':
    'Le réseau de l’application {app} n’a pas de site {site}. Ses sites et leurs ID sont dans Ultimate Multisite, sous « Sites ».',
  'problem.site-closed':
    'Le site {site} ({title}) est archivé, supprimé ou marqué comme indésirable dans Ultimate Multisite : les visiteurs ne verraient qu’une erreur. Réactivez-le là-bas, sous « Sites », ou choisissez un autre site.',
  'sync.given-up':
    '*{count, plural, one {# domaine n’est pas servi} many {# de domaines ne sont pas servis} other {# domaines ne sont pas servis}} par Ultimate Multisite,* alors que le DNS et le SSL sont corrects : il a abandonné ou vérifie encore.',
  'sync.button.ready': 'Marquer comme prêts ({count})',
  'sync.question.ready':
    'Marquer {count, plural, one {# domaine} many {# de domaines} other {# domaines}} de l’application {app} comme {count, plural, one {prêt et sécurisé} many {prêts et sécurisés} other {prêts et sécurisés}} dans Ultimate Multisite ? Les visiteurs atteindront alors les sites.',
  'notice.network.failed':
    ':warning: Application {app} : Ultimate Multisite est injoignable, les domaines ajoutés, modifiés ou supprimés passent donc inaperçus. {reason}',
  'notice.network.works':
    ':white_check_mark: Application {app} : le bot suit de nouveau les domaines d’Ultimate Multisite.',
  'notice.network.implausible':
    ':warning: Application {app} : {gone, plural, one {Ultimate Multisite n’a soudain plus aucun de ses enregistrements de domaine} many {# d’enregistrements de domaine ont disparu d’Ultimate Multisite d’un seul coup} other {# enregistrements de domaine ont disparu d’Ultimate Multisite d’un seul coup}}, aucun mappage n’a donc été supprimé. Vérifiez `MULTISITE_URL` et la base de données du réseau. Si les enregistrements ont vraiment été supprimés, supprimez les mappages avec `/domain sync`.',
  'notice.aliases.failed':
    ':warning: Application {app} : impossible de lire la liste des domaines chez {provider}, un domaine qui y est retiré passe donc inaperçu. {reason}',
  'notice.aliases.implausible':
    ':warning: Application {app} : {gone} domaines sur {of} ont disparu d’un seul coup chez {provider}, aucun n’a donc été ajouté de nouveau. S’ils ont vraiment disparu, rétablissez-les avec `/domain sync`.',
  'notice.aliases.vanishing':
    ':warning: Application {app} : quelque chose retire sans cesse {hostname} de {provider} : trois fois en un jour. Le bot cesse de l’ajouter jusqu’à demain. Cherchez ce qui le retire ; les suppressions en file d’attente d’Ultimate Multisite sont une cause possible.',
  'notice.aliases.works':
    ':white_check_mark: Application {app} : le bot suit de nouveau la liste des domaines chez {provider}.',
  'notice.records.duplicated':
    ':warning: Application {app} : dans Ultimate Multisite, {count, plural, one {un nom d’hôte a} many {# de noms d’hôte ont} other {# noms d’hôte ont}} plusieurs enregistrements de domaine (ID entre parenthèses) : {shown}{more, plural, =0 {} one { et # autre} many { et # d’autres} other { et # autres}}. Le bot en suit un seul par nom ; supprimez les autres là-bas, sous « Domains ».',
  'notice.logs.failed':
    ':warning: Application {app} : impossible de lire les journaux dans MULTISITE_LOGS ({reason}). Vérifiez que le dossier existe et que le bot peut le lire.',
  'notice.logs.works': ':white_check_mark: Application {app} : les journaux sont de nouveau lisibles.',
  'notice.webhook.failed':
    ':warning: Application {app} : un webhook avec un mauvais jeton a été ignoré. Dans Ultimate Multisite, sous « Webhooks », faites finir son adresse par la valeur de MULTISITE_WEBHOOK_TOKEN.',
  'notice.webhook.works': ':white_check_mark: Application {app} : les webhooks ont de nouveau le bon jeton.',
  'notice.webhook.tested':
    ':white_check_mark: Application {app} : l’événement de test du webhook est arrivé.',
  'set-ready.no-record':
    'Ultimate Multisite n’a pas d’enregistrement de domaine pour {hostname}. Appuyez sur *Choisir le site* sur sa fiche.',
  'set-ready.no-rest':
    'L’API Ultimate Multisite n’est pas configurée pour l’application {app}. Mettez le domaine sur « Ready » là-bas à la main, sous « Domains ».',
  'set-ready.failed':
    'Ultimate Multisite n’a pas marqué {hostname} comme prêt : {reason} Rien n’a changé. Réessayez, ou faites-le là-bas à la main, sous « Domains ».',
});
