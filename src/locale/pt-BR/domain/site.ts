import type { siteEn } from '../../en/domain/site.js';
import { translation } from '../../messages.js';

/** Brazilian Portuguese: whether the hostname serves its site, and Ultimate Multisite's part in it. */
export const sitePtBr = translation<'pt-BR', typeof siteEn>()({
  'axis.site.unknown':
    ':grey_question: *Site*  não foi possível perguntar ao Ultimate Multisite se ele atende este hostname',
  'axis.site.unrouted': ':x: *Site*  {why}',

  'site.why.gave-up':
    'O Ultimate Multisite desistiu deste hostname{hasTime, select, true { ({gaveUpAt})} other {}}.',
  'site.why.still-checking': 'O Ultimate Multisite ainda está verificando este hostname.',
  'site.why.inactive': 'O registro de domínio no Ultimate Multisite não está ativo.',
  'site.why.no-record': 'O Ultimate Multisite não tem registro de domínio para este hostname.',
  'site.why.signup':
    'O WordPress não conhece este hostname: os visitantes veem a página de cadastro da rede.',
  'site.why.network-main':
    'O WordPress não conhece este hostname: os visitantes veem o site principal da rede.',
  'site.why.other-host': 'Os visitantes vão parar em {location}.',
  'site.why.default-page': 'Os visitantes veem a página padrão da hospedagem.',
  'site.why.install': 'Os visitantes veem a página de instalação do WordPress.',
  'site.why.suspended': 'Os visitantes veem um aviso de que o site está suspenso.',
  'site.why.failing': 'Os visitantes recebem um erro ou nenhuma página em vez do site.',

  'todo.unrouted': '*O DNS e o SSL estão certos, mas os visitantes não chegam ao site.* {fix}',
  'site.fix.gave-up': 'Clique em *Marcar como Pronto*.',
  'site.fix.still-checking': 'Espere ou clique em *Marcar como Pronto*.',
  'site.fix.inactive': 'Clique em *Marcar como Pronto*.',
  'site.fix.no-record': 'Clique em *Escolher o site*.',
  'site.fix.signup': 'Crie um registro de domínio para ele no Ultimate Multisite, em Domínios.',
  'site.fix.network-main': 'Crie um registro de domínio para ele no Ultimate Multisite, em Domínios.',
  'site.fix.other-host': 'Confira o endereço e os redirecionamentos do site no WordPress.',
  'site.fix.default-page': 'Veja no painel da {provider} qual site tem o domínio.',
  'site.fix.install': 'Conclua a instalação ou associe o domínio ao site certo no painel da {provider}.',
  'site.fix.suspended': 'Reative o site no WordPress.',
  'site.fix.failing': 'Confira o log de erros, os plugins e os redirecionamentos do site.',
  'card.set-ready': 'Marcar como Pronto',
  'site.choose': 'Escolher o site',
  'site.dialog.question': 'A que site *{hostname}* leva?',

  'event.site.unrouted':
    ':warning: *O DNS e o SSL estão certos, mas os visitantes de {hostname} não chegam ao site.*',
  'event.site.routed': ':white_check_mark: Os visitantes de {hostname} chegam ao site.',
  'event.domain_record.updated':
    ':page_facing_up: {person} marcou o registro de domínio como Pronto e seguro no Ultimate Multisite.{promoted, select, true { Agora ele é o domínio principal do site.} other {}}',
  'problem.not-holdable':
    'O Ultimate Multisite não pode ter um registro de domínio para {hostname}: ele não aceita wildcards nem extensões de domínio em outras escritas. Mapeie sem `--site`.',
  'problem.no-site':
    'A rede do app {app} não tem o site {site}. Os sites e os IDs deles estão no Ultimate Multisite, em Sites.',
  'problem.site-closed':
    'O site {site} ({title}) está arquivado, excluído ou marcado como spam no Ultimate Multisite, e os visitantes só veriam um erro. Reative-o lá, em Sites, ou escolha outro site.',
  'sync.given-up':
    '*{count, plural, one {# domínio não atendido} many {# de domínios não atendidos} other {# domínios não atendidos}} pelo Ultimate Multisite,* embora o DNS e o SSL estejam certos: ele desistiu ou ainda está verificando.',
  'sync.button.ready': 'Marcar {count} como Pronto',
  'sync.question.ready':
    'Marcar {count, plural, one {# domínio} many {# de domínios} other {# domínios}} do app {app} como Pronto e seguro no Ultimate Multisite? Assim os visitantes chegam aos sites.',
  'notice.network.failed':
    ':warning: App {app}: o Ultimate Multisite está inacessível, então domínios novos, alterados e excluídos passam despercebidos. {reason}',
  'notice.network.works':
    ':white_check_mark: App {app}: o bot voltou a acompanhar os domínios do Ultimate Multisite.',
  'notice.network.implausible':
    ':warning: App {app}: {gone, plural, one {de repente, o Ultimate Multisite não tem mais nenhum dos registros de domínio de antes} many {# de registros de domínio sumiram do Ultimate Multisite de uma vez} other {# registros de domínio sumiram do Ultimate Multisite de uma vez}}, então nada foi desmapeado. Confira `MULTISITE_URL` e o banco de dados da rede. Se os registros foram mesmo excluídos, desmapeie os domínios com `/domain sync`.',
  'notice.aliases.failed':
    ':warning: App {app}: não foi possível ler a lista de domínios da {provider}, então um domínio removido lá passa despercebido. {reason}',
  'notice.aliases.implausible':
    ':warning: App {app}: {gone} de {of} domínios sumiram da {provider} de uma vez, então nenhum foi adicionado de novo. Se sumiram mesmo, restaure-os com `/domain sync`.',
  'notice.aliases.vanishing':
    ':warning: App {app}: algo continua removendo {hostname} da {provider}: três vezes em um dia. O bot para de adicioná-lo até amanhã. Descubra o que o remove; uma causa possível são as remoções na fila do Ultimate Multisite.',
  'notice.aliases.works':
    ':white_check_mark: App {app}: o bot voltou a acompanhar a lista de domínios da {provider}.',
  'notice.records.duplicated':
    ':warning: App {app}: no Ultimate Multisite, {count, plural, one {# hostname tem} many {# de hostnames têm} other {# hostnames têm}} mais de um registro de domínio (IDs entre parênteses): {shown}{more, plural, =0 {} one { e mais #} many { e mais #} other { e mais #}}. O bot acompanha um de cada; exclua os outros lá, em Domínios.',
  'notice.logs.failed':
    ':warning: App {app}: não foi possível ler os logs em MULTISITE_LOGS ({reason}). Confira se a pasta existe e se o bot pode lê-la.',
  'notice.logs.works': ':white_check_mark: App {app}: os logs voltaram a ser lidos.',
  'notice.webhook.failed':
    ':warning: App {app}: um webhook com token errado foi ignorado. No Ultimate Multisite, em Webhooks, faça o endereço terminar com o valor de MULTISITE_WEBHOOK_TOKEN.',
  'notice.webhook.works': ':white_check_mark: App {app}: os webhooks voltaram a ter o token certo.',
  'notice.webhook.tested': ':white_check_mark: App {app}: o evento de teste do webhook chegou.',
  'set-ready.no-record':
    'O Ultimate Multisite não tem registro de domínio para {hostname}. Clique em *Escolher o site* no cartão dele.',
  'set-ready.no-rest':
    'O app {app} não tem a API do Ultimate Multisite configurada. Marque o domínio como Pronto lá manualmente, em Domínios.',
  'set-ready.failed':
    'O Ultimate Multisite não marcou {hostname} como Pronto: {reason} Nada mudou. Tente de novo ou faça isso lá manualmente, em Domínios.',
});
