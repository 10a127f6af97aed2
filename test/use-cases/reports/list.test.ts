import { describe, expect, it } from 'vitest';
import { parseListFilter } from '../../../src/slack/inbound/arguments/list-filter.js';
import { listView } from '../../../src/slack/views/answers/list.js';
import { list } from '../../../src/use-cases/reports/list.js';
import { translatorFor } from '../../support/translator.js';
import { ACTOR, deps } from './listed-mappings.js';

const translator = translatorFor();

const found = async (typed: string) => {
  const filter = parseListFilter(typed, { translator, user: ACTOR.user });
  const { mappings } = await list(deps, filter, typed, 0, ACTOR);
  return mappings.map(({ mapping }) => mapping.id);
};

it('sorts what no longer works first, then by who has to act and age; what is ready comes last', async () => {
  expect((await found('')).slice(0, 2)).toEqual(['drifted', 'refused']);
  expect((await found('')).at(-1)).toBe('ready');
});

describe('a filter', () => {
  it.each([
    ['ready', ['ready']],
    ['Ready', ['ready']],
    ['refused', ['refused']],
    ['mine', ['refused', 'stuck', 'waiting', 'ready', 'assigned']],
    ['<@UBOB|bob>', ['drifted', 'handed-over']],
    ['blog', ['refused']],
    ['waiting.example', ['waiting']],
    ['https://waiting.example.com/wp-admin', ['waiting']],
    ['nothing of the kind', []],
  ])('%s', async (typed, expected) => {
    expect((await found(typed)).sort()).toEqual([...expected].sort());
  });

  it('takes labels, their beginnings, and conditions', async () => {
    expect(await found('Checking DNS')).toEqual(expect.arrayContaining(['stuck', 'waiting']));
    expect(await found('checking')).toEqual(expect.arrayContaining(['stuck', 'waiting']));
    expect((await found('stuck')).sort()).toEqual(['drifted', 'refused', 'stuck']);
    expect(await found('failed')).toEqual([]);
  });

  it.each(['site', 'was', 'ref'])('%s, a word that hostnames hold, stands for no setback', (typed) => {
    expect(parseListFilter(typed, { translator, user: ACTOR.user })).toEqual({ text: typed });
  });

  it('takes the first words of a setback’s label', () => {
    const { stages } = parseListFilter('site not', { translator, user: ACTOR.user });
    expect(stages).toEqual(['unrouted']);
  });
});

it('shows each with a link to its card, what is wrong, since when, and who has to act', async () => {
  const listing = await list(deps, {}, '', 0, ACTOR);
  const later: typeof translator = { ...translator, now: deps.now, about: () => later };
  const text = JSON.stringify(await listView(listing, later));
  expect(text).toContain('*<https://team.slack.test/archives/C1/p1000001|stuck.example.com>*');
  expect(text).toMatch(/stuck\.example\.com>\*.*wrong address · .* hr.* · waiting for the customer/);
});

it('offers the filters when nothing matches', async () => {
  const view = await listView(await list(deps, { text: 'zzz' }, 'zzz', 0, ACTOR), translator);
  expect(JSON.stringify(view)).toMatch(/list:stuck.*list:waiting.*list:failed.*list:mine/);
});

describe('domains that can’t be read', () => {
  const aside = { file: 'm1.json', reason: 'damaged' };
  const damaged = (left: (typeof deps)['store']): typeof deps => ({
    ...deps,
    store: { ...left, setAside: () => [aside, aside] },
  });
  const shown = async (store: (typeof deps)['store'], typed = '') =>
    JSON.stringify(await listView(await list(damaged(store), { text: typed }, typed, 0, ACTOR), translator));
  async function* none() {}
  const empty = { ...deps.store, summaries: none };

  it('are counted under those that can', async () => {
    expect(await shown(deps.store)).toContain('2 stored domains can’t be read');
  });

  it('are listed where a filter finds nothing', async () => {
    expect(await shown(deps.store, 'zzz')).toContain('2 stored domains can’t be read');
  });

  it('keep an empty list from saying that none is mapped', async () => {
    const text = await shown(empty);
    expect(text).toContain('2 stored domains can’t be read');
    expect(text).not.toContain('No domains are mapped');
  });
});
