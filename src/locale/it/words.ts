import type { wordsEn } from '../en/words.js';
import { translation } from '../messages.js';

/** Italian: what people type for commands, filters and values. */
export const wordsIt = translation<'it', typeof wordsEn>()({
  'words.command.map': 'mappa, mappare, aggiungi, aggiungere',
  'words.command.unmap': 'rimuovi, rimuovere, elimina, eliminare',
  'words.command.move': 'sposta, spostare',
  'words.command.status': 'stato',
  'words.command.list': 'elenco, elenca, lista, trova, cerca',
  'words.command.check': 'verifica, verificare, controlla',
  'words.command.assign': 'affida, assegna, assegnare',
  'words.command.follow': 'segui, seguire',
  'words.command.note': 'annota',
  'words.command.snooze': 'pausa, sospendi, rimanda, rinvia, posticipa',
  'words.command.ack': 'visto, ricevuto',
  'words.command.mute': 'ignora, silenzia',
  'words.command.sync': 'sincronizza, confronta',
  'words.command.history': 'cronologia, storico',
  'words.command.audit': 'registro, controlli',
  'words.command.approvals': 'approvazioni, approvazione',
  'words.command.settings': 'impostazioni',
  'words.command.doctor': 'diagnosi',
  'words.command.help': 'aiuto, guida, comandi',

  'words.filter.all': 'tutto, tutti',
  'words.filter.ready': 'pronto, pronti',
  'words.filter.stuck': 'bloccato, bloccati',
  'words.filter.waiting': 'in attesa, attesa',
  'words.filter.failed': 'con errori, errori, falliti',
  'words.filter.mine': 'mio, miei, i miei',

  'words.value.on': 'sì, attiva',
  'words.value.off': 'no, disattiva',
  'words.value.me': 'io, me',
  'words.value.nobody': 'nessuno',
  'words.value.system': 'sistema',
  'words.value.verify': 'verifica, verificare',

  'words.unit.minute': 'min, minuto, minuti',
  'words.unit.hour': 'ora, ore',
  'words.unit.day': 'g, gg, giorno, giorni',
  'words.unit.week': 'settimana, settimane, sett',
});
