import type { en } from '../en/en.js';
import { translation } from '../messages.js';
import { attentionPtBr } from './domain/attention.js';
import { customerPtBr } from './domain/customer.js';
import { eventsPtBr } from './domain/events.js';
import { findingNamesPtBr } from './domain/finding-names.js';
import { findingsPtBr } from './domain/findings.js';
import { pairEventsPtBr } from './domain/pair-events.js';
import { sitePtBr } from './domain/site.js';
import { configurationPtBr } from './operator/configuration.js';
import { operationsPtBr } from './operator/operations.js';
import { reportsPtBr } from './operator/reports.js';
import { shellPtBr } from './operator/shell.js';
import { storesPtBr } from './operator/stores.js';
import { answersPtBr } from './slack/answers.js';
import { dialogsPtBr } from './slack/dialogs.js';
import { problemsPtBr } from './slack/problems.js';
import { settingsPtBr } from './slack/settings.js';
import { teamPtBr } from './slack/team.js';
import { wordsPtBr } from './words.js';

declare module '../messages.js' {
  interface PluralCategories {
    'pt-BR': 'one' | 'many' | 'other';
  }
}

/** Brazilian Portuguese. The reader is “você”; hosting companies are feminine (“a Closte”). */
export const ptBr = translation<'pt-BR', typeof en>()({
  ...answersPtBr,
  ...attentionPtBr,
  ...customerPtBr,
  ...dialogsPtBr,
  ...eventsPtBr,
  ...findingsPtBr,
  ...findingNamesPtBr,
  ...operationsPtBr,
  ...pairEventsPtBr,
  ...problemsPtBr,
  ...sitePtBr,
  ...storesPtBr,
  ...settingsPtBr,
  ...teamPtBr,
  ...reportsPtBr,
  ...configurationPtBr,
  ...shellPtBr,
  ...wordsPtBr,

  'stage.name.adding': 'Adicionando',
  'stage.name.checking-dns': 'Verificando DNS',
  'stage.name.checking-ssl-cert': 'Verificando SSL',
  'stage.name.done': 'Pronto',
  'stage.name.done-without-ssl': 'Pronto (sem SSL)',
  'stage.name.failed': 'Falha no DNS',
  'stage.name.ssl-failed': 'Falha no SSL',
  'stage.name.removing': 'Removendo',
  'stage.name.removed': 'Removido',
  'stage.name.drifted': 'Estava pronto, mas o DNS mudou',
  'stage.name.unserved': 'Estava pronto, mas ficou sem certificado',
  'stage.name.unrouted': 'Não chega ao site',
  'stage.name.disturbed': 'Estava pronto, mas há um problema',
  'stage.name.refused': 'Recusado pela {provider}',
  'stage.name.denied': 'Sem permissão',

  'who.customer': 'aguardando o cliente',
  'who.agency': 'sua vez',
  'who.host': 'aguardando a {provider}',

  'watch.ended': ':no_entry_sign: Sem novas verificações. Clique em *Verificar agora* para recomeçar.',
  'watch.slow': 'Continua sendo verificado cerca de uma vez por dia (até: {until}).',

  'card.text': '{hostname}: {stage}',
  'card.title': '*{hostname}*  {stage}',
  'card.asked':
    '{isSystem, select, true {Adicionado no Ultimate Multisite} other {Solicitado por {person}}} · {at}',
  'card.site':
    'Site {site} no Ultimate Multisite{state, select, requested {: o registro de domínio será criado} refused {: sem registro de domínio ({error})} removed {: registro de domínio excluído} other {}}',
  'card.note': 'Observação: {note}',
  'card.source': 'Origem: {message}',
  'card.source.message': 'esta mensagem',
  'card.replaces.deleted': 'O primeiro cartão foi excluído. Respostas anteriores: {thread}.',
  'card.replaces.locked': 'As respostas ao primeiro cartão estão bloqueadas. Respostas anteriores: {thread}.',
  'card.replaces.joined': 'O nome com www tinha um cartão próprio. Respostas anteriores: {thread}.',
  'card.replaces.moved': 'Movido de {channel} para cá. Respostas anteriores: {thread}.',
  'card.moved': ':arrow_right: {hostname} agora está em {channel}: {card}.',
  'card.fixed': 'O Slack não permite mais editar o cartão acima, então as atualizações aparecem aqui.',
  'card.earlier': 'ver a thread',
  'card.approval':
    ':raised_hand: {person} quer desmapear este domínio. Outra pessoa precisa aprovar na thread (prazo: {until}).',
  'card.sent': ':email: {person} enviou uma mensagem ao cliente ({at}).',
  'card.check': 'Verificar agora',
  'card.customer': 'Mensagem para o cliente',
  'card.dashboard': 'Painel da {provider}',
  'card.history': 'Histórico',
  'card.unmap': 'Desmapear…',

  'axis.alias.requested': ':hourglass_flowing_sand: *{provider}*  adicionando o domínio',
  'axis.alias.accepted': ':white_check_mark: *{provider}*  domínio adicionado',
  'axis.alias.own': ':white_check_mark: *{provider}*  atende os subdomínios da rede',
  'axis.alias.refused': ':x: *{provider}*  recusou o domínio: {reason}',
  'axis.alias.removing': ':hourglass_flowing_sand: *{provider}*  removendo o domínio',
  'axis.alias.removed': ':wastebasket: *{provider}*  domínio removido',
  'axis.alias.unknown':
    ':warning: *{provider}*  não confirmou o último pedido; o bot confere antes de tentar de novo',
  'axis.alias.not-asked':
    ':no_entry: *{provider}*  não foi contatada, porque a pessoa não tem permissão para mapear domínios',
  'axis.alias.last-error': '(último erro: {reason})',
  'axis.dns.waiting': ':white_circle: *DNS*  será verificado quando a {provider} tiver o domínio',
  'axis.dns.unknown': ':hourglass_flowing_sand: *DNS*  ainda não verificado',
  'axis.dns.wrong':
    ':hourglass_flowing_sand: *DNS*  {isSplit, select, true {o registro está em {right} de {servers} servidores de nomes.} other {{wasReady, select, true {não aponta mais para cá.} other {ainda não aponta para cá.}}}}',
  'axis.dns.published':
    ':hourglass_flowing_sand: *DNS*  o registro já está {servers, plural, one {no servidor de nomes} =2 {nos dois servidores de nomes} many {em todos os # de servidores de nomes} other {em todos os # servidores de nomes}}; {isSeenByAll, select, true {todos os resolvedores públicos já veem a mudança, e mais uma verificação vai confirmar.} other {a mudança já é visível em {resolversRight} de {resolversOf} resolvedores públicos.}}',
  'axis.dns.outlook': 'Previsão: {resolvers}; todos ({at}).',
  'axis.dns.outlook.one': '{resolver} ({at})',
  'axis.dns.propagated': ':white_check_mark: *DNS*  aponta para cá em toda parte',
  'axis.ssl.waiting': ':white_circle: *SSL*  o certificado será emitido quando o DNS estiver certo',
  'axis.ssl.unknown': ':hourglass_flowing_sand: *SSL*  ainda não verificado',
  'axis.ssl.absent':
    ':hourglass_flowing_sand: *SSL*  {wasReady, select, true {não há mais certificado.} other {ainda sem certificado.}}',
  'axis.ssl.invalid': ':x: *SSL*  o certificado não é válido.',
  'axis.ssl.valid': ':white_check_mark: *SSL*  certificado válido.',
  'axis.ssl.expiring': ':warning: *SSL*  válido, mas prestes a expirar.',
  'axis.blind': ':warning: Não é possível verificar (desde: {since}).',

  'dns.found.values': 'O DNS tem {values}.',
  'dns.found.unregistered': 'O domínio não está registrado, ou o registro expirou.',
  'dns.found.no-servers': 'O domínio não tem servidores de nomes que funcionem.',
  'dns.found.nxdomain': 'O DNS não tem registro para este nome.',
  'dns.found.lame': 'Os servidores de nomes não têm esta zona.',
  'dns.found.empty': 'O nome existe no DNS, mas não tem endereço.',
  'dns.found.cached':
    'Os servidores de nomes têm o registro certo, mas os resolvedores públicos ainda guardam o antigo em cache.',
  'dns.found.unresolved':
    'Os servidores de nomes têm o registro certo, mas os resolvedores públicos não o retornam.',

  'dns.server.right': ':white_check_mark: {server}: {seen}',
  'dns.server.wrong': ':x: {server}: {seen}',
  'dns.server.worthless': ':grey_question: {server}: {seen}',
  'dns.server.silent': ':grey_question: {server}: {seen}',
  'dns.ttl': '(em cache por até {duration})',
  'dns.outcome.answer': 'respondeu sem registros',
  'dns.outcome.empty': 'nenhum registro de endereço',
  'dns.outcome.nxdomain': 'o nome não existe',
  'dns.outcome.lame': 'não tem a zona',
  'dns.outcome.refused': 'recusou a consulta',
  'dns.outcome.servfail': 'falhou (SERVFAIL)',
  'dns.outcome.bogus': 'rejeitou a resposta (DNSSEC)',
  'dns.outcome.filtered': 'bloqueia o nome',
  'dns.outcome.other-rcode': 'respondeu com um erro',
  'dns.outcome.timeout': 'sem resposta',
  'dns.outcome.unreachable': 'inacessível',
  'dns.outcome.malformed': 'enviou uma resposta ilegível',
  'dns.outcome.truncated': 'enviou uma resposta cortada; a completa não chega por TCP',
  'dns.outcome.blocked': 'não consultado: o endereço não é público',

  'ssl.served.nowhere': 'Não há endereço para verificar.',
  'ssl.served.trusted': 'Emitido por {issuer} (validade: {validTo}).',
  'ssl.served.untrusted': 'O certificado de {issuer} não é confiável: {error}.',
  'ssl.served.other-name': 'O servidor apresenta um certificado para {names}.',
  'ssl.served.unknown-name': '{address} ainda não conhece o nome.',
  'ssl.served.nameless': 'O servidor mostra um certificado sem nenhum nome.',
  'ssl.served.not-tls': '{address} não usa TLS.',
  'ssl.served.old-tls': '{address} não oferece nenhum TLS que os navegadores aceitem.',
  'ssl.served.reset': '{address} fechou a conexão.',
  'ssl.served.refused': '{address} recusa conexões.',
  'ssl.served.timeout': '{address} não respondeu a tempo.',
  'ssl.served.unreachable': '{address} está inacessível.',
  'ssl.served.handshake-failed': 'O handshake TLS com {address} falhou.',
  'ssl.served.blocked': '{address} não é um endereço público e não foi verificado.',
  'ssl.error.CERT_HAS_EXPIRED': 'expirado',
  'ssl.error.CERT_NOT_YET_VALID': 'ainda não é válido',
  'ssl.error.DEPTH_ZERO_SELF_SIGNED_CERT': 'autoassinado',
  'ssl.error.SELF_SIGNED_CERT_IN_CHAIN': 'emitido por uma autoridade desconhecida',
  'ssl.error.UNABLE_TO_GET_ISSUER_CERT_LOCALLY': 'emitido por uma autoridade desconhecida',
  'ssl.error.UNABLE_TO_VERIFY_LEAF_SIGNATURE': 'falta o certificado intermediário',
  'ssl.error.UNSPECIFIED': 'um erro que a verificação não sabe identificar',
  'ssl.error.INVALID_PURPOSE': 'não emitido para sites',

  'record.type': 'Tipo',
  'record.name': 'Nome',
  'record.value': 'Valor',
  'record.create': 'Adicione este registro',
  'record.change': 'Altere o registro para',
  'record.delete': 'Exclua este registro',

  'todo.records':
    '*Próximo passo:* o cliente precisa adicionar {count, plural, one {este registro} many {estes registros} other {estes registros}} no provedor de DNS dele e excluir qualquer outro registro A, AAAA ou CNAME com o mesmo nome.\n{records}',
  'todo.records-after-failure':
    '*O registro não ficou certo a tempo.* Peça ao cliente que adicione {count, plural, one {este registro} many {estes registros} other {estes registros}} e depois clique em *Verificar agora*.\n{records}',
  'todo.needs-address':
    'Este é o domínio raiz, que não pode ter CNAME, e o app não tem nenhum endereço IP configurado. Peça ao administrador do bot que inclua um em `{targetsVariable}`.',
  'todo.alternative': 'Se ali não der para usar CNAME:\n{records}',
  'todo.wait-for-caches':
    'Nada a fazer, é só esperar: alguns resolvedores públicos ainda guardam a resposta antiga em cache.',
  'todo.wait-for-check': 'Nada a fazer: a próxima verificação vai confirmar.',
  'todo.wait-until':
    'Nada a fazer, é só esperar: a resposta antiga terá saído de todos os caches (previsão: {at}).',
  'todo.wait-for-ssl':
    'Nada a fazer: o DNS está certo, então a {provider} pode emitir o certificado, o que costuma levar de 10 a 15 minutos.',
  'todo.refused':
    '*A {provider} recusou o domínio.* Veja no painel da {provider} se ele está em uso em outro site. Depois clique em *Verificar agora* para tentar de novo, ou desmapeie o domínio.',
  'todo.ssl-failed':
    '*Nenhum certificado foi emitido a tempo.* Confira o painel da {provider} e depois clique em *Verificar agora*.',
});
