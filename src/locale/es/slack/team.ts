import type { teamEn } from '../../en/slack/team.js';
import { translation } from '../../messages.js';

/** Spanish: people who work together on a domain. Never «asignar», which is what domains are. */
export const teamEs = translation<'es', typeof teamEn>()({
  'event.domain.assigned':
    ':bust_in_silhouette: {isOwn, select, true {{person} se encarga ahora de {hostname}.} other {{person} puso {hostname} a cargo de {assignee}.}}',
  'event.domain.unassigned':
    '{isOwn, select, true {{person} ya no se encarga de {hostname}.} other {{person} retiró a {wasAssignee} de {hostname}, que ya no tiene responsable.}}',
  'event.domain.followed': '{person} recibe ahora avisos sobre {hostname}.',
  'event.domain.unfollowed': '{person} ya no recibe avisos sobre {hostname}.',
  'event.note.changed':
    ':memo: {hasNote, select, true {{person} puso una nota en {hostname}: {note}} other {{person} quitó la nota de {hostname}.}}',

  'event.domain.snoozed':
    ':zzz: {person} pausó los avisos sobre {hostname} {hasUntil, select, true {(hasta: {until})} other {hasta que algo cambie}}.',
  'event.domain.snooze_ended':
    ':alarm_clock: {why, select, time {{snoozedBy}, ha terminado la pausa de avisos que pediste para {hostname}.} change {los avisos sobre {hostname} ya no están en pausa: algo ha cambiado.} other {{person} reanudó los avisos sobre {hostname}.}}',
  'event.finding.acknowledged':
    ':eyes: {person} está al tanto: {findingName}. No habrá recordatorios de esto.',
  'event.finding.muted':
    ':mute: {person} silenció «{findingName}» en {hostname} (hasta: {until}): {muteReason}',
  'event.finding.unmuted': ':loud_sound: Ya no se silencia «{findingName}» en {hostname}.',

  'card.assigned': ':bust_in_silhouette: A cargo de {assignee}',
  'card.followers': 'Reciben avisos: {people}',
  'card.take': 'Me encargo',
  'card.team': 'Responsable, avisos, nota…',

  'command.assign':
    'te pone a ti o a otra persona a cargo de un dominio: los mensajes del bot mencionan entonces a esa persona',
  'command.follow':
    'te menciona también a ti cuando un dominio está listo o alguien tiene que hacer algo; `off` lo desactiva',
  'command.snooze':
    'pausa los avisos sobre un dominio durante un tiempo, como `3d` o `12h`, hasta un día de la semana como `lunes` o hasta que algo cambie; `off` los reanuda',
  'command.ack':
    'indica que estás al tanto de lo que falla en un dominio, para que no haya recordatorios; `off` los reactiva',
  'command.mute': 'ignora unos días lo que falla en un dominio, con un motivo; `off` deja de ignorarlo',
  'command.note': 'muestra una nota para el equipo en la tarjeta de un dominio; sin texto, la quita',

  'team.assigned':
    '{isOwn, select, true {Ahora te encargas de {hostname}.} other {{assignee} se encarga ahora de {hostname}.}}',
  'team.unassigned': '{hostname} ya no tiene responsable.',
  'team.followed':
    'También se te mencionará cuando {hostname} esté listo o alguien tenga que hacer algo. `/domain follow {hostname} off` lo desactiva.',
  'team.unfollowed': 'Ya no se te menciona por {hostname}.',
  'team.noted': 'La tarjeta de {hostname} muestra ahora la nota: {note}',
  'team.note-removed': 'La tarjeta de {hostname} ya no tiene nota.',

  'card.snoozed':
    ':zzz: {person} pausó los avisos {hasUntil, select, true {(hasta: {until})} other {hasta que algo cambie}}',
  'card.acknowledged': ':eyes: {person} está al tanto: {findingName}',
  'card.muted': ':mute: Silenciado por {person} (hasta: {until}): {findingName} ({reason})',

  'team.snoozed':
    'Los avisos sobre {hostname} quedan en pausa {hasUntil, select, true {(hasta: {until})} other {hasta que algo cambie}}.',
  'team.awake': 'Los avisos sobre {hostname} ya no están en pausa.',
  'team.acknowledged': 'Ya no habrá recordatorios de este problema de {hostname}: {findingName}.',
  'team.muted': 'Silenciado en {hostname} (hasta: {until}): {findingName}.',
  'team.unmuted': 'Ya no hay nada silenciado en {hostname}.',

  'team.dialog.title': 'Responsable y nota',
  'team.dialog.submit': 'Guardar',
  'team.dialog.close': 'Cancelar',
  'team.dialog.assignee': 'Quién se encarga',
  'team.dialog.assignee.hint':
    'Se le menciona cuando el dominio está listo o alguien tiene que hacer algo. Vacío: quien lo solicitó.',
  'team.dialog.note': 'Nota para el equipo',

  'digest.title':
    ':newspaper: *{period, select, weekly {Resumen semanal de la app {app}} other {Resumen diario de la app {app}}}*',
  'settings.label.digest': 'Resumen en el canal: a quién le toca, qué está listo, qué caduca',
  'settings.label.digest-hour': 'Hora del resumen',
  'settings.label.time-zone': 'Zona horaria del resumen y de las horas de silencio',
  'settings.name.digest': 'resumen',
  'settings.name.digest-hour': 'hora del resumen',
  'settings.name.time-zone': 'zona horaria',
  'settings.digest': '{value, select, daily {todos los días} weekly {todos los lunes} other {desactivado}}',

  'problem.not-a-person':
    'No encuentro a {typed}. Escribe `@` y elige a la persona en la lista de Slack, como en `/domain assign tienda.example.com @ana`.',
  'problem.not-a-member':
    '{person} no puede encargarse de un dominio: los invitados, las apps y las personas de otros espacios de trabajo no pueden usar el bot.',
  'problem.nothing-wrong': '{hostname} no tiene ningún problema ahora mismo.',
  'problem.not-a-time':
    'No entiendo el plazo {typed}. Escribe días, horas o un día de la semana, {most} días como máximo, como en `/domain snooze tienda.example.com 3d` o `/domain snooze tienda.example.com lunes`.',
  'problem.mute-reason':
    'Di por cuánto tiempo y por qué, como en `/domain mute tienda.example.com 30d se muda el mes que viene`.',
  'problem.too-many-followers': 'Ya reciben avisos {most} personas, el máximo.',
  'problem.note-too-long': 'La nota es demasiado larga: en la tarjeta caben {most} caracteres como máximo.',
});
