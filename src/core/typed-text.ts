/** Cleans what people type, paste or dictate. Pure: a decorated word means the same as a plain one. */

const MAX_TYPED = 2_000;

/**
 * A `<url|label>` link that stands alone, is bold or quoted, follows `*.`, or precedes a path or full stop.
 */
const SLACK_LINK =
  /(?<=^|[\s*_~`"'“”„‟‘’‚‛«»‹›([{,;]|\*\.)<((?:https?:|mailto:)[^|<>]*)(?:\|[^<>]*)?>(?=$|[\s*_~`"'“”„‟‘’‚‛«»‹›)\]},;.!?:/#])/gi;
const MARKDOWN_LINK = /\[[^[\]]*\]\(\s*([^()\s]+)\s*\)/g;
/** Keeps joiners: some scripts need them inside a word. */
const INVISIBLE =
  /[\u00ad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff]|\ufe0e|\ufe0f/g;
const DEFANGED_DOT = /\[(?:\.|dot)\]|\((?:\.|dot)\)|\{(?:\.|dot)\}/gi;
const DEFANGED_SCHEME = /\bhxxp(s?)(?=\[?:)/gi;
const DEFANGED_COLON = /\[:\](?=\/\/)|\[:\/\/\]/g;
const QUOTES = '"\'`“”„‟‘’‚‛«»‹›「」『』';
const LEADING_MARKS = new RegExp(`^[${QUOTES}([{<,;]+`);
const TAIL = new RegExp(`[${QUOTES})\\]}>,;:!?…]+$`);
const JOINERS_AT_EDGES = /^[\u200c\u200d]+|[\u200c\u200d]+$/g;
/** Mentions keep their brackets: Slack writes ids that way. */
const MENTION = /^<[@#!][^<>]*>$/;
const DASHES = /[\u2010-\u2015\u2212\ufe58\ufe63\uff0d]/g;
/** Phones turn two hyphens into a dash: before an option, and in an A-label. */
const OPTION = /^[-\u2010-\u2015\u2212\ufe58\ufe63\uff0d]+(?=[a-z]+(?:=|$))/i;
const A_LABEL = /(?<=^|[./])(xn)[\u2012-\u2015]/gi;

/** The words of a command, in order, each cleaned. */
export function typedWords(text: string): string[] {
  return withoutMarks(withoutLinks(text.slice(0, MAX_TYPED)))
    .split(/\s+/)
    .flatMap(separate)
    .map(cleanEdges)
    .filter((word) => word !== '');
}

/** One word or address, cleaned like the words of a command. */
export const cleanWord = (text: string): string => cleanEdges(withoutMarks(withoutLinks(text)).trim());

/** Resolves entities, Slack and Markdown links, invisible characters and defanged addresses. */
function withoutLinks(text: string): string {
  return text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
    .replace(INVISIBLE, '')
    .normalize('NFC')
    .replace(SLACK_LINK, (_, url: string, offset: number, whole: string) =>
      whole.slice(0, offset).endsWith('*.') ? url.replace(/^https?:\/*/i, '') : url.replace(/^mailto:/i, ''),
    )
    .replace(DEFANGED_DOT, '.')
    .replace(DEFANGED_SCHEME, 'http$1')
    .replace(DEFANGED_COLON, (colon) => (colon === '[:]' ? ':' : '://'))
    .replace(MARKDOWN_LINK, '$1');
}

/**
 * Bold, italic, strike and code marks come in pairs; a single mark, as in `*.example.com` or `_dmarc`, is
 * part of the name.
 */
function withoutMarks(text: string): string {
  const edge = `\\s${QUOTES}*_~()[\\]{}<>,;:.!?=`;
  return ['```', '`', '*', '_', '~', '*', '_', '~'].reduce((rest, mark) => {
    const quoted = mark.replaceAll('*', '\\*');
    // A wildcard's star is not a mark.
    const wildcard = mark === '*' ? '(?!\\.[^\\s])' : '';
    const pair = new RegExp(
      `(?<=^|[${edge}])${quoted}(?=\\S)${wildcard}(.+?)(?<=\\S)${quoted}${wildcard}(?=$|[${edge}])`,
      'gs',
    );
    return rest.replace(pair, '$1');
  }, text);
}

/** `a.com,b.com` is two hostnames; `shop,example.com` is one with a typo. */
function separate(word: string): string[] {
  const parts = word.split(/[,;]+/).filter((part) => part !== '');
  const areHostnames = parts.length > 1 && parts.every((part) => /^[^/?#=]+\.[^/?#=]+$/.test(part));
  return areHostnames ? parts : [word];
}

/** Strips quotes, brackets and punctuation around a word and an option's value. */
function cleanEdges(word: string): string {
  if (MENTION.test(word)) return word;
  const bare = trimmed(word).replace(OPTION, '--');
  const [, option = '', value = ''] = /^(--[a-z]+=)(.*)$/is.exec(bare) ?? [];
  return option === '' ? plainDashes(bare) : `${option}${plainDashes(trimmed(value))}`;
}

function trimmed(word: string): string {
  const bare = word.replace(JOINERS_AT_EDGES, '').replace(LEADING_MARKS, '').replace(TAIL, '');
  return bare === word ? bare : trimmed(bare.replace(/(?<=[)\]}>"'”’»`])\.$/, ''));
}

const plainDashes = (word: string): string => word.replace(A_LABEL, '$1--').replace(DASHES, '-');
