import { html } from '/vendor/preact.mjs';
import { Input } from './inputs.js';
import { Mrkdwn, plainText } from './text.js';

/** Block Kit as elements. `press(blockId, element)` is called for a button. */
export function Blocks({ blocks, names, press, context, problems = {} }) {
  return blocks.map(
    (block) =>
      html`<${Block} key=${block.block_id} block=${block} names=${names} press=${press} context=${context} problem=${problems[block.block_id]} />`,
  );
}

function Block({ block, names, press, context, problem }) {
  switch (block.type) {
    case 'header':
      return html`<h3 class="b-header">${plainText(block.text)}</h3>`;
    case 'divider':
      return html`<hr />`;
    case 'section':
      return html`<div class="b-section">
        ${block.text && html`<div><${Text} text=${block.text} names=${names} /></div>`}
        ${
          block.fields &&
          html`<div class="b-fields">${block.fields.map((field) => html`<div><${Text} text=${field} names=${names} /></div>`)}</div>`
        }
        ${block.accessory && html`<${Element} element=${block.accessory} press=${(element, option) => press(block.block_id, element, option)} />`}
      </div>`;
    case 'context':
      return html`<div class="b-context">
        ${block.elements.map((element) => html`<span><${Text} text=${element} names=${names} /></span>`)}
      </div>`;
    case 'actions':
      return html`<div class="b-actions">
        ${block.elements.map(
          (element) =>
            html`<${Element} key=${element.action_id} element=${element} press=${(pressed, option) => press(block.block_id, pressed, option)} />`,
        )}
      </div>`;
    case 'input':
      return html`<${Input} block=${block} context=${context} problem=${problem} />`;
    default:
      return html`<div class="b-context">[${block.type}]</div>`;
  }
}

function Text({ text, names }) {
  if (text.type === 'mrkdwn') return html`<${Mrkdwn} text=${text.text} names=${names} />`;
  return text.type === 'image' ? text.alt_text : plainText(text);
}

/** The menu behind three dots; it closes once something was chosen. */
function Overflow({ element, press }) {
  const choose = (event, option) => {
    event.currentTarget.closest('details').open = false;
    press(element, option);
  };
  return html`<details class="b-overflow">
    <summary class="button" aria-label="More actions">⋯</summary>
    <div class="menu">
      ${element.options.map(
        (option) =>
          html`<button type="button" key=${option.value} onClick=${(event) => choose(event, option)}>${plainText(option.text)}</button>`,
      )}
    </div>
  </details>`;
}

/** A menu; choosing from it tells the app at once. */
function Select({ element, press }) {
  const chosen = element.initial_option?.value;
  return html`<select onChange=${(event) => press(element, element.options[event.currentTarget.selectedIndex])}>
    ${element.options.map(
      (option) =>
        html`<option key=${option.value} selected=${option.value === chosen}>${plainText(option.text)}</option>`,
    )}
  </select>`;
}

function Element({ element, press }) {
  if (element.type === 'static_select') return html`<${Select} element=${element} press=${press} />`;
  if (element.type === 'overflow') return html`<${Overflow} element=${element} press=${press} />`;
  if (element.type !== 'button') return html`<span class="b-context">[${element.type}]</span>`;
  const label = plainText(element.text);
  const { confirm } = element;
  const ask = () =>
    (!confirm || window.confirm(`${plainText(confirm.title)}\n\n${plainText(confirm.text)}`)) &&
    press(element);
  const style = `button ${element.style ?? ''}`;
  if (!element.url) return html`<button type="button" class=${style} onClick=${ask}>${label}</button>`;
  const isWeb = /^https?:\/\//.test(element.url);
  return html`<a class=${style} href=${isWeb ? element.url : '#'} target="_blank" rel="noopener noreferrer" onClick=${() => press(element)}
    >${label} ↗</a
  >`;
}
