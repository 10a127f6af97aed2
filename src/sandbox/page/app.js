import { html, render, useEffect, useLayoutEffect, useMemo, useRef, useState } from '/vendor/preact.mjs';
import { listen, loadState, post } from './client.js';
import { Composer } from './composer.js';
import { Dialog } from './dialog.js';
import { followEnd } from './follow-end.js';
import { Home } from './home.js';
import { Message } from './message.js';
import { Panel } from './panel.js';

const isFor = (me) => (message) => !message.ephemeralFor || message.ephemeralFor === me;
const isOf = (me) => (channel) => !channel.members || channel.members.includes(me);
const HOME = 'home';
const isRoot = (message) => !message.threadTs || message.threadTs === message.ts;

function App() {
  const [state, setState] = useState(undefined);
  const [me, setMe] = useState('U01ALICE');
  const [channelId, setChannelId] = useState('C01DOMAINS');
  const [threadTs, setThreadTs] = useState(undefined);
  const [views, setViews] = useState({});
  const [link, setLink] = useState('opening');
  const [marked, setMarked] = useState(undefined);
  const [side, setSide] = useState(true);

  useEffect(() => {
    const change = (edit) => setState((before) => (before ? edit(before) : before));
    const load = () => loadState().then(setState);
    const close = listen({
      opened: () => {
        setLink('open');
        load();
      },
      lost: () => setLink('lost'),
      message: (message) => change((before) => withMessage(before, message)),
      deleted: ({ channel, ts }) => change((before) => withoutMessage(before, channel, ts)),
      view: ({ user, view }) => setViews((before) => ({ ...before, [user]: withView(before[user], view) })),
      'view-closed': ({ user, viewId }) =>
        setViews((before) => ({ ...before, [user]: (before[user] ?? []).filter(({ id }) => id !== viewId) })),
      home: ({ user, view }) => change((before) => ({ ...before, homes: { ...before.homes, [user]: view } })),
      channel: (channel) => change((before) => withChannel(before, channel)),
      panel: (panel) => change((before) => ({ ...before, panel })),
    });
    const show = ({ detail }) => {
      setChannelId(detail.channel);
      setThreadTs(detail.ts);
      setMarked(detail.ts);
      document.getElementById(`m${detail.ts}`)?.scrollIntoView({ block: 'center' });
    };
    addEventListener('show-message', show);
    return () => {
      close();
      removeEventListener('show-message', show);
    };
  }, []);

  const names = useMemo(() => namesIn(state), [state]);
  if (!state) return html`<p class="loading">Opening the sandbox…</p>`;
  const isHome = channelId === HOME;
  const channel = state.channels.find(({ id }) => id === channelId);
  const messages = (state.messages[channelId] ?? []).filter(isFor(me));
  const thread = messages.filter((message) => message.ts === threadTs || message.threadTs === threadTs);
  const pick = (id) => {
    setChannelId(id);
    setThreadTs(undefined);
  };

  return html`<div class=${`shell ${side ? '' : 'without-side'}`}>
    <nav class="sidebar" aria-label="Channels">
      <div class="team"><span class="logo" aria-hidden="true">◆</span>${state.team.name}</div>
      <button type="button" class=${isHome ? 'channel current' : 'channel'} aria-current=${isHome} onClick=${() => pick(HOME)}>
        <span aria-hidden="true">⌂</span> ${state.bot.name}
      </button>
      <ul>
        ${state.channels.filter(isOf(me)).map(
          (each) => html`<li>
            <button type="button" class=${each.id === channelId ? 'channel current' : 'channel'} aria-current=${each.id === channelId} onClick=${() => pick(each.id)}>
              <span aria-hidden="true">${each.isPrivate ? '🔒' : '#'}</span> ${each.name}${each.isArchived && html`<i> closed</i>`}
            </button>
          </li>`,
        )}
      </ul>
      <label class="me">You are
        <select value=${me} onChange=${(event) => setMe(event.target.value)}>
          ${state.users.map((user) => html`<option value=${user.id}>${user.realName}</option>`)}
        </select>
      </label>
      <p class=${`link ${link}`} role="status">${link === 'lost' ? 'Connection lost, trying again…' : 'Live'}</p>
    </nav>
    ${isHome && html`<${Home} view=${state.homes[me]} me=${me} names=${names} name=${state.bot.name} />`}
    ${
      !isHome &&
      html`<main>
      <header class="top">
        <div><h1># ${channel.name}</h1><p>${channel.topic}</p></div>
        <span class="tools"><${Shortcuts} shortcuts=${state.shortcuts} me=${me} />
        <button type="button" class="button small" aria-pressed=${side} onClick=${() => setSide(!side)}>${side ? 'Hide' : 'Show'} the world</button></span>
      </header>
      <${Log} key=${channelId} messages=${messages.filter(isRoot)} me=${me} names=${names} onThread=${setThreadTs} marked=${marked} shortcuts=${ofMessages(state)} />
      <${Composer} key=${channelId} channel=${channel} me=${me} commands=${state.commands} />
    </main>`
    }
    ${
      threadTs &&
      html`<aside class="thread" aria-label="Thread">
      <header class="top"><h2>Thread</h2><button type="button" class="quiet" aria-label="Close thread" onClick=${() => setThreadTs(undefined)}>✕</button></header>
      <${Log} key=${`log${threadTs}`} messages=${thread} me=${me} names=${names} shortcuts=${ofMessages(state)} />
      <${Composer} key=${threadTs} channel=${channel} me=${me} commands=${[]} threadTs=${threadTs} />
    </aside>`
    }
    ${side && html`<${Panel} panel=${state.panel} />`}
    ${(views[me] ?? []).map((view) => html`<${Dialog} key=${view.id} view=${view} me=${me} names=${names} channel=${channelId} />`)}
  </div>`;
}

/** Follows the newest message until the reader scrolls up. */
function Log({ messages, me, names, onThread, marked, shortcuts }) {
  const box = useRef(null);
  const end = useRef(followEnd());
  useLayoutEffect(() => end.current.grown(box.current));
  return html`<div class="log" role="log" aria-live="polite" ref=${box} onScroll=${({ target }) => end.current.scrolled(target)} tabindex="0">
    ${
      messages.length === 0 &&
      html`<div class="welcome"><h2>A quiet place</h2><p>Type <code>/domain map shop.example.com</code> below. Then play the customer on the right.</p></div>`
    }
    ${messages.map(
      (message) =>
        html`<${Message} key=${message.ts} message=${message} me=${me} names=${names} onThread=${onThread} isMarked=${marked === message.ts} shortcuts=${shortcuts} />`,
    )}
  </div>`;
}

/** What an app offers everywhere. */
function Shortcuts({ shortcuts, me }) {
  const choose = (event, callbackId) => {
    event.currentTarget.closest('details').open = false;
    post('/page/shortcut', { user: me, callbackId });
  };
  return html`<details class="b-overflow">
    <summary class="button small">⚡ Shortcuts</summary>
    <div class="menu">
      ${shortcuts
        .filter(({ type }) => type === 'global')
        .map(
          ({ name, description, callback_id: id }) =>
            html`<button type="button" key=${id} title=${description} onClick=${(event) => choose(event, id)}>${name}</button>`,
        )}
    </div>
  </details>`;
}

const ofMessages = ({ shortcuts }) => shortcuts.filter(({ type }) => type === 'message');

/** Dialogs lie over one another; those below keep what was typed. */
function withView(open = [], view) {
  if (open.some(({ id }) => id === view.id)) return open.map((each) => (each.id === view.id ? view : each));
  return view.previous_view_id ? [...open, view] : [view];
}

function withChannel(state, channel) {
  const known = state.channels.some(({ id }) => id === channel.id);
  const replaced = state.channels.map((each) => (each.id === channel.id ? channel : each));
  return { ...state, channels: known ? replaced : [...state.channels, channel] };
}

function withMessage(state, message) {
  const all = state.messages[message.channel] ?? [];
  const known = all.some(({ ts }) => ts === message.ts);
  const next = known ? all.map((each) => (each.ts === message.ts ? message : each)) : [...all, message];
  return { ...state, messages: { ...state.messages, [message.channel]: next } };
}

function withoutMessage(state, channel, ts) {
  const next = (state.messages[channel] ?? []).filter((message) => message.ts !== ts);
  return { ...state, messages: { ...state.messages, [channel]: next } };
}

function namesIn(state) {
  const users = new Map(state?.users.map(({ id, realName }) => [id, realName]));
  if (state) users.set(state.bot.id, state.bot.name).set('USLACKBOT', 'Slackbot');
  const channels = new Map(state?.channels.map(({ id, name }) => [id, name]));
  return {
    user: (id) => users.get(id) ?? id,
    channel: (id) => channels.get(id) ?? id,
    users: (state?.users ?? []).map(({ id, realName }) => ({ id, name: realName })),
    channels: (state?.channels ?? []).filter(({ id, isArchived }) => id.startsWith('C') && !isArchived),
  };
}

render(html`<${App} />`, document.body);
