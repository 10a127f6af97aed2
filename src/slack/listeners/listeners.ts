import type { App } from '@slack/bolt';
import { createAnswering } from '../answering.js';
import { listenToButtons } from './buttons.js';
import { listenToCommands } from './command.js';
import type { Desk, ListenerOptions } from './desk.js';
import { listenToDialogs } from './dialogs.js';
import { listenToOutdated, noteListeners } from './outdated.js';
import { listenToPages } from './pages.js';
import { listenToSync } from './sync.js';

/** Connects what people type and press with the service. */
export function registerListeners(bare: App, options: ListenerOptions): void {
  const desk: Desk = { ...options, answering: createAnswering(options) };
  const noted = noteListeners(bare);
  const { app } = noted;
  listenToCommands(app, desk);
  listenToButtons(app, desk);
  listenToPages(app, desk);
  listenToDialogs(app, desk);
  listenToSync(app, desk);
  listenToOutdated(bare, noted, desk);
}
