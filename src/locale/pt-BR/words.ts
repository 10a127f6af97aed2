import type { wordsEn } from '../en/words.js';
import { translation } from '../messages.js';

/** Brazilian Portuguese: what people type for commands, filters and values. */
export const wordsPtBr = translation<'pt-BR', typeof wordsEn>()({
  'words.command.map': 'mapear, adicionar',
  'words.command.unmap': 'desmapear, remover, excluir',
  'words.command.move': 'mover',
  'words.command.status': 'estado, situação',
  'words.command.list': 'lista, listar, buscar',
  'words.command.check': 'verificar, testar',
  'words.command.assign': 'atribuir, responsável',
  'words.command.follow': 'acompanhar, seguir',
  'words.command.note': 'anotar, observação',
  'words.command.snooze': 'pausar, pausa, adiar',
  'words.command.ack': 'ciente',
  'words.command.mute': 'silenciar, ignorar',
  'words.command.sync': 'sincronizar, comparar',
  'words.command.history': 'histórico, quem',
  'words.command.audit': 'auditoria, registro',
  'words.command.approvals': 'aprovações, aprovação',
  'words.command.settings': 'configurações, ajustes',
  'words.command.doctor': 'diagnóstico',
  'words.command.help': 'ajuda, comandos',

  'words.filter.all': 'tudo, todos',
  'words.filter.ready': 'pronto, prontos',
  'words.filter.stuck': 'travado, travados, parados',
  'words.filter.waiting': 'aguardando, em espera, pendentes',
  'words.filter.failed': 'com falha, falha, falhas',
  'words.filter.mine': 'meu, meus, os meus',

  'words.value.on': 'sim, ativar',
  'words.value.off': 'não, desativar',
  'words.value.me': 'eu, mim',
  'words.value.nobody': 'ninguém, nenhum',
  'words.value.system': 'sistema',
  'words.value.verify': 'verificar',

  'words.unit.minute': 'min, minuto, minutos',
  'words.unit.hour': 'hora, horas',
  'words.unit.day': 'dia, dias',
  'words.unit.week': 'semana, semanas, sem',
});
