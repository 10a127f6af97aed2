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
    'DATABASE_URL ({place}) não pode ser usada: {reason}. Informe um banco PostgreSQL em que o usuário do bot possa criar tabelas.',
  'report.database.newer':
    'Uma versão mais nova do bot mudou o banco de dados (o esquema exige a etapa {number}; esta versão conhece até a {most}). Nada foi mudado: inicie a versão mais nova.',
  'report.database.password': 'a senha está errada ({code})',
  'report.database.user': 'o servidor recusa este usuário ({code})',
  'report.database.missing': 'esse banco de dados não existe ({code})',
  'report.database.permission': 'o usuário não pode criar tabelas nele ({code})',
  'report.database.full': 'o disco do servidor está cheio ({code})',
  'report.database.connections': 'o servidor não tem mais conexões livres ({code})',
  'report.database.starting': 'o servidor está iniciando ou parando ({code})',
  'report.database.read-only': 'ele é somente leitura ({code})',
  'report.database.silent': 'ninguém responde nesse endereço ({code})',
  'report.database.address': 'o host não tem endereço ({code})',
  'shell.store.no-url': 'DATABASE_URL não está definida. Defina-a ou informe uma pasta ou postgres://….',
  'shell.store.same': '--from e --to indicam o mesmo lugar.',
  'shell.store.copied':
    '{from} foi copiado para {to} e tudo foi comparado. Mapeamentos: {mappings}. Eventos: {events}. Outros documentos: {documents}. Gravados desta vez: {written}.',
  'shell.store.copying': 'Mapeamentos até agora: {count}',
  'shell.store.broken':
    'Mapeamentos com eventos alterados ou perdidos antes da cópia: {count}. “npm run audit -- verify” diz quais.',
});
