import type { teamEn } from '../en/team.js';
import { translation } from '../messages.js';

/** Spanish: people who work together on a domain. Never «asignar», which is what domains are. */
export const teamEs = translation<'es', typeof teamEn>()({
  'event.domain.assigned':
    ':bust_in_silhouette: {isOwn, select, true {{person} se encarga ahora de {hostname}.} other {{person} ha puesto {hostname} a cargo de {assignee}.}}',
  'event.domain.unassigned':
    '{person} ha dejado {hostname} sin responsable. Estaba a cargo de {wasAssignee}.',
  'event.domain.followed': '{person} también quiere recibir avisos sobre {hostname}.',
  'event.domain.unfollowed': '{person} ya no quiere recibir avisos sobre {hostname}.',
  'event.note.changed':
    ':memo: {hasNote, select, true {{person} puso una nota en {hostname}: {note}} other {{person} quitó la nota de {hostname}.}}',

  'card.assigned': ':bust_in_silhouette: A cargo de {assignee}',
  'card.followers': 'También reciben avisos: {people}',
  'card.take': 'Me encargo',
  'card.team': 'Responsable, nota…',
  'card.follow': 'Avisarme también (sí/no)',

  'command.assign':
    'te pone a ti o a otra persona a cargo de un dominio: los mensajes del bot mencionan entonces a esa persona',
  'command.follow':
    'te menciona también a ti cuando un dominio está listo o alguien tiene que hacer algo; `off` lo desactiva',
  'command.note': 'muestra una nota para el equipo en la tarjeta de un dominio; sin texto, la quita',

  'team.assigned':
    '{isOwn, select, true {Ahora te encargas de {hostname}.} other {{assignee} se encarga ahora de {hostname}.}}',
  'team.unassigned': '{hostname} ya no tiene responsable.',
  'team.followed':
    'También se te mencionará cuando {hostname} esté listo o alguien tenga que hacer algo. `/domain follow {hostname} off` lo desactiva.',
  'team.unfollowed': 'Ya no se te menciona por {hostname}.',
  'team.noted': 'La tarjeta de {hostname} muestra ahora la nota: {note}',
  'team.note-removed': 'La tarjeta de {hostname} ya no tiene nota.',

  'team.dialog.title': 'Responsable y nota',
  'team.dialog.submit': 'Guardar',
  'team.dialog.close': 'Cancelar',
  'team.dialog.assignee': 'Quién se encarga',
  'team.dialog.assignee.hint':
    'Se le menciona cuando el dominio está listo o alguien tiene que hacer algo. Vacío: quien lo solicitó.',
  'team.dialog.note': 'Nota para el equipo',

  'problem.not-a-person':
    'No encuentro a ninguna persona {typed}. Escribe `@` y elige a la persona en la lista de Slack, como en `/domain assign tienda.example.com @ana`.',
  'problem.not-a-member':
    '{person} no puede encargarse de un dominio: los invitados, las apps y las personas de otros espacios de trabajo no pueden usar el bot.',
  'problem.too-many-followers': 'Ya reciben avisos {most} personas, el máximo.',
  'problem.note-too-long': 'La nota es demasiado larga: en la tarjeta caben {most} caracteres como máximo.',
});
