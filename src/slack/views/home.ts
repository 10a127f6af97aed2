import type { HomeView, KnownBlock } from '@slack/types';
import { shownStages } from '../../core/stage.js';
import type { Home } from '../../use-cases/reports/home.js';
import type { ListedMapping, Listing } from '../../use-cases/reports/list.js';
import { createBreather, mapInTurns } from '../../util/concurrency/event-loop.js';
import { actions, button, context, divider, plain, section } from '../blocks/blocks.js';
import { dialogField, modalOf, textField } from '../blocks/inputs.js';
import { sections } from '../blocks/limits.js';
import { Mrkdwn, moment } from '../blocks/mrkdwn.js';
import type { View } from '../blocks/view.js';
import { emptyText, listLine, listView, setAsideNote } from './answers/list.js';
import type { Translator } from './translator.js';

export const HOME_MAP_ACTION = 'home-map';
export const HOME_SEARCH_ACTION = 'home-search';
export const HOME_SETTINGS_ACTION = 'home-settings';
export const SEARCH_DIALOG = 'search';
export const SEARCH_FIELD = 'search';
const HOME_BLOCKS = 100;
/** The Home tab: who needs what, one's own domains, what became ready, what ends soon. Yields to other work. */
export async function homeView(home: Home, translator: Translator): Promise<HomeView> {
  const t = translator.t;
  const { counts, total, urgent, mine, ready, expiring, mayMap, mayConfigure } = home;
  if (total === 0)
    return asHome([
      section(emptyText(home.setAside, translator)),
      homeButtons({ mayMap, mayConfigure }, translator),
    ]);
  const linesOf = createLines(translator);
  const ends = await linesOf(expiring);
  return asHome([
    { type: 'header', text: plain(translator.tPlain('home.title')) },
    homeButtons({ mayMap, mayConfigure }, translator),
    section(`${t('overview.title', { total })}\n${t('overview.counts', { ...counts })}`),
    ...homePart(urgent.length === 0 ? [] : [t('overview.urgent'), ...(await linesOf(urgent))]),
    ...(urgent.length === 0 ? [section(t('overview.calm'))] : []),
    ...homePart(mine.length === 0 ? [] : [t('home.mine'), ...(await linesOf(mine))]),
    ...homePart(ready.length === 0 ? [] : [t('home.ready'), ...(await linesOf(ready))]),
    ...homePart(
      expiring.length === 0
        ? []
        : [
            t('home.expiring'),
            ...expiring.map(({ validTo }, at) =>
              t('home.expires', { line: new Mrkdwn(ends[at] ?? ''), at: moment(validTo) }),
            ),
          ],
    ),
    ...setAsideNote(home.setAside, translator),
    divider,
    section(stageCounts(home, translator)),
    context(
      t('home.trend', {
        requested: home.trend.requested[0],
        requestedBefore: home.trend.requested[1],
        done: home.trend.done[0],
        doneBefore: home.trend.done[1],
      }),
    ),
  ]);
}

/** Equal for views that differ only in ages; cheaper than building the view. */
export function homeFingerprint(home: Home, translator: Translator): string {
  const { urgent, mine, ready, expiring, ...counted } = home;
  const lists = [urgent, mine, ready, expiring].map((listed) =>
    listed.map(({ mapping, card }) => {
      const { health, whoActs, finding } = translator.condition(mapping);
      return [mapping.id, mapping.stage, health, whoActs, finding?.code, card?.ts];
    }),
  );
  return JSON.stringify([translator.language, counted, lists]);
}

/** Many lines with their conditions take longer than the event loop should wait. */
function createLines(translator: Translator) {
  const breather = createBreather();
  return (listed: readonly ListedMapping[]): Promise<string[]> =>
    mapInTurns(listed, (each) => listLine(each, translator), breather);
}

/** Shown to people who may not see the domains, or while they can't be read. */
export const homeNotice = (text: string): HomeView => asHome([section(text)]);

const asHome = (blocks: readonly KnownBlock[]): HomeView => ({
  type: 'home',
  blocks: blocks.slice(0, HOME_BLOCKS),
});

const homePart = (lines: readonly string[]): KnownBlock[] =>
  lines.length === 0 ? [] : [divider, ...sections(lines)];

function homeButtons(
  { mayMap, mayConfigure }: Pick<Home, 'mayMap' | 'mayConfigure'>,
  { tPlain }: Translator,
): KnownBlock {
  return actions(
    ...(mayMap ? [{ ...button(HOME_MAP_ACTION, tPlain('home.map'), 'map'), style: 'primary' as const }] : []),
    button(HOME_SEARCH_ACTION, tPlain('home.search'), 'search'),
    ...(mayConfigure ? [button(HOME_SETTINGS_ACTION, tPlain('home.settings'), 'settings')] : []),
  );
}

function stageCounts({ stages: counted }: Home, translator: Translator): string {
  const counts = shownStages.flatMap((stage) => {
    const count = counted[stage];
    if (count === undefined) return [];
    return [translator.t('home.stage', { stage: translator.tPlain(`stage.name.${stage}`), count })];
  });
  return [translator.t('home.stages'), ...counts].join('\n');
}

/** Lines about domains; how many more there are (`left`), and the search that finds them. */
export function linesView(lines: readonly string[], left: number, translator: Translator): View {
  const text = lines.join('\n');
  if (left === 0) return { text, blocks: sections(lines) };
  const search = button(HOME_SEARCH_ACTION, translator.tPlain('home.search'), 'search');
  return {
    text,
    blocks: [...sections(lines), context(translator.t('message.more', { count: left })), actions(search)],
  };
}

/** Asks for the text to search for. */
export const searchDialog = ({ tPlain }: Translator) =>
  modalOf({
    id: SEARCH_DIALOG,
    title: tPlain('home.search'),
    submit: tPlain('home.search'),
    close: tPlain('dialog.cancel'),
    blocks: [
      dialogField(
        { id: SEARCH_FIELD, label: tPlain('home.search.label'), hint: tPlain('home.search.hint') },
        textField({ focus_on_load: true, max_length: 200 }),
      ),
    ],
  });

/** The results, on top of the search dialog. */
export const foundDialog = async (listing: Listing, translator: Translator) =>
  modalOf({
    id: SEARCH_DIALOG,
    title: translator.tPlain('home.search'),
    close: translator.tPlain('dialog.back'),
    // Buttons that turn pages need a message.
    blocks: (await listView(listing, translator)).blocks.filter(({ type }) => type !== 'actions'),
  });
