import { html, useState } from '/vendor/preact.mjs';
import { formatDate } from './dates.js';
import { EMOJI } from './emoji.js';
import { parse } from './mrkdwn.js';

/** mrkdwn as elements. `names` turns ids into names. */
export function Mrkdwn({ text, names }) {
  return parse(text).map((node) => html`<${Node} node=${node} names=${names} />`);
}

function Node({ node, names }) {
  const children = node.children?.map((child) => html`<${Node} node=${child} names=${names} />`);
  switch (node.type) {
    case 'break':
      return html`<br />`;
    case 'bold':
      return html`<strong>${children}</strong>`;
    case 'italic':
      return html`<em>${children}</em>`;
    case 'strike':
      return html`<s>${children}</s>`;
    case 'quote':
      return html`<blockquote>${children}</blockquote>`;
    case 'code':
      return html`<${Copyable} text=${node.text}><code>${node.text}</code><//>`;
    case 'pre':
      return html`<${Copyable} text=${node.text} block><pre>${node.text}</pre><//>`;
    case 'link':
      return html`<${Link} node=${node} />`;
    case 'user':
      return html`<span class="mention">@${names.user(node.id)}</span>`;
    case 'group':
      return html`<span class="mention">@${names.group(node.id)}</span>`;
    case 'channel':
      return html`<span class="mention">#${node.label || names.channel(node.id)}</span>`;
    case 'special':
      return html`<span class="mention">${node.text}</span>`;
    case 'date':
      return html`<time dateTime=${new Date(node.unix * 1000).toISOString()} title=${node.fallback}
        >${formatDate(node.unix, node.format, navigator.language)}</time
      >`;
    default:
      return node.text;
  }
}

/** A link to a message of this page shows it here. */
function Link({ node }) {
  const here = new RegExp(`^${location.origin}/archives/(\\w+)/p(\\d+)(\\d{6})$`).exec(node.url);
  const show = (event) => {
    if (!here) return;
    event.preventDefault();
    dispatchEvent(
      new CustomEvent('show-message', { detail: { channel: here[1], ts: `${here[2]}.${here[3]}` } }),
    );
  };
  return html`<a href=${node.url} target="_blank" rel="noopener noreferrer" onClick=${show}>${node.text}</a>`;
}

function Copyable({ text, block, children }) {
  const [copied, setCopied] = useState(false);
  const copy = async () => {
    await navigator.clipboard?.writeText(text).catch(() => undefined);
    setCopied(true);
    setTimeout(() => setCopied(false), 1200);
  };
  return html`<span class=${block ? 'copyable block' : 'copyable'}
    >${children}<button class="copy" type="button" onClick=${copy} aria-label="Copy">${copied ? '✓' : 'Copy'}</button></span
  >`;
}

export const plainText = ({ text }) => text.replace(/:([a-z\d_+-]+):/g, (all, name) => EMOJI[name] ?? all);
