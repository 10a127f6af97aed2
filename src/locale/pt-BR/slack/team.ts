import type { teamEn } from '../../en/slack/team.js';
import { translation } from '../../messages.js';

/** Brazilian Portuguese: people who work together on a domain. */
export const teamPtBr = translation<'pt-BR', typeof teamEn>()({
  'event.domain.assigned':
    ':bust_in_silhouette: {isOwn, select, true {{person} agora cuida de {hostname}.} other {{person} atribuiu {hostname} a {assignee}.}}',
  'event.domain.unassigned':
    '{isOwn, select, true {{person} não cuida mais de {hostname}.} other {{person} tirou {hostname} de {wasAssignee}. O domínio está sem responsável.}}',
  'event.domain.followed': '{person} agora recebe avisos sobre {hostname}.',
  'event.domain.unfollowed': '{person} não recebe mais avisos sobre {hostname}.',
  'event.note.changed':
    ':memo: {hasNote, select, true {{person} deixou uma observação em {hostname}: {note}} other {{person} removeu a observação de {hostname}.}}',

  'event.domain.snoozed':
    ':zzz: {person} pausou os avisos sobre {hostname} {hasUntil, select, true {(até: {until})} other {até algo mudar}}.',
  'event.domain.snooze_ended':
    ':alarm_clock: {why, select, time {{snoozedBy}, acabou a pausa dos avisos que você definiu para {hostname}.} change {os avisos sobre {hostname} voltaram: algo mudou.} other {{person} retomou os avisos sobre {hostname}.}}',
  'event.finding.acknowledged': ':eyes: {person} está ciente: {findingName}. Não haverá lembretes disso.',
  'event.finding.muted':
    ':mute: {person} silenciou “{findingName}” em {hostname} (até: {until}): {muteReason}',
  'event.finding.unmuted':
    ':loud_sound: O ponto de atenção “{findingName}” não está mais silenciado em {hostname}.',

  'card.assigned': ':bust_in_silhouette: Responsável: {assignee}',
  'card.followers': 'Recebem avisos: {people}',
  'card.take': 'Assumir',
  'card.team': 'Responsável, avisos, observação…',

  'command.assign':
    'define quem cuida de um domínio, você ou outra pessoa: as mensagens do bot passam a mencioná-la',
  'command.follow': 'também menciona você quando um domínio fica pronto ou precisa de alguém; `off` desativa',
  'command.snooze':
    'pausa os avisos de um domínio por um tempo, como `3d` ou `12h` ou até um dia da semana como `segunda`, ou então até algo mudar; `off` retoma os avisos',
  'command.ack':
    'informa que você está ciente do problema de um domínio, para que ninguém receba lembretes dele; `off` reativa os lembretes',
  'command.mute': 'ignora o problema de um domínio por alguns dias, com um motivo; `off` encerra',
  'command.note':
    'mostra uma observação para a equipe no cartão de um domínio; sem texto, remove a observação',

  'team.assigned':
    '{isOwn, select, true {Agora você cuida de {hostname}.} other {Agora {assignee} cuida de {hostname}.}}',
  'team.unassigned': '{hostname} está sem responsável.',
  'team.followed':
    'Você também receberá uma menção quando {hostname} ficar pronto ou precisar de alguém. `/domain follow {hostname} off` desativa isso.',
  'team.unfollowed': 'Você não recebe mais menções sobre {hostname}.',
  'team.noted': 'O cartão de {hostname} agora mostra a observação: {note}',
  'team.note-removed': 'O cartão de {hostname} está sem observação agora.',

  'card.snoozed':
    ':zzz: {person} pausou os avisos {hasUntil, select, true {(até: {until})} other {até algo mudar}}',
  'card.acknowledged': ':eyes: {person} está ciente: {findingName}',
  'card.muted': ':mute: Silenciado por {person} (até: {until}): {findingName} ({reason})',

  'team.snoozed':
    'Os avisos sobre {hostname} estão em pausa {hasUntil, select, true {(até: {until})} other {até algo mudar}}.',
  'team.awake': 'Os avisos sobre {hostname} não estão mais em pausa.',
  'team.acknowledged': 'Ninguém mais recebe lembretes disto em {hostname}: {findingName}.',
  'team.muted': 'Silenciado em {hostname} (até: {until}): {findingName}.',
  'team.unmuted': 'Nada está silenciado em {hostname} agora.',

  'team.dialog.title': 'Responsável e observação',
  'team.dialog.submit': 'Salvar',
  'team.dialog.close': 'Cancelar',
  'team.dialog.assignee': 'Quem cuida do domínio',
  'team.dialog.assignee.hint':
    'Recebe uma menção quando o domínio fica pronto ou precisa de alguém. Em branco: quem fez o pedido.',
  'team.dialog.note': 'Observação para a equipe',

  'digest.title':
    ':newspaper: *{period, select, weekly {Resumo da semana: app {app}} other {Resumo do dia: app {app}}}*',
  'settings.label.digest': 'Resumo no canal: quem precisa fazer o quê, o que ficou pronto, o que expira',
  'settings.label.digest-hour': 'Hora do resumo',
  'settings.label.time-zone': 'Fuso horário do resumo e do horário de silêncio',
  'settings.name.digest': 'resumo',
  'settings.name.digest-hour': 'hora do resumo',
  'settings.name.time-zone': 'fuso horário',
  'settings.digest': '{value, select, daily {todos os dias} weekly {toda segunda-feira} other {desativado}}',

  'problem.not-a-person':
    'Não encontrei a pessoa {typed}. Digite `@` e escolha a pessoa na lista do Slack, como em `/domain assign shop.example.com @alice`.',
  'problem.not-a-member':
    '{person} não pode cuidar de um domínio: convidados, apps e pessoas de outros workspaces não podem usar o bot.',
  'problem.nothing-wrong': 'Não há nenhum problema com {hostname} agora.',
  'problem.not-a-time':
    'Não entendi o prazo {typed}. Digite dias, horas ou um dia da semana, no máximo {most} dias, como em `/domain snooze shop.example.com 3d` ou `/domain snooze shop.example.com segunda`.',
  'problem.mute-reason':
    'Diga por quanto tempo e por quê, como em `/domain mute shop.example.com 30d muda no mês que vem`.',
  'problem.too-many-followers': '{most} pessoas já recebem avisos, e esse é o limite.',
  'problem.note-too-long': 'A observação é longa demais: cabem no máximo {most} caracteres no cartão.',
});
