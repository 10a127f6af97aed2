import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { emailHtml, mailtoUrl } from '../../../src/slack/views/customer-email.js';

describe('the message as HTML', () => {
  it('has paragraphs, a numbered list and links', () => {
    const html = emailHtml('Your domain', 'Hi,\n\nopen https://a.example/x?a=1&b=2.\n\n1. Delete\n2. Add');
    expect(html).toContain('<p>Hi,</p>');
    expect(html).toContain('<a href="https://a.example/x?a=1&amp;b=2">https://a.example/x?a=1&amp;b=2</a>.');
    expect(html).toContain('<ol><li>Delete</li><li>Add</li></ol>');
  });

  it('gives no text any power, and loses none of it', () => {
    const piece = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.constantFrom(
        '<script>',
        '"',
        "'",
        '&amp;',
        'https://x.example/"><img src=x>',
        'javascript:alert(1)',
        '\n\n',
        '1. ',
      ),
    );
    fc.assert(
      fc.property(fc.array(piece), fc.string(), (pieces, subject) => {
        const html = emailHtml(subject, pieces.join(''));
        const tags = [...html.matchAll(/<([^>]*)>/g)].map(([, tag]) => tag);
        for (const tag of tags)
          expect(tag).toMatch(
            /^(?:!doctype html|meta charset="utf-8"|\/?title|div style="[^"]*"|\/div|\/?p|br|\/?ol|\/?li|a href="https:\/\/[^"<>]*"|\/a)$/,
          );
      }),
    );
  });
});

it('a mailto link brings subject and text back unchanged', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (subject, text) => {
      const url = mailtoUrl(subject, text);
      expect(url).toMatch(/^mailto:\?subject=[^&=]*&body=[^&=]*$/);
      const [, given = '', body = ''] = /subject=([^&]*)&body=(.*)$/.exec(url) ?? [];
      expect(decodeURIComponent(given)).toBe(subject);
      expect(decodeURIComponent(body).replaceAll('\r\n', '\n')).toBe(text.replaceAll('\r\n', '\n'));
    }),
  );
});
