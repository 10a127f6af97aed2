import { EMOJI } from './emoji.js';

/**
 * Reads Slack's mrkdwn into nodes: `{type, text | children | url | …}`. Text stays text: nothing here makes markup, and
 * links lead to http(s) and mailto only.
 */
export function parse(source) {
  const nodes = [];
  for (const [index, part] of source.split('```').entries()) {
    if (index % 2 === 1) nodes.push({ type: 'pre', text: plain(part.replace(/^\n|\n$/g, '')) });
    else nodes.push(...parseLines(aroundBlocks(part, index)));
  }
  return nodes;
}

/** A code block is a paragraph of its own: the line breaks beside it add no empty lines. */
const aroundBlocks = (part, index) => (index > 0 ? part.replace(/^\n/, '') : part).replace(/\n$/, '');

function parseLines(text) {
  const nodes = [];
  for (const [index, line] of text.split('\n').entries()) {
    if (index > 0) nodes.push({ type: 'break' });
    const quote = /^(?:&gt;|>)\s?(.*)$/.exec(line);
    if (quote) nodes.push({ type: 'quote', children: parseInline(quote[1]) });
    else nodes.push(...parseInline(line));
  }
  return nodes;
}

const INLINE =
  /`([^`\n]+)`|<([^<>\n]+)>|:([a-z\d_+-]+):|(?<![\w*])\*(?=\S)([^*\n]*[^\s*])\*(?![\w*])|(?<![\w_])_(?=\S)([^_\n]*[^\s_])_(?![\w_])|(?<![\w~])~(?=\S)([^~\n]*[^\s~])~(?![\w~])/g;

function parseInline(text) {
  const nodes = [];
  let last = 0;
  for (const match of text.matchAll(INLINE)) {
    if (match.index > last) nodes.push({ type: 'text', text: plain(text.slice(last, match.index)) });
    nodes.push(inlineNode(match));
    last = match.index + match[0].length;
  }
  if (last < text.length) nodes.push({ type: 'text', text: plain(text.slice(last)) });
  return nodes;
}

function inlineNode([all, code, angle, emoji, bold, italic, strike]) {
  if (code !== undefined) return { type: 'code', text: plain(code) };
  if (angle !== undefined) return angleNode(angle);
  if (emoji !== undefined) return { type: 'text', text: EMOJI[emoji] ?? all };
  if (bold !== undefined) return { type: 'bold', children: parseInline(bold) };
  if (italic !== undefined) return { type: 'italic', children: parseInline(italic) };
  return { type: 'strike', children: parseInline(strike) };
}

function angleNode(inner) {
  const [target, label] = splitOnce(inner, '|');
  const date = /^!date\^(\d+)\^([^^]+)(?:\^(.+))?$/.exec(target);
  if (date) return { type: 'date', unix: Number(date[1]), format: date[2], fallback: plain(label ?? '') };
  if (/^@[UW][A-Z0-9]+$/.test(target)) return { type: 'user', id: target.slice(1) };
  if (/^#C[A-Z0-9]+$/.test(target))
    return { type: 'channel', id: target.slice(1), label: plain(label ?? '') };
  if (/^!subteam\^\w+$/.test(target)) return { type: 'group', id: target.slice(9) };
  if (/^![a-z]+/.test(target)) return { type: 'special', text: `@${plain(label ?? target.slice(1))}` };
  if (/^(https?:\/\/|mailto:)/i.test(target))
    return { type: 'link', url: plain(target), text: plain(label ?? target) };
  return { type: 'text', text: plain(`<${inner}>`) };
}

function splitOnce(text, separator) {
  const at = text.indexOf(separator);
  return at === -1 ? [text, undefined] : [text.slice(0, at), text.slice(at + 1)];
}

const plain = (text) => text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
