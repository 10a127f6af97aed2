import type { teamEn } from '../en/team.js';
import { translation } from '../messages.js';

/** Brazilian Portuguese: people who work together on a domain. */
export const teamPtBr = translation<'pt-BR', typeof teamEn>()({
  'event.domain.assigned':
    ':bust_in_silhouette: {isOwn, select, true {{person} agora cuida de {hostname}.} other {{person} atribuiu {hostname} a {assignee}.}}',
  'event.domain.unassigned':
    '{person} deixou {hostname} sem responsável. Antes, quem cuidava era {wasAssignee}.',
  'event.domain.followed': '{person} também quer receber avisos sobre {hostname}.',
  'event.domain.unfollowed': '{person} não quer mais receber avisos sobre {hostname}.',
  'event.note.changed':
    ':memo: {hasNote, select, true {{person} anotou em {hostname}: {note}} other {{person} removeu a observação de {hostname}.}}',

  'card.assigned': ':bust_in_silhouette: Responsável: {assignee}',
  'card.followers': 'Também recebem avisos: {people}',
  'card.take': 'Assumir',
  'card.team': 'Atribuir, anotar…',
  'card.follow': 'Receber avisos (sim/não)',

  'command.assign':
    'define quem cuida de um domínio, você ou outra pessoa: as mensagens do bot passam a mencioná-la',
  'command.follow': 'também menciona você quando um domínio fica pronto ou precisa de alguém; `off` desativa',
  'command.note': 'mostra uma observação para a equipe no cartão de um domínio; sem texto, remove',

  'team.assigned':
    '{isOwn, select, true {Agora você cuida de {hostname}.} other {Agora {assignee} cuida de {hostname}.}}',
  'team.unassigned': '{hostname} está sem responsável agora.',
  'team.followed':
    'Você também receberá uma menção quando {hostname} ficar pronto ou precisar de alguém. `/domain follow {hostname} off` desativa isso.',
  'team.unfollowed': 'Você não recebe mais menções sobre {hostname}.',
  'team.noted': 'O cartão de {hostname} agora mostra a observação: {note}',
  'team.note-removed': 'O cartão de {hostname} está sem observação agora.',

  'team.dialog.title': 'Atribuir, anotar',
  'team.dialog.submit': 'Salvar',
  'team.dialog.close': 'Cancelar',
  'team.dialog.assignee': 'Quem cuida dele',
  'team.dialog.assignee.hint':
    'Recebe uma menção quando ele fica pronto ou precisa de alguém. Em branco: quem fez o pedido.',
  'team.dialog.note': 'Observação para a equipe',

  'problem.not-a-person':
    'Não encontrei a pessoa {typed}. Digite `@` e escolha a pessoa na lista do Slack, como em `/domain assign shop.example.com @alice`.',
  'problem.not-a-member':
    '{person} não pode cuidar de um domínio: convidados, apps e pessoas de outros workspaces não podem usar o bot.',
  'problem.too-many-followers': '{most} pessoas já recebem avisos, e esse é o limite.',
  'problem.note-too-long': 'A observação é longa demais: cabem no máximo {most} caracteres no cartão.',
});
