import type { settingsEn } from '../../en/slack/settings.js';
import { translation } from '../../messages.js';

/** Brazilian Portuguese: settings per channel, and the texts for customers. */
export const settingsPtBr = translation<'pt-BR', typeof settingsEn>()({
  'settings.label.thread': 'Nível de detalhe das threads',
  'settings.label.quiet': 'Horário de silêncio, sem menções',
  'settings.label.quiet-from': 'Silêncio a partir de',
  'settings.label.quiet-to': 'Silêncio até',
  'settings.label.quiet-days': 'Dias inteiros de silêncio',
  'settings.label.quiet-urgent': 'No horário de silêncio, um site que estava pronto e caiu',
  'settings.name.thread': 'nível de detalhe das threads',
  'settings.name.quiet': 'horário de silêncio',
  'settings.name.quiet-from': 'início do horário de silêncio',
  'settings.name.quiet-to': 'fim do horário de silêncio',
  'settings.name.quiet-days': 'dias inteiros de silêncio',
  'settings.name.quiet-urgent': 'sites fora do ar no horário de silêncio',
  'settings.thread':
    '{value, select, all {todas as etapas} problems {só o que deu errado} other {as etapas principais}}',
  'settings.quiet':
    '{value, select, every_day {todos os dias} weekdays {de segunda a sexta} weekends {sábado e domingo} nights_and_weekends {de segunda a sexta, e o fim de semana inteiro} other {desativado}}',
  'settings.quiet-urgent':
    '{value, select, held {o aviso espera o fim do horário} other {o aviso sai na hora}}',
  'settings.channel':
    '*Canal {channel}.* O que você definir aqui vale para os cartões deste canal e tem prioridade sobre as configurações do app.',
  'settings.only-channel': 'Só para este canal',
  'settings.for-app': 'Configurações do app “{app}”',
  'settings.texts': 'Textos para clientes',
  'settings.inherited': '{source, select, app {App “{app}”} other {Padrão}}: {standard}.',
  'settings.inherited-range':
    'De {canBeOff, select, true {0 (desativado)} other {{least, number, ::group-off}}} a {most, number, ::group-off}. Vazio: {standard} ({source, select, app {app “{app}”} other {padrão}}).',
  'settings.not-here': 'Sem configuração própria no canal',
  'settings.here': 'Definido aqui. {inherited}',
  'settings.no-days': 'nenhum',
  'settings.no-days-here': 'Nenhum dia neste canal',
  'settings.channels': 'Alguns canais têm configurações próprias, que valem neles: {channels}',
  'settings.reported-here': 'Vale a partir de agora. Este canal é avisado da alteração.',
  'settings.changed':
    ':gear: {person} alterou várias configurações {scope, select, channel {do canal {forChannel}} other {do app {app}}}:',
  'settings.changed-line':
    '• {setting}: {isSame, select, true {{to} (sem alteração)} other {{from} → {to}}}{isReset, select, true { ({scope, select, channel {sem configuração própria no canal} other {o padrão}})} other {}}',
  'event.customer_texts.changed':
    ':pencil2: {person} {isReset, select, true {restaurou os textos padrão} other {alterou os textos}} para clientes do app {app} em {languageName}: {parts}.',
  'event.digest.posted': ':newspaper: O resumo do app {app} de {period} foi publicado em {forChannel}.',
  'texts.title': 'Textos para clientes',
  'texts.preview': 'Prévia',
  'texts.about':
    '*App “{app}”, {languageName}.* Um campo vazio usa o texto que aparece abaixo dele. Você pode usar {names}; o bot preenche.',
  'texts.now': 'Padrão: {text}',
  'texts.nothing': '(nada)',
  'texts.tone': '{tone, select, formal {formal} other {amigável}}',
  'texts.tone-usual': 'Padrão: {tone, select, formal {formal} other {amigável}}',
  'texts.reset': 'Restaurar os textos padrão',
  'texts.reset.sure': 'Tudo o que foi escrito aqui para este idioma será apagado.',
  'texts.shown': '*Prévia, ainda não salva.* Uma mensagem fica assim:',
  'texts.again': 'Mudou algo? Antes de salvar, a prévia aparece de novo.',
  'texts.contested':
    ':warning: Enquanto isto estava aberto, outra pessoa salvou outros textos. Se você salvar, os seus substituem estes:',
  'texts.reported': 'O canal do app é avisado da alteração.',
  'texts.problem.long': 'No máximo {most} caracteres.',
  'texts.problem.unknown': 'O bot não pode preencher {name}. Você pode usar {names}.',
  'texts.problem.broken':
    'Falta ou sobra uma chave. Escreva {example}; para uma chave no próprio texto, escreva {quoted}.',
  'texts.problem.choice': 'Uma escolha precisa de uma última parte para o resto, como em {example}.',
  'texts.label.tone': 'Tom',
  'texts.label.subject': 'Assunto',
  'texts.label.greeting': 'Saudação',
  'texts.label.signature': 'Assinatura',
  'texts.label.to-do': 'Quando o DNS precisa mudar',
  'texts.label.one-left': 'Quando uma parte já está certa',
  'texts.label.down': 'Quando o site caiu e o cliente pode resolver',
  'texts.label.expiring': 'Quando o certificado vai expirar e o cliente pode ajudar',
  'texts.label.refused': 'Quando o provedor de hospedagem recusou o domínio',
  'texts.label.down-ours': 'Quando o site caiu e nós resolvemos',
  'texts.label.expiring-ours': 'Quando o certificado vai expirar e nós cuidamos disso',
  'texts.label.waiting': 'Quando o DNS está certo e nós terminamos',
  'texts.label.unsure': 'Enquanto ainda não se sabe nada',
  'texts.label.works': 'Quando tudo funciona',
  'texts.label.follow-up': 'Lembrete',
  'texts.label.one-click': 'Antes do link que faz as alterações',
  'texts.label.by-hand': 'Antes dos passos manuais',
  'texts.label.sign-in': 'Onde entrar',
  'texts.label.please': 'Antes dos passos',
  'texts.label.alternative': 'Onde um CNAME não é possível',
  'texts.label.time': 'Quanto tempo leva',
  'texts.label.waiting-time': 'Por quanto tempo a página antiga pode aparecer',
  'texts.label.reply': 'Pedido de resposta',
});
