/** The entities that WordPress's own escaping and its translations put into titles and messages. */
const NAMED: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  ndash: '–',
  mdash: '—',
  hellip: '…',
  lsquo: '‘',
  rsquo: '’',
  ldquo: '“',
  rdquo: '”',
  lsaquo: '‹',
  rsaquo: '›',
  laquo: '«',
  raquo: '»',
};
const ENTITY = /&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]{2,6}));/gi;
const MAX_CODE_POINT = 0x10ffff;
/** Half a character, which Slack refuses. */
const isSurrogate = (point: number): boolean => point >= 0xd800 && point <= 0xdfff;

/** HTML as a person reads it: without tags, its entities as characters, on one line. */
export const htmlText = (html: string): string =>
  html
    .replaceAll(/<[^>]{0,300}>/g, ' ')
    .replaceAll(ENTITY, (entity, decimal?: string, hex?: string, name = '') => {
      const point = decimal ? Number(decimal) : hex ? Number.parseInt(hex, 16) : 0;
      if (point > 0 && point <= MAX_CODE_POINT && !isSurrogate(point)) return String.fromCodePoint(point);
      return NAMED[name.toLowerCase()] ?? entity;
    })
    .replaceAll(/\s+/g, ' ')
    .trim();
