import { html, useState } from '/vendor/preact.mjs';
import { post } from './client.js';

const DOMAIN = 'shop.example.com';
const SEEN = 'guide-seen';

const isMapped = ({ panel }) => panel.hostnames.some(({ hostname }) => hostname === DOMAIN);
const records = ({ panel }) => panel.hostnames.find(({ hostname }) => hostname === DOMAIN)?.records ?? [];
const hasWrong = (state) => records(state).some(({ type, value }) => type === 'A' && value === '192.0.2.80');
const card = ({ messages }) =>
  Object.values(messages)
    .flat()
    .find(({ text, ephemeralFor }) => !ephemeralFor && text.startsWith(`${DOMAIN}: `));
const isOnCard = (state) => JSON.stringify(card(state)?.blocks ?? []).includes('192.0.2.80');
/** The card's text has the stage's emoji, in every language. */
const isReady = (state) => card(state)?.text.includes(':white_check_mark:') === true;
const dns = (action) => post('/panel/dns', { hostname: DOMAIN, action });

const COMMAND = `/domain map ${DOMAIN} --site rosa`;

/** The first minute: each step says what to watch, and its button does what a person would. */
const STEPS = [
  {
    title: 'A customer wants a domain on their site',
    text: `You are in support. Map ${DOMAIN} to the site of Rosa’s Bakery as you would in Slack, or let the button type it.`,
    button: `Type ${COMMAND}`,
    act: ({ me }) => post('/page/command', { user: me, channel: 'C01DOMAINS', text: COMMAND }),
    isDone: isMapped,
  },
  {
    title: 'The card says what the customer has to do',
    text: 'Now play a customer who makes a mistake: they enter the address of their old site.',
    button: 'Enter a wrong A record',
    act: () => dns('wrong-a'),
    isDone: hasWrong,
  },
  {
    title: 'The card names the mistake and the fix',
    text: 'Wait for the next check: one runs every ten seconds. Then do what the card says: delete, then add.',
    button: 'Do what the card says',
    canAct: isOnCard,
    act: async () => {
      await dns('remove');
      await dns('point-cname');
    },
    isDone: (state) => !hasWrong(state) && records(state).length > 0,
  },
  {
    title: 'DNS spreads, then the certificate comes',
    text: 'In real life this takes minutes; here it takes seconds. Watch the card: it is edited in place.',
    isDone: isReady,
  },
  {
    title: 'Ready, and nobody had to check',
    text: 'Next: open the app’s Home tab, change who you are, or drop a list of domains into “/domain map”.',
    isDone: () => false,
  },
];

/** Steps that are done are skipped; the reader may skip all of them. */
export function Guide({ state, me }) {
  const [isSeen, setSeen] = useState(() => localStorage.getItem(SEEN) !== null);
  const [reached, setReached] = useState(0);
  if (isSeen || !state.panel?.hostnames) return null;
  const at = STEPS.findIndex((step, index) => index >= reached && !step.isDone(state));
  if (at > reached) setReached(at);
  const { title, text, button, act, canAct = () => true } = STEPS[at];
  const leave = () => {
    localStorage.setItem(SEEN, 'yes');
    setSeen(true);
  };
  return html`<aside class="guide" aria-label="The first minute">
    <div class="guide-text">
      <strong>${title}</strong> <small>${at + 1} of ${STEPS.length}</small>
      <p>${text}</p>
    </div>
    <div class="guide-buttons">
      ${button && html`<button type="button" class="button primary small" disabled=${!canAct(state)} onClick=${() => act({ me })}>${button}</button>`}
      <button type="button" class="quiet" onClick=${leave}>${at === STEPS.length - 1 ? 'Done' : 'Skip'}</button>
    </div>
  </aside>`;
}
