import { html } from '/vendor/preact.mjs';
import { post } from './client.js';

/** What each person of the workspace may do with the bot in the demo. */
const ROLES = {
  U01ALICE: 'admin',
  U02BOB: 'operator',
  U03CAROL: 'agent',
  U04GIL: 'guest',
  U05OLGA: 'customer',
};
const LANGUAGES = [
  ['en-US', 'English'],
  ['es-ES', 'Español'],
  ['fr-FR', 'Français'],
  ['it-IT', 'Italiano'],
  ['pt-BR', 'Português (Brasil)'],
  ['ro-RO', 'Română'],
];

export const isDirect = ({ id }) => /^[DG]/.test(id);

/** Who wrote to whom: the others in a direct message, or the app. */
export function titleOf(channel, me, names) {
  if (!isDirect(channel)) return `#${channel.name}`;
  const others = (channel.members ?? []).filter((id) => id !== me).map(names.user);
  return channel.botIsMember && others.length === 0 ? names.bot : others.join(', ');
}

/** Channels, direct messages and the app; who one is, and in which language one reads. */
export function Sidebar({ state, me, names, current, unread, pick, home, setMe }) {
  const user = state.users.find(({ id }) => id === me);
  const [mine, app] = [mineOf(state, me), appDirect(state, me)];
  const entry = (id, mark, label, count) => html`<li key=${id}>
    <button type="button" class=${`channel ${id === current ? 'current' : ''} ${count.any ? 'unread' : ''}`} aria-current=${id === current} onClick=${() => pick(id)}>
      <span class="mark" aria-hidden="true">${mark}</span><span class="label">${label}</span>
      ${count.badge > 0 && html`<span class="unread-badge" aria-label=${`${count.badge} unread`}>${count.badge}</span>`}
    </button>
  </li>`;
  const isAppShown = current === home || current === app?.id;
  return html`<nav class="sidebar" aria-label="Channels">
    <div class="team"><span class="logo" aria-hidden="true">◆</span>${state.team.name}</div>
    <h2>Channels</h2>
    <ul>
      ${mine.channels.map((each) =>
        entry(
          each.id,
          each.isPrivate ? '🔒' : '#',
          html`${each.name}${each.isArchived && html`<i> archived</i>`}`,
          unread(each),
        ),
      )}
    </ul>
    ${
      mine.directs.length > 0 &&
      html`<h2>Direct messages</h2><ul>${mine.directs.map((each) => entry(each.id, '●', titleOf(each, me, names), unread(each)))}</ul>`
    }
    <h2>Apps</h2>
    <ul>${entry(isAppShown ? current : home, '◫', state.bot.name, app ? unread(app) : { badge: 0 })}</ul>
    <div class="me">
      <label>You are
        <select value=${me} onChange=${(event) => setMe(event.target.value)}>
          ${state.users.map(({ id, realName }) => html`<option value=${id}>${realName}${ROLES[id] && ` · ${ROLES[id]}`}</option>`)}
        </select>
      </label>
      <label>Your Slack’s language
        <select value=${user?.locale ?? 'en-US'} onChange=${(event) => post('/page/locale', { user: me, locale: event.target.value })}>
          ${LANGUAGES.map(([locale, name]) => html`<option value=${locale}>${name}</option>`)}
        </select>
      </label>
    </div>
  </nav>`;
}

const isOf = (user) => (channel) =>
  channel.members ? channel.members.includes(user.id) : !user.channels || user.channels.includes(channel.id);

/** The direct message of one person and the app. */
export const appDirect = (state, me) =>
  state.channels.find(
    (channel) => channel.id.startsWith('D') && channel.botIsMember && channel.members?.join() === me,
  );

function mineOf(state, me) {
  const user = state.users.find(({ id }) => id === me);
  const mine = state.channels.filter(isOf(user));
  const app = appDirect(state, me);
  return {
    channels: mine.filter((each) => !isDirect(each)),
    directs: mine.filter((each) => isDirect(each) && each !== app),
  };
}
