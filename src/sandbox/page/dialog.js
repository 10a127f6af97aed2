import { html, useEffect, useRef, useState } from '/vendor/preact.mjs';
import { Blocks, plainText } from './blocks.js';
import { post } from './client.js';

/** What was typed, as Slack sends it: by block and action. */
function valuesIn(box) {
  const inputs = [...box.querySelectorAll('input[data-action]')];
  return Object.fromEntries(
    inputs.map(({ dataset: { block, action, type }, value }) => [block, { [action]: { type, value } }]),
  );
}

/** A modal that an app opened for this person. */
export function Dialog({ view, me, names }) {
  const [problem, setProblem] = useState('');
  const box = useRef(null);
  useEffect(() => box.current?.querySelector('.primary, .button')?.focus(), [view.hash]);
  const close = () => post('/page/view-close', { user: me, viewId: view.id });
  const submit = async () => {
    const answer = await post('/page/view-submit', {
      user: me,
      viewId: view.id,
      values: valuesIn(box.current),
    });
    setProblem(
      answer.ok
        ? ''
        : Object.values(answer.errors ?? {}).join(' ') || 'We had some trouble connecting. Try again?',
    );
  };
  return html`<div class="scrim" onClick=${(event) => event.target === event.currentTarget && close()}>
    <div ref=${box} class="dialog" role="dialog" aria-modal="true" aria-label=${plainText(view.title)} onKeyDown=${(event) => event.key === 'Escape' && close()}>
      <header><h2>${plainText(view.title)}</h2><button type="button" class="quiet" aria-label="Close" onClick=${close}>✕</button></header>
      <div class="content"><${Blocks} blocks=${view.blocks} names=${names} press=${() => undefined} /></div>
      ${problem && html`<p class="problem" role="alert">${problem}</p>`}
      <footer>
        <button type="button" class="button" onClick=${close}>${view.close ? plainText(view.close) : 'Close'}</button>
        ${view.submit && html`<button type="button" class="button danger primary" onClick=${submit}>${plainText(view.submit)}</button>`}
      </footer>
    </div>
  </div>`;
}
