import type { storesEn } from '../../en/operator/stores.js';
import { translation } from '../../messages.js';

/** Brazilian Portuguese: stores: copying them, and databases and folders that can’t be used. */
export const storesPtBr = translation<'pt-BR', typeof storesEn>()({
  'report.copy.unfinished':
    '{place} contém uma cópia inacabada de {other}. Termine-a com o mesmo “closte-domain-bot store copy” ou esvazie o destino.',
  'report.copy.no-store':
    'Não há dados do bot em {place}. Informe um DATA_DIR ou um banco de dados que um bot já usou.',
  'report.copy.unreadable':
    'Não é possível copiar {what} ({reason}). Conserte ou retire o item e copie de novo.',
  'report.copy.used':
    'Um bot está trabalhando em {place}. Pare todas as réplicas, espere dez segundos e copie de novo.',
  'report.copy.different':
    '{place} difere dos dados a copiar: {what}. Informe um destino vazio: duas bases nunca são misturadas.',
  'report.copy.running': '{place} está sendo copiado. Espere a cópia terminar ou interrompa-a.',
  'report.data-dir.used':
    'Outro bot (processo {number} em {host}) trabalha em {place}. Pare-o antes ou dê a este outro DATA_DIR.',
  'report.database.unusable':
    'DATABASE_URL ({place}) não pode ser usada: {reason}. Verifique a URL, o servidor e se o usuário do bot pode criar tabelas nesse banco.',
  'report.database.newer':
    'Uma versão mais nova do bot mudou o banco de dados (o esquema exige a etapa {number}; esta versão conhece até a {most}). Nada foi mudado: inicie a versão mais nova.',
  'report.database.password': 'a senha está errada ({code})',
  'report.database.user': 'o servidor recusa este usuário ({code})',
  'report.database.missing': 'esse banco de dados não existe ({code})',
  'report.database.permission': 'o usuário não pode criar tabelas nele ({code})',
  'report.database.full': 'o disco do servidor está cheio ({code})',
  'report.database.connections': 'o servidor não tem mais conexões livres ({code})',
  'report.database.starting': 'o servidor está iniciando ou parando ({code})',
  'report.database.slow': 'o servidor cancelou um comando que demorou demais ({code})',
  'report.database.read-only': 'ele é somente leitura ({code})',
  'report.database.silent': 'ninguém responde nesse endereço ({code})',
  'report.database.address': 'o host não tem endereço ({code})',
  'shell.store.no-url': 'DATABASE_URL não está definida. Defina-a ou informe uma pasta ou postgres://….',
  'shell.store.bad-url':
    '{name} não é uma URL postgres://. Escreva os caracteres especiais da senha como códigos: %23 para #, %2F para /.',
  'shell.store.same': '--from e --to indicam o mesmo lugar.',
  'shell.store.copied':
    '{from} foi copiado para {to} e tudo foi comparado. Mapeamentos: {mappings}. Eventos: {events}. Outros documentos: {documents}. Gravados desta vez: {written}.',
  'shell.store.copying': 'Mapeamentos até agora: {count}',
  'shell.store.broken':
    'Mapeamentos com eventos alterados ou perdidos antes da cópia: {count}. “closte-domain-bot audit verify” diz quais.',
  'shell.capacity.carried':
    'Sim: nesta máquina, um único processo com arquivos suporta {mappings} domínios verificados a cada {interval} s.',
  'shell.capacity.not-carried':
    'Não: um único processo nesta máquina não suporta {mappings} domínios verificados a cada {interval} s. Use PostgreSQL (DATABASE_URL) e máquinas como esta. Réplicas necessárias: {replicas}, e mais uma para o caso de falha.',
  'shell.capacity.limit':
    'Ela suporta cerca de {most}; o limite é {limit, select, cpu {o processador} disk {o disco} other {a memória}}.',
  'shell.capacity.interval': 'Verificados a cada {interval} s, um único processo suportaria {mappings}.',
  'shell.capacity.measured': 'Medido aqui:',
  'shell.capacity.cpu':
    '  processador: {ms} ms de CPU por verificação sem novidade (DNS, certificado, página, dados), com simuladores nesta máquina',
  'shell.capacity.cpu-assumed':
    '  processador: {ms} ms de CPU por verificação sem novidade. Só a parte dos dados foi medida; o resto é suposto, porque os simuladores precisam dos pacotes de desenvolvimento (npm ci)',
  'shell.capacity.disk':
    '  disco: {median} ms para gravar 4 KiB com segurança ({p99} ms no pior caso); {changes} mudanças salvas por segundo',
  'shell.capacity.memory': '  memória: {bytes} bytes por domínio; {mib} MiB para um processo',
  'shell.capacity.at-rate':
    '  no ritmo pedido: {rate} verificações/s por {seconds} s usaram {share} % de um núcleo; o event loop atrasou {loop} ms (percentil 99), uma verificação no máximo {late} ms',
  'shell.capacity.no-rate':
    '  no ritmo pedido: não testado, porque não há simuladores ou é mais do que um processo consegue',
  'shell.capacity.extrapolated':
    'Extrapolado disso, com {share} % de um núcleo para verificações e novidade em uma de cada {checks}:',
  'shell.capacity.parts': '  o processador suporta {cpu} domínios, o disco {disk}, a memória {memory}',
  'shell.capacity.not-measured':
    'Não medido: um banco de dados, a rede, os limites de taxa do Slack e da {provider}.',
});
