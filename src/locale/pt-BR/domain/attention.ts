import type { attentionEn } from '../../en/domain/attention.js';
import { translation } from '../../messages.js';

/** Brazilian Portuguese: less attention for a domain for a while, and what undoes it. */
export const attentionPtBr = translation<'pt-BR', typeof attentionEn>()({
  'event.finding.unacknowledged': '{person} quer voltar a receber lembretes disto: {findingName}.',
  'card.attention': 'Pausar avisos, silenciar…',
  'attention.title': 'Pausar, silenciar',
  'attention.choice': 'O que você quer fazer?',
  'attention.snooze': 'Pausar os avisos do domínio',
  'attention.snooze.means': 'Até lá, ninguém recebe menções nem lembretes.',
  'attention.awake': 'Retomar os avisos do domínio',
  'attention.awake.means': 'As menções e os lembretes voltam.',
  'attention.ack': 'Estou ciente: {findingName}',
  'attention.ack.means': 'Enquanto durar, ninguém recebe lembretes.',
  'attention.unack': 'Lembrar de novo: {findingName}',
  'attention.unack.means': 'Os lembretes voltam.',
  'attention.mute': 'Silenciar: {findingName}',
  'attention.mute.means': 'Até lá, não conta como problema.',
  'attention.unmute': 'Não silenciar mais nada',
  'attention.unmute.means': 'O que estava silenciado volta a contar.',
  'attention.until': 'Por quanto tempo?',
  'attention.until-change': 'Até algo mudar (só para pausar)',
  'attention.until.needed': 'Escolha por quanto tempo: não dá para silenciar sem um prazo.',
  'attention.reason': 'Motivo para silenciar',
  'attention.reason.needed': 'Diga por quê: o motivo aparece no cartão.',
  'team.undo': 'Desfazer',
  'team.unacknowledged': 'Os lembretes sobre {hostname} voltaram.',
  'team.dialog.follow': 'Avisos',
  'team.dialog.follow.me': 'Me mencionar também',
  'message.no-mapping': 'Esta mensagem não menciona nenhum domínio mapeado.',
});
