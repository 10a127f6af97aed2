/** Every subcommand as the bot's help has it: how it is written, and what it is for. */
export const SUBCOMMANDS = [
  ['map [hostname] [--app NAME] [--site ID]', 'add a domain; alone, it opens a dialog'],
  ['unmap [hostname]', 'remove a domain'],
  ['move <hostname> [#channel]', 'move a card to another channel'],
  ['status [hostname]', 'check a domain; alone, who needs what'],
  ['list [filter]', 'stuck, waiting, failed, mine, a stage, a provider, text'],
  ['check [hostname]', 'check now, and start over'],
  ['assign <hostname> [@person/me/nobody]', 'who takes care of it'],
  ['follow <hostname> [on/off]', 'be mentioned, too'],
  ['note <hostname> [text]', 'a note on the card'],
  ['snooze <hostname> [3d/12h/off]', 'no reminders for a while'],
  ['ack <hostname> [off]', 'say that you know'],
  ['mute <hostname> <30d/off> [reason]', 'ignore what is wrong, with a reason'],
  ['sync [--app NAME]', 'compare Closte, the network and the bot'],
  ['history <hostname>', 'what happened to a domain'],
  ['audit [since] [by] [event]', 'what happened to all of them'],
  ['approvals [dm on/off]', 'direct messages about unmappings to approve'],
  ['settings [--app NAME]', 'for admins'],
  ['doctor', 'is everything in order?'],
  ['help', 'every command'],
];

const FILTERS = ['stuck', 'waiting', 'failed', 'ready', 'mine'];
const nameOf = (usage) => usage.split(' ')[0];

/** What could be typed next: `value` is the whole line, `note` what it does. `known`: hostnames of this world. */
export function hintsFor(text, command, known) {
  const typed = text.toLowerCase();
  if (!typed.startsWith('/') || !`${command} `.startsWith(typed.slice(0, command.length + 1))) return [];
  const given = typed.slice(command.length + 1).split(' ');
  const [name, ...words] = given;
  if (words.length === 0) {
    const fitting = SUBCOMMANDS.filter(([usage]) => nameOf(usage).startsWith(name));
    return fitting.map(([usage, note]) => ({
      value: `${command} ${nameOf(usage)}${usage.includes(' ') ? ' ' : ''}`,
      usage: `${command} ${usage}`,
      note,
    }));
  }
  const found = SUBCOMMANDS.find(([usage]) => nameOf(usage) === name);
  if (!found) return [];
  const last = words.at(-1);
  const before = text.slice(0, text.length - last.length);
  return wordsOf(found[0], known)
    .filter((word) => word.startsWith(last) && word !== last && !words.slice(0, -1).includes(word))
    .map((word) => ({ value: `${before}${word} `, usage: `${before}${word}`, note: '' }))
    .slice(0, 8);
}

/** Options and choices that the usage names, and hostnames where it asks for one. */
function wordsOf(usage, known) {
  const options = usage.match(/--\w+/g) ?? [];
  const choices = [...usage.matchAll(/[[<](\w+ )?((?:[\w@]+\/)+\w+)[\]>]/g)].flatMap(([, before = '', all]) =>
    all
      .split('/')
      .filter((word) => !word.startsWith('@'))
      .map((word) => before + word),
  );
  const hostnames = usage.includes('hostname') ? known : [];
  return [...hostnames, ...choices, ...options, ...(usage.startsWith('list') ? FILTERS : [])];
}
