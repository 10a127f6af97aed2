import type { wordsEn } from '../en/words.js';
import { translation } from '../messages.js';

/** French: what people type for commands, filters and values. */
export const wordsFr = translation<'fr', typeof wordsEn>()({
  'words.command.map': 'mapper, ajouter',
  'words.command.unmap': 'supprimer, retirer, démapper',
  'words.command.move': 'déplacer',
  'words.command.status': 'statut, état',
  'words.command.list': 'liste, lister, chercher',
  'words.command.check': 'vérifier, tester',
  'words.command.assign': 'confier, attribuer',
  'words.command.follow': 'suivre',
  'words.command.note': 'noter',
  'words.command.snooze': 'reporter, pause, suspendre',
  'words.command.ack': 'vu, compris',
  'words.command.mute': 'ignorer, masquer',
  'words.command.sync': 'synchroniser, comparer',
  'words.command.history': 'historique, qui',
  'words.command.audit': 'journal',
  'words.command.approvals': 'approbations, approbation',
  'words.command.settings': 'réglages, paramètres',
  'words.command.doctor': 'diagnostic',
  'words.command.help': 'aide, commandes',

  'words.filter.all': 'tout, tous',
  'words.filter.ready': 'prêt, prêts',
  'words.filter.stuck': 'bloqué, bloqués',
  'words.filter.waiting': 'en attente, attente',
  'words.filter.failed': 'en échec, échec, échoués',
  'words.filter.mine': 'les miens, miens, le mien, à moi',

  'words.value.on': 'oui, activer',
  'words.value.off': 'non, désactiver, arrêter',
  'words.value.me': 'moi',
  'words.value.nobody': 'personne',
  'words.value.system': 'système',
  'words.value.verify': 'vérifier',

  'words.unit.minute': 'minute',
  'words.unit.hour': 'heure, heures',
  'words.unit.day': 'j, jour, jours',
  'words.unit.week': 'semaine, semaines, sem',
});
