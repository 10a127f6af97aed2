import type { customerEn } from '../../en/domain/customer.js';
import { translation } from '../../messages.js';

/** Brazilian Portuguese: the message for the customer. Both tones say “você”; the formal one greets and asks formally. */
export const customerPtBr = translation<'pt-BR', typeof customerEn>()({
  'customer-dialog.title': 'Mensagem para o cliente',
  'customer-dialog.submit': 'Marcar como enviada',
  'customer-dialog.text': 'Mensagem',
  'customer-dialog.language': '*Idioma da mensagem*',
  'customer-dialog.kept': 'Você editou o texto, então ele fica como está.',
  'customer-dialog.replace': 'Substituir pelo texto em {language}',
  'customer-dialog.hint':
    'Edite, copie e envie a mensagem: o bot não escreve para ninguém fora do Slack. Depois clique em “Marcar como enviada”.',
  'customer-dialog.sent-before':
    ':email: {person} enviou uma mensagem ({at}). {isFollowUp, select, true {Nada mudou desde então, por isso este é um lembrete.} other {Houve mudanças desde então.}}',
  'customer-dialog.one-click':
    ':sparkles: O provedor de DNS do cliente pode fazer as alterações sozinho. O link no texto leva a {host}.',
  'customer-dialog.email': 'Abrir este texto no programa de e-mail',
  'customer-dialog.refresh': 'Atualizar o link com minhas mudanças',
  'customer-dialog.too-long':
    'Este texto é longo demais para um link de e-mail. Copie-o ou receba-o em arquivos.',
  'customer-dialog.cut':
    ':warning: A mensagem é longa demais para este campo: aqui falta o final. Nos arquivos ela está completa.',
  'customer-dialog.sent-direct': ':white_check_mark: Enviado para você em uma mensagem direta.',
  'customer-dialog.files': 'Receber o texto em arquivos',
  'customer-dialog.attached':
    'A mensagem para o cliente, em HTML (abra, selecione tudo e cole no seu programa de e-mail) e em texto simples.',
  'customer-dialog.follow-up': 'Enviar lembrete',
  'customer-dialog.tell': 'Avisar o cliente',

  'return-page.approved.title': 'Obrigado!',
  'return-page.approved.text':
    'O provedor {dnsProvider} confirmou que você aprovou as alterações. Estamos verificando o seu domínio agora. Você já pode fechar esta página.',
  'return-page.cancelled.title': 'Nada foi alterado',
  'return-page.cancelled.text':
    'Você cancelou no provedor {dnsProvider}. Se quiser, abra de novo o link da nossa mensagem ou faça as alterações manualmente.',
  'return-page.failed.title': 'Não deu certo',
  'return-page.failed.text':
    'O provedor {dnsProvider} informou um erro. Por favor, faça as alterações manualmente, como explica a nossa mensagem.',
  'return-page.unknown.title': 'Este link já foi usado',
  'return-page.unknown.text': 'O link já foi usado ou é antigo demais. Você pode fechar esta página.',

  'customer.subject': 'Seu domínio {hostname}',
  'customer.greeting': '{tone, select, formal {Prezado(a) cliente,} other {Olá!}}',
  'customer.to-do':
    'Para conectar {hostname} ao seu site, falta fazer {steps, plural, one {uma alteração} many {# de alterações} other {# alterações}} nas suas configurações de DNS.',
  'customer.one-left':
    'Estamos quase lá: parte das suas configurações de DNS já está certa. Para terminar de conectar {hostname} ao seu site, falta fazer mais {steps, plural, one {uma alteração} many {# de alterações} other {# alterações}}.',
  'customer.follow-up':
    '{tone, select, formal {Este é um lembrete sobre {hostname}. Pelo que verificamos, ainda não houve alteração nas suas configurações de DNS.} other {Passando para lembrar de {hostname}: pelo que vemos aqui, ainda não houve alteração nas suas configurações de DNS.}} Ainda falta fazer {steps, plural, one {uma alteração} many {# de alterações} other {# alterações}}.',
  'customer.down':
    '{hostname} {about, plural, one {não funciona mais} many {não funcionam mais} other {não funcionam mais}} para os seus visitantes. Para resolver, é preciso fazer {steps, plural, one {uma alteração} many {# de alterações} other {# alterações}} nas suas configurações de DNS.',
  'customer.expiring':
    'O certificado de segurança de {hostname} está prestes a expirar e ainda não pôde ser renovado. Para manter o seu site seguro, é preciso fazer {steps, plural, one {uma alteração} many {# de alterações} other {# alterações}} nas suas configurações de DNS.',
  'customer.refused':
    'Nosso provedor de hospedagem ainda não aceitou {hostname}. Você não precisa fazer nada no momento: estamos cuidando disso.',
  'customer.down-ours':
    'No momento, {hostname} {about, plural, one {não funciona} many {não funcionam} other {não funcionam}} corretamente para os seus visitantes. Você não precisa fazer nada: estamos cuidando disso.',
  'customer.expiring-ours':
    'O certificado de segurança de {hostname} está prestes a expirar e ainda não pôde ser renovado. Você não precisa fazer nada: estamos cuidando disso.',
  'customer.waiting':
    'As configurações de DNS de {hostname} estão certas, e não falta mais nada da sua parte. Estamos concluindo a configuração do nosso lado.',
  'customer.unsure':
    'Ainda estamos verificando as configurações de DNS de {hostname}. Você não precisa fazer nada no momento.',
  'customer.works':
    '{hostname} {count, plural, one {já está conectado ao seu site e protegido} many {já estão conectados ao seu site e protegidos} other {já estão conectados ao seu site e protegidos}} com um certificado válido. Não falta mais nada da sua parte.',
  'customer.one-click':
    'O caminho mais rápido: abra este link, entre na sua conta no provedor {dnsProvider} e confirme. O provedor faz {steps, plural, one {a alteração} many {as alterações} other {as alterações}} por você.\n{link}',
  'customer.by-hand': 'Se preferir, faça manualmente.',
  'customer.sign-in':
    '{hasProvider, select, true {Entre na sua conta no provedor {dnsProvider}, onde o seu DNS é gerenciado{hasPanel, select, true { ({panel})} other {}}, e faça o seguinte:} other {Entre no painel onde o seu DNS é gerenciado e faça o seguinte:}}',
  'customer.please':
    '{steps, plural, one {Por favor, siga este passo:} many {Por favor, siga estes passos:} other {Por favor, siga estes passos:}}',
  'customer.delete': 'Exclua: Tipo {type} · Nome {host} (nome completo: {name}) · Valor {value}',
  'customer.change':
    'Altere o registro {type} para: Tipo {type} · Nome {host} (nome completo: {name}) · Valor {value} · deixe o TTL como está',
  'customer.create':
    'Adicione: Tipo {type} · Nome {host} (nome completo: {name}) · Valor {value} · deixe o TTL como está',
  'customer.alias':
    'Adicione: Tipo ALIAS (ou ANAME, ou CNAME, se o seu provedor permitir ali) · Nome {host} (nome completo: {name}) · Valor {value} · deixe o TTL como está',
  'customer.empty-name': '(deixe em branco)',
  'customer.alternative': 'Se o seu provedor não aceitar CNAME ali, adicione em vez disso:',
  'customer.time':
    'Em geral, passa a funcionar em até {unit, select, days {{days, plural, one {um dia} many {# de dias} other {# dias}}} other {{hours, plural, one {uma hora} many {# de horas} other {# horas}}}}.',
  'customer.waiting-time':
    'Alguns visitantes ainda podem ver a página antiga por até {unit, select, days {{days, plural, one {um dia} many {# de dias} other {# dias}}} other {{hours, plural, one {uma hora} many {# de horas} other {# horas}}}}.',
  'customer.reply':
    '{tone, select, formal {Por favor, responda a esta mensagem assim que concluir.} other {Quando terminar, responda por aqui e nós confirmamos.}}',
  'customer.signature': '',
});
