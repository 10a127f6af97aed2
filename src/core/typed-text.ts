import { parse } from 'tldts';

/** Cleans what people type, paste or dictate. Pure: a decorated word means the same as a plain one. */

/** Texts are cleaned in pieces, because looking for pairs of marks takes long in a long one. */
const MAX_PIECE = 2_000;
/** Up to a space; in a list without spaces, up to a separator. */
const PIECE = /\S.{0,1999}(?=\s|$)|\S.{0,1998}[,;|，；、]|\S+/gs;

/** Slack's link, `<url>` or `<url|label>`; glued to letters on either side it is part of something else. */
const SLACK_LINK = /(?<![\p{L}\p{N}-])<((?:https?:|mailto:)[^|<>]*)(?:\|([^<>]*))?>(?![\p{L}\p{N}-])/giu;
const MARKDOWN_LINK = /!?\[[^[\]]*\]\(\s*<?([^()<>\s]+)>?(?:\s[^()]*)?\)/g;
/** Keeps joiners: some scripts need them inside a word. */
const INVISIBLE = /(?!\u200c|\u200d|\u3164|\uffa0)\p{Default_Ignorable_Code_Point}/gu;
const LATIN_JOINERS =
  /(?<=[\p{Script=Latin}\p{N}.])[\u200c\u200d]+|(?<![\u200c\u200d])[\u200c\u200d]+(?=[\p{Script=Latin}\p{N}.])/gu;
/** Spaces that JavaScript doesn't count as such, and control characters that it does. */
const ODD_SPACES = /[\t-\r\u0085\u2800\u3164\uffa0]/g;
const DOT_WORD = '(?:\\.|dot|d0t|punkt|punto|ponto|point|punct)';
const DEFANGED_DOT = new RegExp(
  [
    `(?<!\\s)\\s*[[({<]{1,2}\\s*${DOT_WORD}\\s*[\\])}>]{1,2}\\s*`,
    '(?<=[\\p{L}\\p{N}])(?:[[({\\\\]\\.|\\.[\\])}])(?=[\\p{L}\\p{N}])',
  ].join('|'),
  'giu',
);
const DEFANGED_SCHEME = /(?<![a-z\d])\[?h(?:xx|tt|\*\*|__)p(?:(s)|\[(s)\])?\]?(?=\[?[:/\\])/gi;
const DEFANGED_COLON = /(?<=^|\s|https?)\[?:\]?[/\\]{1,2}\]?/g;
const EDGE = '\\p{Ps}\\p{Pe}\\p{Pi}\\p{Pf}<>"\'`´′″‵＂＇,;!?…|，；！？、｜¡¿•‣▪\\p{Cc}\\ufff9-\\ufffc';
/** An arrow or tick before a name is a bullet; an emoji may be part of it, and a minus sign is one of an option's dashes. */
const BULLET = '(?!\\p{Extended_Pictographic}|\u2212)\\p{S}(?=[\\p{L}\\p{N}\\p{S}])';
const LEADING_MARKS = new RegExp(`^(?:[${EDGE}]|${BULLET})+`, 'u');
const TAIL = new RegExp(`(?<![${EDGE}.:。．｡：])[${EDGE}.:。．｡：]+$`, 'u');
const JOINERS_AT_EDGES = /^[\u200c\u200d]+|(?<![\u200c\u200d])[\u200c\u200d]+$/g;
/** Mentions keep their brackets: Slack writes ids that way. */
const MENTION = /^<[@#!][^<>]*>$/;
const EMOJI_NAME = /^:[\w+'-]+:$/;
/** A bullet, arrow or dash between words. */
const NOTHING_BUT_MARKS = /^[\p{P}\p{S}]+$/u;
const DASHES = /[\u2010-\u2015\u2212\ufe58\ufe63\uff0d]/g;
/** Phones turn two hyphens into a dash: before an option, and in an A-label. */
const OPTION = /^[-\u2010-\u2015\u2212\ufe58\ufe63\uff0d]+(?=[a-z]+(?:=|$))/i;
const A_LABEL = /(?<=^|[./])(xn)[\u2012-\u2015]/gi;

/** `2.` or `2)` before an address is the number of a line; behind an option it is the option's value. */
const LINE_NUMBER = /(?=\(?\d)(?<!-\p{L}+\s+)(?<=^|\s)\(?\d{1,3}[.)](?=\s+[^\s.]+\.[^\s.])/gu;
/** A quoted value of an option is one word. */
const QUOTED_OPTION =
  /([-\u2010-\u2015\u2212]\p{L}+(?:\s*=\s*|\s+))(?:["“”„«]([^"“”„«»]*)["“”»]|['‘]([^'‘’]*)['’])(?=\s|$)/gu;
/** Stands for a space within a word; typed ones become spaces first. */
const INNER_SPACE = '\v';
/** `shop.example.com’s` */
const POSSESSIVE = /(?<=\.\p{L}+)['’`´]s$/iu;

/** The words of a command, in order, each cleaned. */
export const typedWords = (text: string): string[] =>
  (text.match(PIECE) ?? []).flatMap((piece) => pieceWords(piece.slice(0, MAX_PIECE)));

/** The words of a command as they can be typed: an option's value with spaces is in quotes. */
export const typedAgain = (words: readonly string[]): string =>
  words.map((word) => word.replace(/^(--[a-z]+=)?(.*\s.*)$/s, '$1"$2"')).join(' ');

function pieceWords(piece: string): readonly string[] {
  const words = piece.split(' ');
  // As most of a long list: cleaning would change nothing, and takes milliseconds for 500.
  return words.every(isPlainName) ? words : cleanedWords(piece);
}

const cleanedWords = (piece: string): readonly string[] =>
  withoutMarks(withoutLinks(piece))
    .replace(LINE_NUMBER, '')
    .replace(QUOTED_OPTION, (_, option: string, one = '', other = '') =>
      option.concat(`${one}${other}`.trim().replace(/\s+/g, INNER_SPACE)),
    )
    .split(/[^\S\v]+/)
    .flatMap(separate)
    .filter((word) => !EMOJI_NAME.test(word))
    .map((word) => cleanEdges(word).replaceAll(INNER_SPACE, ' '))
    .filter((word) => word !== '' && !NOTHING_BUT_MARKS.test(word));

/** Lower-case ASCII: clean already, and as a hostname the same text, or none. */
const PLAIN = /^[a-z0-9]([a-z0-9.-]*[a-z0-9])?$/;
export const isPlainName = (text: string): boolean => PLAIN.test(text);

/** One word or address, cleaned like the words of a command. */
export const cleanWord = (text: string): string =>
  isPlainName(text) ? text : cleanEdges(withoutMarks(withoutLinks(text)).trim());

/** Resolves entities, Slack and Markdown links, invisible characters and defanged addresses. */
function withoutLinks(text: string): string {
  return text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
    .replace(ODD_SPACES, ' ')
    .replace(INVISIBLE, '')
    .replace(LATIN_JOINERS, '')
    .normalize('NFC')
    .replace(SLACK_LINK, linked)
    .replace(DEFANGED_DOT, '.')
    .replace(DEFANGED_SCHEME, (_, one = '', other = '') => `http${one}${other}`)
    .replace(DEFANGED_COLON, '://')
    .replace(MARKDOWN_LINK, '$1');
}

/** What was typed, where Slack made the link; otherwise the link's address, without a second scheme behind one. */
function linked(link: string, url: string, label: string | undefined, offset: number, whole: string): string {
  const isSlacks = label !== undefined && /^(?:https?:\/\/|mailto:)/i.test(url) && url.endsWith(label);
  const isOwnName = isSlacks && url.replace(/^(?:https?:\/\/|mailto:)/i, '') === label;
  const isGlued = /[./]$/.test(whole.slice(0, offset));
  const address = isOwnName ? label : url.replace(isGlued ? /^(?:mailto:|https?:\/*)/i : /^mailto:/i, '');
  return whole[offset + link.length] === '<' ? `${address} ` : address;
}

const MARK_PAIRS = ['```', '`', '*', '_', '~', '*', '_', '~'].map((mark) => ({ mark, pair: pairOf(mark) }));

function pairOf(mark: string): RegExp {
  const edge = `\\s${EDGE}*_~:.=`;
  const quoted = mark.replaceAll('*', '\\*');
  // A wildcard's star is not a mark.
  const wildcard = mark === '*' ? '(?!\\.[^\\s])' : '';
  return new RegExp(
    `(?<=^|[${edge}])${quoted}(?=\\S)${wildcard}(.+?)(?<=\\S)${quoted}${wildcard}(?=$|[${edge}])`,
    'gsu',
  );
}

/**
 * Bold, italic, strike and code marks come in pairs; a single mark, as in `*.example.com` or `_dmarc`, is
 * part of the name.
 */
const withoutMarks = (text: string): string =>
  MARK_PAIRS.reduce((rest, { mark, pair }) => (rest.includes(mark) ? rest.replace(pair, '$1') : rest), text);

/** Lists have commas or bullets between their entries; Catalan has a dot between two l, as in `col·lecció.cat`. */
const PLAIN_SEPARATOR = '[,;|&+，；、•‣⁃]|(?<![lL])·|·(?![lL])';
/** Arrows, shapes and ticks: lists have them, too, but so do names, as `i❤.ws`. */
const SYMBOL = '[\\u2190-\\u21ff\\u25a0-\\u25ff\\u2611\\u2705\\u2713\\u2714\\u2794-\\u27be\\u2b05-\\u2b0d]';
const BETWEEN_ENTRIES = `(?:${PLAIN_SEPARATOR}|${SYMBOL})`;
/** Addresses may follow each other without a space: `https://a.com/,https://b.com/`. */
const NEXT_ADDRESS = new RegExp(`(?<!${BETWEEN_ENTRIES})${BETWEEN_ENTRIES}+(?=https?://)(?<![?#=].*)`, 'i');
const BETWEEN_HOSTNAMES = new RegExp(`${BETWEEN_ENTRIES}+`);
const HAS_SYMBOL = new RegExp(SYMBOL);
/** The others may be part of an e-mail address. */
const BETWEEN_EMAILS = /[,;，；、]+/;
const HOSTNAME_ALONE = /^[^/?#=]+\.[^/?#=]+\/?$/;

/** `a.com,b.com` is two hostnames; `shop,example.com` is one with a typo. */
const separate = (word: string): string[] =>
  word.split(NEXT_ADDRESS).flatMap((address) => {
    const between = address.includes('@') ? BETWEEN_EMAILS : BETWEEN_HOSTNAMES;
    const parts = address.split(between).filter((part) => part !== '');
    const isEntry = HAS_SYMBOL.test(address) ? isPublicName : isNameAlone;
    return parts.every(isEntry) ? parts : [address];
  });

const isNameAlone = (text: string): boolean => HOSTNAME_ALONE.test(text);

/** With a public suffix; of `www.buy✔now.ws`, the part `www.buy` is only the beginning. */
function isPublicName(text: string): boolean {
  const { isIcann, domain } = parse(text);
  return isNameAlone(text) && isIcann === true && domain !== null && !domain.startsWith('www.');
}

/** Strips quotes, brackets and punctuation around a word and an option's value. */
function cleanEdges(word: string): string {
  if (isPlainName(word) || MENTION.test(word)) return word;
  const bare = trimmed(word).replace(OPTION, '--');
  const [, option = '', value = ''] = /^(--[a-z]+=)(.*)$/is.exec(bare) ?? [];
  return option === '' ? plainDashes(bare) : `${option}${plainDashes(trimmed(value))}`;
}

const trimmed = (word: string): string =>
  word.replace(JOINERS_AT_EDGES, '').replace(LEADING_MARKS, '').replace(TAIL, '').replace(POSSESSIVE, '');

const plainDashes = (word: string): string => word.replace(A_LABEL, '$1--').replace(DASHES, '-');

/**
 * Mentions as they were typed: Slack hands them on as `<@U…|bob>`, `<#C…|ops>`, `<!here>` or `<!subteam^S…|@ops>`. Without a
 * name, the ID alone can be typed.
 */
export const plainMentions = (text: string): string =>
  text.replace(/<([@#!])([^|<>]*)(?:\|([^<>]*))?>/g, (_, sign: string, id: string, label = '') => {
    if (label === '' && sign !== '!') return id;
    return `${sign === '#' ? '#' : '@'}${(label || id).replace(/^[@#]/, '')}`;
  });

/** A sentence as it was typed: Slack's links and mentions by their labels, its entities as characters. */
export const plainSentence = (text: string): string =>
  plainMentions(text)
    .replace(/<((?:https?|mailto):[^|<>]*)(?:\|([^<>]*))?>/g, (_, url: string, label = '') => label || url)
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
    .trim();
