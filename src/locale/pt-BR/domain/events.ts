import type { eventsEn } from '../../en/domain/events.js';
import { translation } from '../../messages.js';

/** Brazilian Portuguese: one sentence for each event. */
export const eventsPtBr = translation<'pt-BR', typeof eventsEn>()({
  'event.domain.requested':
    '{isSystem, select, true {{hostname} foi adicionado no Ultimate Multisite.} other {{person} solicitou {hostname}.}}',
  'event.domain.done':
    ':tada: {hostname} está pronto{late, select, true {, mais tarde que o esperado,} other {}} após {afterMs}.',
  'event.domain_record.requested':
    '{person} solicitou um registro de domínio para o site {site} no Ultimate Multisite.',
  'event.domain_record.created':
    ':page_facing_up: {already, select, true {O Ultimate Multisite já tem o registro de domínio} other {O Ultimate Multisite criou o registro de domínio}} para o site {site}.',
  'event.domain_record.found':
    ':page_facing_up: O Ultimate Multisite tem um registro de domínio para o site {site}.',
  'event.domain_record.removed':
    ':wastebasket: {already, select, true {O Ultimate Multisite já tinha excluído o registro de domínio.} other {O Ultimate Multisite excluiu o registro de domínio.}}',
  'event.domain_record.refused':
    ':x: O Ultimate Multisite se recusou a {remove, select, true {excluir} other {criar}} o registro de domínio: {message} Faça isso lá manualmente, em Domínios.',
  'event.domain_record.vanished':
    ':wastebasket: O registro de domínio foi excluído no Ultimate Multisite, então {hostname} também está sendo desmapeado aqui.',
  'event.domain_record.renamed':
    ':warning: O registro de domínio foi renomeado para {to} no Ultimate Multisite{remove, select, true {, por isso foi mantido lá.} other {. A {provider} ainda tem {hostname}: desmapeie o domínio se ninguém precisar dele.}}',
  'event.alias.added':
    '{already, select, true {A {provider} já tem o domínio.} other {A {provider} adicionou o domínio em {afterMs}.}}',
  'event.alias.lost':
    ':warning: A {provider} não tem mais o domínio. O bot está adicionando o domínio de novo.',
  'event.alias.refused': ':x: A {provider} recusou o domínio: {message}',
  'event.alias.removed':
    ':wastebasket: {already, select, true {A {provider} não tem mais o domínio.} other {A {provider} removeu o domínio em {afterMs}.}}',
  'event.alias.remove_refused':
    ':x: A {provider} se recusou a remover o domínio: {message} O mapeamento continua.',
  'event.dns.published':
    ':mag: O registro DNS está certo após {afterMs}: {servers, plural, =0 {já está nos servidores de nomes} one {já está no servidor de nomes} =2 {já está nos dois servidores de nomes} many {já está em todos os # de servidores de nomes} other {já está em todos os # servidores de nomes}}. Próximo passo: a {provider} emite o certificado.',
  'event.dns.propagated':
    ':globe_with_meridians: O DNS se propagou após {afterMs}: {resolvers, plural, =0 {os resolvedores públicos veem o registro} one {o resolvedor público vê o registro} =2 {os dois resolvedores públicos veem o registro} many {todos os # de resolvedores públicos veem o registro} other {todos os # resolvedores públicos veem o registro}}.',
  'event.dns.stuck':
    ':mag_right: {again, plural, =0 {*Há um problema.*} one {*Ainda há um problema.*} many {*Ainda há um problema.*} other {*Ainda há um problema.*}} {finding}',
  'event.dns.cleared':
    ':white_check_mark: Resolvido após {afterMs}: {findingName}. {hasNext, select, true {Ainda falta: {nextName}.} other {{nowState, select, published {Agora o registro está certo.} propagated {Agora o registro está certo.} wrong {O DNS continua sem apontar para cá.} other {}}}}',
  'event.dns.drifted': ':rotating_light: *O DNS mudou:* o domínio não aponta mais para cá.',
  'event.dns.restored': ':white_check_mark: O domínio voltou a apontar para cá após {afterMs}.',
  'event.dns.failed':
    ':x: *Falha no DNS:* o registro ainda não está certo após {afterMs}. As verificações continuam cerca de uma vez por dia durante duas semanas.',
  'event.ssl.issued':
    ':lock: Certificado emitido{late, select, true {, mais tarde que o esperado,} other {}} após {afterMs}, por {issuer} (validade: {validTo}).',
  'event.ssl.stuck':
    ':mag_right: {again, plural, =0 {*O certificado travou.*} one {*O certificado continua travado.*} many {*O certificado continua travado.*} other {*O certificado continua travado.*}} {finding}',
  'event.ssl.cleared':
    ':white_check_mark: Resolvido após {afterMs}: {findingName}. {hasNext, select, true {Ainda falta: {nextName}.} other {{nowState, select, valid {Agora o certificado é válido.} expiring {O certificado é válido, mas está prestes a expirar.} absent {Continua sem certificado.} other {}}}}',
  'event.ssl.expiring':
    '{expired, select, true {:rotating_light: *O certificado expirou* ({validTo}).} other {:warning: *O certificado expira em {leftMs}* ({validTo}) e não foi renovado.}}',
  'event.ssl.renewed': ':lock: {issuer} renovou o certificado (nova validade: {validTo}).',
  'event.ssl.failed':
    ':x: *Falha no SSL:* nenhum certificado válido após {afterMs}. As verificações continuam cerca de uma vez por dia durante duas semanas.',
  'event.check.requested': ':arrows_counterclockwise: {person} pediu uma verificação.',
  'event.unmap.proposed':
    ':raised_hand: {person} quer desmapear {hostname}. Outra pessoa precisa aprovar (prazo: {until}).',
  'event.unmap.requested': ':wastebasket: {person} pediu para desmapear {hostname}.',
  'event.unmap.approved': ':wastebasket: {person} aprovou o pedido para desmapear {hostname}.',
  'event.unmap.declined':
    '{hasRequester, select, true {{person} recusou o pedido de {requester}.} other {{person} recusou o pedido.}} {hostname} continua mapeado.',
  'event.unmap.withdrawn': '{person} retirou o pedido. {hostname} continua mapeado.',
  'event.customer_message.sent':
    ':email: {person} enviou uma mensagem ao cliente{topic, select, to_do {: o que mudar no DNS} one_left {: o que falta mudar no DNS} down {: como colocar o site de volta no ar} expiring {: como renovar o certificado} works {: tudo funciona} other {}}.',
  'event.customer_message.unanswered':
    ':bell: {sentBy}, nada mudou no DNS do cliente desde a sua mensagem, há {afterMs}.',
  'event.domain_connect.approved':
    ':white_check_mark: O cliente aprovou as alterações de DNS no provedor {dnsProvider}. Verificando agora.',
  'event.domain_connect.cancelled':
    ':information_source: O cliente abriu o link do provedor {dnsProvider}, mas cancelou. Nada mudou lá.',
  'event.domain_connect.failed':
    ':warning: O cliente abriu o link, mas o provedor {dnsProvider} informou um erro ({code}). As alterações ainda podem ser feitas manualmente.',
  'event.card.joined': ':link: {hostname} agora compartilha este cartão com {primaryHostname}.',
  'event.card.moved': ':arrow_right: {person} moveu {hostname} de {fromChannel} para {toChannel}.',
  'event.unmap.expired': 'Ninguém aprovou o pedido a tempo. {hostname} continua mapeado.',
  'event.unmap.followed': ':wastebasket: {hostname} também está sendo desmapeado, como {person} pediu.',
  'event.access.denied':
    ':no_entry: {person} tentou {permission, select, map {mapear {hostname}} unmap {desmapear {hostname}} move {mover o cartão de {hostname}} approve {aprovar o pedido para desmapear {hostname}} audit {usar os comandos audit, sync ou doctor} configure {alterar configurações} assign {cuidar de {hostname}} view {ver estes domínios} other {verificar {hostname}}}, mas não tem permissão. Nada mudou.',
  'event.setting.changed':
    ':gear: {person} {isSame, select, true {escolheu} other {alterou}} uma configuração {scope, select, channel {do canal {forChannel}} other {do app {app}}}: {setting}, {isSame, select, true {{to} (sem alteração)} other {{from} → {to}}}{isReset, select, true { ({scope, select, channel {sem configuração própria no canal} other {o padrão}})} other {}}.',
  'event.error.logged':
    ':warning: {source}: {message}{retried, select, true { O bot tenta de novo sozinho, cada vez com menos frequência; desmapeie o domínio para interromper.} other {}}{again, plural, =0 {} one { (mais # vez desde então)} many { (mais # de vezes desde então)} other { (mais # vezes desde então)}}',
  'reply.of-one': '*{hostname}*  {reported}',
  'event.unknown':
    '{type}: registrado por uma versão mais nova deste bot. Atualize o bot para ver o evento descrito.',
  'unknown.time': 'um tempo desconhecido',
  'unknown.value': '(desconhecido)',

  'log.check-failed': 'Uma verificação falhou e será repetida. A causa está no log: procure por {incident}.',
  'log.at': 'Registrado no log: {at}.',
  'log.invalid-domain':
    'A {provider} rejeitou o nome como inválido. Isso é normal para os subdomínios da própria rede, que não precisam de alias. Para qualquer outro nome, confira a grafia.',
  'log.dns-given-up':
    'O Ultimate Multisite desiste depois de algumas tentativas; este bot continua verificando. Quando o DNS estiver certo, mude lá a etapa do domínio para “Verificando DNS” e salve.',
  'log.ssl-given-up':
    'O Ultimate Multisite desiste depois de algumas tentativas; este bot continua verificando. Quando o certificado funcionar, mude lá a etapa do domínio para “Pronto”.',
  'log.loopback':
    'O Ultimate Multisite acessa o domínio para testá-lo, o que falha até que o DNS e o certificado estejam certos. O cartão mostra como estão os dois.',
  'log.certificate':
    'Esta é a verificação de certificado do próprio Ultimate Multisite. O cartão mostra o que os visitantes recebem.',
  'log.record':
    'O site não tem registro de domínio. Crie um com `/domain map <hostname> --site ID`, ou lá, em Domínios.',
  'log.no-key':
    'O plugin não encontrou {keyVariable} no wp-config.php dele, então não consegue registrar domínios na {provider}.',
  'log.provider-answer':
    'A {provider} respondeu ao plugin com um erro. Digite `/domain doctor` para ver se ela responde a este bot.',
});
