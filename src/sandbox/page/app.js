import { html, render, useEffect, useLayoutEffect, useMemo, useRef, useState } from '/vendor/preact.mjs';
import { closeMenusOutside } from './blocks/inputs.js';
import { Dialog, Home } from './blocks/views.js';
import { listen, loadState, post } from './client.js';
import { Composer } from './composer.js';
import { Guide } from './guide.js';
import { Message } from './message.js';
import { Panel } from './panel.js';
import { followEnd, unreadIn } from './reading.js';
import { isDirect, Sidebar, titleOf } from './sidebar.js';

const isFor = (me) => (message) => !message.ephemeralFor || message.ephemeralFor === me;
const HOME = 'home';
const isRoot = ({ threadTs, ts, broadcast }) => !threadTs || threadTs === ts || broadcast;
const isReplyTo = (root) => (message) => message.threadTs === root.ts && message.ts !== root.ts;
const isNarrow = () => matchMedia('(max-width: 820px)').matches;
const appDirectId = (user) => `D${user.slice(1)}`;
const hostnamesOf = ({ panel }) => (panel?.hostnames ?? []).map(({ hostname }) => hostname);
/** Where somebody lands: in the first channel that they are in. */
const firstFor = (state, id) =>
  (state.users.find((user) => user.id === id)?.channels ?? ['C01DOMAINS'])[0] ?? HOME;

function App() {
  const [state, setState] = useState(undefined);
  const [me, setMe] = useState('U01ALICE');
  const [channelId, setChannelId] = useState('C01DOMAINS');
  const [threadTs, setThreadTs] = useState(undefined);
  const [views, setViews] = useState({});
  const [link, setLink] = useState('opening');
  const [marked, setMarked] = useState(undefined);
  const [side, setSide] = useState(!isNarrow());
  const [menu, setMenu] = useState(false);
  const [read, setRead] = useState({});
  const opened = useRef(String(Date.now() / 1000));

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
      channel: (channel) => change((before) => ({ ...before, channels: withEach(before.channels, channel) })),
      user: (user) => change((before) => ({ ...before, users: withEach(before.users, user) })),
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

  // What is beside the messages on a desktop would cover them on a phone.
  useEffect(() => {
    const narrow = matchMedia('(max-width: 820px)');
    const follow = () => setSide(!narrow.matches);
    narrow.addEventListener('change', follow);
    return () => narrow.removeEventListener('change', follow);
  }, []);

  const names = useMemo(() => namesIn(state), [state]);
  const messagesOf = (id) => (state?.messages[id] ?? []).filter(isFor(me));
  const newest = messagesOf(channelId).at(-1)?.ts;
  // What is open is read.
  useEffect(() => {
    if (newest) setRead((before) => ({ ...before, [`${me}/${channelId}`]: newest }));
  }, [me, channelId, newest]);

  if (!state) return html`<p class="loading">Opening the sandbox…</p>`;
  const pick = (id) => {
    setChannelId(id);
    setThreadTs(undefined);
    setMenu(false);
  };
  const become = (id) => {
    setMe(id);
    pick(firstFor(state, id));
  };
  const openApp = async (tab) => {
    if (tab === 'home') return pick(HOME);
    const answer = await post('/page/direct', { user: me });
    if (answer.ok) pick(appDirectId(me));
  };
  const unread = (channel) => {
    if (channel.id === channelId) return { any: false, badge: 0 };
    const since = read[`${me}/${channel.id}`] ?? opened.current;
    return unreadIn(messagesOf(channel.id), me, since, isDirect(channel));
  };
  const channel = state.channels.find(({ id }) => id === channelId);
  const messages = messagesOf(channelId);
  const thread = messages.filter((message) => message.ts === threadTs || message.threadTs === threadTs);
  const isApp = channelId === HOME || channelId === appDirectId(me);
  const waiting = state.channels.filter((each) => unread(each).any).length;
  const composer = { me, command: state.commands[0]?.command ?? '', known: hostnamesOf(state) };
  const log = { me, names, shortcuts: ofMessages(state) };
  const tools = html`<${Tools} state=${state} me=${me} side=${side} setSide=${setSide} />`;
  const tabs = isApp && html`<${Tabs} isHome=${channelId === HOME} open=${openApp} />`;
  const onMenu = html`<button type="button" class="button small menu-button" aria-label="Channels" aria-expanded=${menu} onClick=${() => setMenu(!menu)}>☰${waiting > 0 && html`<span class="unread-badge">${waiting}</span>`}</button>`;

  return html`<div class=${`shell ${side ? '' : 'without-side'} ${menu ? 'with-menu' : ''}`}>
    <${Sidebar} state=${state} me=${me} names=${names} current=${channelId} home=${HOME} unread=${unread} pick=${pick} setMe=${become} />
    <main>
      ${link === 'lost' && html`<p class="lost" role="status">Connection lost, trying again…</p>`}
      <header class="top">
        ${onMenu}
        <div class="place"><h1>${isApp ? state.bot.name : titleOf(channel, me, names)}</h1>${!isApp && channel.topic && html`<p>${channel.topic}</p>`}</div>
        ${tools}
      </header>
      ${tabs}
      <${Guide} state=${state} me=${me} />
      ${
        channelId === HOME
          ? html`<${Home} view=${state.homes[me]} me=${me} names=${names} />`
          : html`<${Log} key=${`${me}${channelId}`} ...${log} messages=${messages.filter(isRoot)} all=${messages} onThread=${setThreadTs} marked=${marked} />
            <${Composer} key=${channelId} ...${composer} channel=${channel} title=${titleOf(channel, me, names)} />`
      }
    </main>
    ${
      threadTs &&
      html`<aside class="thread" aria-label="Thread">
      <header class="top"><div class="place"><h2>Thread</h2><p>${titleOf(channel, me, names)}</p></div><button type="button" class="quiet" aria-label="Close thread" onClick=${() => setThreadTs(undefined)}>✕</button></header>
      <${Log} key=${`log${threadTs}`} ...${log} messages=${thread} />
      <${Composer} key=${threadTs} ...${composer} channel=${channel} title=${titleOf(channel, me, names)} threadTs=${threadTs} />
    </aside>`
    }
    ${side && html`<${Panel} panel=${state.panel} close=${() => setSide(false)} />`}
    ${(views[me] ?? []).map((view) => html`<${Dialog} key=${view.id} view=${view} me=${me} names=${names} channel=${channelId} />`)}
  </div>`;
}

/** A browser draws so many cards at once without effort; the rest comes on demand. */
const SHOWN = 80;

/** Follows the newest message until the reader scrolls up; their own messages and answers bring them back. */
function Log({ messages, all = messages, me, names, onThread, marked, shortcuts }) {
  const box = useRef(null);
  const end = useRef(followEnd());
  const newest = messages.at(-1);
  const [isWhole, setWhole] = useState(false);
  const hidden =
    isWhole || messages.some(({ ts }) => ts === marked) ? 0 : Math.max(0, messages.length - SHOWN);
  const isForMe = newest?.user === me || newest?.ephemeralFor === me;
  useLayoutEffect(() => {
    if (isForMe) end.current.follow();
  }, [newest?.ts, isForMe]);
  useLayoutEffect(() => end.current.grown(box.current));
  // What is above the field also grows and shrinks: hints, the guide, a phone's keyboard.
  useEffect(() => {
    const observer = new ResizeObserver(() => end.current.grown(box.current));
    observer.observe(box.current);
    return () => observer.disconnect();
  }, []);
  return html`<div class="log" role="log" aria-live="polite" ref=${box} onScroll=${({ target }) => end.current.scrolled(target)} tabindex="0">
    ${
      messages.length === 0 &&
      html`<div class="welcome"><h2>Nothing here yet</h2><p>Type <code>/domain</code> below: the hints show every command.</p></div>`
    }
    ${hidden > 0 && html`<button type="button" class="button small earlier" onClick=${() => setWhole(true)}>Show ${hidden} earlier messages</button>`}
    ${messages
      .slice(hidden)
      .map(
        (message) =>
          html`<${Message} key=${message.ts} message=${message} replies=${all.filter(isReplyTo(message))} me=${me} names=${names} onThread=${onThread} isMarked=${marked === message.ts} shortcuts=${shortcuts} />`,
      )}
  </div>`;
}

/** The app's two places, as in Slack. */
function Tabs({ isHome, open }) {
  const tab = (isOpen, id, label) =>
    html`<button type="button" role="tab" aria-selected=${isOpen} onClick=${() => open(id)}>${label}</button>`;
  return html`<div class="tabs" role="tablist">${tab(isHome, 'home', 'Home')}${tab(!isHome, 'messages', 'Messages')}</div>`;
}

function Tools({ state, me, side, setSide }) {
  return html`<span class="tools"><${Shortcuts} shortcuts=${state.shortcuts} me=${me} />
    <button type="button" class="button small" aria-pressed=${side} onClick=${() => setSide(!side)}>🌍 <span class="wide">${side ? 'Hide' : 'Show'} the world</span></button>
  </span>`;
}

/** What an app offers everywhere. */
function Shortcuts({ shortcuts, me }) {
  const choose = (event, callbackId) => {
    event.currentTarget.closest('details').open = false;
    post('/page/shortcut', { user: me, callbackId });
  };
  return html`<details class="b-overflow">
    <summary class="button small">⚡ <span class="wide">Shortcuts</span></summary>
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

function withEach(all, one) {
  const isKnown = all.some(({ id }) => id === one.id);
  return isKnown ? all.map((each) => (each.id === one.id ? one : each)) : [...all, one];
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
  const groups = new Map(state?.groups.map(({ id, handle }) => [id, handle]));
  return {
    group: (id) => groups.get(id) ?? id,
    bot: state?.bot.name,
    user: (id) => users.get(id) ?? id,
    channel: (id) => channels.get(id) ?? id,
    users: (state?.users ?? []).map(({ id, realName }) => ({ id, name: realName })),
    channels: (state?.channels ?? []).filter(({ id, isArchived }) => id.startsWith('C') && !isArchived),
  };
}

closeMenusOutside();
render(html`<${App} />`, document.body);
