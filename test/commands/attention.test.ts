import { describe, expect, it } from 'vitest';
import { ackCommand } from '../../commands/ack.js';
import { muteCommand } from '../../commands/mute.js';
import { snoozeCommand } from '../../commands/snooze.js';
import { DAY_MS, HOUR_MS } from '../../src/core/instant.js';
import { type } from '../support/commands.js';
import { START } from '../support/observations.js';
import { reportedMapping } from '../support/reported-mapping.js';

const { mapping } = reportedMapping();
const { hostname } = mapping;

describe('/domain snooze', () => {
  const fakes = {
    snooze: (_: unknown, until: number | undefined) => ({ ...mapping, snooze: { by: 'U', until } }),
    endSnooze: () => mapping,
  };

  it.each([
    [[hostname], undefined, 'until something changes'],
    [[hostname, '3d'], START + 3 * DAY_MS, 'is quiet until <!date'],
    [[hostname, '12H'], START + 12 * HOUR_MS, 'is quiet until <!date'],
  ])('%j', async (words, until, said) => {
    const { calls, shown } = await type(snoozeCommand, words, fakes);
    expect(calls).toEqual([['snooze', { hostname }, until]]);
    expect(shown).toContain(said);
  });

  it('names all it takes in its usage: days, hours, a weekday, off', async () => {
    const times = /\[(.*)\]/.exec(snoozeCommand.usage)?.[1]?.split('/') ?? [];
    expect(times).toEqual(['3d', '12h', 'monday', 'off']);
    for (const time of times) {
      const { calls } = await type(snoozeCommand, [hostname, time], fakes);
      expect(calls).toHaveLength(1);
    }
  });

  it('off ends it', async () => {
    const { calls, shown } = await type(snoozeCommand, [hostname, 'off'], fakes);
    expect(calls).toEqual([['endSnooze', { hostname }]]);
    expect(shown).toContain('isn’t snoozed');
  });

  it.each(['0d', '3', 'someday', '366d', '-1d'])('%s is no time', async (time) => {
    const { calls, shown } = await type(snoozeCommand, [hostname, time], fakes);
    expect(calls).toEqual([]);
    expect(shown).toContain('I don’t understand the time');
  });
});

it('/domain ack names what nobody is reminded of', async () => {
  const { calls, shown } = await type(ackCommand, [hostname], {
    acknowledge: () => ({ mapping, finding: 'a-wrong' }),
  });
  expect(calls).toEqual([['acknowledge', { hostname }, undefined]]);
  expect(shown).toContain('wrong address');
});

it('/domain ack off ends it', async () => {
  const { calls, shown } = await type(ackCommand, [hostname, 'off'], { endAcknowledgement: () => mapping });
  expect(calls).toEqual([['endAcknowledgement', { hostname }, undefined]]);
  expect(shown).toContain('on again');
});

describe('/domain mute', () => {
  const fakes = {
    mute: (_: unknown, { until, reason }: { until: number; reason: string }) => ({
      mapping: { ...mapping, mutes: [{ code: 'a-wrong', by: 'U', reason, until }] },
      finding: 'a-wrong',
    }),
    endMutes: () => mapping,
  };

  it('needs a time and a reason', async () => {
    const words = ['moves', 'next', 'month!'];
    const spoken = await type(muteCommand, [hostname, 'for', '30d', ...words], fakes);
    const { calls, shown } = await type(muteCommand, [hostname, '30d', ...words], fakes);
    expect(spoken.calls).toEqual(calls);
    expect(calls).toEqual([
      ['mute', { hostname }, { until: START + 30 * DAY_MS, reason: 'moves next month!' }],
    ]);
    expect(shown).toContain('wrong address');
  });

  it.each([['3', 'days'], ['for', '3', 'días'], ['3j']])(
    'takes the time as snooze does: %s %s',
    async (...time) => {
      const { calls } = await type(muteCommand, [hostname, ...time, 'they', 'know'], fakes);
      expect(calls).toEqual([['mute', { hostname }, { until: START + 3 * DAY_MS, reason: 'they know' }]]);
    },
  );

  it.each([[[hostname, '30d']], [[hostname, 'moves', 'soon']]])('%j asks for both', async (words) => {
    const { calls, shown } = await type(muteCommand, words, fakes);
    expect(calls).toEqual([]);
    expect(shown).toContain('Say for how long and why');
  });

  it('off ends all', async () => {
    expect((await type(muteCommand, [hostname, 'off'], fakes)).calls).toEqual([
      ['endMutes', { hostname }, undefined],
    ]);
  });
});
