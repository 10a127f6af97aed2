import type { reportsEn } from '../../en/operator/reports.js';
import { translation } from '../../messages.js';

/** Brazilian Portuguese: what went wrong inside and outside, and how the parts of the bot are. */
export const reportsPtBr = translation<'pt-BR', typeof reportsEn>()({
  'report.timed-out': '{name} não respondeu a tempo.',
  'report.unreachable': 'Não foi possível acessar {name} ({code}).',
  'report.bad-certificate': 'O certificado de {name} não é aceito ({code}).',
  'report.too-large': 'A resposta de {name} é grande demais.',
  'report.broken-off': 'A conexão com {name} caiu ({code}).',
  'report.key-refused-status': '{name} não aceita a chave de API (HTTP {status}).',
  'report.key-refused': '{name} não aceita a chave de API.',
  'report.http-status': '{name} respondeu com HTTP {status}.',
  'report.empty-answer': 'A resposta de {name} está vazia.',
  'report.not-json': 'A resposta de {name} não é JSON.',
  'report.unknown-form': '{name} respondeu em um formato desconhecido.',
  'report.unknown-key-test': '{name} respondeu ao teste da chave em um formato desconhecido.',
  'report.refused-unsaid': '{name} recusou sem dizer por quê.',
  'report.refused': '{name} recusou: {said}',
  'report.no-reason': 'sem informar o motivo',
  'report.unknown-reason': 'motivo desconhecido',
  'report.unknown-list': 'A lista de domínios tem um formato desconhecido.',
  'report.header-taken':
    'A chave e o segredo estão certos, mas o servidor web remove o cabeçalho Authorization. Deixe-o passar (Apache: `CGIPassAuth On`).',
  'report.unreadable-record': 'O Ultimate Multisite respondeu com um registro que não pode ser lido.',
  'report.unreadable-site': 'O Ultimate Multisite respondeu com um site que não pode ser lido.',
  'report.no-list': 'A resposta do Ultimate Multisite não é uma lista.',
  'report.endless-list': 'A lista do Ultimate Multisite não tem fim.',
  'report.changing-list': 'A lista do Ultimate Multisite mudou durante a leitura.',
  'report.not-listed': 'Não está na lista do Ultimate Multisite.',
  'report.no-api':
    'A API REST do Ultimate Multisite não está disponível: ative-a em Configurações > API e Webhooks e confira se MULTISITE_URL é o endereço principal da rede.',
  'report.firewall':
    'Algo na frente do Ultimate Multisite, como um firewall, uma senha ou outro plugin, respondeu com HTTP {status}: deixe passar as requisições para {path}.',
  'report.no-such-key': 'O Ultimate Multisite não aceita essa chave (HTTP {status}).',
  'report.redirects':
    'Algo na frente do Ultimate Multisite, como um firewall, uma página de login ou outro plugin, redireciona as requisições para {address} (HTTP {status}): deixe passar as requisições para {path}.',
  'report.redirects-to': 'MULTISITE_URL redireciona para {address}: coloque esse endereço em MULTISITE_URL.',
  'report.login-page':
    'O WordPress envia as requisições à sua API para a página de login: deixe {path} passar sem login.',
  'report.other-site': 'lá o domínio está no site {site}.',
  'report.no-site': 'a rede não tem o site {site}.',
  'report.no-rest': 'a API REST não está mais configurada.',
  'report.unknown-app': 'o app {app} não está configurado',
  'report.slack-http': 'O Slack respondeu com HTTP {status}',
  'report.slack-proxy': 'Não foi possível acessar o Slack (o proxy recusou)',
  'report.slack-unreachable': 'Não foi possível acessar o Slack ({code})',
  'report.slack-silent': 'sem resposta do Slack',
  'report.slack-wait': 'O Slack pede para esperar',
  'report.slack-says': 'O Slack diz {error}',
  'report.slack-answered': 'O Slack respondeu com {said}',
  'report.cannot-post': 'o bot não pode publicar lá',
  'report.moved-card-gone': 'o cartão movido foi excluído',
  'report.card-gone': 'O Slack publicou uma resposta no canal: o cartão dela não existe mais',
  'report.long-search': 'há muitas mensagens no canal desde então: a busca continua',
  'report.no-ts': 'O Slack não informou o ts',
  'report.not-connected': 'sem conexão',
  'report.no-tick': 'ainda não executou',
  'report.last-tick': 'última execução há {seconds} s',
  'report.unwritable': 'não é possível gravar',
  'report.silent': 'sem resposta há {seconds} s',
  'report.check-failed': 'a verificação falhou',
  'report.in-channel': 'canal {channel}: {why}',
  'report.late-check': 'verificação mais atrasada: {seconds} s',
  'report.late-event': 'evento não entregue mais antigo: {seconds} s',
  'report.late-lane': 'tarefa mais atrasada da fila {lane}: {seconds} s',
  'report.undeliverable': 'eventos que não puderam ser publicados: {counts}',
  'report.log-lines': 'não foi possível gravar {count} linhas',
  'report.unusable-file': 'não é possível usar {file}: {reason}',
  'report.unusable-files': 'não é possível usar {file} e mais {count}: {reason}',
  'report.newer-file':
    'gravado por uma versão mais nova do bot (esquema {schema}; esta versão conhece até o {known}). Ficou como estava: inicie a versão mais nova de novo.',
  'report.unknown-value':
    '{place} contém “{value}”, que esta versão não conhece: foi gravado por uma versão mais nova, ou alguém o editou à mão. Ficou como estava: inicie a versão mais nova de novo, ou corrija o valor.',
  'report.settings-newer':
    'Configurações: {why} Até lá, valem os padrões e as configurações não podem ser alteradas.',
  'report.settings-damaged':
    '{file} em {place} estava danificado, então valem os padrões. Ele foi guardado como {kept}; escolha as configurações de novo no Slack.',
  'report.settings-unusable':
    'Estas configurações salvas não podem ser usadas e contam como não definidas: {settings}. Todas as outras valem. Escolha-as de novo no Slack; uma cópia do que não pode ser lido é guardada.',
  'report.settings-unreadable':
    'Não é possível ler as configurações salvas ({code}), então valem os padrões e as configurações não podem ser alteradas. Faça com que settings.json em DATA_DIR seja um arquivo que o usuário do bot possa ler, ou verifique o banco de dados; depois o bot as lê sozinho.',
  'report.double-file': 'há um arquivo mais novo do mapeamento de {hostname}',
  'report.other-file': 'há outro arquivo no lugar dele',
  'report.uninstalled': 'o app foi desinstalado: instale-o de novo, defina SLACK_BOT_TOKEN e reinicie o bot',
  'report.token-revoked':
    'o token do bot foi revogado: instale o app de novo, defina SLACK_BOT_TOKEN e reinicie o bot',
  'report.channel-archived':
    'foi arquivado, então os cartões dele não mudam mais: desarquive-o ou digite `move` com o hostname em outro canal',
  'report.channel-left':
    'o bot foi removido, então os cartões não mudam mais: convide-o de novo ou digite `move` com o hostname em outro canal',
  'report.channel-deleted': 'foi excluído com os cartões: digite `move` com o hostname em outro canal',
  'report.channel-unseen':
    'o Slack não o mostra ao bot, então os cartões dele não mudam mais: convide o bot de novo ou digite `move` com o hostname em outro canal',
  'report.gone-at-once': '{gone} de {of} entradas sumiram de uma vez',
  'report.dnskey-algorithm': 'algoritmo DNSKEY não suportado',
  'report.ds-digest': 'tipo de digest DS não suportado',
  'report.dnssec-indeterminate': 'DNSSEC indeterminado',
  'report.dnssec-bogus': 'DNSSEC inválido',
  'report.signature-expired': 'assinatura expirada',
  'report.signature-early': 'assinatura ainda não válida',
  'report.dnskey-missing': 'DNSKEY ausente: nenhuma chave corresponde ao registro DS do registrador',
  'report.rrsig-missing': 'RRSIG ausentes: a zona não está assinada como indica o registro DS',
  'report.zone-key': 'bit de chave de zona ausente',
  'report.nsec-missing': 'NSEC ausente: não se prova que um nome não existe',
  'report.cached-error': 'erro em cache',
  'report.not-ready': 'servidor ainda não pronto',
  'report.not-authoritative': 'não autoritativo',
  'report.not-supported': 'não suportado',
  'report.no-authority': 'nenhum servidor autoritativo acessível',
  'report.network-error': 'erro de rede entre o resolvedor e os servidores de nomes',
  'report.invalid-data': 'dados inválidos',
  'report.nsec3-iterations': 'número de iterações NSEC3 não suportado',
  'report.nothing-to-ask': 'nenhum endereço para consultar',
  'report.no-answer': 'sem resposta',
  'report.unknown-issuer': 'emissor desconhecido',
  'report.token-pair':
    'SLACK_APP_TOKEN pertence ao app do Slack {app} e SLACK_BOT_TOKEN a {own}, então nenhum comando chega ao bot: crie o token de nível de app no app {own}',
  'report.bot-token-fix':
    'Copie o token do bot de “OAuth & Permissions” do app do Slack, e reinstale o app se ele foi removido.',
  'report.app-token-fix':
    'Crie um novo token de nível de app com connections:write em “Basic Information” do app do Slack.',
  'report.token-refused': 'O Slack não aceita {variable} ({error}).',
});
