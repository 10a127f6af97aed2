import { expect, it } from 'vitest';
import { htmlText } from '../../src/util/html-text.js';

it.each([
  // As WordPress 6.1 with Ultimate Multisite sends a site's title.
  ['Rosa&#039;s Bakery &amp; Café &quot;ünï&quot; 🥐', 'Rosa\'s Bakery & Café "ünï" 🥐'],
  ['WordPress &rsaquo; Error', 'WordPress › Error'],
  ['L&#8217;atelier &#x2014; Paris', 'L’atelier — Paris'],
  ['<strong>Error</strong>: not\n found', 'Error : not found'],
  // Resolved once: it was typed like this.
  ['&amp;lt;b&amp;gt;', '&lt;b&gt;'],
  ['&#55357; Shop &#xDE00;', '&#55357; Shop &#xDE00;'],
  ['a &unknown; b & c &#0; &#9999999;', 'a &unknown; b & c &#0; &#9999999;'],
])('%s reads %s', (html, text) => {
  expect(htmlText(html)).toBe(text);
});

it.each(['&', '<', '&#', '&amp', ' ', '< '])('%j again and again takes no long time', (piece) => {
  const before = process.cpuUsage();
  htmlText(piece.repeat(40_000 / piece.length));
  expect(process.cpuUsage(before).user / 1_000).toBeLessThan(300);
});
