import type { Command } from '../src/slack/inbound/command.js';
import { ackCommand } from './ack.js';
import { approvalsCommand } from './approvals.js';
import { assignCommand } from './assign.js';
import { auditCommand } from './audit.js';
import { checkCommand } from './check.js';
import { doctorCommand } from './doctor.js';
import { followCommand } from './follow.js';
import { helpCommand } from './help.js';
import { historyCommand } from './history.js';
import { listCommand } from './list.js';
import { mapCommand } from './map.js';
import { moveCommand } from './move.js';
import { muteCommand } from './mute.js';
import { noteCommand } from './note.js';
import { settingsCommand } from './settings.js';
import { snoozeCommand } from './snooze.js';
import { statusCommand } from './status.js';
import { syncCommand } from './sync.js';
import { unmapCommand } from './unmap.js';

/** Every subcommand of `/domain`, in the order of the help. */
export const commands: readonly Command[] = [
  mapCommand,
  unmapCommand,
  moveCommand,
  statusCommand,
  listCommand,
  checkCommand,
  assignCommand,
  followCommand,
  noteCommand,
  snoozeCommand,
  ackCommand,
  muteCommand,
  syncCommand,
  historyCommand,
  auditCommand,
  approvalsCommand,
  settingsCommand,
  doctorCommand,
  helpCommand,
];
