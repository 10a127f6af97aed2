import type { App } from '@slack/bolt';
import { createResponder } from '../responder.js';
import { listenToAnswers } from './answers.js';
import { listenToAttention } from './attention.js';
import { listenToBatches } from './batches.js';
import { listenToButtons } from './buttons.js';
import { listenToCommands } from './commands.js';
import type { ListenerContext, ListenerOptions } from './context.js';
import { listenToCustomer } from './dialogs/customer.js';
import { listenToDialogs } from './dialogs/dialogs.js';
import { listenToMapDialogs } from './dialogs/map-dialogs.js';
import { listenToSettings } from './dialogs/settings.js';
import { listenToTeam } from './dialogs/team.js';
import { listenToHome } from './home.js';
import { listenToMessages } from './messages.js';
import { listenToOutdated, noteListeners } from './outdated.js';
import { listenToFiles } from './shared-files.js';
import { listenToSync } from './sync.js';

/** Connects commands, buttons and dialogs with the use cases. */
export function registerListeners(bare: App, options: ListenerOptions): void {
  const context: ListenerContext = { ...options, responder: createResponder(options) };
  const noted = noteListeners(bare);
  const { app } = noted;
  listenToCommands(app, context);
  listenToButtons(app, context);
  listenToAnswers(app, context);
  listenToDialogs(app, context);
  listenToSettings(app, context);
  listenToMapDialogs(app, context);
  listenToBatches(app, context);
  listenToMessages(app, context);
  listenToFiles(app, context);
  listenToHome(app, context);
  listenToCustomer(app, context);
  listenToTeam(app, context);
  listenToAttention(app, context);
  listenToSync(app, context);
  listenToOutdated(bare, noted, context);
}
