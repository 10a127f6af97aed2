import type { wordsEn } from '../en/words.js';
import { translation } from '../messages.js';

/** Spanish: what people type for commands, filters and values. */
export const wordsEs = translation<'es', typeof wordsEn>()({
  'words.command.map': 'asignar, mapear, agregar, añadir',
  'words.command.unmap': 'quitar, desasignar, desmapear, eliminar, borrar',
  'words.command.move': 'mover',
  'words.command.status': 'estado',
  'words.command.list': 'lista, listar, buscar',
  'words.command.check': 'comprobar, verificar, revisar',
  'words.command.assign': 'encargar, responsable',
  'words.command.follow': 'seguir',
  'words.command.note': 'nota, anotar',
  'words.command.snooze': 'posponer, aplazar, pausar, pausa',
  'words.command.ack': 'enterado',
  'words.command.mute': 'silenciar, ignorar',
  'words.command.sync': 'sincronizar, comparar',
  'words.command.history': 'historial',
  'words.command.audit': 'auditoría, auditar, registro',
  'words.command.approvals': 'aprobaciones, aprobación',
  'words.command.settings': 'ajustes, configuración',
  'words.command.doctor': 'diagnóstico',
  'words.command.help': 'ayuda, comandos',

  'words.filter.all': 'todo, todos',
  'words.filter.ready': 'listo, listos',
  'words.filter.stuck': 'atascado, atascados, bloqueados',
  'words.filter.waiting': 'en espera, esperando, pendientes',
  'words.filter.failed': 'fallido, fallidos',
  'words.filter.mine': 'mío, míos, mis, los míos',

  'words.value.on': 'sí, activar',
  'words.value.off': 'no, desactivar',
  'words.value.me': 'yo, mí',
  'words.value.nobody': 'nadie, ninguno',
  'words.value.system': 'sistema',
  'words.value.verify': 'verificar, comprobar',

  'words.unit.minute': 'min, minuto, minutos',
  'words.unit.hour': 'hora, horas',
  'words.unit.day': 'día, días',
  'words.unit.week': 'semana, semanas',
});
