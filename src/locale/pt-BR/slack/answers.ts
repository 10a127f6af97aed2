import type { answersEn } from '../../en/slack/answers.js';
import { translation } from '../../messages.js';

/** Brazilian Portuguese: answers to commands and buttons. */
export const answersPtBr = translation<'pt-BR', typeof answersEn>()({
  'hello.channel':
    'Olá! Digite `/domain map shop.example.com` aqui para mapear um domínio: o cartão e as atualizações aparecem neste canal. `/domain help` mostra todos os comandos.',
  'answer.working':
    'Estou cuidando disso. O resultado aparece aqui; se nada aparecer em um minuto, tente de novo: o pedido pode não ter sido salvo.',
  'mapped.refused': 'A {provider} recusou {hostname}. O que fazer: {card}.',
  'mapped.new': 'O mapeamento de {hostname} começou: {card}.',
  'mapped.before': '{hostname} já está mapeado no app {app} ({stage}): {card}.',
  'mapped.record-possible': 'Ele ainda não leva a nenhum site: escolha o dele.',
  'mapped.site':
    'Criando o registro de domínio de {hostname} para o site {site} no Ultimate Multisite: {card}.',
  'mapped.record-by-hand':
    'Para chegar a um site, ele precisa de um registro de domínio no Ultimate Multisite: crie o registro lá manualmente, em Domínios. {where}',
  'mapped.record-impossible':
    'O Ultimate Multisite não aceita wildcards: cada nome precisa de um registro de domínio próprio para chegar a um site.',
  'moved.new': '{hostname} agora está em {channel}: {card}.',
  'moved.before': 'O cartão de {hostname} já está em {channel}: {card}.',
  'moved.pending': '{hostname} está indo para {channel}. O cartão aparece lá em instantes.',
  'mapped.card': 'abrir o cartão',
  'mapped.without-card':
    'Seu pedido para {hostname} está salvo, e o cartão vai aparecer em {channel}. Se não aparecer em um minuto, `/domain doctor` diz por quê.',
  'dialog.cancel': 'Cancelar',

  'finding.severity.problem': ':x: *{finding}*',
  'finding.severity.warning': ':warning: {finding}',
  'finding.severity.note': ':information_source: {finding}',
  'finding.fix': '*Como resolver:* {fix}',
  'finding.only-at': 'Isso só aparece em {addresses}, não em {others}.',
  'finding.more':
    'Mais {count, plural, one {# ponto de atenção} many {# de pontos de atenção} other {# pontos de atenção}}: `/domain status {hostname}`',

  'status.findings': '*O que a verificação encontrou*',
  'status.sees': ':hourglass_flowing_sand: verá a mudança (previsão: {at})',
  'status.authoritative': '*Resposta atual* (servidores de nomes)',
  'status.resolvers': '*Resposta atual* (resolvedores públicos)',
  'status.name-servers': 'Servidores de nomes: {servers}',
  'status.checked': 'Verificado: {at}',
  'status.just-seen':
    ':eyes: *Agora mesmo:* {what} O status muda se as próximas verificações encontrarem o mesmo.',
  'todo.wait-for-ssl.learned':
    'Nada a fazer: o DNS está certo, então a {provider} pode emitir o certificado.',
  'usual.dns.since':
    'No provedor {dnsProvider}, isso costuma levar {usual}; este domínio ainda está esperando (desde: {since}).',
  'usual.dns.for': 'No provedor {dnsProvider}, isso costuma levar {usual}; este domínio espera há {waited}.',
  'usual.ssl.since':
    'Aqui, um certificado costuma levar {usual}; este domínio ainda está esperando (desde: {since}).',
  'usual.ssl.for': 'Aqui, um certificado costuma levar {usual}; este domínio espera há {waited}.',
  'usual.digest': '*Quanto tempo leva por aqui*',
  'usual.digest.dns': 'DNS no provedor {dnsProvider}: normalmente {usual}, 9 em cada 10 em até {most}',
  'usual.digest.ssl': 'Certificados: normalmente {usual}, 9 em cada 10 em até {most}',
  'status.since': 'assim há {duration}',
  'status.next': 'próxima verificação: {at}',
  'status.card': 'abrir o cartão',
  'status.card-lost':
    'Não consigo mais publicar em {channel}, então o cartão de lá parou de mudar. Digite `/domain move {hostname}` no canal em que você quer o cartão.',

  'overview.title':
    '*Quem precisa fazer o quê* · {total, plural, one {# domínio} many {# de domínios} other {# domínios}}',
  'overview.counts':
    ':point_right: com você: {agency} · :bust_in_silhouette: com clientes: {customer} · :office: com a {provider}: {host} · :hourglass_flowing_sand: em andamento: {underway} · :white_check_mark: prontos: {ready}',
  'overview.urgent': '*Mais urgentes*',
  'overview.calm': ':white_check_mark: Ninguém precisa fazer nada agora.',
  'overview.hint':
    'Digite `/domain status shop.example.com` para verificar um domínio, ou `/domain help` para ver todos os comandos.',

  'list.title': '{from}–{to} de {total}',
  'list.line': '*{hostname}*  {stage}',
  'list.approval': 'aguardando aprovação para desmapear',
  'list.app': 'app {app}',
  'list.set-aside':
    '{count, plural, one {Um domínio salvo não pode ser lido e não aparece} many {# de domínios salvos não podem ser lidos e não aparecem} other {# domínios salvos não podem ser lidos e não aparecem}}: `/domain doctor` diz por quê.',
  'list.empty': 'Nenhum domínio mapeado ainda. Comece com `/domain map shop.example.com`.',
  'list.nothing':
    'Nenhum domínio corresponde a “{filter}”. Filtre por etapa (como `verificando dns`), pessoa, app, provedor de DNS ou parte do hostname, ou escolha:',
  'list.filter.stuck': 'Travados',
  'list.filter.waiting': 'Aguardando',
  'list.filter.failed': 'Com falha',
  'list.filter.mine': 'Meus',
  'list.filter.ready': 'Prontos',
  'list.previous': 'Anterior',
  'list.next': 'Próxima',

  'history.title': '*Histórico de {hostname}*',
  'history.line': '{at}  {what}',
  'history.message': 'mensagem',

  'audit.title': '*Trilha de auditoria*',
  'audit.line': '{at}  *{hostname}*  {what}',
  'audit.nothing': 'Nenhum evento encontrado.',
  'audit.files': 'Receber CSV e JSON',
  'audit.attached':
    '{count, plural, one {# evento} many {# de eventos} other {# eventos}}, do mais recente ao mais antigo.',
  'audit.sent': 'Pronto: os arquivos estão nas suas mensagens diretas comigo.',
  'audit.unknown': '{typed} não é uma data, uma pessoa nem um evento. {words}',
  'audit.meant': '{typed} não é um evento. Você quis dizer {command}?',
  'audit.words':
    'Filtre por período (`24h`, `7d`, `segunda`, `2026-11-20`), pessoa (`@alice`, `me`, `system`) e evento (`dns`, `ssl.issued`). Em qualquer ordem, cada um no máximo uma vez.',
  'audit.verifying':
    'Comparando os canais com os dados salvos. O Slack permite cerca de cinquenta threads por minuto; você receberá o resultado por mensagem direta.',
  'audit.reading': '{threads} de {of} threads lidas…',
  'audit.sound':
    ':white_check_mark: Os canais conferem com os dados salvos: {mappings, plural, one {# mapeamento} many {# de mapeamentos} other {# mapeamentos}}, {events, plural, one {# evento} many {# de eventos} other {# eventos}}, {messages, plural, one {# mensagem} many {# de mensagens} other {# mensagens}}; nada falta, nada foi alterado e nada sobra.',
  'audit.sound-so-far':
    ':warning: Nenhuma diferença encontrada, mas não foi possível verificar tudo. Verificados: {mappings, plural, one {# mapeamento} many {# de mapeamentos} other {# mapeamentos}}, {events, plural, one {# evento} many {# de eventos} other {# eventos}}, {messages, plural, one {# mensagem} many {# de mensagens} other {# mensagens}}.',
  'audit.differs':
    ':warning: {differences, plural, one {# diferença encontrada} many {# de diferenças encontradas} other {# diferenças encontradas}}. Verificados: {mappings, plural, one {# mapeamento} many {# de mapeamentos} other {# mapeamentos}}, {events, plural, one {# evento} many {# de eventos} other {# eventos}}, {messages, plural, one {# mensagem} many {# de mensagens} other {# mensagens}}.',
  'audit.out-of-reach':
    'O Slack não mostra mais {count, plural, one {a mensagem de # evento} many {as mensagens de # de eventos} other {as mensagens de # eventos}}, por causa do plano ou de uma política de retenção. Isso não quer dizer que alguém tenha excluído algo.',
  'audit.unusable':
    '{count, plural, one {O arquivo de # mapeamento não pôde ser lido e ficou de fora. O log diz qual.} many {Os arquivos de # de mapeamentos não puderam ser lidos e ficaram de fora. O log diz quais.} other {Os arquivos de # mapeamentos não puderam ser lidos e ficaram de fora. O log diz quais.}}',
  'audit.unread':
    '{count, plural, one {# canal com cartões não pôde ser lido, porque o bot não é membro dele.} many {# de canais com cartões não puderam ser lidos, porque o bot não é membro deles.} other {# canais com cartões não puderam ser lidos, porque o bot não é membro deles.}} Convide o bot e verifique de novo.',

  'unmap.title': 'Desmapear um domínio',
  'unmap.submit': 'Desmapear',
  'unmap.cancel': 'Manter',
  'dialog.close': 'Fechar',
  'unmap.approve': 'Aprovar',
  'unmap.decline': 'Recusar',
  'unmap.withdraw': 'Retirar meu pedido',
  'unmap.approvers': '{approvers}: o pedido aguarda aprovação ou recusa.',
  'unmap.decision':
    '{decision, select, approved {:white_check_mark: Aprovado por {person}} declined {:no_entry: Recusado por {person}} withdrawn {Retirado por {person}} other {Ninguém aprovou a tempo}} · {at}',
  'approvals.on':
    'Você recebe uma mensagem direta quando um pedido para desmapear aguarda a sua aprovação. `/domain approvals dm off` desativa isso.',
  'approvals.off':
    'Você não recebe mensagens diretas sobre aprovações; as threads ainda mencionam você. `/domain approvals dm on` ativa as mensagens.',
  'approvals.message':
    ':raised_hand: {person} quer desmapear {hostname} no app {app}. Aprove ou recuse {thread} (prazo: {until}).',
  'approvals.thread': 'na thread',
  'unmap.waiting-own':
    'Você pediu para desmapear {hostname}. Outra pessoa precisa aprovar na thread do domínio (prazo: {until}). Até lá, você pode retirar o pedido aqui. Para voltar, escolha *Desmapear…* no menu do cartão.',
  'unmap.waiting':
    '{person} já pediu para desmapear {hostname}. Outra pessoa precisa aprovar na thread do domínio.',
  'unmap.record-goes': 'O registro de domínio no Ultimate Multisite (site {site}) também será excluído.',
  'unmap.record-stays':
    'Se houver um registro de domínio no Ultimate Multisite, exclua o registro lá manualmente, em Domínios.',
  'unmap.needs-approval':
    'Outra pessoa precisa aprovar em até {duration}. Até lá, você pode retirar o pedido pelo mesmo menu.',
  'unmap.question':
    'Desmapear *{hostname}* no app {app}? A {provider} vai excluir o domínio, e os visitantes vão deixar de chegar ao site.',

  'help.title': '*O que eu faço*',
  'help.hint': 'Você pode colar um hostname como link. Digite wildcards assim: `*.example.com`.',
  'command.map': 'adiciona um domínio na {provider} e acompanha até ficar pronto',
  'command.unmap': 'remove um domínio da {provider}, depois de pedir a sua confirmação',
  'command.move': 'move o cartão e a thread de um domínio para este canal, ou para o que você indicar',
  'command.status':
    'verifica um domínio agora e mostra o resultado; sem hostname, mostra quem precisa fazer o quê',
  'command.list':
    'lista os domínios, os mais urgentes primeiro; filtre por `stuck` (travados), `waiting` (aguardando), `failed` (com falha), `mine` (meus), etapa, app, provedor de DNS ou parte do hostname',
  'command.check': 'verifica um domínio agora, e recomeça se ele falhou',
  'command.history': 'mostra o que aconteceu com um domínio, quem fez e quando, com links',
  'command.audit':
    'para operadores: mostra os eventos de todos os domínios, com arquivos; `audit verify` compara os canais com os dados salvos',
  'command.sync': 'compara a {provider}, o Ultimate Multisite e o bot, e propõe corrigir as diferenças',
  'command.approvals':
    'para quem pode aprovar um pedido para desmapear: ativa ou desativa as mensagens diretas sobre pedidos pendentes',
  'command.settings':
    'para administradores: altera verificações, prazos, lembretes e textos ao cliente de um app',
  'command.doctor':
    'verifica se tudo de que o bot precisa funciona e mostra como corrigir o que não funciona',
  'command.help': 'mostra esta lista ou explica um comando',
});
