import { html, useEffect, useRef, useState } from '/vendor/preact.mjs';
import { post, pressIn } from '../client.js';
import { Blocks } from './blocks.js';
import { wrongIn } from './checks.js';
import { valuesIn } from './inputs.js';
import { plainText } from './text.js';

/** Everything typed, for the panel: it may be a message to the customer. */
const textsIn = (values) =>
  Object.values(values)
    .flatMap((block) => Object.values(block).map(({ value }) => value ?? ''))
    .join('\n');

/** A modal that an app opened for this person. */
export function Dialog({ view, me, names, channel }) {
  const [problems, setProblems] = useState({});
  const [isBusy, setBusy] = useState(false);
  const box = useRef(null);
  useEffect(() => {
    setProblems({});
    box.current?.querySelector('textarea, input, .primary, .button')?.focus();
  }, [view.id, view.hash]);
  const close = () => post('/page/view-close', { user: me, viewId: view.id });
  const press = (blockId, element, selectedOption) =>
    pressIn(view, me, blockId, element, selectedOption, valuesIn(box.current));
  const submit = async () => {
    const values = valuesIn(box.current);
    const wrong = wrongIn(view.blocks, values);
    if (Object.keys(wrong).length > 0) return setProblems(wrong);
    setBusy(true);
    const answer = await post('/page/view-submit', { user: me, viewId: view.id, values });
    setBusy(false);
    if (answer.ok) dispatchEvent(new CustomEvent('text-submitted', { detail: textsIn(values) }));
    setProblems(answer.ok ? {} : (answer.errors ?? { '': 'We had some trouble connecting. Try again?' }));
  };
  const context = { me, viewId: view.id, channel, channels: names.channels, users: names.users };
  return html`<div class="scrim" onClick=${(event) => event.target === event.currentTarget && close()}>
    <div ref=${box} class="dialog" role="dialog" aria-modal="true" aria-label=${plainText(view.title)} onKeyDown=${(event) => event.key === 'Escape' && close()}>
      <header><h2>${plainText(view.title)}</h2><button type="button" class="quiet" aria-label="Close" onClick=${close}>✕</button></header>
      <div class="content" key=${view.id}><${Blocks} blocks=${view.blocks} names=${names} press=${press} context=${context} problems=${problems} /></div>
      ${problems[''] && html`<p class="problem" role="alert">${problems['']}</p>`}
      <footer>
        <button type="button" class="button" onClick=${close}>${view.close ? plainText(view.close) : 'Close'}</button>
        ${view.submit && html`<button type="button" class="button primary" disabled=${isBusy} onClick=${submit}>${plainText(view.submit)}</button>`}
      </footer>
    </div>
  </div>`;
}

/** The app's Home tab, requested each time somebody opens it. */
export function Home({ view, me, names }) {
  useEffect(() => void post('/page/home', { user: me }), [me]);
  const press = (blockId, element, selectedOption) => pressIn(view, me, blockId, element, selectedOption);
  return html`<div class="log home">
    ${view ? html`<${Blocks} blocks=${view.blocks} names=${names} press=${press} />` : html`<p class="b-context">Opening…</p>`}
  </div>`;
}
