import { BOT, type Workspace } from '../workspace.js';

/** What a person typed as a message carries it: `&`, `<` and `>` as entities. */
export const asEntities = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** an email address, a URL, or a host as somebody types it; without marks and punctuation around it. */
const LINKABLE =
  /[\w.+-]+@(?:[\p{L}\p{N}-]+\.)+\p{L}{2,}|(?:https?:\/\/)?(?:[\p{L}\p{N}-]+\.)+[\p{L}\p{N}-]*\p{L}[^\s|*_~`"'<>()[\]]*(?<![.,;:!?])/giu;

/** A command's text with `should_escape: true`: hosts, addresses, channels, people and groups arrive as links. */
export function asLinks(text: string, { channels, users, userGroups }: Workspace): string {
  const channelsByName = new Map([...channels.values()].map((channel) => [channel.name, channel]));
  const userIds = new Map([[BOT.name, BOT.userId], ...users.map(({ id, name }) => [name, id] as const)]);
  const groupIds = new Map([...userGroups.values()].map(({ id, handle }) => [handle, id]));
  return asEntities(text)
    .replace(LINKABLE, linkedText)
    .replace(/(?<=^|\s)#([\w-]+)/g, (typed, name) => {
      const channel = channelsByName.get(name);
      return channel ? `<#${channel.id}|${channel.isPrivate ? '' : channel.name}>` : typed;
    })
    .replace(/(?<=^|\s)@([\w.-]+)/g, (typed, name) => {
      if (['here', 'channel', 'everyone'].includes(name)) return `<!${name}>`;
      const [user, group] = [userIds.get(name), groupIds.get(name)];
      if (user !== undefined) return `<@${user}|${name}>`;
      return group === undefined ? typed : `<!subteam^${group}|@${name}>`;
    });
}

/** A message's text: like a command's, except for mentions, which have no name beside the ID. */
export const asMessageText = (text: string, workspace: Workspace): string =>
  asLinks(text, workspace).replace(/<@(\w+)\|[^>]*>/g, '<@$1>');

function linkedText(typed: string): string {
  if (typed.includes('@') && !/^https?:/i.test(typed)) return `<mailto:${typed}|${typed}>`;
  return /^https?:/i.test(typed) ? `<${typed}>` : `<http://${typed}|${typed}>`;
}
