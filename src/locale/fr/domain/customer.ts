import type { customerEn } from '../../en/domain/customer.js';
import { translation } from '../../messages.js';

/** French: the message for the customer, in plain text, ready for an agent to send. */
export const customerFr = translation<'fr', typeof customerEn>()({
  'customer-dialog.title': 'Message au client',
  'customer-dialog.submit': 'Marquer comme envoyé',
  'customer-dialog.text': 'Message',
  'customer-dialog.language': '*Langue du message*',
  'customer-dialog.kept': 'Vous avez modifié le texte : il reste tel quel.',
  'customer-dialog.replace': 'Le remplacer par le texte ({language})',
  'customer-dialog.hint':
    'Modifiez-le, copiez-le et envoyez-le vous-même : le bot n’écrit à personne en dehors de Slack. Marquez-le ensuite comme envoyé.',
  'customer-dialog.sent-before':
    ':email: {person} a envoyé un message ({at}). {isFollowUp, select, true {Rien n’a changé depuis : ceci est donc une relance.} other {La situation a changé depuis.}}',
  'customer-dialog.one-click':
    ':sparkles: Le fournisseur DNS du client peut faire les modifications tout seul. Le lien du message mène à {host}.',
  'customer-dialog.email': 'Ouvrir ce texte dans votre messagerie',
  'customer-dialog.refresh': 'Mettre à jour le lien e-mail',
  'customer-dialog.too-long':
    'Ce texte est trop long pour un lien e-mail. Copiez-le ou demandez-le sous forme de fichiers.',
  'customer-dialog.cut':
    ':warning: Le message est trop long pour ce champ : il y manque la fin. Les fichiers contiennent le texte entier.',
  'customer-dialog.sent-direct': ':white_check_mark: Envoyé dans un message direct.',
  'customer-dialog.files': 'M’envoyer le texte en fichiers',
  'customer-dialog.attached':
    'Le message au client, en HTML (ouvrez-le, sélectionnez tout, collez-le dans votre messagerie) et en texte brut.',
  'customer-dialog.follow-up': 'Relancer',
  'customer-dialog.tell': 'Prévenir le client',

  'return-page.approved.title': 'Merci !',
  'return-page.approved.text':
    '{dnsProvider} nous indique que vous avez accepté les modifications. Nous vérifions votre domaine. Vous pouvez fermer cette page.',
  'return-page.cancelled.title': 'Rien n’a été modifié',
  'return-page.cancelled.text':
    'Vous avez annulé chez {dnsProvider}. Vous pouvez rouvrir le lien de notre message, ou faire les modifications à la main.',
  'return-page.failed.title': 'Cela n’a pas fonctionné',
  'return-page.failed.text':
    '{dnsProvider} a signalé une erreur. Merci de faire les modifications à la main, comme l’indique notre message.',
  'return-page.unknown.title': 'Ce lien n’est plus valable',
  'return-page.unknown.text': 'Il a déjà été utilisé, ou il est trop ancien. Vous pouvez fermer cette page.',

  'customer.subject': 'Votre domaine {hostname}',
  'customer.greeting': '{tone, select, formal {Madame, Monsieur,} other {Bonjour,}}',
  'customer.to-do':
    'Pour relier {hostname} à votre site web, {steps, plural, one {une modification est nécessaire} many {# de modifications sont nécessaires} other {# modifications sont nécessaires}} dans vos réglages DNS.',
  'customer.one-left':
    'Nous y sommes presque : une partie de vos réglages DNS est déjà correcte. Pour finir de relier {hostname} à votre site web, il reste {steps, plural, one {une modification} many {# de modifications} other {# modifications}} à faire.',
  'customer.follow-up':
    '{tone, select, formal {Nous nous permettons de vous relancer concernant {hostname}. Sauf erreur de notre part, rien n’a encore changé dans vos réglages DNS.} other {Petit rappel concernant {hostname} : sauf erreur de notre part, rien n’a encore changé dans vos réglages DNS.}} Il reste {steps, plural, one {une modification} many {# de modifications} other {# modifications}} à faire.',
  'customer.down':
    '{hostname} ne {about, plural, one {fonctionne} many {fonctionnent} other {fonctionnent}} plus pour vos visiteurs. Pour y remédier, {steps, plural, one {une modification est nécessaire} many {# de modifications sont nécessaires} other {# modifications sont nécessaires}} dans vos réglages DNS.',
  'customer.expiring':
    'Le certificat qui sécurise {hostname} arrive à expiration et n’a pas encore pu être renouvelé. Pour que votre site reste sécurisé, {steps, plural, one {une modification est nécessaire} many {# de modifications sont nécessaires} other {# modifications sont nécessaires}} dans vos réglages DNS.',
  'customer.refused':
    'Notre hébergeur n’a pas encore accepté {hostname}. Vous n’avez rien à faire pour l’instant : nous nous en occupons.',
  'customer.down-ours':
    '{hostname} ne {about, plural, one {fonctionne} many {fonctionnent} other {fonctionnent}} pas correctement pour vos visiteurs en ce moment. Vous n’avez rien à faire : nous nous en occupons.',
  'customer.expiring-ours':
    'Le certificat qui sécurise {hostname} arrive à expiration et n’a pas encore pu être renouvelé. Vous n’avez rien à faire : nous nous en occupons.',
  'customer.waiting':
    'Vos réglages DNS pour {hostname} sont corrects : vous n’avez plus rien à faire. Nous terminons la mise en place de notre côté.',
  'customer.unsure':
    'Nous vérifions encore les réglages DNS pour {hostname}. Vous n’avez rien à faire pour l’instant.',
  'customer.works':
    '{hostname} {count, plural, one {est maintenant relié à votre site web et sécurisé} many {sont maintenant reliés à votre site web et sécurisés} other {sont maintenant reliés à votre site web et sécurisés}} par un certificat valide. Vous n’avez plus rien à faire.',
  'customer.one-click':
    'Le plus rapide : ouvrez ce lien, connectez-vous à {dnsProvider} et confirmez. {dnsProvider} {steps, plural, one {fera alors la modification} many {fera alors les modifications} other {fera alors les modifications}} pour vous.\n{link}',
  'customer.by-hand': 'Vous pouvez aussi le faire à la main.',
  'customer.sign-in':
    '{hasProvider, select, true {Connectez-vous à {dnsProvider}, qui gère vos réglages DNS{hasPanel, select, true { ({panel})} other {}}, puis :} other {Connectez-vous au service qui gère vos réglages DNS, puis :}}',
  'customer.please':
    'Merci d’effectuer {steps, plural, one {cette étape} many {ces étapes} other {ces étapes}} :',
  'customer.delete': 'Supprimer : Type {type} · Nom {host} (nom complet : {name}) · Valeur {value}',
  'customer.change':
    'Modifier l’enregistrement {type} comme suit : Type {type} · Nom {host} (nom complet : {name}) · Valeur {value} · laisser le TTL tel quel',
  'customer.create':
    'Ajouter : Type {type} · Nom {host} (nom complet : {name}) · Valeur {value} · laisser le TTL tel quel',
  'customer.alias':
    'Ajouter : Type ALIAS (ou ANAME, ou un CNAME si votre fournisseur l’accepte à cet endroit) · Nom {host} (nom complet : {name}) · Valeur {value} · laisser le TTL tel quel',
  'customer.empty-name': '(laisser vide)',
  'customer.alternative':
    'Si votre fournisseur n’accepte pas de CNAME à cet endroit, ajoutez ceci à la place :',
  'customer.time':
    'En général, tout fonctionne en moins {unit, select, days {{days, plural, one {d’un jour} many {de # jours} other {de # jours}}} other {{hours, plural, one {d’une heure} many {de # heures} other {de # heures}}}}.',
  'customer.waiting-time':
    'Certains visiteurs peuvent encore voir l’ancienne page pendant {unit, select, days {{days, plural, one {un jour} many {# jours} other {# jours}}} other {{hours, plural, one {une heure} many {# heures} other {# heures}}}} au maximum.',
  'customer.reply':
    '{tone, select, formal {Merci de répondre à ce message une fois la modification effectuée.} other {Répondez-nous quand c’est fait : nous vous confirmerons que tout est en ordre.}}',
  'customer.signature': '',
});
