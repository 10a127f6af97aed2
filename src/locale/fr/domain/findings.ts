import type { findingsEn } from '../../en/domain/findings.js';
import { translation } from '../../messages.js';

/** French: what each finding saw and how to fix it, in a form that can be sent to the customer. */
export const findingsFr = translation<'fr', typeof findingsEn>()({
  'finding.domain-unregistered':
    'Le registre ne connaît pas ce domaine : il n’est pas enregistré, a expiré ou est suspendu.',
  'fix.domain-unregistered':
    'Vérifiez l’orthographe. Connectez-vous ensuite au bureau d’enregistrement du domaine pour l’enregistrer, le renouveler ou le débloquer.',
  'finding.target-missing':
    '{gone}, l’hôte vers lequel pointent les enregistrements des clients, n’a pas d’adresse.',
  'fix.target-missing':
    'Corrigez la cible de cette application dans la configuration du bot, ou demandez au support de {provider} pourquoi l’hôte a disparu. L’enregistrement du client est correct.',
  'finding.domain-on-hold':
    'Le bureau d’enregistrement a déplacé le domaine vers {servers} : il a expiré, ou les coordonnées du titulaire ne sont pas confirmées.',
  'fix.domain-on-hold':
    'Renouvelez le domaine auprès de son bureau d’enregistrement, ou confirmez les coordonnées comme l’indique son e-mail. Les serveurs de noms d’origine reviendront alors d’eux-mêmes.',
  'finding.target-as-server':
    '{servers}, {count, plural, one {qui sert le site, est indiqué comme serveur de noms} many {qui servent le site, sont indiqués comme serveurs de noms} other {qui servent le site, sont indiqués comme serveurs de noms}} {hasAbove, select, true {dans la zone {above}} other {auprès du bureau d’enregistrement}}. {count, plural, one {Il ne répond} many {Ils ne répondent} other {Ils ne répondent}} pas aux requêtes DNS.',
  'fix.target-as-server':
    '{how, select, beside {{count, plural, one {Retirez-le} many {Retirez-les} other {Retirez-les}} de cette liste ; les autres serveurs de noms suffisent.} other {{hasAbove, select, true {Supprimez {count, plural, one {cet enregistrement NS et ajoutez à sa place} many {ces enregistrements NS et ajoutez à leur place} other {ces enregistrements NS et ajoutez à leur place}} un CNAME ou un enregistrement d’adresse.} other {Auprès du bureau d’enregistrement, remettez les serveurs de noms de votre fournisseur DNS. L’adresse du site se place dans un enregistrement chez ce fournisseur.}}}}',
  'finding.delegation-missing':
    '{hasAbove, select, true {La zone {above} délègue ce nom, mais aucun des serveurs de noms {how, select, private {n’a d’adresse publique} other {n’existe}}} other {Le domaine est enregistré, mais aucun de ses serveurs de noms {how, select, private {n’a d’adresse publique} other {n’existe}}}}{hasServers, select, true { : {servers}} other {}}.',
  'fix.delegation-missing':
    '{hasAbove, select, true {Dans la zone {above}, corrigez les enregistrements NS de ce nom, ou supprimez-les et ajoutez-y l’enregistrement.} other {Auprès du bureau d’enregistrement du domaine, saisissez les serveurs de noms de votre fournisseur DNS exactement comme il les indique.}}',
  'finding.servers-down':
    'Aucun serveur de noms du domaine ne répond ({servers}), alors que le registre répond.{hasReason, select, true { Un résolveur public indique : {reason}} other {}}',
  'fix.servers-down':
    'Demandez au fournisseur DNS ce qui ne va pas avec ces serveurs, ou passez aux serveurs de noms d’un autre fournisseur {hasAbove, select, true {dans la zone {above}} other {auprès du bureau d’enregistrement}}.',
  'finding.dnssec-bogus':
    'DNSSEC est en erreur pour {zone} : les résolveurs qui vérifient les signatures rejettent donc toutes les réponses.{hasReason, select, true { Raison : {reason}} other {}}',
  'fix.dnssec-bogus':
    '{hasAbove, select, true {Dans la zone {above}} other {Auprès du bureau d’enregistrement}}, supprimez l’enregistrement DS (désactivez DNSSEC), ou saisissez celui que donne votre fournisseur DNS actuel. Si des signatures ont expiré, demandez au fournisseur DNS de signer de nouveau la zone.',
  'finding.domain-parked':
    'Le domaine est parqué : ses serveurs de noms ({servers}) affichent des publicités ou une page de mise en vente.',
  'fix.domain-parked':
    'Désactivez le parking ou la redirection auprès du bureau d’enregistrement, choisissez son DNS ou celui d’un autre fournisseur, puis ajoutez-y l’enregistrement.',
  'finding.server-lame':
    '{servers} : {count, plural, one {ce serveur est déclaré} many {ces serveurs sont déclarés} other {ces serveurs sont déclarés}} pour {zone}, mais ne {count, plural, one {sert} many {servent} other {servent}} pas cette zone.',
  'fix.server-lame':
    'Demandez au fournisseur DNS d’y ajouter la zone, ou retirez {count, plural, one {ce serveur} many {ces serveurs} other {ces serveurs}} {place, select, zone {des enregistrements NS de la zone} registrar {des serveurs de noms {hasAbove, select, true {déclarés dans la zone {above}} other {déclarés auprès du bureau d’enregistrement}}} other {{hasAbove, select, true {de la zone {above}} other {de la liste du bureau d’enregistrement}} et des enregistrements NS de la zone elle-même}}.',
  'finding.server-failing':
    '{servers} {count, plural, one {répond} many {répondent} other {répondent}} par une erreur pour {zone}{hasReason, select, true { ({reason})} other {}}.',
  'fix.server-failing':
    'Demandez au fournisseur DNS de réparer la zone sur {count, plural, one {ce serveur} many {ces serveurs} other {ces serveurs}}.',
  'finding.tcp-blocked':
    '{servers} {count, plural, one {raccourcit sa réponse} many {raccourcissent leurs réponses} other {raccourcissent leurs réponses}} en UDP, et la réponse complète n’arrive pas en TCP.',
  'fix.tcp-blocked':
    'Demandez au fournisseur DNS d’ouvrir le port 53 en TCP sur {count, plural, one {ce serveur} many {ces serveurs} other {ces serveurs}}. Si d’autres domaines sont concernés, c’est le pare-feu du bot qui le bloque.',
  'finding.dname-between':
    'Un enregistrement DNAME sur {name} redirige tous les noms situés en dessous : les enregistrements de ce nom sont donc sans effet.',
  'fix.dname-between':
    'Supprimez l’enregistrement DNAME sur {name}, ou utilisez un nom d’hôte qui n’est pas situé en dessous.',
  'finding.cname-mixed':
    'Le nom a un second CNAME ({observed}) en plus du bon. Un seul est permis, et les résolveurs peuvent suivre l’un ou l’autre.',
  'fix.cname-mixed': 'Supprimez le CNAME qui mène ailleurs et gardez le bon.',
  'finding.cname-loop': 'Les CNAME tournent en boucle ou forment une chaîne trop longue : {observed}.',
  'fix.cname-loop': 'Modifiez le CNAME pour qu’il pointe vers la cible.',
  'finding.partner-silent': 'Le CNAME mène à {name}, pour lequel aucun serveur de noms ne répond.',
  'fix.partner-silent':
    'Contactez le responsable de {name}, ou faites pointer cet enregistrement directement vers la cible.',
  'finding.cname-at-apex':
    'Le domaine lui-même a un CNAME ({observed}), ce que le DNS n’autorise pas : le courrier et d’autres enregistrements cessent de fonctionner pour certaines personnes.',
  'fix.cname-at-apex':
    'Supprimez le CNAME et ajoutez l’enregistrement d’adresse à la place, ou utilisez ce que votre fournisseur DNS appelle ALIAS, ANAME ou CNAME flattening.',
  'finding.domain-appended-to-value':
    'Le CNAME pointe vers {observed}, car l’interface DNS a ajouté le domaine à la valeur.',
  'fix.domain-appended-to-value':
    'Ressaisissez la valeur avec un point à la fin ({expected}.), ou choisissez « nom complet » si l’interface le propose.',
  'finding.value-garbled':
    'La valeur du CNAME est {observed} : d’autres caractères ont été collés avec le nom {expected}.',
  'fix.value-garbled':
    'Ressaisissez la valeur sous la forme {expected}, sans guillemets, espaces ni « https:// ».',
  'finding.cname-to-address':
    'Le CNAME pointe vers {observed}, une adresse IP. Un CNAME exige un nom d’hôte.',
  'fix.cname-to-address':
    'Supprimez le CNAME et ajoutez le bon enregistrement. Les adresses IP vont dans des enregistrements A ou AAAA.',
  'finding.cname-dangling': 'Le CNAME pointe vers {gone}, qui n’existe pas ou n’a pas d’adresse.',
  'fix.cname-dangling': 'Modifiez le CNAME pour qu’il pointe vers la cible.',
  'finding.domain-appended-to-name':
    'L’enregistrement a été ajouté sous le nom {appendedName}, car l’interface DNS a ajouté le domaine à un nom qui le contenait déjà.',
  'fix.domain-appended-to-name':
    'Supprimez cet enregistrement et ajoutez-le de nouveau, avec pour nom seulement la partie qui précède le domaine.',
  'finding.servers-lagging':
    '{ahead} {aheadCount, plural, one {a} many {ont} other {ont}} l’enregistrement ; {servers} {count, plural, one {a} many {ont} other {ont}} encore une copie plus ancienne de la zone.',
  'fix.servers-lagging':
    'Rien à faire, il suffit d’attendre : les serveurs copient la zone entre eux, en général en moins d’une heure. Si cela dure, interrogez le fournisseur DNS.',
  'finding.servers-disagree':
    'Les serveurs de noms sont en désaccord : {ahead} {aheadCount, plural, one {a} many {ont} other {ont}} l’enregistrement, {servers} ne {count, plural, one {l’a} many {l’ont} other {l’ont}} pas.',
  'fix.servers-disagree':
    '{place, select, registrar {Retirez {servers} des serveurs de noms {hasAbove, select, true {déclarés dans la zone {above}} other {déclarés auprès du bureau d’enregistrement}} : la zone elle-même ne {count, plural, one {le} many {les} other {les}} mentionne pas.} zone {Retirez de la zone les enregistrements NS qui nomment {servers} : {hasAbove, select, true {la zone {above}} other {le bureau d’enregistrement}} ne {count, plural, one {le} many {les} other {les}} mentionne pas.} other {Ajoutez aussi le même enregistrement sur {servers}, ou retirez {count, plural, one {ce serveur} many {ces serveurs} other {ces serveurs}} {hasAbove, select, true {de la zone {above}} other {de la liste du bureau d’enregistrement}} et des enregistrements NS de la zone elle-même.}}',
  'finding.wildcard-shadow':
    'Ce nom n’a pas d’enregistrement propre ; un enregistrement générique (wildcard) répond à sa place, avec {observed}.',
  'fix.wildcard-shadow':
    'Ajoutez un enregistrement pour ce nom. Il est prioritaire sur le wildcard, qui peut rester.',
  'finding.cloudflare-proxied':
    'Le nom est derrière le proxy de Cloudflare ({observed}){how, select, loop {, qui ne cesse de rediriger les visiteurs alors que le site fonctionne sans lui} error {, qui répond par une erreur (code {status}) alors que le site fonctionne sans lui} unseen {, et le bot ne peut pas voir s’il mène au site} other {, qui ne mène pas au site}}.',
  'fix.cloudflare-proxied':
    'Dans les réglages DNS de Cloudflare, faites pointer l’enregistrement vers la cible et passez-le de « Proxied » à « DNS only » (nuage gris). {how, select, loop {Avant de réactiver le proxy, choisissez le mode de chiffrement (SSL/TLS) « Full (strict) ».} other {Vous pourrez réactiver le proxy une fois le certificat émis.}}',
  'finding.cname-wrong': 'Le CNAME pointe vers {observed}, et non vers {expected}.',
  'fix.cname-wrong': 'Modifiez le CNAME pour qu’il pointe vers la cible.',
  'finding.address-private':
    'Le DNS contient {observed}, une adresse que l’on ne peut pas joindre par Internet.',
  'fix.address-private': 'Modifiez le DNS ainsi, dans cet ordre.',
  'finding.a-wrong': 'Le DNS contient {observed}, et non {expected}.',
  'fix.a-wrong': 'Modifiez le DNS ainsi, dans cet ordre.',
  'finding.a-mixed':
    'Le DNS contient la bonne adresse, mais aussi {observed} : certains visiteurs et l’autorité de certification arrivent sur un autre serveur.',
  'fix.a-mixed': 'Supprimez l’enregistrement en trop.',
  'finding.aaaa-left-over':
    'Le DNS contient encore une ancienne adresse IPv6 ({observed}), que les autorités de certification et de nombreux visiteurs préfèrent à l’IPv4.',
  'fix.aaaa-left-over': 'Supprimez l’enregistrement AAAA.',
  'finding.record-as-text':
    '{observed} se trouve dans un enregistrement TXT de ce nom, qui ne mène les visiteurs nulle part.',
  'fix.record-as-text':
    'Supprimez cet enregistrement TXT, puis ajoutez le bon enregistrement. Aucun autre enregistrement ne peut accompagner un CNAME.',
  'finding.record-missing':
    '{how, select, others {Il n’y a aucune adresse pour ce nom, et ses autres enregistrements ({observed}) excluent un CNAME.} beside {Il n’y a aucun enregistrement pour ce nom, mais il y en a un pour {location}.} six {Ce nom n’a qu’une adresse IPv6 ({observed}) : les visiteurs sans IPv6 ne peuvent pas l’atteindre.} hidden {Il n’y a aucun enregistrement pour ce nom. L’enregistrement générique (wildcard) ne s’y applique pas, car d’autres enregistrements existent à ce nom ou en dessous.} other {Il n’y a aucun enregistrement pour ce nom.}}',
  'fix.record-missing': 'Ajoutez l’enregistrement chez le fournisseur DNS du domaine.',
  'finding.server-silent':
    '{servers} ne {count, plural, one {répond} many {répondent} other {répondent}} pas, contrairement aux autres serveurs de noms.',
  'fix.server-silent':
    'Interrogez le fournisseur DNS au sujet de {count, plural, one {ce serveur} many {ces serveurs} other {ces serveurs}}, ou retirez-{count, plural, one {le} many {les} other {les}} {hasAbove, select, true {de la zone {above}} other {de la liste du bureau d’enregistrement}} {count, plural, one {s’il n’est plus utilisé} many {s’ils ne sont plus utilisés} other {s’ils ne sont plus utilisés}}.',
  'finding.dns-odd':
    'Le DNS n’est pas correct, pour une raison que le bot ne reconnaît pas{hasReason, select, true { ({reason})} other {}}.',
  'fix.dns-odd': 'Transmettez ceci au fournisseur DNS, ou vérifiez le domaine sur https://zonemaster.net .',
  'finding.server-unsigned':
    '{servers} {count, plural, one {envoie} many {envoient} other {envoient}} de mauvaises signatures pour {zone} ({reason}) : certains visiteurs n’obtiennent donc pas de réponse.',
  'fix.server-unsigned':
    'Demandez au fournisseur DNS de signer de nouveau la zone, ou de corriger le transfert vers {count, plural, one {ce serveur} many {ces serveurs} other {ces serveurs}}.',
  'finding.denial-unproven':
    '{servers} ne {count, plural, one {prouve} many {prouvent} other {prouvent}} pas l’absence de noms dans {zone} (pas d’enregistrements NSEC), alors que la zone est signée.',
  'fix.denial-unproven': 'Demandez au fournisseur DNS de signer la zone entièrement.',
  'finding.https-elsewhere':
    'Un enregistrement HTTPS sur {name} envoie les navigateurs vers {observed} au lieu de la bonne adresse.',
  'fix.https-elsewhere':
    'Supprimez l’enregistrement HTTPS de ce nom, ou corrigez les adresses qu’il indique.',
  'finding.ns-missing':
    'Certains serveurs de noms déclarés n’existent pas ou n’ont pas d’adresse publique : {servers}.',
  'fix.ns-missing':
    'Corrigez ou retirez {count, plural, one {ce nom} many {ces noms} other {ces noms}} {hasAbove, select, true {dans la zone {above}} other {auprès du bureau d’enregistrement}} et dans les enregistrements NS de la zone elle-même.',
  'finding.ns-alias':
    'Certains serveurs de noms sont déclarés par un alias (CNAME), que tous les résolveurs ne suivent pas : {servers}.',
  'fix.ns-alias': 'Déclarez des serveurs de noms qui ont leurs propres adresses.',
  'finding.glue-differs':
    '{hasAbove, select, true {La zone {above}} other {Le bureau d’enregistrement}} a pour {servers} d’autres adresses ({observed}) que {count, plural, one {sa} many {leur} other {leur}} propre zone ({expected}).',
  'fix.glue-differs':
    '{hasAbove, select, true {Dans la zone {above}} other {Auprès du bureau d’enregistrement}}, mettez à jour les adresses de {count, plural, one {ce serveur} many {ces serveurs} other {ces serveurs}} de noms (« glue records » ou « host records »).',
  'finding.aaaa-failing':
    '{servers} {count, plural, one {échoue} many {échouent} other {échouent}} sur les requêtes IPv6 (AAAA) au lieu de répondre qu’il n’y a pas d’enregistrement : certains visiteurs attendent ou n’obtiennent pas de réponse.',
  'fix.aaaa-failing':
    'Demandez au fournisseur DNS de corriger cela. La cause est souvent un pare-feu devant le serveur.',
  'finding.delegation-mismatch':
    '{hasAbove, select, true {La zone {above}} other {Le bureau d’enregistrement}} déclare {parent} comme serveurs de noms, mais la zone elle-même déclare {child}.',
  'fix.delegation-mismatch':
    'Rendez les deux listes identiques : saisissez les serveurs de noms du fournisseur actuel {hasAbove, select, true {dans la zone {above}} other {auprès du bureau d’enregistrement}} et comme enregistrements NS dans la zone elle-même.',
  'finding.target-failing':
    'Les résolveurs publics ne parviennent pas à résoudre {name}, l’hôte vers lequel pointent les enregistrements des clients.',
  'fix.target-failing':
    'Demandez au support de {provider} de vérifier le DNS de cet hôte. L’enregistrement du client est correct.',
  'finding.partner-bogus':
    '{how, select, unsure {DNSSEC est en erreur pour ce nom ou sur le chemin vers {name}, vers lequel pointe le CNAME{hasReason, select, true { ({reason})} other {}} ; les résolveurs ne disent pas où.} other {DNSSEC est en erreur pour {name}, vers lequel pointe le CNAME{hasReason, select, true { ({reason})} other {}} ; la zone du domaine n’est pas en cause.}}',
  'fix.partner-bogus':
    '{how, select, unsure {Vérifiez ce nom et {name} sur https://dnsviz.net , puis prévenez le responsable de la zone en erreur.} other {Prévenez le responsable du domaine {name}. Le client ne peut pas le corriger.}}',
  'finding.resolver-failing':
    '{servers} {count, plural, one {n’arrive} many {n’arrivent} other {n’arrivent}} pas à résoudre le nom{hasReason, select, true { ({reason})} other {}}.',
  'fix.resolver-failing':
    'Cela s’arrange souvent en quelques minutes. Sinon, demandez au fournisseur DNS si ses serveurs sont joignables de partout.',
  'finding.resolver-filtered':
    '{servers} {count, plural, one {bloque} many {bloquent} other {bloquent}} le nom comme indésirable ou dangereux.',
  'fix.resolver-filtered':
    'Demandez à l’opérateur du résolveur de réexaminer le domaine ; la plupart ont un formulaire pour cela.',
  'finding.resolver-rewriting':
    '{how, select, invents {{servers} {count, plural, one {invente} many {inventent} other {inventent}} des adresses pour des noms qui n’existent pas, dont une pour ce nom.} other {{servers} {count, plural, one {donne} many {donnent} other {donnent}} une réponse que la zone ne contient pas et qu’aucun cache ne peut encore avoir.}}',
  'fix.resolver-rewriting':
    'Le domaine n’est pas en cause. Interrogez l’opérateur de {count, plural, one {ce résolveur} many {ces résolveurs} other {ces résolveurs}}, ou demandez à l’admin du bot d’en surveiller d’autres (`DNS_RESOLVERS`).',
  'finding.resolvers-silent': 'Des résolveurs publics ne sont pas joignables d’ici : {servers}.',
  'fix.resolvers-silent':
    'Le domaine n’est pas en cause. Demandez à l’admin du bot de vérifier `DNS_RESOLVERS` et le pare-feu.',
  'finding.proxy-serves':
    '{how, select, loop {Le proxy placé devant le site ({observed}) ne cesse de rediriger les visiteurs, alors que le site fonctionne sans lui.} error {Le proxy placé devant le site ({observed}) répond par une erreur (code {status}), alors que le site fonctionne sans lui.} other {Un proxy répond pour ce nom ({observed}) et sert le site.}}',
  'fix.proxy-serves':
    '{place, select, settings {Vérifiez les réglages du proxy : il doit joindre la cible en HTTPS (chez Cloudflare : mode de chiffrement « Full (strict) »).} log {Regardez dans les journaux du proxy si l’erreur vient de lui (d’un pare-feu, par exemple) ou du site.} other {Rien à faire. Le certificat que voient les visiteurs est celui du proxy.}}',
  'finding.resolver-repeating':
    '{servers} {count, plural, one {donne} many {donnent} other {donnent}} encore l’ancienne réponse, alors que la copie en cache vue auparavant a expiré.',
  'fix.resolver-repeating':
    'Rien à faire, il suffit d’attendre : les grands résolveurs ont plusieurs caches, et chacun expire de son côté.',
  'finding.caches-waiting':
    'L’enregistrement est correct. {servers} {count, plural, one {a} many {ont} other {ont}} encore l’ancienne réponse en cache.',
  'fix.caches-waiting':
    'Rien à faire, il suffit d’attendre. Pour aller plus vite, videz les caches sur https://dns.google/cache et https://one.one.one.one/purge-cache/ .',
  'finding.dns-unchecked':
    '{how, select, blocked {Le DNS n’a pas pu être vérifié : les serveurs de noms du domaine ({servers}) ne répondent pas au bot, alors qu’un résolveur public dispose d’une réponse de leur part.} other {Le DNS n’a pas pu être vérifié : les serveurs interrogés par le bot ne lui ont pas répondu.}}',
  'fix.dns-unchecked':
    '{how, select, blocked {Si le domaine fonctionne pour les visiteurs, son fournisseur DNS bloque l’adresse du bot : demandez-lui de l’autoriser. Sinon, les serveurs sont en panne et les résolveurs répondent depuis leur cache.} other {Rien à faire sur le domaine ; le bot réessaie de lui-même. Si l’échec persiste, vérifiez le réseau du bot : il a besoin du port 53, en UDP et en TCP.}}',

  'finding.wildcard-needs-dns':
    'Un certificat pour le wildcard {name} exige un enregistrement DNS (DNS-01) ; il ne peut pas être émis par le site web (HTTP-01).',
  'fix.wildcard-needs-dns':
    'Demandez au support de {provider} comment le certificat wildcard de cette application est émis, ou mappez chaque nom d’hôte utilisé.',
  'finding.caa-forbids':
    'Les enregistrements CAA sur {name} ({observed}) n’autorisent pas {expected} à émettre un certificat.',
  'fix.caa-forbids': 'Ajoutez sur {name} un enregistrement CAA qui l’autorise ; les autres peuvent rester.',
  'finding.caa-critical':
    'Un enregistrement CAA sur {name} est marqué critique avec une balise inconnue ({observed}) : aucune autorité ne peut donc émettre de certificat.',
  'fix.caa-critical': 'Supprimez cet enregistrement CAA sur {name}, ou retirez-lui l’indicateur critique.',
  'finding.caa-failing':
    'Les serveurs de noms échouent sur les requêtes CAA pour {name} ({reason}) : les autorités de certification n’émettront donc pas de certificat.',
  'fix.caa-failing':
    'Demandez au fournisseur DNS de corriger cela : les requêtes CAA doivent obtenir une réponse, même sans enregistrement CAA.',
  'finding.caa-restricts':
    'Les enregistrements CAA sur {name} n’autorisent les certificats que sous conditions : {observed}.',
  'fix.caa-restricts':
    'Retirez les conditions (`accounturi`, `validationmethods`), sauf si vous savez que {provider} les remplit.',
  'finding.http-unreachable':
    'Le port 80 de {addresses} est injoignable : l’autorité de certification ne peut donc pas vérifier le nom.',
  'fix.http-unreachable':
    'Demandez au support de {provider} pourquoi le port 80 est fermé pour cette application.',
  'finding.http-challenge-blocked':
    'Le site répond, mais un pare-feu bloque les requêtes vers `/.well-known/acme-challenge/` sur {addresses}.',
  'fix.http-challenge-blocked': 'Autorisez ce chemin dans le pare-feu ou l’extension de sécurité.',
  'finding.http-not-http': 'Le port 80 de {addresses} ne parle pas HTTP.',
  'fix.http-not-http': 'Demandez au support de {provider} de vérifier le port 80 de cette application.',
  'finding.http-redirect-loop':
    'La requête de l’autorité de certification est prise dans une boucle de redirections{hasLocation, select, true { : {location}} other {}}.',
  'fix.http-redirect-loop':
    'Excluez `/.well-known/acme-challenge/` des redirections du site : vérifiez son extension de redirection, `.htaccess` et le réglage « Forcer HTTPS ».',
  'finding.http-redirect-bad':
    '{how, select, away {Le site redirige l’autorité de certification vers un autre serveur ({location}), qui ne peut pas confirmer ce nom.} other {L’autorité de certification ne peut pas suivre la redirection du site{hasLocation, select, true { : {location}} other {}}.}}',
  'fix.http-redirect-bad':
    '{how, select, away {Excluez `/.well-known/acme-challenge/` de la redirection, ou réglez l’adresse du site sur {name}.} other {Ne redirigez que vers un nom d’hôte public, en http ou en https sur les ports standard.}}',
  'finding.http-test-cookie':
    'Sur {addresses}, une protection anti-bots répond par un test JavaScript à la place du site.',
  'fix.http-test-cookie': 'Désactivez ce test pour `/.well-known/acme-challenge/`.',
  'finding.http-login':
    'Un mot de passe ou une règle d’accès bloque `/.well-known/acme-challenge/`{hasStatus, select, true { (code {status})} other {}}.',
  'fix.http-login':
    'Autorisez ce chemin sans connexion. Vérifiez la protection par mot de passe, les extensions de sécurité et les pages « bientôt disponible ».',
  'finding.http-error':
    'Le site répond par une erreur à la requête de l’autorité de certification{hasStatus, select, true { (code {status})} other {}}.',
  'fix.http-error':
    'Consultez le journal d’erreurs du site : il doit répondre pour qu’un certificat puisse être émis.',
  'finding.http-unexpected':
    'Le site répond de façon inhabituelle à la requête de l’autorité de certification{hasStatus, select, true { (code {status})} other {}}.',
  'fix.http-unexpected':
    'Si aucun certificat n’est émis, cherchez quelle extension ou règle répond pour `/.well-known/acme-challenge/`.',
  'finding.http-differs':
    '{addresses} répondent différemment sur le port 80 : il ne s’agit peut-être pas du même serveur.',
  'fix.http-differs':
    'Demandez au support de {provider} si toutes ces adresses appartiennent à cette application.',
  'finding.tls-refused':
    '{addresses} {addressCount, plural, one {refuse} many {refusent} other {refusent}} les connexions sur le port 443.',
  'fix.tls-refused': 'Demandez au support de {provider} de vérifier le port 443 de cette application.',
  'finding.tls-silent':
    '{addresses} ne {addressCount, plural, one {répond} many {répondent} other {répondent}} pas sur le port 443.',
  'fix.tls-silent':
    'Si cela dure, demandez au support de {provider} de vérifier le port 443 de cette application.',
  'finding.tls-reset':
    '{addresses} {addressCount, plural, one {ferme} many {ferment} other {ferment}} la connexion sur le port 443.',
  'fix.tls-reset': 'Demandez au support de {provider} de vérifier TLS pour cette application.',
  'finding.tls-absent':
    '{addresses} {addressCount, plural, one {répond} many {répondent} other {répondent}} sur le port 443 sans TLS, par exemple en HTTP non chiffré.',
  'fix.tls-absent': 'Demandez au support de {provider} d’activer TLS pour cette application.',
  'finding.tls-old':
    '{how, select, key {La clé du certificat de {addresses} est d’un type que les navigateurs n’acceptent pas.} other {{addresses} ne {addressCount, plural, one {parle} many {parlent} other {parlent}} que des versions TLS ou des chiffrements que les navigateurs n’acceptent plus.}}',
  'fix.tls-old':
    '{how, select, key {Demandez au support de {provider} un certificat avec une clé RSA, P-256 ou P-384.} other {Demandez au support de {provider} d’autoriser TLS 1.3, ainsi que TLS 1.2 avec des chiffrements actuels.}}',
  'finding.tls-failing': 'La négociation TLS avec {addresses} échoue.',
  'fix.tls-failing': 'Demandez au support de {provider} de vérifier TLS pour cette application.',
  'finding.certificate-expired':
    'Le certificat présenté par {addresses} a expiré. Date d’expiration : {validTo}.',
  'fix.certificate-expired':
    'Il n’a pas été renouvelé. {how, select, proxy {C’est le certificat du proxy : demandez à son opérateur, ou vérifiez-le dans les réglages du proxy.} other {Corrigez d’abord les autres constats éventuels, puis demandez au support de {provider} de le renouveler.}}',
  'finding.certificate-early':
    'Le certificat présenté par {addresses} n’est pas encore valide. Début de validité : {validFrom}.',
  'fix.certificate-early':
    'Attendez cette date, ou demandez au support de {provider} si une horloge est déréglée.',
  'finding.certificate-staging':
    'Le certificat présenté par {addresses} est un certificat de test ({issuer}), que les navigateurs ne reconnaissent pas.',
  'fix.certificate-staging': 'Demandez au support de {provider} d’émettre un vrai certificat.',
  'finding.certificate-self-signed':
    'Le certificat présenté par {addresses} est auto-signé : les navigateurs ne le reconnaissent donc pas.',
  'fix.certificate-self-signed': 'Demandez au support de {provider} d’émettre un vrai certificat.',
  'finding.chain-incomplete':
    '{addresses} {addressCount, plural, one {n’envoie} many {n’envoient} other {n’envoient}} pas le certificat intermédiaire ({issuer}) : certains visiteurs voient donc un avertissement.',
  'fix.chain-incomplete': 'Demandez au support de {provider} de fournir la chaîne complète.',
  'finding.chain-expired':
    'Le certificat présenté par {addresses} est correct, mais un autre certificat de la chaîne a expiré ou n’est pas encore valide ({issuer}).',
  'fix.chain-expired': 'Demandez au support de {provider} de fournir le certificat intermédiaire actuel.',
  'finding.certificate-untrusted':
    'Le certificat présenté par {addresses} (émetteur : {issuer}) n’est pas reconnu{hasReason, select, true { ({reason})} other {}}.',
  'fix.certificate-untrusted':
    'Demandez au support de {provider} d’émettre un certificat d’une autorité publique.',
  'finding.certificate-slow':
    'Le certificat prend plus de temps que d’habitude, sans raison visible de l’extérieur.',
  'fix.certificate-slow':
    'Vérifiez l’état SSL dans le tableau de bord {provider}, ou interrogez le support de {provider}. Ne retirez pas le domaine pour l’ajouter de nouveau : cela aide rarement et compte dans la limite hebdomadaire de l’autorité de certification.',
  'finding.name-unknown':
    '{addresses} ne {addressCount, plural, one {connaît} many {connaissent} other {connaissent}} pas encore {name}.',
  'fix.name-unknown':
    'Vérifiez que le domaine figure dans le tableau de bord {provider}. {provider} est peut-être encore en train de le mettre en place.',
  'finding.certificate-other-name':
    '{addresses} {addressCount, plural, one {a} many {ont} other {ont}} un certificat pour {names}, mais {how, select, lost {plus pour {name}} other {pas encore pour {name}}}.',
  'fix.certificate-other-name':
    '{how, select, lost {Le domaine avait déjà un certificat. Vérifiez l’état SSL dans le tableau de bord {provider}, ou interrogez le support de {provider}.} other {Rien à faire : le DNS est correct, {provider} peut donc émettre le certificat, en général en 10 à 15 minutes.}}',
  'finding.certificate-nameless':
    '{addresses} {addressCount, plural, one {présente} many {présentent} other {présentent}} un certificat sans aucun nom ({issuer}) au lieu d’un certificat pour {name}.',
  'fix.certificate-nameless': 'Demandez au support de {provider} quel certificat y est installé.',
  'finding.ssl-odd':
    'Le certificat n’est pas correct, pour une raison que le bot ne reconnaît pas{hasReason, select, true { ({reason})} other {}}.',
  'fix.ssl-odd': 'Transmettez ceci au support de {provider}.',
  'finding.certificate-expiring':
    'Le certificat arrive à expiration et n’a pas été renouvelé. Date d’expiration : {validTo}.',
  'fix.certificate-expiring':
    '{how, select, proxy {C’est le certificat du proxy : demandez à son opérateur, ou vérifiez-le dans les réglages du proxy.} other {Corrigez d’abord les autres constats éventuels, puis demandez au support de {provider} de le renouveler.}}',
  'finding.site-error':
    '{how, select, pause {Le site s’annonce indisponible pour le moment (code 503), comme WordPress pendant une mise à jour ou derrière une page « bientôt en ligne ».} download {Les navigateurs téléchargent la page ou affichent son code, à cause des en-têtes qui l’accompagnent.} source {Les visiteurs reçoivent le code PHP du site au lieu de la page, car le serveur n’exécute pas PHP.} shown {À la place de la page, les visiteurs voient un message d’erreur{hasTitle, select, true { ({title})} other {}}.} empty {Le site répond par une page vide.} fatal {À la place de la page, les visiteurs voient un message d’erreur PHP.} other {Le site répond par une erreur{hasStatus, select, true { (code {status})} other {}}.}}',
  'fix.site-error':
    '{how, select, pause {Attendez la fin de la mise à jour. Si cela dure, supprimez le fichier `.maintenance` du dossier de WordPress ou désactivez l’extension de maintenance.} download {Vérifiez ce qui définit `Content-Type` et `Content-Disposition` pour les pages : une extension de cache ou la configuration du serveur.} source {Demandez au support de {provider} pourquoi PHP n’est pas exécuté pour cette application.} other {Consultez le journal d’erreurs du site.}}',
  'finding.site-default-page':
    '{how, select, parking {Les visiteurs voient des publicités ou une offre de vente du domaine au lieu du site{hasTitle, select, true { ({title})} other {}}.} other {Les visiteurs voient la page par défaut de l’hébergeur au lieu du site{hasTitle, select, true { ({title})} other {}}.}}',
  'fix.site-default-page':
    '{how, select, parking {Cherchez qui a mis cette page en place : c’est le serveur de l’application qui l’envoie. Ensuite, attribuez le nom d’hôte à son site dans WordPress ou Ultimate Multisite.} other {Attribuez le nom d’hôte à son site dans WordPress ou Ultimate Multisite.}}',
  'finding.site-signup': 'Les visiteurs qui ouvrent {name} arrivent sur la page d’inscription du réseau.',
  'fix.site-signup':
    'Dans Ultimate Multisite, attribuez le nom d’hôte à son site et activez l’enregistrement de domaine.',
  'finding.site-install':
    '{name} affiche la page d’installation de WordPress : il n’y a donc pas encore de site.',
  'fix.site-install': 'Installez WordPress, ou reliez l’application à sa base de données.',
  'finding.site-suspended': '{name} indique que le site ou le compte est suspendu.',
  'fix.site-suspended': 'Réactivez le site dans Ultimate Multisite, ou le compte chez l’hébergeur.',
  'finding.site-network-main':
    '{name} affiche le site principal du réseau{hasLocation, select, true { ({location})} other {}}.',
  'fix.site-network-main': 'Dans Ultimate Multisite, attribuez le nom d’hôte à son site.',
  'finding.site-other-host':
    '{how, select, frame {{name} affiche {location} dans un cadre au lieu de son propre site.} astray {{name} envoie les visiteurs vers {location}, dont le DNS ne mène pas à cette application.} untrusted {{name} envoie les visiteurs vers {location}, qui n’a pas de certificat valide.} linked {{name} affiche un site dont l’adresse est {location} : ses liens éloignent les visiteurs du nouveau domaine.} other {{name} redirige vers un autre hôte{hasLocation, select, true { ({location})} other {}} : les visiteurs ne restent donc pas sur le nouveau domaine.}}',
  'fix.site-other-host':
    '{how, select, frame {Supprimez le cadre (redirection « masquée ») et attribuez le nom d’hôte à son site dans WordPress ou Ultimate Multisite.} astray {Faites pointer aussi {location} vers la cible, ou réglez l’adresse du site sur {name}.} untrusted {Mappez aussi {location} et attendez son certificat, ou réglez l’adresse du site sur {name}.} other {Réglez l’adresse du site sur le nouveau domaine (dans WordPress : Réglages → Général ; dans un réseau : le domaine du site) et supprimez les anciennes redirections.}}',
  'finding.site-redirects':
    'Les redirections du site ne finissent jamais, ou ne mènent nulle part{hasLocation, select, true { : {location}} other {}}.',
  'fix.site-redirects': 'Vérifiez les extensions de redirection, `.htaccess` et l’adresse du site.',
  'finding.site-silent':
    '{how, select, certificate {{addresses} {addressCount, plural, one {exige} many {exigent} other {exigent}} un certificat client, donc les visiteurs qui n’en ont pas n’obtiennent aucune page.} other {{addresses} ne {addressCount, plural, one {renvoie} many {renvoient} other {renvoient}} pas de page sur le port {how, select, secure {443} other {80}}{hasReason, select, true { ({reason})} other {}}.}}',
  'fix.site-silent':
    '{how, select, certificate {Demandez au support de {provider} de ne plus exiger de certificat client (mTLS) pour cette application.} other {Demandez au support de {provider} de vérifier le port {how, select, secure {443} other {80}} de cette application.}}',
  'finding.site-forbidden':
    '{how, select, here {Le serveur refuse l’accès à {name}{hasStatus, select, true { (code {status})} other {}} : au bot, et peut-être aux visiteurs.} limited {Le serveur reçoit trop de requêtes (code 429) et rejette le bot, peut-être aussi les visiteurs.} other {Le serveur rejette les requêtes pour tous les noms, pas seulement celui-ci{hasStatus, select, true { (code {status})} other {}}.}}',
  'fix.site-forbidden':
    '{how, select, here {Ouvrez le site dans un navigateur. S’il y est bloqué aussi, vérifiez les extensions de sécurité, les droits des fichiers et la présence d’un fichier d’index.} limited {Si cela dure, demandez au support de {provider} quelle limite de requêtes s’applique à cette application.} other {Demandez au support de {provider} de vérifier les règles d’accès de cette application.}}',
  'finding.site-login':
    'Le site demande de se connecter{hasStatus, select, true { (code {status})} other {}}.',
  'fix.site-login': 'Si les visiteurs doivent voir le site, retirez sa protection par mot de passe.',
  'finding.site-other':
    '{how, select, unread {Le site répond d’une manière que le bot ne sait pas lire : la page n’a pas été vérifiée.} other {Le site répond, mais ne ressemble pas à WordPress{hasTitle, select, true { ({title})} other {}}.}}',
  'fix.site-other': 'Vérifiez que c’est le bon site.',
  'finding.ssl-unchecked': 'Le certificat n’a pas pu être vérifié d’ici.',
  'fix.ssl-unchecked':
    'Rien à faire sur le domaine : le bot n’a pas pu joindre les adresses de l’application et réessaie de lui-même. Si l’échec persiste, vérifiez le réseau du bot.',
});
