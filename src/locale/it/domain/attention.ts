import type { attentionEn } from '../../en/domain/attention.js';
import { translation } from '../../messages.js';

/** Italian: less attention for a domain for a while, and what undoes it. */
export const attentionIt = translation<'it', typeof attentionEn>()({
  'event.finding.unacknowledged': '{person} vuole di nuovo i promemoria per questo: {findingName}.',
  'card.attention': 'Metti in pausa, silenzia…',
  'attention.title': 'Pausa e silenzio',
  'attention.choice': 'Che cosa vuoi fare?',
  'attention.snooze': 'Metti in pausa gli avvisi',
  'attention.snooze.means': 'Fino ad allora nessuna menzione e nessun promemoria.',
  'attention.awake': 'Termina la pausa',
  'attention.awake.means': 'Riprendono menzioni e promemoria.',
  'attention.ack': 'Lo so già: {findingName}',
  'attention.ack.means': 'Finché dura, nessuno riceve promemoria.',
  'attention.unack': 'Riprendi i promemoria: {findingName}',
  'attention.unack.means': 'I promemoria riprendono.',
  'attention.mute': 'Silenzia: {findingName}',
  'attention.mute.means': 'Fino ad allora non conta come problema.',
  'attention.unmute': 'Non silenziare più nulla',
  'attention.unmute.means': 'Ciò che era silenziato torna a contare.',
  'attention.until': 'Per quanto tempo?',
  'attention.until-change': 'Finché non cambia qualcosa (solo per la pausa)',
  'attention.until.needed': 'Scegli per quanto tempo: non si può silenziare senza una scadenza.',
  'attention.reason': 'Motivo per silenziare',
  'attention.reason.needed': 'Spiega perché: il motivo appare sulla scheda.',
  'team.undo': 'Annulla',
  'team.unacknowledged': 'I promemoria su {hostname} sono di nuovo attivi.',
  'team.dialog.follow': 'Avvisi',
  'team.dialog.follow.me': 'Menziona anche me',
  'message.no-mapping': 'Questo messaggio non nomina nessun dominio mappato.',
});
