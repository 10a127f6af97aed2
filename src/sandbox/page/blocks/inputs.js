import { html, useState } from '/vendor/preact.mjs';
import { post } from '../client.js';
import { plainText } from './text.js';

/** A labelled field of a dialog. What is in it stays in the page until `valuesIn` reads it. */
export function Input({ block, context, problem }) {
  const { label, hint, optional } = block;
  // A label around several boxes would press the first of them.
  const tag = CHOICES[block.element.type] ? 'fieldset' : 'label';
  return html`<${tag} class=${block.element.multiline ? 'b-input long' : 'b-input'}>
    <span>${plainText(label)}${optional && html` <small>(optional)</small>`}</span>
    <${Field} block=${block} context=${context} />
    ${problem && html`<span class="problem" role="alert">${problem}</span>`}
    ${hint && html`<small class="b-context">${plainText(hint)}</small>`}
  </${tag}>`;
}

const CHOICES = { radio_buttons: 'radio', checkboxes: 'checkbox' };

/** Checkboxes or radio buttons. */
function Choices({ element, data }) {
  const initial = element.initial_options ?? [element.initial_option ?? {}];
  return html`<div class="b-choices" ...${data}>${element.options.map(
    (option) => html`<label key=${option.value} class="b-choice">
      <input type=${CHOICES[element.type]} name=${element.action_id} data-json=${JSON.stringify(option)} defaultChecked=${initial.some(({ value }) => value === option.value)} />
      <span>${plainText(option.text)}${option.description && html`<small class="b-context">${plainText(option.description)}</small>`}</span>
    </label>`,
  )}</div>`;
}

function Field({ block, context }) {
  const { element } = block;
  const data = {
    'data-block': block.block_id,
    'data-action': element.action_id,
    'data-type': element.type,
  };
  switch (element.type) {
    case 'static_select':
      return html`<select ...${data}>
        ${!element.initial_option && html`<option value="">Choose…</option>`}
        ${element.options.map(
          (option) =>
            html`<option data-json=${JSON.stringify(option)} selected=${element.initial_option?.value === option.value}>${plainText(option.text)}</option>`,
        )}
      </select>`;
    case 'conversations_select':
      return html`<select ...${data}>
        <option value="">Choose…</option>
        ${context.channels.map(
          ({ id, name }) =>
            html`<option value=${id} selected=${id === (element.initial_conversation ?? context.channel)}># ${name}</option>`,
        )}
      </select>`;
    case 'users_select':
      return html`<select ...${data}>
        <option value="">Choose…</option>
        ${context.users.map(
          ({ id, name }) =>
            html`<option value=${id} selected=${id === element.initial_user}>${name}</option>`,
        )}
      </select>`;
    case 'radio_buttons':
    case 'checkboxes':
      return html`<${Choices} element=${element} data=${data} />`;
    case 'external_select':
      return html`<${LookUp} element=${element} data=${data} context=${context} />`;
    case 'file_input':
      return html`<${File} element=${element} data=${data} context=${context} />`;
    default:
      return element.multiline
        ? html`<textarea ...${data} rows=${(element.initial_value ?? '').length > 300 ? 14 : 4} defaultValue=${element.initial_value ?? ''}></textarea>`
        : html`<input ...${data} type=${element.type === 'number_input' ? 'number' : 'text'} min=${element.min_value} max=${element.max_value} defaultValue=${element.initial_value ?? ''} />`;
  }
}

/** Options that the app looks up while somebody types. */
function LookUp({ element, data, context }) {
  const [options, setOptions] = useState([]);
  const [chosen, setChosen] = useState(undefined);
  const search = async (event) => {
    const { value } = event.target;
    setChosen(undefined);
    const asked = {
      user: context.me,
      viewId: context.viewId,
      actionId: element.action_id,
      blockId: data['data-block'],
    };
    const answer = await post('/page/suggestions', { ...asked, value });
    setOptions(answer.options ?? []);
  };
  const choose = (option) => {
    setChosen(option);
    setOptions([]);
  };
  if (chosen)
    return html`<span class="chosen" ...${data} data-json=${JSON.stringify(chosen)}>
      ${plainText(chosen.text)} <button type="button" class="quiet" aria-label="Clear" onClick=${() => setChosen(undefined)}>✕</button>
    </span>`;
  return html`<div ...${data}>
    <input type="text" placeholder=${element.placeholder ? plainText(element.placeholder) : ''} onInput=${search} onFocus=${search} />
    ${
      options.length > 0 &&
      html`<div class="found">${options.map(
        (option) =>
          html`<button type="button" key=${option.value} onClick=${() => choose(option)}>${plainText(option.text)}</button>`,
      )}</div>`
    }
  </div>`;
}

/** The file is uploaded at once, as Slack does it. */
function File({ element, data, context }) {
  const [file, setFile] = useState(undefined);
  const read = async ({ target }) => {
    const [picked] = target.files;
    if (!picked) return setFile(undefined);
    const answer = await post('/page/upload', {
      user: context.me,
      name: picked.name,
      text: await picked.text(),
    });
    setFile(answer.file);
  };
  const types = (element.filetypes ?? []).map((type) => `.${type}`).join(',');
  return html`<input ...${data} type="file" accept=${types} data-json=${file && JSON.stringify(file)} onChange=${read} />`;
}

/** What is in the fields, as Slack sends it: by block and action. */
export function valuesIn(box) {
  const fields = [...box.querySelectorAll('[data-action]')];
  return Object.fromEntries(
    fields.map((field) => [field.dataset.block, { [field.dataset.action]: fieldValue(field) }]),
  );
}

function fieldValue(field) {
  const { type, json } = field.dataset;
  const parsed = json ? JSON.parse(json) : undefined;
  switch (type) {
    case 'static_select': {
      const option = field.selectedOptions[0]?.dataset.json;
      return { type, selected_option: option ? JSON.parse(option) : null };
    }
    case 'radio_buttons':
      return { type, selected_option: tickedIn(field)[0] ?? null };
    case 'checkboxes':
      return { type, selected_options: tickedIn(field) };
    case 'external_select':
      return { type, selected_option: parsed ?? null };
    case 'conversations_select':
      return { type, selected_conversation: field.value || null };
    case 'users_select':
      return { type, selected_user: field.value || null };
    case 'file_input':
      return { type, files: parsed ? [parsed] : [] };
    default:
      return { type, value: field.value === '' ? null : field.value };
  }
}

const tickedIn = (field) =>
  [...field.querySelectorAll('input:checked')].map(({ dataset }) => JSON.parse(dataset.json));

const OPEN = 'details.b-overflow[open]';

/** A click beside an open menu closes it, and so does Escape, which gives the focus back to its button. */
export function closeMenusOutside() {
  addEventListener('click', ({ target }) => {
    for (const menu of document.querySelectorAll(OPEN)) if (!menu.contains(target)) menu.open = false;
  });
  addEventListener('keydown', ({ key }) => {
    if (key !== 'Escape') return;
    for (const menu of document.querySelectorAll(OPEN)) {
      menu.open = false;
      menu.querySelector('summary')?.focus();
    }
  });
}
