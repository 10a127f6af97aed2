import { html, useRef, useState } from '/vendor/preact.mjs';
import { post } from './client.js';
import { hintsFor, usageFor } from './hints.js';

/** The message field; `/` shows the commands, Tab takes the marked hint. */
export function Composer({ channel, title, me, command, known, threadTs }) {
  const [text, setText] = useState('');
  const [sent, setSent] = useState([]);
  const [back, setBack] = useState(0);
  const [marked, setMarked] = useState(0);
  const [isQuiet, setQuiet] = useState(false);
  const field = useRef(null);

  const write = (next) => {
    setText(next);
    setMarked(0);
    setQuiet(false);
  };
  const send = async () => {
    const typed = text.trim();
    if (typed === '') return;
    write('');
    setSent([typed, ...sent].slice(0, 50));
    setBack(0);
    const path = typed.startsWith('/') ? '/page/command' : '/page/message';
    await post(path, { user: me, channel: channel.id, text: typed, threadTs });
  };
  const recall = (step) => {
    const next = Math.min(Math.max(back + step, 0), sent.length);
    setBack(next);
    write(sent[next - 1] ?? '');
  };
  const take = (value) => {
    write(value);
    field.current?.focus();
  };
  const isHinted = !threadTs && !isQuiet && text.startsWith('/');
  const hints = isHinted ? hintsFor(text, command, known) : [];
  const usage = isHinted ? usageFor(text, command) : undefined;
  const choose = (step) => setMarked((marked + step + hints.length) % hints.length);
  const key = (event) => {
    const { key: pressed, shiftKey } = event;
    if (pressed === 'Enter' && !shiftKey) send();
    else if (pressed === 'Tab' && !shiftKey && hints.length > 0) take(hints[marked].value);
    else if (pressed === 'Escape' && (hints.length > 0 || usage)) setQuiet(true);
    else if (pressed === 'ArrowUp' && (text === '' || back > 0)) recall(1);
    else if (pressed === 'ArrowDown' && back > 0) recall(-1);
    else if (pressed === 'ArrowUp' && hints.length > 0) choose(-1);
    else if (pressed === 'ArrowDown' && hints.length > 0) choose(1);
    else return;
    event.preventDefault();
  };

  const attach = async ({ target }) => {
    const [picked] = target.files;
    if (picked)
      await post('/page/upload', {
        user: me,
        channel: channel.id,
        name: picked.name,
        text: await picked.text(),
      });
    target.value = '';
  };

  return html`<div class="composer">
    ${!channel.isArchived && html`<label class="attach" title="Share a file"><span aria-hidden="true">+</span><input class="attach-field" type="file" accept=".csv,.txt" aria-label="Share a file" onChange=${attach} /></label>`}
    ${(hints.length > 0 || usage) && html`<${Hints} usage=${usage} hints=${hints} marked=${marked} take=${take} />`}
    <textarea
      ref=${field}
      rows="1"
      aria-label=${`Message ${title}`}
      placeholder=${placeholderOf(channel, title, threadTs)}
      value=${text}
      disabled=${channel.isArchived}
      onInput=${(event) => write(event.target.value)}
      onKeyDown=${key}
    ></textarea>
    <button type="button" class="button primary" onClick=${send} disabled=${text.trim() === ''}>Send</button>
  </div>`;
}

function Hints({ usage, hints, marked, take }) {
  const show = (item) => item?.scrollIntoView({ block: 'nearest' });
  return html`<div class="hints">
    ${usage && html`<div class="hint-usage"><code>${usage.usage}</code> <span>${usage.note}</span></div>`}
    ${
      hints.length > 0 &&
      html`<ul aria-label="Commands">
      ${hints.map(
        ({ value, usage, note }, index) =>
          html`<li key=${usage} ref=${index === marked ? show : undefined}><button type="button" class=${index === marked ? 'marked' : ''} onClick=${() => take(value)}><code>${usage}</code> <span>${note}</span></button></li>`,
      )}
    </ul>`
    }
    <p>${hints.length > 0 && html`<kbd>Tab</kbd> takes it <kbd>↑</kbd><kbd>↓</kbd> choose `}<kbd>Esc</kbd> closes</p>
  </div>`;
}

function placeholderOf(channel, title, threadTs) {
  if (channel.isArchived) return 'This channel is archived: nobody can write here.';
  return threadTs ? 'Reply…' : `Message ${title}`;
}
