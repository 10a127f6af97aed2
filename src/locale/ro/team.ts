import type { teamEn } from '../en/team.js';
import { translation } from '../messages.js';

/** Romanian: people who work together on a domain. */
export const teamRo = translation<'ro', typeof teamEn>()({
  'event.domain.assigned':
    ':bust_in_silhouette: {isOwn, select, true {{person} se ocupă acum de {hostname}.} other {{person} i-a atribuit lui {assignee} domeniul {hostname}.}}',
  'event.domain.unassigned':
    '{person} a lăsat {hostname} fără responsabil. Până acum se ocupa {wasAssignee}.',
  'event.domain.followed': '{person} vrea să primească și noutățile despre {hostname}.',
  'event.domain.unfollowed': '{person} nu mai vrea să primească noutățile despre {hostname}.',
  'event.note.changed':
    ':memo: {hasNote, select, true {{person} a notat la {hostname}: {note}} other {{person} a șters nota de la {hostname}.}}',

  'card.assigned': ':bust_in_silhouette: Se ocupă {assignee}',
  'card.followers': 'Primesc și noutățile: {people}',
  'card.take': 'Mă ocup eu',
  'card.team': 'Atribuie, notează…',
  'card.follow': 'Anunță-mă și pe mine (da/nu)',

  'command.assign':
    'te pune pe tine sau pe altcineva să se ocupe de un domeniu: mesajele botului menționează apoi persoana',
  'command.follow':
    'te menționează și pe tine când un domeniu este gata sau are nevoie de cineva; `off` oprește asta',
  'command.note': 'arată o notă pentru echipă pe cardul unui domeniu; fără text, o șterge',

  'team.assigned':
    '{isOwn, select, true {Acum te ocupi tu de {hostname}.} other {{assignee} se ocupă acum de {hostname}.}}',
  'team.unassigned': 'Acum nimeni nu se ocupă de {hostname}.',
  'team.followed':
    'Vei fi menționat și tu când {hostname} este gata sau are nevoie de cineva. `/domain follow {hostname} off` oprește asta.',
  'team.unfollowed': 'Nu vei mai fi menționat la {hostname}.',
  'team.noted': 'Cardul pentru {hostname} arată acum nota: {note}',
  'team.note-removed': 'Cardul pentru {hostname} nu mai are nicio notă.',

  'team.dialog.title': 'Atribuire și notă',
  'team.dialog.submit': 'Salvează',
  'team.dialog.close': 'Anulează',
  'team.dialog.assignee': 'Cine se ocupă',
  'team.dialog.assignee.hint':
    'Primește o mențiune când domeniul este gata sau are nevoie de cineva. Gol: cine l-a cerut.',
  'team.dialog.note': 'Notă pentru echipă',

  'problem.not-a-person':
    '{typed} nu este o persoană pe care o pot găsi. Scrie `@` și alege persoana din lista Slack, ca în `/domain assign shop.example.com @alice`.',
  'problem.not-a-member':
    '{person} nu se poate ocupa de un domeniu: invitații, aplicațiile și oamenii din alte spații de lucru nu pot folosi botul.',
  'problem.too-many-followers': 'Sunt deja anunțate {most} persoane, numărul maxim.',
  'problem.note-too-long': 'Nota este prea lungă: pe card încap cel mult {most} caractere.',
});
