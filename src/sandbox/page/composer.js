import { html, useRef, useState } from '/vendor/preact.mjs';
import { post } from './client.js';

const SUGGESTIONS = ['map ', 'unmap ', 'status ', 'list', 'check ', 'help'];

/** Where one types; `/` shows what there is. */
export function Composer({ channel, me, commands, threadTs }) {
  const [text, setText] = useState('');
  const [sent, setSent] = useState([]);
  const [back, setBack] = useState(0);
  const field = useRef(null);

  const send = async () => {
    const typed = text.trim();
    if (typed === '') return;
    setText('');
    setSent([typed, ...sent].slice(0, 50));
    setBack(0);
    if (typed.startsWith('/'))
      await post('/page/command', { user: me, channel: channel.id, text: typed, threadTs });
    else await post('/page/message', { user: me, channel: channel.id, text: typed, threadTs });
  };
  const recall = (step) => {
    const next = Math.min(Math.max(back + step, 0), sent.length);
    setBack(next);
    setText(sent[next - 1] ?? '');
  };
  const key = (event) => {
    if (event.key === 'Enter' && !event.shiftKey) {
      event.preventDefault();
      send();
    } else if (event.key === 'ArrowUp' && (text === '' || back > 0)) recall(1);
    else if (event.key === 'ArrowDown' && back > 0) recall(-1);
  };
  const take = (value) => {
    setText(value);
    field.current?.focus();
  };

  const hints = text.startsWith('/') && !threadTs ? hintsFor(text, commands) : [];
  return html`<div class="composer">
    ${
      hints.length > 0 &&
      html`<ul class="hints" aria-label="Commands">
      ${hints.map(
        ({ value, note }) =>
          html`<li><button type="button" onClick=${() => take(value)}><code>${value}</code> <span>${note}</span></button></li>`,
      )}
    </ul>`
    }
    <textarea
      ref=${field}
      rows="1"
      aria-label=${`Message #${channel.name}`}
      placeholder=${threadTs ? 'Reply…' : `Message #${channel.name}   –   try /domain map shop.example.com`}
      value=${text}
      disabled=${channel.isArchived}
      onInput=${(event) => setText(event.target.value)}
      onKeyDown=${key}
    ></textarea>
    <button type="button" class="button primary" onClick=${send} disabled=${text.trim() === ''}>Send</button>
  </div>`;
}

function hintsFor(text, commands) {
  const [command] = commands;
  const typed = text.toLowerCase();
  if (!command || !`${command.command} `.startsWith(typed.slice(0, command.command.length + 1))) return [];
  const whole = SUGGESTIONS.map((word) => ({ value: `${command.command} ${word}`, note: '' }));
  const fitting = whole.filter(({ value }) => value.startsWith(typed) && value.trim() !== typed.trim());
  return typed.length <= command.command.length
    ? [{ value: `${command.command} `, note: command.description }, ...fitting]
    : fitting;
}
