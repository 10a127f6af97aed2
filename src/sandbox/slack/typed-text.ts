import type { PageChannel, PageUser } from './page-api.js';

/** What a person typed as a message carries it: `&`, `<` and `>` as entities. */
export const asEntities = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

const HOST_OR_URL = /(?:https?:\/\/)?(?:[\p{L}\p{N}-]+\.)+[\p{L}\p{N}-]*\p{L}[^\s|]*/giu;

/** A command's text with `should_escape: true`: typed hosts, channels and people arrive as links. */
export function asLinks(text: string, channels: Iterable<PageChannel>, users: readonly PageUser[]): string {
  const channelIds = new Map([...channels].map(({ id, name }) => [name, id]));
  const userIds = new Map(users.map(({ id, name }) => [name, id]));
  return asEntities(text)
    .replace(HOST_OR_URL, (typed) => {
      const url = /^https?:/i.test(typed) ? typed : `http://${typed}`;
      return url === typed ? `<${url}>` : `<${url}|${typed}>`;
    })
    .replace(/(?<=^|\s)#([\w-]+)/g, (typed, name) => {
      const id = channelIds.get(name);
      return id === undefined ? typed : `<#${id}|${name}>`;
    })
    .replace(/(?<=^|\s)@([\w.-]+)/g, (typed, name) => {
      const id = userIds.get(name);
      return id === undefined ? typed : `<@${id}|${name}>`;
    });
}
