import { html, useEffect, useRef, useState } from '/vendor/preact.mjs';
import { Blocks, plainText } from './blocks.js';
import { post } from './client.js';

/** What was typed, as Slack sends it: by block and action. */
function valuesIn(box) {
  const inputs = [...box.querySelectorAll('[data-action]')];
  return Object.fromEntries(
    inputs.map(({ dataset: { block, action, type }, value }) => [block, { [action]: { type, value } }]),
  );
}

/** Everything typed, for the panel: it may be a message to the customer. */
const textsIn = (values) =>
  Object.values(values)
    .flatMap((block) => Object.values(block).map(({ value }) => value))
    .join('\n');

/** A modal that an app opened for this person. */
export function Dialog({ view, me, names }) {
  const [problem, setProblem] = useState('');
  const box = useRef(null);
  useEffect(() => box.current?.querySelector('.primary, .button')?.focus(), [view.hash]);
  const close = () => post('/page/view-close', { user: me, viewId: view.id });
  const press = (blockId, { action_id: actionId, value }) =>
    post('/page/view-action', {
      user: me,
      viewId: view.id,
      blockId,
      actionId,
      value,
      values: valuesIn(box.current),
    });
  const submit = async () => {
    const values = valuesIn(box.current);
    const answer = await post('/page/view-submit', { user: me, viewId: view.id, values });
    if (answer.ok) dispatchEvent(new CustomEvent('text-submitted', { detail: textsIn(values) }));
    setProblem(
      answer.ok
        ? ''
        : Object.values(answer.errors ?? {}).join(' ') || 'We had some trouble connecting. Try again?',
    );
  };
  return html`<div class="scrim" onClick=${(event) => event.target === event.currentTarget && close()}>
    <div ref=${box} class="dialog" role="dialog" aria-modal="true" aria-label=${plainText(view.title)} onKeyDown=${(event) => event.key === 'Escape' && close()}>
      <header><h2>${plainText(view.title)}</h2><button type="button" class="quiet" aria-label="Close" onClick=${close}>✕</button></header>
      <div class="content"><${Blocks} blocks=${view.blocks} names=${names} press=${press} /></div>
      ${problem && html`<p class="problem" role="alert">${problem}</p>`}
      <footer>
        <button type="button" class="button" onClick=${close}>${view.close ? plainText(view.close) : 'Close'}</button>
        ${view.submit && html`<button type="button" class="button danger primary" onClick=${submit}>${plainText(view.submit)}</button>`}
      </footer>
    </div>
  </div>`;
}
