import type { teamEn } from '../en/team.js';
import { translation } from '../messages.js';

/** Italian: people who work together on a domain. */
export const teamIt = translation<'it', typeof teamEn>()({
  'event.domain.assigned':
    ':bust_in_silhouette: {isOwn, select, true {Ora di {hostname} si occupa {person}.} other {{person} ha assegnato {hostname} a {assignee}.}}',
  'event.domain.unassigned':
    '{person} ha tolto l’assegnazione di {hostname}. Prima se ne occupava {wasAssignee}.',
  'event.domain.followed': 'Anche {person} vuole ricevere avvisi su {hostname}.',
  'event.domain.unfollowed': '{person} non vuole più ricevere avvisi su {hostname}.',
  'event.note.changed':
    ':memo: {hasNote, select, true {Nota di {person} su {hostname}: {note}} other {{person} ha tolto la nota su {hostname}.}}',

  'card.assigned': ':bust_in_silhouette: Assegnato a {assignee}',
  'card.followers': 'Ricevono avvisi anche: {people}',
  'card.take': 'Me ne occupo io',
  'card.team': 'Assegna, annota…',
  'card.follow': 'Avvisa anche me (sì/no)',

  'command.assign':
    'affida un dominio a te o a un’altra persona: i messaggi del bot menzioneranno quella persona',
  'command.follow':
    'menziona anche te quando un dominio è pronto o ha bisogno di qualcuno; `off` lo disattiva',
  'command.note': 'mostra una nota per il team sulla scheda di un dominio; senza testo, la toglie',

  'team.assigned':
    '{isOwn, select, true {Ora di {hostname} ti occupi tu.} other {Ora di {hostname} si occupa {assignee}.}}',
  'team.unassigned': 'Ora {hostname} non è assegnato a nessuno.',
  'team.followed':
    'Riceverai anche tu una menzione quando {hostname} è pronto o ha bisogno di qualcuno. `/domain follow {hostname} off` la disattiva.',
  'team.unfollowed': 'Non riceverai più menzioni su {hostname}.',
  'team.noted': 'La scheda di {hostname} ora mostra la nota: {note}',
  'team.note-removed': 'La scheda di {hostname} ora non ha nessuna nota.',

  'team.dialog.title': 'Assegna, annota',
  'team.dialog.submit': 'Salva',
  'team.dialog.close': 'Annulla',
  'team.dialog.assignee': 'Chi se ne occupa',
  'team.dialog.assignee.hint':
    'Riceve una menzione quando il dominio è pronto o ha bisogno di qualcuno. Vuoto: chi l’ha richiesto.',
  'team.dialog.note': 'Nota per il team',

  'problem.not-a-person':
    'Non trovo nessuna persona {typed}. Scrivi `@` e scegli la persona dall’elenco di Slack, per esempio `/domain assign shop.example.com @alice`.',
  'problem.not-a-member':
    '{person} non può occuparsi di un dominio: ospiti, app e persone di altre aree di lavoro non possono usare il bot.',
  'problem.too-many-followers': 'Ricevono già avvisi {most} persone, che è il massimo.',
  'problem.note-too-long': 'La nota è troppo lunga: sulla scheda c’è spazio per {most} caratteri al massimo.',
});
