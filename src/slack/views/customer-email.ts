/** A URL with an inserted subject and text (RFC 6068). */
export const mailtoUrl = (subject: string, text: string): string =>
  `mailto:?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(text.replaceAll(/\r?\n/g, '\r\n'))}`;

/** The message as a page of its own, to be pasted into an email program. Everything in it is escaped. */
export function emailHtml(subject: string, text: string): string {
  const paragraphs = text
    .replaceAll('\r\n', '\n')
    .split(/\n{2,}/)
    .map(paragraphHtml);
  return [
    '<!doctype html>',
    '<meta charset="utf-8">',
    `<title>${escapedHtml(subject)}</title>`,
    '<div style="font-family: Arial, Helvetica, sans-serif; font-size: 14px; line-height: 1.5">',
    ...paragraphs,
    '</div>',
    '',
  ].join('\n');
}

export const escapedHtml = (text: string): string =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');

const NUMBERED = /^\d{1,3}\. /;

function paragraphHtml(paragraph: string): string {
  const lines = paragraph.split('\n');
  if (lines.every((line) => NUMBERED.test(line)))
    return `<ol>${lines.map((line) => `<li>${withLinks(line.replace(NUMBERED, ''))}</li>`).join('')}</ol>`;
  return `<p>${lines.map((line) => withLinks(line.trim())).join('<br>')}</p>`;
}

/** Links only to HTTPS; punctuation after a URL isn't part of it. */
const URL_IN_TEXT = /https:\/\/[^\s<>"'`\\]+[^\s<>"'`\\.,;:!?)]/g;

function withLinks(text: string): string {
  let html = '';
  let last = 0;
  for (const { 0: url, index } of text.matchAll(URL_IN_TEXT)) {
    html += `${escapedHtml(text.slice(last, index))}<a href="${escapedHtml(url)}">${escapedHtml(url)}</a>`;
    last = index + url.length;
  }
  return html + escapedHtml(text.slice(last));
}
