import type { Command } from '../src/slack/inbound/command.js';
import { audit } from './audit.js';
import { check } from './check.js';
import { doctor } from './doctor.js';
import { help } from './help.js';
import { history } from './history.js';
import { list } from './list.js';
import { map } from './map.js';
import { settings } from './settings.js';
import { status } from './status.js';
import { sync } from './sync.js';
import { unmap } from './unmap.js';

/** Every subcommand of `/domain`, in the order in which help lists them. */
export const commands: readonly Command[] = [
  map,
  unmap,
  status,
  list,
  check,
  sync,
  history,
  audit,
  settings,
  doctor,
  help,
];
