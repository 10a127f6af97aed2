import { html } from '/vendor/preact.mjs';
import { Blocks } from './blocks/blocks.js';
import { Mrkdwn } from './blocks/text.js';
import { post } from './client.js';

const time = (ts) =>
  new Date(Number(ts) * 1000).toLocaleTimeString([], {
    hour: 'numeric',
    minute: '2-digit',
  });
const initials = (name) =>
  name
    .split(/[\s-]+/)
    .map((word) => word[0])
    .slice(0, 2)
    .join('')
    .toUpperCase();
const hue = (id) => [...id].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 360, 7);

/** What an app offers for a message. */
function Menu({ shortcuts, message, me }) {
  const choose = (event, callbackId) => {
    event.currentTarget.closest('details').open = false;
    post('/page/shortcut', { user: me, callbackId, on: { channel: message.channel, messageTs: message.ts } });
  };
  return html`<details class="b-overflow in-message">
    <summary class="quiet" aria-label="More actions for this message">⋯</summary>
    <div class="menu">
      ${shortcuts.map(
        ({ name, callback_id: id }) =>
          html`<button type="button" key=${id} onClick=${(event) => choose(event, id)}>${name}</button>`,
      )}
    </div>
  </details>`;
}

function Avatar({ id, name, isApp, small = '' }) {
  return html`<div class=${`avatar ${isApp ? 'app' : ''} ${small}`} style=${`--hue:${hue(id)}`} aria-hidden="true">${initials(name)}</div>`;
}

/** How many replied, who, and when last. */
function Replies({ message, replies, names, onThread }) {
  const avatars = [...new Map(replies.map((reply) => [reply.user, reply])).values()].slice(0, 4);
  const last = replies.filter(({ ephemeralFor }) => !ephemeralFor).at(-1);
  return html`<button type="button" class="replies" onClick=${() => onThread(message.ts)}>
    ${avatars.map(({ user, botId }) => html`<${Avatar} key=${user} id=${user} name=${names.user(user)} isApp=${Boolean(botId)} small="small" />`)}
    ${message.replyCount} ${message.replyCount === 1 ? 'reply' : 'replies'}
    ${last && html`<small>Last reply ${time(last.ts)}</small>`}
  </button>`;
}

/** One message: who, when, what; its buttons work. */
export function Message({ message, replies = [], me, names, onThread, isMarked, shortcuts = [] }) {
  const name = names.user(message.user);
  const isApp = Boolean(message.botId) || message.user === 'USLACKBOT';
  const press = (blockId, element, selectedOption) =>
    post('/page/action', {
      user: me,
      channel: message.channel,
      messageTs: message.ts,
      actionId: element.action_id,
      blockId,
      value: element.value,
      selectedOption,
    });
  return html`<article class=${`message ${message.ephemeralFor ? 'ephemeral' : ''} ${isMarked ? 'marked' : ''}`} id=${`m${message.ts}`}>
    <${Avatar} id=${message.user} name=${name} isApp=${isApp} />
    <div class="body">
      ${message.ephemeralFor && html`<div class="only-you">Only visible to you</div>`}
      <header>
        <strong>${name}</strong>${isApp && html`<span class="badge">APP</span>`}
        <time>${time(message.ts)}</time>
        ${!message.ephemeralFor && shortcuts.length > 0 && html`<${Menu} shortcuts=${shortcuts} message=${message} me=${me} />`}
      </header>
      <div class="content">
        ${
          message.deleted
            ? html`<em>This message was deleted.</em>`
            : message.blocks?.length
              ? html`<${Blocks} blocks=${message.blocks} names=${names} press=${press} />`
              : html`<${Mrkdwn} text=${message.text} names=${names} />`
        }
        ${message.files?.map(
          ({ name, size, url }) =>
            html`<a class="file" href=${url} target="_blank" rel="noreferrer">${name} (${size} bytes)</a>`,
        )}
        ${message.edited && html`<span class="edited">(edited)</span>`}
      </div>
      ${
        onThread &&
        message.replyCount > 0 &&
        html`<${Replies} message=${message} replies=${replies} names=${names} onThread=${onThread} />`
      }
    </div>
  </article>`;
}
