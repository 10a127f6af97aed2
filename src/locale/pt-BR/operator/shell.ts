import type { shellEn } from '../../en/operator/shell.js';
import { translation } from '../../messages.js';

/** Brazilian Portuguese: programs beside the bot: help, results, and what went wrong. */
export const shellPtBr = translation<'pt-BR', typeof shellEn>()({
  'shell.help': 'Uso: closte-domain-bot <subcomando>',
  'shell.help.more':
    'closte-domain-bot <subcomando> --help explica um deles; --version mostra a versão.\nAs configurações vêm do ambiente e do .env na pasta de trabalho; o .env.example as lista.',
  'shell.unknown': 'Não existe o subcomando “{name}”. Execute closte-domain-bot --help para ver todos.',
  'shell.did-you-mean': 'Não existe o subcomando “{name}”. Você quis dizer “{near}”?',
  'shell.package-missing':
    '“{name}” precisa do pacote {package}, que só existe em um clone do repositório: execute-o lá, depois de “npm ci” sem “--omit=dev”.',
  'shell.summary.start': 'executa o bot até SIGTERM',
  'shell.summary.doctor':
    'verifica se tudo de que o bot precisa funciona e diz como corrigir o que não funciona',
  'shell.summary.check-domain':
    'verifica domínios uma vez pelo terminal, sem Slack nem dados salvos: o que está errado e como corrigir',
  'shell.summary.audit': 'compara os canais com os dados salvos, ou reconstrói dados perdidos a partir deles',
  'shell.summary.domain-connect':
    'prepara as alterações com um clique para os clientes: os modelos, a chave de assinatura e o que ainda falta',
  'shell.summary.capacity':
    'mede esta máquina por cerca de um minuto e diz quantos domínios ela suporta, e com quê',
  'shell.summary.store': 'atualiza o banco de dados, ou copia os dados entre arquivos e um banco',
  'shell.summary.demo': 'executa o bot com um Slack, uma {provider} e servidores DNS nesta máquina',
  'shell.usage.start':
    'Uso: closte-domain-bot start\nExecuta o bot até SIGTERM. Tudo é definido por variáveis de ambiente; o .env.example as lista.\n  --version   mostra a versão\n  --help      mostra esta ajuda\n\nCódigo de saída: 0 parado por um sinal, 1 não conseguiu iniciar ou falhou, 2 a linha de comando não serve.',
  'shell.usage.doctor':
    'Uso: closte-domain-bot doctor [opções]\n  --json      saída para programas\n  --fix       oferece corrigir o que doctor pode corrigir, e pergunta antes de cada mudança\n  --version   mostra a versão\n  --help      mostra esta ajuda\n\nVerifica se tudo de que o bot precisa funciona e diz como corrigir o que não funciona. Código de saída: 0 sem problemas, 1 com problemas, 2 a linha de comando não serve.',
  'shell.usage.audit':
    'Uso: closte-domain-bot audit verify    compara os canais com os dados salvos, nos dois sentidos\n     closte-domain-bot audit rebuild   reconstrói os dados a partir dos canais se DATA_DIR foi perdida\n\nCódigo de saída: 0 tudo certo, 1 algo difere, se perdeu ou não pode ser lido, 2 a linha de comando não serve.',
  'shell.usage.check-domain':
    'Uso: closte-domain-bot check-domain <hostname>… [opções]\n  -                lê os hostnames da entrada padrão, separados por espaços ou linhas\n  --target LISTA   para onde o DNS deve apontar, em vez do destino do app: endereços e hosts, separados por vírgulas\n  --app NOME       o app cujo destino e cujas configurações valem, se houver vários\n  --json           um objeto JSON por linha e verificação (docs/checks.md)\n  --repeat N       verifica N vezes, de 1 a 1000\n  --follow         verifica até tudo estar certo\n  --interval S     segundos entre duas verificações, de 1 a 86400; senão, o ritmo do bot\n\nVerifica domínios como o bot faz, sem Slack nem dados salvos. Lê as configurações de DNS, TLS e apps do\nambiente e do .env; não precisa de tokens. Código de saída: 0 tudo certo, 1 alguém precisa agir ou esperar,\n2 linha de comando, hostname ou configuração inválidos, 3 não foi possível verificar.\nExemplo: closte-domain-bot check-domain shop.example.com --target 203.0.113.10',
  'shell.usage.domain-connect':
    'Uso: closte-domain-bot domain-connect template [--app NOME] [--revision N] [--logo URL] [--folder PASTA]\n       grava os modelos de um app, para publicar em https://github.com/Domain-Connect/Templates\n     closte-domain-bot domain-connect keys [--out ARQUIVO]\n       cria a chave que assina os links e mostra os registros TXT da parte pública\n     closte-domain-bot domain-connect check [--domain DOMÍNIO]\n       diz o que ainda falta; com o domínio de um cliente, consulta também o provedor de DNS dele\n\nCódigo de saída: 0 feito e nada falta, 1 algo falta ou falhou, 2 a linha de comando não serve.\nExemplo: closte-domain-bot domain-connect check --domain example.com',
  'shell.usage.capacity':
    'Uso: closte-domain-bot capacity --mappings N --interval S [--json]\n  --mappings N   quantos domínios a máquina deve suportar\n  --interval S   segundos entre duas verificações de um domínio\n  --json         saída para programas\n\nMede esta máquina por cerca de um minuto e diz quantos domínios ela suporta, e com quê.\nCódigo de saída: 0 um processo basta, 1 não basta, 2 a linha de comando não serve, 3 não foi possível medir.',
  'shell.usage.demo':
    'Uso: closte-domain-bot demo\nExecuta o bot com um Slack, uma {provider} e servidores DNS nesta máquina, e mostra o endereço de uma página que faz o papel do Slack.\nPrecisa de um clone do repositório com os pacotes de desenvolvimento. SANDBOX_PORT é a porta da página; se não for definida, 8080.\n\nCódigo de saída: 0 parada por um sinal, 1 não conseguiu iniciar.',
  'shell.usage.store':
    'Uso: closte-domain-bot store migrate\n         atualiza o esquema do banco de dados, como ao iniciar\n       closte-domain-bot store copy --from A --to B\n         copia os dados para um lugar vazio e os compara;\n         A e B são DATA_DIR, DATABASE_URL, uma pasta ou postgres://…; nenhum bot pode usá-los enquanto isso\n\nCódigo de saída: 0 feito, 1 falhou, 2 a linha de comando não serve.\nExemplo: closte-domain-bot store copy --from DATA_DIR --to DATABASE_URL',
  'shell.store.no-database':
    'DATABASE_URL não está definida: os arquivos em DATA_DIR são atualizados ao serem lidos.',
  'shell.store.migrated': 'O banco de dados ({database}) está atualizado. Etapas feitas: {count}.',
  'shell.audit.database-not-empty':
    'O banco de dados ({database}) ainda tem mapeamentos, como {hostname}. Informe antes um banco vazio: eles se misturariam com o que dizem os canais.',
  'shell.see-help': 'Veja closte-domain-bot {name} --help.',
  'shell.config': 'O bot não pode iniciar com esta configuração:',
  'shell.problem': '{variable} {why}. {fix}',
  'shell.sign.ok': 'ok',
  'shell.sign.problem': 'PROBLEMA',
  'shell.sign.note': 'nota',
  'shell.sign.unchecked': 'não verificado',
  'shell.sign.missing': 'falta',
  'shell.unfinished': 'doctor não conseguiu terminar: {why}',
  'shell.question': '{question} [s/N]',
  'shell.audit.unreadable': 'Não é possível ler {file}: {reason}',
  'shell.audit.out-of-reach':
    '{count, plural, one {# evento está} many {# de eventos estão} other {# eventos estão}} fora de alcance: o Slack não mostra mais as mensagens deles, por causa do plano ou de uma política de retenção.',
  'shell.audit.unread': 'Não foi possível ler o canal {channel}: convide o bot.',
  'shell.audit.verified':
    'Mapeamentos: {mappings}. Eventos: {events}. Mensagens: {messages}. Diferenças: {differences}.',
  'shell.audit.duplicated':
    '{hostname}: há dois mapeamentos ativos nos canais; o mais recente ficou de fora.',
  'shell.audit.lost': '{hostname}: o cartão foi excluído, então não dá para reconstruir. Mapeie de novo.',
  'shell.audit.limited':
    'Canal {channel}: o Slack esconde o que é anterior a {hasTime, select, true {{at}} other {o que o plano mostra}}, então mapeamentos de antes ficam fora de alcance.',
  'shell.audit.rebuilt': 'Reconstruídos: {count}. Perdidos: {lost}.',
  'shell.audit.not-empty':
    'DATA_DIR ({folder}) ainda tem mapeamentos, como {hostname}. Mova antes a pasta “mappings”: ela se misturaria com o que dizem os canais.',
  'shell.key.made':
    'A chave está em {path}, que só você pode ler. Informe o caminho em DOMAIN_CONNECT_KEY_FILE e mantenha-a em segredo.',
  'shell.key.records': 'Adicione estes registros TXT em {name}:',
  'report.reading': '{threads} de {of} threads lidas',
  'report.no-app': 'Não existe o app {app}. Configurados: {apps}.',
  'report.which-app': 'Informe o app com --app: {apps}.',
  'report.no-input': 'Não há nenhum hostname na entrada padrão.',
  'report.long-input': 'A entrada padrão passa de 1 MiB.',
  'report.name-hostname': 'Informe pelo menos um hostname, ou - para a entrada padrão.',
  'report.repeat-or-follow': 'Use --repeat ou --follow, não os dois.',
  'report.option-value': 'O valor de {option} {why}.',
  'report.unreadable-value': 'não pode ser lido',
  'report.unknown-option': 'Não existe a opção {option}.',
  'report.option-needs-value': 'A opção {option} precisa de um valor.',
  'report.option-without-value': 'A opção {option} não leva valor.',
  'report.no-argument': 'Argumento inesperado: {argument}.',
  'report.name-target': 'Informe com --target para onde o DNS deve apontar, ou defina {variable}.',
  'report.name-one': 'Informe um destes: {options}.',
  'report.revision': 'A opção --revision leva um número inteiro a partir de 1.',
  'report.key-exists':
    '{path} já existe. Informe-o em DOMAIN_CONNECT_KEY_FILE, ou escolha outro arquivo com --out.',
  'report.domain-option': 'A opção --domain leva um domínio, como example.com.',
  'report.agency-missing':
    'DOMAIN_CONNECT_ID está ausente. Defina-a com o domínio da sua agência, como agency.example.',
  'report.dot-env': 'Não é possível ler o .env. Permita que o usuário do bot o leia, ou remova-o.',
  'report.dot-env-code':
    'Não é possível ler o .env ({code}). Permita que o usuário do bot o leia, ou remova-o.',
  'report.dot-env-line': 'A linha {line} do .env não é NOME=valor. Corrija-a ou coloque “#” antes dela.',
  'report.your-id': 'seu ID é {id}',
  'report.app-templates': 'o app {app} tem os modelos {ids}',
  'report.unsigned-links':
    'os links não são assinados, então os provedores podem recusá-los ou avisar: crie uma chave com “closte-domain-bot domain-connect keys”',
  'report.lookup-failed': 'não foi possível consultar {host}: tente de novo',
  'report.key-published': 'a chave pública está publicada em {host}',
  'report.key-unpublished':
    'a chave pública não está publicada em {host}: adicione os registros TXT que “closte-domain-bot domain-connect keys” mostra, e nenhum outro lá',
  'report.no-return':
    'os clientes veem a última página do provedor, e nada aparece na thread: defina PUBLIC_URL',
  'report.return-to': 'os clientes voltam para {address}',
  'report.no-domain-connect': 'o provedor de DNS de {host} não oferece Domain Connect',
  'report.provider-silent': 'não foi possível consultar o provedor de DNS de {host}: tente de novo',
  'report.no-consent': '{name} não tem uma página em que os clientes concordem',
  'report.has-template': '{name} tem o modelo {id}',
  'report.lacks-template': '{name} ainda não tem o modelo {id}',
  'report.template-silent': 'não foi possível perguntar a {name} sobre {id}: tente de novo',
  'report.d-missing': 'ausente: {hostname} {event} nunca foi publicado no canal ({place})',
  'report.d-deleted': 'excluído: {hostname} {event} tinha uma mensagem, que foi excluída ({place})',
  'report.d-edited': 'editado: {hostname} {event} tem uma mensagem que foi editada ({place})',
  'report.d-altered': 'alterado: {hostname} {event} tem uma mensagem que diz outra coisa ({place})',
  'report.d-duplicated': 'duplicado: {hostname} {event} foi publicado duas vezes ({place})',
  'report.d-foreign': 'alheio: {hostname} {event} é reivindicado por uma mensagem de outro app ({place})',
  'report.d-unknown': 'desconhecido: {hostname} {event} está no canal, mas não nos dados salvos ({place})',
  'report.d-broken': 'rompido: {hostname} {event} não segue o evento anterior ({place})',
  'report.d-out-of-order':
    'fora de ordem: {hostname} {event} foi publicado depois de um evento posterior ({place})',
});
