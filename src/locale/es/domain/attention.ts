import type { attentionEn } from '../../en/domain/attention.js';
import { translation } from '../../messages.js';

/** Spanish: less attention for a domain for a while, and what undoes it. */
export const attentionEs = translation<'es', typeof attentionEn>()({
  'event.finding.unacknowledged': '{person} quiere volver a recibir recordatorios de esto: {findingName}.',
  'card.attention': 'Pausar avisos, silenciar…',
  'attention.title': 'Pausar, silenciar',
  'attention.choice': '¿Qué quieres hacer?',
  'attention.snooze': 'Pausar los avisos del dominio',
  'attention.snooze.means': 'Hasta entonces no hay menciones ni recordatorios.',
  'attention.awake': 'Reanudar los avisos del dominio',
  'attention.awake.means': 'Vuelven las menciones y los recordatorios.',
  'attention.ack': 'Estoy al tanto: {findingName}',
  'attention.ack.means': 'Mientras dure, no hay recordatorios.',
  'attention.unack': 'Volver a recordarlo: {findingName}',
  'attention.unack.means': 'Vuelven los recordatorios.',
  'attention.mute': 'Silenciar: {findingName}',
  'attention.mute.means': 'Hasta entonces no cuenta como problema.',
  'attention.unmute': 'Dejar de silenciar todo',
  'attention.unmute.means': 'Lo silenciado vuelve a contar.',
  'attention.until': '¿Durante cuánto tiempo?',
  'attention.until-change': 'Hasta que algo cambie (solo para pausar)',
  'attention.until.needed': 'Elige durante cuánto tiempo: no se puede silenciar sin un plazo.',
  'attention.reason': 'Motivo para silenciar',
  'attention.reason.needed': 'Di por qué: el motivo aparece en la tarjeta.',
  'team.undo': 'Deshacer',
  'team.unacknowledged': 'Vuelve a haber recordatorios sobre {hostname}.',
  'team.dialog.follow': 'Avisos',
  'team.dialog.follow.me': 'Mencionarme a mí también',
  'message.no-mapping': 'Este mensaje no menciona ningún dominio asignado.',
});
