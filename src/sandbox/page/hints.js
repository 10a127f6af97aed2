/** Every subcommand as the bot's help has it: how it is written, and what it is for. */
export const SUBCOMMANDS = [
  ['map [hostname] [--app NAME] [--site SITE]', 'add a domain; alone, it opens a dialog'],
  ['unmap [hostname]', 'remove a domain'],
  ['move <hostname> [#channel]', 'move a card to another channel'],
  ['status [hostname]', 'check a domain; alone, who needs what'],
  ['list [filter]', 'stuck, waiting, failed, mine, a stage, a provider, text'],
  ['check [hostname]', 'check now, and start over'],
  ['assign <hostname> [@person/me/nobody]', 'who takes care of it'],
  ['follow <hostname> [on/off]', 'be mentioned, too'],
  ['note <hostname> [text]', 'a note on the card'],
  ['snooze <hostname> [3d/12h/monday/off]', 'no reminders for a while'],
  ['ack <hostname> [off]', 'say that you know'],
  ['mute <hostname> <30d/off> [reason]', 'ignore what is wrong, with a reason'],
  ['sync [--app NAME]', 'compare Closte, the network and the bot'],
  ['history <hostname>', 'what happened to a domain'],
  ['audit [since] [by] [event]', 'what happened to all of them'],
  ['approvals [dm on/off]', 'direct messages about unmappings to approve'],
  ['settings [--app NAME]', 'for admins'],
  ['doctor', 'does everything work?'],
  ['help [command]', 'every command, or what one does'],
];

/** What can stand for a word of a usage. Audit takes its words in any order. */
const AUDIT = ['24h', '7d', '30d', 'me', 'system', 'dns', 'ssl', 'unmap'];
const CHOICES = {
  filter: ['stuck', 'waiting', 'failed', 'ready', 'mine'],
  since: AUDIT,
  by: AUDIT,
  event: AUDIT,
};
const nameOf = (usage) => usage.split(' ')[0];

/** The words behind the slash command's name; undefined for another text. */
function typedBehind(text, command) {
  const typed = text.toLowerCase();
  if (!typed.startsWith('/') || !`${command} `.startsWith(typed.slice(0, command.length + 1)))
    return undefined;
  return typed.slice(command.length + 1).split(' ');
}

/** How the typed command is written, and what it is for; undefined before its name is complete. */
export function usageFor(text, command) {
  const [name, ...words] = typedBehind(text, command) ?? [];
  const found = words.length === 0 ? undefined : SUBCOMMANDS.find(([usage]) => nameOf(usage) === name);
  return found && { usage: `${command} ${found[0]}`, note: found[1] };
}

/** What could be typed next: `value` is the whole line, `note` what it does. `known`: hostnames of this world. */
export function hintsFor(text, command, known) {
  const [name, ...words] = typedBehind(text, command) ?? [];
  if (name === undefined) return [];
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
  return wordsOf(found[0], words, known)
    .filter((word) => word.startsWith(last) && word !== last && !words.slice(0, -1).includes(word))
    .map((word) => ({ value: `${before}${word} `, usage: `${before}${word}`, note: '' }))
    .slice(0, 8);
}

/** What the usage has in the place of the last word, and its options. */
function wordsOf(usage, words, known) {
  const groups = (usage.match(/\[[^\]]+\]|<[^>]+>/g) ?? []).map((group) => group.slice(1, -1));
  const options = groups.filter((group) => group.startsWith('--')).map((group) => group.split(' ')[0]);
  if (options.includes(words.at(-2))) return [];
  const places = groups.filter((group) => !group.startsWith('--'));
  return [...choicesOf(places[words.length - 1] ?? '', known), ...options];
}

function choicesOf(place, known) {
  if (place === 'hostname') return known;
  if (CHOICES[place]) return CHOICES[place];
  if (!place.includes('/')) return [];
  const [, before = '', all = ''] = /^(\w+ )?(.+)$/.exec(place) ?? [];
  return all
    .split('/')
    .filter((word) => !word.startsWith('@'))
    .map((word) => before + word);
}
