import type { operationsEn } from '../../en/operator/operations.js';
import { translation } from '../../messages.js';

/** Brazilian Portuguese: settings, the comparison with the hosting provider and Ultimate Multisite, and the doctor. */
export const operationsPtBr = translation<'pt-BR', typeof operationsEn>()({
  'settings.title': 'Configurações',
  'settings.submit': 'Salvar',
  'settings.app': '*App “{app}”*',
  'settings.label.interval': 'Segundos entre duas verificações',
  'settings.label.dns-deadline': 'Horas até considerar que o DNS falhou',
  'settings.label.ssl-deadline': 'Minutos até considerar que o certificado falhou',
  'settings.label.approval': 'Horas para uma segunda pessoa aprovar o pedido para desmapear',
  'settings.label.reminder': 'Dias até o lembrete de uma mensagem ao cliente',
  'settings.label.www': 'Hostnames que também recebem o nome com www',
  'settings.label.language': 'Idioma dos cartões e das threads',
  'settings.name.interval': 'intervalo de verificação',
  'settings.name.dns-deadline': 'prazo do DNS',
  'settings.name.ssl-deadline': 'prazo do certificado',
  'settings.name.approval': 'prazo para aprovar um pedido para desmapear',
  'settings.name.reminder': 'lembrete de mensagens ao cliente',
  'settings.name.www': 'regra do www',
  'settings.name.language': 'idioma',
  'settings.range':
    'De {least, number, ::group-off} a {most, number, ::group-off}. Deixe em branco para usar o padrão: {standard}.',
  'settings.standard': 'Padrão: {standard}.',
  'settings.use-default': 'Usar o padrão',
  'settings.off': 'desativado',
  'settings.www':
    '{value, select, always {todos} main_only {só domínios principais} never {nenhum} other {{value}}}',
  'settings.reported': 'Vale a partir da próxima verificação. O canal do app é avisado da alteração.',
  'sync.title':
    '*App {app}.* Domínios na {provider}: {aliases}. {hasNetwork, select, true {Registros de domínio no Ultimate Multisite: {records}. } other {}}Mapeamentos aqui: {mappings}. Coincidem: {agreeing}. Nada foi alterado.',
  'sync.agree': ':white_check_mark: Nenhuma diferença.',
  'sync.unknown.provider':
    ':grey_question: Não foi possível ler a lista de domínios da {provider} ({reason}), então não dá para saber o que falta lá.',
  'sync.unknown.network':
    ':grey_question: Não foi possível ler os registros de domínio do Ultimate Multisite ({reason}), então não dá para saber o que falta lá.',
  'sync.adopt':
    '*{count, plural, one {# domínio} many {# de domínios} other {# domínios}} na {provider} sem mapeamento aqui.* {count, plural, one {Adote o domínio para ter um cartão} many {Adote os domínios para ter cartões} other {Adote os domínios para ter cartões}} e verificações regulares.',
  'sync.orphan':
    '*{count, plural, one {# domínio} many {# de domínios} other {# domínios}} na {provider} sem registro de domínio no Ultimate Multisite,* por exemplo depois de uma troca de nome. Não há nenhum site por trás {count, plural, one {dele} many {deles} other {deles}}.',
  'sync.map':
    '{count, plural, one {*# registro de domínio no Ultimate Multisite falta na {provider}.* Mapeie para adicionar e acompanhar o domínio.} many {*# de registros de domínio no Ultimate Multisite faltam na {provider}.* Mapeie para adicionar e acompanhar os domínios.} other {*# registros de domínio no Ultimate Multisite faltam na {provider}.* Mapeie para adicionar e acompanhar os domínios.}}',
  'sync.lost':
    '{count, plural, one {*# mapeamento falta na {provider}.* Restaure para adicionar o domínio de novo.} many {*# de mapeamentos faltam na {provider}.* Restaure para adicionar os domínios de novo.} other {*# mapeamentos faltam na {provider}.* Restaure para adicionar os domínios de novo.}}',
  'sync.unrouted':
    '*{count, plural, one {# mapeamento} many {# de mapeamentos} other {# mapeamentos}} sem registro de domínio no Ultimate Multisite.* Dê um site a cada um: `/domain map <hostname> --site ID`. Se ninguém precisar de algum, desmapeie: `/domain unmap <hostname>`.',
  'sync.own':
    ':information_source: {count, plural, one {# site está em um subdomínio da rede} many {# de sites estão em subdomínios da rede} other {# sites estão em subdomínios da rede}}: {names}{more, plural, =0 {} one { e mais #} many { e mais #} other { e mais #}}. A {provider} atende {count, plural, one {esse site} many {esses sites} other {esses sites}} sem mapeamento. Para ter cartões dos novos, configure MULTISITE_OWN_SUBDOMAINS.',
  'sync.name': '• {hostname}',
  'sync.more': '… e mais {count}',
  'sync.button.adopt': 'Adotar {count}',
  'sync.button.map': 'Mapear {count}',
  'sync.button.remove': 'Remover {count} da {provider}',
  'sync.button.restore': 'Restaurar {count}',
  'sync.button.unmap': 'Desmapear {count}',
  'sync.dialog': 'Sincronização',
  'sync.submit': 'Sim, continuar',
  'sync.question.adopt':
    'Adotar {count, plural, one {# domínio} many {# de domínios} other {# domínios}} do app {app}?',
  'sync.question.map':
    'Mapear {count, plural, one {# domínio} many {# de domínios} other {# domínios}} do app {app}?',
  'sync.question.remove':
    'Remover da {provider} {count, plural, one {# domínio} many {# de domínios} other {# domínios}} do app {app}? Os visitantes vão deixar de chegar ao site.',
  'sync.question.restore':
    'Adicionar de novo na {provider} {count, plural, one {# domínio} many {# de domínios} other {# domínios}} do app {app}?',
  'sync.question.unmap':
    'Desmapear {count, plural, one {# domínio} many {# de domínios} other {# domínios}} do app {app}? Os visitantes vão deixar de chegar ao site.',
  'sync.where':
    'Cada domínio ganha um cartão no canal do app. Acompanhe o andamento nas suas mensagens diretas comigo.',
  'sync.starting': 'Começando. O andamento aparece aqui.',
  'sync.progress': '{bar} {done} de {of}',
  'sync.result':
    '{failed, plural, =0 {:white_check_mark: Concluídos: {done}.} one {:warning: Concluídos: {done}. Com falha: #. O log tem os motivos; digite `/domain sync` para tentar de novo.} many {:warning: Concluídos: {done}. Com falha: #. O log tem os motivos; digite `/domain sync` para tentar de novo.} other {:warning: Concluídos: {done}. Com falha: #. O log tem os motivos; digite `/domain sync` para tentar de novo.}}',
  'check-domain.title': '{hostname}  (app {app})',
  'check-domain.verdict':
    '{verdict, select, right {Tudo certo.} todo {Há algo a fazer: {whoActs, select, customer {é a vez do cliente} agency {é a sua vez} host {é a vez do suporte da {provider}} other {veja abaixo}}.} waiting {Nada a fazer, é só esperar.} other {Não foi possível verificar daqui.}}',
  'check-domain.dns':
    'DNS: {state, select, wrong {não está certo} published {certo nos servidores de nomes} propagated {certo em toda parte} other {não foi possível verificar}}{of, plural, =0 {} one {, {right} de # servidor de nomes} many {, {right} de # de servidores de nomes} other {, {right} de # servidores de nomes}}{resolversOf, plural, =0 {} one {, {resolversRight} de # resolvedor público} many {, {resolversRight} de # de resolvedores públicos} other {, {resolversRight} de # resolvedores públicos}}.',
  'check-domain.ssl':
    'SSL: {state, select, valid {válido} expiring {válido, mas prestes a expirar} invalid {não é válido} absent {ainda sem certificado para este hostname} other {não verificado}}.',
  'check-domain.provider': 'Provedor de DNS: {names}{hasPanel, select, true {, {panelUrl}} other {}}',
  'check-domain.site':
    'Site: {state, select, routed {atendido com este hostname} unrouted {os visitantes não chegam a ele} other {não verificado}}.',
  'check-domain.cache': '{resolver} tem a resposta antiga em cache (expira: {at}).',
  'check-domain.cache-unknown': '{resolver} ainda não vê o registro.',
  'check-domain.finding':
    '{severity, select, problem {PROBLEMA} warning {AVISO} other {NOTA}} {code}: {what}',
  'check-domain.to-do':
    '{whoActs, select, customer {Cliente} agency {Você} host {{provider}} other {Ninguém precisa agir}}: {toDo}',
  'check-domain.columns': ' | Tipo | Nome | Valor',
  'check-domain.action': '{action, select, create {criar} change {alterar} other {excluir}}',
  'doctor.config.ignored': '{reason}',
  'doctor.sound': 'Nenhum problema encontrado.',
  'doctor.ill':
    '{count, plural, one {# problema encontrado} many {# de problemas encontrados} other {# problemas encontrados}}.',
  'doctor.key.found': 'App {app}: chave de API do cliente encontrada.',
  'doctor.key.accepted': 'App {app}: a {provider} aceita a chave.',
  'doctor.key.refused':
    'App {app}: a {provider} rejeita a chave. {reason} Copie {keyVariable} do wp-config.php deste app.',
  'doctor.provider.unreached':
    'App {app}: a {provider} está inacessível. {reason} Confira se esta máquina consegue acessar {addressVariable} por HTTPS.',
  'doctor.list.read':
    'App {app}: lista de domínios da conta lida: {count, plural, one {# domínio} many {# de domínios} other {# domínios}}.',
  'doctor.list.unreadable':
    'App {app}: a lista de domínios da conta tem um formato desconhecido. O mapeamento funciona, mas `/domain sync` não consegue comparar.',
  'doctor.list.refused':
    'App {app}: não foi possível ler a lista de domínios da conta. {reason} Confira as permissões da conta na {provider}.',
  'doctor.target.answers': 'App {app}: o destino {address} responde.',
  'doctor.target.not-public':
    'App {app}: o destino {address} não é um endereço público, então o bot não se conecta a ele. Compare {targetsVariable} com o endereço no painel da {provider}.',
  'doctor.target.silent':
    'App {app}: o destino {address} não responde ({outcome}). Compare {targetsVariable} com o endereço no painel da {provider}.',
  'doctor.target.unresolved':
    'App {app}: o destino {host} não tem endereço no DNS. Compare {targetsVariable} com o painel da {provider}.',
  'doctor.target.unchecked':
    'App {app}: não foi possível consultar o destino {host}, porque nenhum resolvedor responde.',
  'doctor.network.answers': 'App {app}: o Ultimate Multisite aceita a chave e o segredo.',
  'doctor.network.refused':
    'App {app}: o Ultimate Multisite rejeita a chave ou o segredo. {reason} Copie os dois em Configurações > API e Webhooks.',
  'doctor.network.wrong': 'App {app}: não é possível usar a API do Ultimate Multisite. {reason}',
  'doctor.network.failing':
    'App {app}: a API do Ultimate Multisite não está funcionando. {reason} Veja o log de erros do WordPress.',
  'doctor.network.subsite':
    'App {app}: MULTISITE_URL é o endereço de um único site ({host}). Use o endereço principal da rede, {main}.',
  'doctor.network.records':
    'App {app}: registros de domínio da rede lidos: {count, plural, one {#} many {#} other {#}}.',
  'doctor.network.records-unreadable':
    'App {app}: {count, plural, one {# registro de domínio da rede não pode ser lido e é ignorado} many {# de registros de domínio da rede não podem ser lidos e são ignorados} other {# registros de domínio da rede não podem ser lidos e são ignorados}} (ID {ids}). Abra e salve {count, plural, one {o registro} many {esses registros} other {esses registros}} no Ultimate Multisite, em Domínios.',
  'doctor.network.records-refused':
    'App {app}: não foi possível ler os registros de domínio da rede, então as alterações feitas lá passam despercebidas. {reason}',
  'doctor.network.mapping-off':
    'App {app}: o mapeamento de domínio está desativado no Ultimate Multisite, então nenhum domínio chega ao site. Ative em Configurações > Mapeamento de Domínio.',
  'doctor.network.patience':
    'App {app}: o Ultimate Multisite verifica um domínio novo por {minutes, plural, =0 {{seconds} s} one {# minuto} many {# de minutos} other {# minutos}} e depois desiste. Se o DNS ficar certo mais tarde, clique em *Marcar como Pronto* no cartão.',
  'doctor.network.unreached':
    'App {app}: o Ultimate Multisite está inacessível. {reason} Abra MULTISITE_URL com /wp-json/ em um navegador.',
  'doctor.network.no-rest':
    'App {app}: nenhuma chave de API do Ultimate Multisite está configurada, então registros de domínio não são lidos nem criados.',
  'doctor.logs.readable': 'App {app}: MULTISITE_LOGS pode ser lido. Logs encontrados: {count}.',
  'doctor.logs.refused':
    'App {app}: não é possível ler os logs em MULTISITE_LOGS ({reason}). Confira se a pasta existe e se o bot pode lê-la.',
  'doctor.slack.connected': 'Conectado ao workspace {team} do Slack.',
  'doctor.slack.organisation':
    'O app do Slack está instalado para toda a organização {organisation}: todos os que fazem parte dela contam como membros, não só quem está em {team}.',
  'doctor.slack.refused':
    'O Slack rejeita o bot ({reason}). Copie SLACK_BOT_TOKEN de “OAuth & Permissions”; se o app foi removido, instale de novo antes.',
  'doctor.slack.unreached':
    'O Slack está inacessível ({reason}). Confira SLACK_API_URL e HTTPS_PROXY, e se esta máquina consegue acessar slack.com por HTTPS.',
  'doctor.slack.unchecked':
    'Slack: configure SLACK_BOT_TOKEN e rode doctor de novo para verificar escopos, canais, pessoas e grupos.',
  'doctor.scopes.all': 'O bot tem todos os escopos de que precisa.',
  'doctor.scopes.unknown': 'O Slack não informou quais escopos o bot tem.',
  'doctor.scope.commands': 'Adicione o escopo {scope} e reinstale o app do Slack; sem ele não há comando.',
  'doctor.scope.chat-write':
    'Adicione o escopo {scope} e reinstale o app do Slack; sem ele o bot não consegue publicar cartões e threads.',
  'doctor.scope.chat-write-public':
    'Adicione o escopo {scope} e reinstale o app do Slack; sem ele o bot não consegue publicar em canais públicos em que não entrou.',
  'doctor.scope.history':
    'Adicione o escopo {scope} e reinstale o app do Slack; sem ele o bot não consegue conferir o que publicou em canais públicos.',
  'doctor.scope.history-private':
    'Adicione o escopo {scope} e reinstale o app do Slack; sem ele o bot não consegue conferir o que publicou em canais privados.',
  'doctor.scope.channels-read':
    'Adicione o escopo {scope} e reinstale o app do Slack; sem ele o bot não consegue ver canais públicos.',
  'doctor.scope.groups-read':
    'Adicione o escopo {scope} e reinstale o app do Slack; sem ele o bot não consegue ver canais privados.',
  'doctor.scope.channels-join':
    'Adicione o escopo {scope} e reinstale o app do Slack; sem ele o bot não consegue entrar em canais públicos.',
  'doctor.scope.users-read':
    'Adicione o escopo {scope} e reinstale o app do Slack; sem ele o bot não consegue distinguir membros de convidados.',
  'doctor.scope.usergroups-read':
    'Adicione o escopo {scope} e reinstale o app do Slack; sem ele os grupos de usuários não têm permissões.',
  'doctor.scope.im-write':
    'Adicione o escopo {scope} e reinstale o app do Slack; sem ele o bot não consegue enviar mensagens diretas.',
  'doctor.scope.im-history':
    'Adicione o escopo {scope} e reinstale o app do Slack; sem ele o bot não consegue ler as mensagens diretas que recebe.',
  'doctor.scope.app-mentions-read':
    'Adicione o escopo {scope} e reinstale o app do Slack; sem ele o bot não vê quando é mencionado.',
  'doctor.scope.files-read':
    'Adicione o escopo {scope} e reinstale o app do Slack; sem ele o bot não consegue ler arquivos CSV nas suas janelas.',
  'doctor.scope.files-write':
    'Adicione o escopo {scope} e reinstale o app do Slack; sem ele o bot não consegue enviar arquivos de auditoria.',
  'doctor.scope.other': 'Adicione o escopo {scope} e reinstale o app do Slack.',
  'doctor.app-token.accepted':
    'O Slack aceita o token de nível de app, e ele pertence ao app do Slack do bot.',
  'doctor.app-token.unmatched':
    'O Slack aceita o token de nível de app. Não se sabe se ele pertence ao app do Slack do bot: digite `/domain help` no Slack para testar.',
  'doctor.app-token.other':
    'SLACK_APP_TOKEN pertence ao app do Slack {app}, mas SLACK_BOT_TOKEN pertence a {own}, então nenhum comando chega ao bot. Crie um token de nível de app com connections:write no app {own}.',
  'doctor.app-token.refused':
    'O Slack rejeita SLACK_APP_TOKEN ({reason}). Crie um token de nível de app com connections:write em “Basic Information”, no mesmo app do Slack.',
  'doctor.app-token.unreached':
    'Não foi possível consultar o Slack sobre SLACK_APP_TOKEN ({reason}). Confira SLACK_API_URL e HTTPS_PROXY e rode doctor de novo.',
  'doctor.command':
    'Comando de barra: digite `/domain help` no Slack. Se o Slack não o conhecer, compare SLACK_COMMAND com a página “Slash Commands” do app.',
  'doctor.messages-tab':
    'Guia de mensagens do bot: abra “App Home” nas configurações do app do Slack e confira se a Messages Tab está ativada. O andamento e os arquivos de auditoria chegam por ela. Para testar, envie uma mensagem direta ao bot.',
  'doctor.request-url':
    'Request URL: digite `/domain help` no Slack. Se nada responder, compare as Request URLs do app do Slack com o endereço público do bot.',
  'doctor.command.arrived': 'O comando de barra funciona (último recebido: {at}).',
  'doctor.messages-tab.arrived': 'A guia de mensagens do bot está ativada (última mensagem direta: {at}).',
  'doctor.request-url.arrived': 'O Slack alcança o bot na Request URL (último comando: {at}).',
  'doctor.channel.shared':
    'O canal {channel} é compartilhado com outra organização, que leria os cartões. Escolha outro canal ou defina CARDS_IN_SHARED_CHANNELS=true.',
  'doctor.person.known': '{variable}: {name}.',
  'doctor.person.unknown':
    '{variable} contém {id}, que o Slack não conhece. Copie o ID do membro no perfil da pessoa.',
  'doctor.person.inactive':
    '{variable} contém {name} ({id}): conta desativada, convidado ou bot, portanto sem permissões. Escolha outra pessoa.',
  'doctor.person.unread': '{variable}: o Slack não conseguiu consultar {id} ({reason}).',
  'doctor.group.known':
    '{variable}: grupo de usuários {name}, {count, plural, one {# membro} many {# de membros} other {# membros}}.',
  'doctor.group.unknown':
    '{variable} contém o grupo de usuários {id}, que não existe mais ou está desativado. Ative-o no Slack ou escolha outro.',
  'doctor.group.no-plan':
    '{variable} contém o grupo de usuários {id}, mas grupos de usuários exigem um plano pago do Slack. Liste os IDs de membro das pessoas.',
  'doctor.group.no-scope':
    '{variable} contém o grupo de usuários {id}, que o bot não pode ler. Adicione o escopo usergroups:read e reinstale o app do Slack.',
  'doctor.group.empty':
    '{variable} contém o grupo de usuários {name} ({id}), que não tem membros. Adicione pessoas a ele.',
  'doctor.operators.everyone':
    'DOMAIN_OPERATORS está vazia, então todo membro do workspace pode alterar mapeamentos.',
  'doctor.approval.possible': 'Uma segunda pessoa pode aprovar pedidos para desmapear.',
  'doctor.approval.impossible':
    'Ninguém pode aprovar pedidos para desmapear: UNMAP_APPROVAL_HOURS exige uma segunda pessoa. Adicione alguém a DOMAIN_OPERATORS.',
  'doctor.approval.unknown': 'O Slack não informou quem pode aprovar pedidos para desmapear.',
  'doctor.data-dir.writable': 'DATA_DIR ({folder}) permite gravação.',
  'doctor.data-dir.creatable': 'DATA_DIR ({folder}) ainda não existe e pode ser criada.',
  'doctor.data-dir.refused':
    'DATA_DIR ({folder}) não permite gravação ({reason}). Escolha uma pasta em que o usuário do bot possa gravar.',
  'doctor.database.writable': 'O banco de dados ({database}) permite gravação.',
  'doctor.database.refused':
    'Não é possível usar o banco de dados ({database}): {reason}. Verifique DATABASE_URL e o servidor.',
  'doctor.port.free': 'PORT {port} em {host} está livre.',
  'doctor.port.busy':
    'PORT {port} em {host} está em uso por outro programa. Encerre-o ou escolha outra PORT.',
  'doctor.port.refused': 'O bot não consegue usar {host}, porta {port} ({reason}). Altere HOST ou PORT.',
  'doctor.proxy.none':
    'Nenhum proxy configurado: o bot se conecta direto ao Slack, à {provider} e ao WordPress.',
  'doctor.proxy.used':
    'O bot se conecta ao Slack, à {provider} e ao WordPress pelo proxy {proxy} e verifica os domínios diretamente.',
  'doctor.language': 'As mensagens estão em {language}.',
  'doctor.version': 'Versão {version} no Node.js {node}.',
  'doctor.webhook.unchecked':
    'App {app}, webhooks: clique em “Enviar evento de teste” no webhook, no Ultimate Multisite; o canal do app avisa quando o evento chegar.',
  'doctor.webhook.set': 'App {app}: o webhook {event} está configurado.',
  'doctor.webhook.arrived': 'App {app}: último webhook recebido: {at}.',
  'doctor.webhook.missing':
    'App {app}: o Ultimate Multisite não tem o webhook {event}, então o que ele informaria só é encontrado na próxima sincronização.',
  'doctor.webhook.by-hand':
    'App {app}: o Ultimate Multisite não tem o webhook {event}, então o que ele informaria só é encontrado na próxima sincronização. Configure PUBLIC_URL com o endereço do próprio bot, e doctor pode criar o webhook.',
  'doctor.webhook.wrong':
    'App {app}: o webhook {event} no Ultimate Multisite tem um endereço ou token errado, então o bot o ignora.',
  'doctor.webhook.unread': 'App {app}: não foi possível ler os webhooks no Ultimate Multisite. {reason}',
  'doctor.fix.webhook': 'Criar o webhook {event} no Ultimate Multisite (app {app})?',
  'doctor.fix.webhook-replace': 'Substituir o webhook {event} no Ultimate Multisite (app {app})?',
  'doctor.fix.webhook-failed':
    'App {app}: não foi possível configurar o webhook {event}. {reason} Adicione-o no Ultimate Multisite, em Webhooks.',
  'doctor.running.part': 'O bot em execução informa “{part}”: {reason}.',
  'doctor.running.fine': 'O bot em execução está pronto.',
  'doctor.channel.unread': 'O Slack não conseguiu consultar o canal {channel} ({reason}).',
  'doctor.fix.button': 'Corrigir',
  'doctor.fix.sure': 'Isto altera configurações fora do bot.',
  'doctor.fix.yes': 'Sim, continuar',
  'doctor.fix.nothing':
    ':white_check_mark: Não há mais nada a corrigir aqui. Digite `/domain doctor` para verificar de novo.',
  'doctor.fix.join': 'Entrar no canal {channel}?',
  'doctor.fix.join-failed':
    'O bot não consegue entrar no canal {channel} ({reason}): digite lá /invite e o nome dele.',
  'doctor.resolver.no-name':
    'Todos os resolvedores dizem que {name} não tem endereço, então não foi possível compará-los.',
  'doctor.resolver.wrong':
    'O resolvedor {resolver} não encontra {name} ({outcome}). Escolha outro em DNS_RESOLVERS.',
  'doctor.channel.member': 'O bot está no canal {channel}.',
  'doctor.channel.stranger': 'O bot não está no canal {channel}: digite lá /invite e o nome dele.',
  'doctor.channel.archived':
    'O canal {channel} está arquivado: desarquive-o ou escolha outro em SLACK_CHANNEL.',
  'doctor.channel.unseen':
    'O bot não consegue ver o canal {channel}: confira o ID e, se o canal for privado, convide o bot.',
  'doctor.channel.none':
    'Nenhum canal configurado, então os cartões aparecem onde os comandos são digitados.',
  'doctor.scheduler.ticks': 'O agendador está em execução.',
  'doctor.scheduler.elsewhere':
    'Nenhum bot responde na porta {port} desta máquina, então nenhum domínio está sendo verificado daqui.',
  'doctor.resolver.answers': 'O resolvedor {resolver} responde.',
  'doctor.resolver.silent':
    'O resolvedor {resolver} não responde: libere a saída por UDP e TCP para a porta 53 ou escolha outros em DNS_RESOLVERS.',
  'doctor.clock.right': 'O relógio está certo.',
  'doctor.clock.wrong':
    'O relógio tem uma diferença de {seconds} s, então o Slack rejeita requisições e os certificados parecem inválidos. Ative o NTP.',
  'doctor.clock.unknown': 'Não foi possível comparar o relógio com outro.',
});
