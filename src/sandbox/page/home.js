import { html, useEffect } from '/vendor/preact.mjs';
import { Blocks } from './blocks.js';
import { post, pressIn } from './client.js';

/** The app's Home tab, requested each time somebody opens it. */
export function Home({ view, me, names }) {
  useEffect(() => void post('/page/home', { user: me }), [me]);
  const press = (blockId, element, selectedOption) => pressIn(view, me, blockId, element, selectedOption);
  return html`<div class="log home">
    ${view ? html`<${Blocks} blocks=${view.blocks} names=${names} press=${press} />` : html`<p class="b-context">Opening…</p>`}
  </div>`;
}
