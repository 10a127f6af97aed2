import type { wordsEn } from '../en/words.js';
import { translation } from '../messages.js';

/** Romanian: what people type for commands, filters and values; with or without diacritics. */
export const wordsRo = translation<'ro', typeof wordsEn>()({
  'words.command.map': 'mapează, mapare, adaugă',
  'words.command.unmap': 'elimină, șterge, scoate',
  'words.command.move': 'mută, mutare',
  'words.command.status': 'stare, stadiu',
  'words.command.list': 'listă, listează, caută',
  'words.command.check': 'verifică, verificare, testează',
  'words.command.assign': 'atribuie, încredințează',
  'words.command.follow': 'urmărește',
  'words.command.note': 'notează, notă',
  'words.command.snooze': 'amână, amânare, pauză',
  'words.command.ack': 'văzut, știu',
  'words.command.mute': 'ignoră',
  'words.command.sync': 'sincronizează, compară',
  'words.command.history': 'istoric, cine',
  'words.command.audit': 'jurnal',
  'words.command.approvals': 'aprobări, aprobare',
  'words.command.settings': 'setări',
  'words.command.doctor': 'diagnostic, diagnosticare',
  'words.command.help': 'ajutor, comenzi',

  'words.filter.all': 'tot, toate',
  'words.filter.ready': 'gata',
  'words.filter.stuck': 'blocat, blocate',
  'words.filter.waiting': 'în așteptare, așteaptă',
  'words.filter.failed': 'eșuat, eșuate',
  'words.filter.mine': 'al meu, ale mele',

  'words.value.on': 'da, pornește',
  'words.value.off': 'nu, oprește',
  'words.value.me': 'eu, mine',
  'words.value.nobody': 'nimeni',
  'words.value.system': 'sistem',
  'words.value.verify': 'verifică, verificare',

  'words.unit.minute': 'minut, minute',
  'words.unit.hour': 'oră, ora, ore',
  'words.unit.day': 'z, zi, zile',
  'words.unit.week': 'săptămână, săptămâni, săpt',
});
