import type { problemsEn } from '../../en/slack/problems.js';
import { translation } from '../../messages.js';

/** Brazilian Portuguese: what was wrong with a request, and what to do instead. */
export const problemsPtBr = translation<'pt-BR', typeof problemsEn>()({
  'hostname.empty': 'Inclua um hostname, como em `/domain map shop.example.com`.',
  'hostname.email-address': '{input} é um endereço de e-mail. Digite só o hostname, como `shop.example.com`.',
  'hostname.has-credentials': 'Este link contém um nome de usuário ou uma senha. Digite só o hostname.',
  'hostname.ip-address': '{input} é um endereço IP. Digite um hostname, como `shop.example.com`.',
  'hostname.wildcard-not-first':
    'Em {input}, o `*` está no lugar errado. Ele só pode ser a primeira parte inteira, como em `*.example.com`.',
  'hostname.empty-label': '{input} começa com um ponto ou tem dois pontos seguidos.',
  'hostname.label-too-long': '{label} tem mais de 63 caracteres, o máximo que o DNS permite em uma parte.',
  'hostname.name-too-long': 'Este hostname tem mais de 253 caracteres, o máximo que o DNS permite.',
  'hostname.too-many-labels': '{input} tem mais de 10 partes, demais para um certificado.',
  'hostname.bad-characters':
    '{label} tem um caractere que não é permitido em um hostname. Use letras, números e hifens.',
  'hostname.hyphen-edge': '{label} começa ou termina com hífen, o que o DNS não permite.',
  'hostname.bad-punycode':
    '{input} não é um nome de domínio internacional válido. Digite-o na escrita original.',
  'hostname.single-label': '{input} é só uma parte de um hostname. Acrescente a extensão, como {example}.',
  'hostname.no-public-suffix':
    '{input} não pode ser público, porque não existe a extensão de domínio {suffix}.',
  'hostname.is-public-suffix':
    '{suffix} não é um domínio por si só. Digite um domínio registrado com essa extensão.',
  'hostname.provider-internal':
    '{input} é um dos nomes da própria {provider} e funciona sem mapeamento. Digite o hostname do cliente.',

  'problem.usage': 'Digite assim: {usage}.',
  'problem.unknown-command': '{typed} não é um comando. Digite {help} para ver todos.',
  'problem.did-you-mean': '{typed} não é um comando. Você quis dizer {command}?',
  'problem.did-you-mean-usage': '{typed} não é um comando. Você quis dizer {usage}?',
  'usage.run': 'Executar',
  'usage.hostname-missing': 'Inclua o hostname: {usage}.',
  'usage.one-hostname': 'Um hostname por vez. Comece com {command}.',
  'usage.one-hostname.note':
    'Um hostname por vez: {listed} foi lido como uma lista. Comece com {command}. Se a nota começa com {next}, coloque só um espaço antes.',
  'usage.too-many-hostnames': 'No máximo {most} hostnames por vez. Comece com {command}.',
  'usage.no-more-words': 'Não inclua nada depois de {name}. Digite {command}.',
  'usage.unknown-option': '{option} não é uma opção deste comando. Digite {usage}.',
  'usage.split-hostname': 'Um hostname não tem espaços. Você quis dizer {command}?',
  'usage.did-you-mean': '{option} não é uma opção. Você quis dizer {command}?',
  'usage.value-missing': '{option} precisa de um valor: {usage}.',
  'problem.outdated':
    'Isto é de uma versão antiga do app e não funciona mais. Digite `/domain help` para ver o que você pode fazer.',
  'problem.other-command':
    'O comando {typed} não é atendido aqui. Use `/domain`; `/domain help` mostra os comandos.',
  'problem.meant': 'Você quis dizer {near}?',
  'problem.not-mapped.near': '{hostname} não está mapeado. Você quis dizer {near}?',
  'problem.not-mapped': '{hostname} não está mapeado. Para mapear, digite `/domain map {hostname}`.',
  'problem.being-removed':
    '{hostname} está sendo removido. Mapeie de novo quando a thread disser que a remoção terminou.',
  'problem.unreadable':
    '{hostname} está salvo, mas esta versão do bot não consegue ler os dados dele. Nada foi alterado. Peça ao seu administrador que digite `/domain doctor`, que diz por quê.',
  'problem.too-fast': 'Foram pedidos demais de uma vez. Tente de novo em {duration}.',
  'problem.too-busy':
    'O bot está ocupado com outras verificações, e esta não começou. Tente de novo em um minuto.',
  'problem.gone': 'Este mapeamento não existe mais.',
  'problem.permission':
    '{permission, select, map {mapear domínios} unmap {desmapear domínios} move {mover cartões} approve {aprovar pedidos para desmapear} check {verificar domínios} audit {usar os comandos audit, sync e doctor} configure {alterar configurações} assign {cuidar de domínios} other {ver estes domínios}}',
  'problem.not-allowed': 'Você não tem permissão para {what}. {ask} pode fazer isso ou liberar o seu acesso.',
  'problem.not-allowed.members': 'Você não tem permissão para {what}. Só membros deste workspace podem.',
  'problem.nothing-here':
    'Não há domínios aqui. Convidados e pessoas de outros workspaces só veem os domínios do canal em que estão.',
  'problem.not-a-site': '{typed} não é um ID de site: escreva o número do site no Ultimate Multisite.',
  'problem.site-search':
    '{why, select, none {Nenhum site corresponde a {typed}. Digite uma parte do título ou do endereço, ou o ID.} several {Vários sites correspondem a {typed}. Digite mais do título ou do endereço, ou o ID.} other {Não foi possível ler a lista de sites agora. Digite o ID do site ou tente de novo em um minuto.}}',
  'problem.wrong-channel': 'Os comandos só funcionam em {channels}.',
  'problem.direct-message':
    'Os cartões não podem ser publicados em mensagens diretas. Digite o comando em um canal do qual eu seja membro.',
  'problem.unusable-channel':
    '{place, select, uninvited {Não estou em {channel}, então nada foi alterado. Digite `/invite @{bot}` lá e tente de novo.} archived {{channel} está arquivado, então nada foi alterado. Use outro canal.} other {O Slack não conseguiu confirmar que posso publicar em {channel}, então nada foi alterado. Tente de novo em um minuto.}}',
  'problem.other-channels': 'Os cartões só podem ir para {channels}.',
  'problem.not-a-channel':
    'Não encontrei o canal {typed}. Digite `#` e escolha o canal na lista do Slack, como em `/domain move shop.example.com #general`.',
  'problem.shared-channel':
    '{channel} é compartilhado com outra organização, que leria os cartões. Nada foi alterado. Escolha outro canal ou peça ao seu administrador que configure CARDS_IN_SHARED_CHANNELS=true.',
  'problem.unsure':
    'O Slack não conseguiu confirmar quem você é, então nada foi alterado. Tente de novo em um minuto.',
  'problem.verifying': 'Já existe uma verificação em andamento. Espere ela terminar.',
  'problem.own-request': 'Este pedido é seu, então outra pessoa precisa aprovar. Você pode retirar o pedido.',
  'problem.not-own-request': 'Só {person} pode retirar este pedido. Você pode recusar.',
  'problem.not-open': 'Este pedido não está mais aberto. Digite `/domain unmap` para pedir de novo.',
  'problem.own-domain': '{hostname} pertence à própria rede do app {app}, então funciona sem mapeamento.',
  'problem.on-other-app':
    '{hostname} já está mapeado no app {app}. Desmapeie lá primeiro: um hostname só pode estar em um app.',
  'problem.setting':
    'Digite um número inteiro de {least, number, ::group-off} a {most, number, ::group-off}, ou deixe em branco para usar o padrão.',
  'problem.no-network':
    'O app {app} não tem a API do Ultimate Multisite configurada, então não dá para usar `--site`. Configure MULTISITE_URL, MULTISITE_API_KEY e MULTISITE_API_SECRET, ou crie o registro de domínio manualmente.',
  'problem.unknown-app': 'Não existe o app {app}. Configurados: {apps}.',
  'problem.app-needed': 'Indique o app com `--app NAME`. Configurados: {apps}.',
  'problem.messages-tab':
    'Não consigo enviar mensagens diretas para você, então nada foi feito. Peça ao seu administrador que ative a Messages Tab em “App Home”, nas configurações do app do Slack, e tente de novo.',
  'problem.took-too-long': 'Isso demorou demais para o Slack. Tente de novo.',
  'problem.incident':
    'Algo deu errado. Seu pedido pode não ter sido salvo. Tente de novo; se continuar falhando, passe este ID de incidente ao seu administrador: `{incident}`',
});
