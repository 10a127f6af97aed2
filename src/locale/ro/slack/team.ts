import type { teamEn } from '../../en/slack/team.js';
import { translation } from '../../messages.js';

/** Romanian: people who work together on a domain. */
export const teamRo = translation<'ro', typeof teamEn>()({
  'event.domain.assigned':
    ':bust_in_silhouette: {isOwn, select, true {{person} se ocupă acum de {hostname}.} other {{person} i-a atribuit lui {assignee} domeniul {hostname}.}}',
  'event.domain.unassigned':
    '{isOwn, select, true {{person} nu se mai ocupă de {hostname}.} other {{person} a retras atribuirea domeniului {hostname}. Se ocupa {wasAssignee}.}}',
  'event.domain.followed': '{person} vrea să primească și noutățile despre {hostname}.',
  'event.domain.unfollowed': '{person} nu mai vrea să primească noutățile despre {hostname}.',
  'event.note.changed':
    ':memo: {hasNote, select, true {{person} a lăsat o notă la {hostname}: {note}} other {{person} a șters nota de la {hostname}.}}',

  'card.assigned': ':bust_in_silhouette: Se ocupă {assignee}',
  'card.followers': 'Primesc și noutățile: {people}',
  'card.take': 'Mă ocup eu',
  'card.team': 'Atribuie, urmărește, notează…',

  'command.assign': 'îți atribuie un domeniu ție sau altcuiva: mesajele botului menționează apoi persoana',
  'command.follow':
    'te menționează și pe tine când un domeniu este gata sau are nevoie de cineva; `off` oprește asta',
  'command.note': 'pune o notă pentru echipă pe cardul unui domeniu; fără text, o șterge',

  'team.assigned':
    '{isOwn, select, true {Acum te ocupi tu de {hostname}.} other {{assignee} se ocupă acum de {hostname}.}}',
  'team.unassigned': 'Acum nimeni nu se ocupă de {hostname}.',
  'team.followed':
    'Vei fi menționat și tu când {hostname} este gata sau are nevoie de cineva. `/domain follow {hostname} off` oprește asta.',
  'team.unfollowed': 'Nu vei mai fi menționat la {hostname}.',
  'team.noted': 'Cardul pentru {hostname} arată acum nota: {note}',
  'team.note-removed': 'Cardul pentru {hostname} nu mai are nicio notă.',

  'team.dialog.title': 'Atribuire, noutăți, notă',
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
  'problem.too-many-followers': 'Numărul maxim de persoane anunțate ({most}) este deja atins.',
  'problem.note-too-long': 'Nota este prea lungă: numărul maxim de caractere pe card este {most}.',

  'event.domain.snoozed':
    ':zzz: {person} a amânat mementourile pentru {hostname} {hasUntil, select, true {(până la: {until})} other {până se schimbă ceva}}.',
  'event.domain.snooze_ended':
    ':alarm_clock: {why, select, time {{snoozedBy}, s-a încheiat timpul pentru care ai amânat mementourile pentru {hostname}.} change {Mementourile pentru {hostname} nu mai sunt amânate: s-a schimbat ceva.} other {{person} a încheiat amânarea mementourilor pentru {hostname}.}}',
  'event.finding.acknowledged': ':eyes: {person} știe de asta: {findingName}. Nu se mai trimit mementouri.',
  'event.finding.muted':
    ':mute: {person} ignoră „{findingName}” la {hostname} (până la: {until}): {muteReason}',
  'event.finding.unmuted': ':loud_sound: „{findingName}” contează din nou la {hostname}.',

  'command.snooze':
    'amână mementourile unui domeniu: nicio mențiune și niciun memento un timp, de exemplu `3d` sau `12h`, până într-o zi a săptămânii, de exemplu `luni`, ori până se schimbă ceva; `off` încheie amânarea',
  'command.ack':
    'spune că știi ce nu este în regulă la un domeniu, ca nimeni să nu mai primească mementouri despre asta; `off` reia mementourile',
  'command.mute':
    'ignoră câteva zile ce nu este în regulă la un domeniu, cu un motiv; `off` încheie ignorarea',
  'card.snoozed':
    ':zzz: Mementouri amânate de {person} {hasUntil, select, true {(până la: {until})} other {până se schimbă ceva}}',
  'card.acknowledged': ':eyes: {person} știe de asta: {findingName}',
  'card.muted': ':mute: {person} ignoră (până la: {until}): {findingName} ({reason})',

  'team.snoozed':
    'Nicio mențiune și niciun memento despre {hostname} {hasUntil, select, true {(până la: {until})} other {până se schimbă ceva}}.',
  'team.awake': 'Mementourile pentru {hostname} nu mai sunt amânate.',
  'team.acknowledged': 'Nimeni nu mai primește mementouri despre asta la {hostname}: {findingName}.',
  'team.muted': 'La {hostname} se ignoră (până la: {until}): {findingName}.',
  'team.unmuted': 'La {hostname} nu se mai ignoră nimic.',

  'digest.title':
    ':newspaper: *{period, select, weekly {Rezumatul săptămânal al aplicației {app}} other {Rezumatul zilnic al aplicației {app}}}*',
  'settings.label.digest': 'Rezumat în canal: cine ce are de făcut, ce este gata, ce expiră',
  'settings.label.digest-hour': 'Ora rezumatului',
  'settings.label.time-zone': 'Fusul orar al rezumatului și al orelor de liniște',
  'settings.name.digest': 'rezumatul',
  'settings.name.digest-hour': 'ora rezumatului',
  'settings.name.time-zone': 'fusul orar',
  'settings.digest': '{value, select, daily {în fiecare zi} weekly {în fiecare luni} other {oprit}}',

  'problem.nothing-wrong': 'Acum totul este în regulă la {hostname}.',
  'problem.not-a-time':
    'Nu înțeleg termenul {typed}. Scrie zile, ore sau o zi a săptămânii, cel mult {most} de zile, ca în `/domain snooze shop.example.com 3d` sau `/domain snooze shop.example.com luni`.',
  'problem.mute-reason':
    'Spune pentru cât timp și de ce, ca în `/domain mute shop.example.com 30d se mută luna viitoare`.',
});
