import type { dialogsEn } from '../../en/slack/dialogs.js';
import { translation } from '../../messages.js';

/** Brazilian Portuguese: dialogs, lists of many domains, mentions and the Home tab. */
export const dialogsPtBr = translation<'pt-BR', typeof dialogsEn>()({
  'map.dialog.title': 'Mapear domínios',
  'map.dialog.submit': 'Continuar',
  'map.dialog.hostnames': 'Domínios',
  'map.dialog.hostnames.hint':
    'Um ou vários, colados como estiverem: pode ter links, vírgulas e quebras de linha.',
  'map.dialog.file': 'Ou um arquivo CSV',
  'map.dialog.file.hint':
    'Até 500 domínios, um por linha. As colunas “app”, “site” e “note” também são usadas.',
  'map.dialog.app': 'App',
  'map.dialog.site': 'Site',
  'map.dialog.site.hint':
    'Cria o registro de domínio no Ultimate Multisite, para que os visitantes cheguem a este site.',
  'map.dialog.site.for-all':
    'Todos estes domínios levarão a este site. Se cada um levar a um site diferente, mapeie um por vez ou use um arquivo com uma coluna “site”.',
  'map.dialog.site.search': 'Busque por título, endereço ou ID',
  'map.dialog.channel': 'Canal',
  'map.dialog.channel.hint': 'Os cartões aparecem nele.',
  'map.dialog.note': 'Observação para a equipe',
  'map.dialog.none-found': 'Nenhum domínio encontrado nesta mensagem. Digite aqui.',
  'map.dialog.needed': 'Digite um domínio ou adicione um arquivo.',
  'map.dialog.other-site': 'Este site está na rede do app {app}. Escolha esse app ou outro site.',
  'message.help':
    'Pergunte sobre um domínio, como `shop.example.com?`, ou digite `/domain help` para ver todos os comandos.',
  'message.more':
    '{count, plural, one {Mais # domínio não foi mostrado.} many {Mais # de domínios não foram mostrados.} other {Mais # domínios não foram mostrados.}} Use a busca ou pergunte sobre até dez por vez.',
  'message.file': 'O que faço com os domínios de {file}? Antes, você verá uma simulação.',
  'message.file.map': 'Mapear',
  'message.file.map-on': 'Mapear em {app}',
  'message.file.check': 'Verificar',
  'message.file.unmap': 'Desmapear…',
  'message.file.unread': 'Não consigo ler {file}. Envie uma lista de domínios em CSV ou texto.',
  'message.no-dialog':
    'Isso abre uma janela, o que o Slack só permite depois de um comando de barra: digite com `/domain` na frente.',
  'home.title': 'Domínios',
  'home.map': 'Mapear domínios',
  'home.search': 'Buscar',
  'home.search.label': 'O que você procura?',
  'home.search.hint':
    'Parte do domínio, uma etapa, um app, um provedor de DNS, ou “stuck” (travados), “waiting” (aguardando), “mine” (meus).',
  'home.settings': 'Configurações',
  'home.mine': '*Meus domínios*',
  'home.ready': '*Prontos nesta semana*',
  'home.expiring': '*Certificados que expiram em breve*',
  'home.expires': '{line} · validade: {at}',
  'home.stages': '*Por etapa*',
  'home.stage': '{stage}: {count}',
  'home.trend':
    'Nos últimos 7 dias: solicitados {requested} (na semana anterior, {requestedBefore}), prontos {done} (na semana anterior, {doneBefore}).',
  'dialog.notice': 'Domínios',
  'dialog.working': 'Só um momento…',
  'dialog.done': 'Pronto. Você já pode fechar esta janela.',
  'dialog.close': 'Fechar',
  'dialog.back': 'Voltar',
  'mapped.note-unused': 'Sua observação não foi incluída, porque o domínio já estava mapeado: {note}',

  'batch.dialog.unmap.title': 'Desmapear domínios',
  'batch.dialog.check.title': 'Verificar domínios',
  'batch.plan.title': 'Simulação',
  'batch.plan.none':
    'Nada a fazer: {kind, select, map {nenhuma linha é um domínio que possa ser mapeado} unmap {nenhuma linha é um domínio que possa ser desmapeado} other {nenhuma linha é um domínio mapeado}}.',
  'batch.plan.map':
    '{ready, plural, one {*# domínio* será mapeado} many {*# de domínios* serão mapeados} other {*# domínios* serão mapeados}} no app {app}. Nada mudou ainda.',
  'batch.plan.unmap':
    '{ready, plural, one {*# domínio* será desmapeado: a {provider} vai excluir o domínio, e os visitantes dele vão deixar} many {*# de domínios* serão desmapeados: a {provider} vai excluir os domínios, e os visitantes deles vão deixar} other {*# domínios* serão desmapeados: a {provider} vai excluir os domínios, e os visitantes deles vão deixar}} de chegar ao site. Nada mudou ainda.',
  'batch.plan.check':
    '{ready, plural, one {*# domínio* será verificado} many {*# de domínios* serão verificados} other {*# domínios* serão verificados}}.',
  'batch.plan.approval': 'Outra pessoa precisa aprovar em até {duration}.',
  'batch.plan.pace':
    'Isso leva cerca de {duration}: a {provider} aceita um número limitado de alterações por minuto.',
  'batch.plan.more': '… e mais {count, plural, one {#} many {#} other {#}}',
  'batch.plan.submit':
    '{kind, select, map {Mapear {count}} unmap {{isProposed, select, true {Pedir para desmapear {count}} other {Desmapear {count}}}} other {Verificar {count}}}',
  'batch.forecast.ready':
    '{kind, select, map {:new: *Novos* ({count})} unmap {:wastebasket: *A desmapear* ({count})} other {:mag: *A verificar* ({count})}}',
  'batch.forecast.nothing':
    '{kind, select, map {:white_check_mark: *Já mapeados* ({count})} other {:white_check_mark: *Já em remoção* ({count})}}',
  'batch.forecast.other-app': ':twisted_rightwards_arrows: *Em outro app* ({count})',
  'batch.forecast.repeated':
    ':heavy_minus_sign: *Repetidos na lista, ou o nome com www de outra linha* ({count})',
  'batch.forecast.refused': ':no_entry: *Não é possível* ({count})',
  'batch.line': '{hostname}',
  'batch.line.other-app': '{hostname} (app {app})',
  'batch.line.not-mapped': '{hostname}: não mapeado',
  'batch.line.refused': '{hostname}: {reason}',

  'batch.title':
    '*{kind, select, map {Mapear} unmap {Desmapear} other {Verificar}} {all, plural, one {# domínio} many {# de domínios} other {# domínios}}*, a pedido de {person}',
  'batch.progress':
    '{bar}  {finished} de {all}{failed, plural, =0 {} one { · # com falha} many { · # com falha} other { · # com falha}}{late, plural, =0 {} one { · # ainda sem confirmação} many { · # ainda sem confirmação} other { · # ainda sem confirmação}}',
  'batch.ended':
    ':checkered_flag: {done, plural, one {# domínio {kind, select, map {mapeado} unmap {desmapeado} other {verificado}}} many {# de domínios {kind, select, map {mapeados} unmap {desmapeados} other {verificados}}} other {# domínios {kind, select, map {mapeados} unmap {desmapeados} other {verificados}}}}{failed, plural, =0 {} one {, # com falha} many {, # com falha} other {, # com falha}}{late, plural, =0 {} one {, # ainda sem confirmação: veja o cartão dele} many {, # ainda sem confirmação: veja os cartões deles} other {, # ainda sem confirmação: veja os cartões deles}}{stopped, plural, =0 {} one {, # não iniciado} many {, # não iniciados} other {, # não iniciados}}.',
  'batch.ended.stopped': 'Interrompido por {person}.',
  'batch.ended.declined': 'Recusado por {person}. Nada foi desmapeado.',
  'batch.ended.expired': 'Ninguém aprovou a tempo. Nada foi desmapeado.',
  'batch.proposed':
    ':raised_hand: {person} quer desmapear estes domínios. Outra pessoa precisa aprovar (prazo: {until}).',
  'batch.approved': 'Aprovado por {person}.',
  'batch.stop': 'Parar',
  'batch.stop.title': 'Parar aqui?',
  'batch.stop.text': 'Os domínios pendentes ficam como estão. O que já foi feito continua feito.',
  'batch.stop.confirm': 'Parar',
  'batch.stop.deny': 'Continuar',
  'batch.file': 'Cada linha, com o resultado.',
  'batch.started': 'Iniciado. Acompanhe o andamento em {channel}.',
  'batch.started.direct': 'Iniciado: acompanhe nas suas mensagens diretas comigo.',
  'batch.started.proposed': 'Aprovação solicitada. Acompanhe em {channel}.',
  'batch.file.line': 'linha',
  'batch.file.typed': 'como na lista',
  'batch.file.hostname': 'domínio',
  'batch.file.result': 'resultado',
  'batch.file.reason': 'motivo',
  'batch.file.status': 'status',
  'batch.result.done': '{kind, select, map {mapeado} unmap {desmapeado} other {verificado}}',
  'batch.result.failed': 'falhou',
  'batch.result.late': 'ainda sem confirmação',
  'batch.result.stopped': 'não iniciado',
  'batch.result.nothing': '{kind, select, map {já mapeado} other {já em remoção}}',
  'batch.result.other-app': 'em outro app',
  'batch.result.repeated': 'repetido na lista, ou o nome com www de outra linha',
  'batch.result.refused': 'recusado',
  'batch.result.open': 'aguardando',

  'problem.provider-refused': 'A {provider} recusou: {reason}',
  'problem.line-failed': 'Algo deu errado com esta linha. Tente de novo só com ela.',
  'problem.batch-empty': 'Não há nenhum domínio na lista.',
  'problem.batch-too-long':
    'A lista tem {lines} hostnames. O limite é de {most} por vez: divida a lista e comece pela primeira parte.',
  'problem.batch-busy': 'Há listas demais em andamento ({most}). Espere uma delas terminar e tente de novo.',
  'problem.batch-gone':
    'Esta lista não está mais esperando: já terminou, ou ninguém a iniciou durante um dia.',
  'problem.file':
    '{why, select, large {O arquivo é grande demais. O limite é 1 MB de texto: deixe só a coluna com os domínios.} denied {O Slack não me deixa ler o arquivo. Peça a um administrador que reinstale o app com o escopo `files:read`, ou cole os domínios.} unseen {Não consigo ver esse arquivo. Compartilhe-o neste canal, do qual faço parte, ou escolha-o na janela de `/domain map`.} empty {Nenhum domínio encontrado no arquivo. Salve como CSV, com um domínio por linha.} other {Não foi possível ler o arquivo no Slack. Tente de novo ou cole os domínios.}}',
});
