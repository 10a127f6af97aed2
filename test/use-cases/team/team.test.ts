import { describe, expect, it } from 'vitest';
import { MAX_FOLLOWERS } from '../../../src/core/lifecycle/inputs/team.js';
import { MAX_NOTE } from '../../../src/core/mapping.js';
import type { Role } from '../../../src/use-cases/ports.js';
import { everybodyIs, HOSTNAME, useStore } from '../../support/in-store.js';

const world = useStore();

/** Roles by person; everybody else is an operator. */
const rolesOf = (others: Record<string, Role>) => ({
  roles: { roleOf: async (user: string) => others[user] ?? ('operator' as const), operators: [], admins: [] },
});

describe('assigning', () => {
  it('gives a mapping to a member, or to nobody', async () => {
    const { current } = world;
    await current.mapped();
    const useCases = current.useCases();
    const which = { hostname: HOSTNAME };
    expect(await useCases.assign(which, 'UCAROL', current.by('UBOB'))).toMatchObject({ assignee: 'UCAROL' });
    expect((await useCases.assign(which, undefined, current.by('UBOB'))).assignee).toBeUndefined();
  });

  it.each([
    ['outsider', { code: 'not-a-member', person: 'UOLGA' }],
    ['unsure', { code: 'unsure' }],
  ] as const)('to somebody who is %s changes nothing', async (role, problem) => {
    const { current } = world;
    const id = await current.mapped();
    await expect(
      current.useCases(rolesOf({ UOLGA: role })).assign({ id }, 'UOLGA', current.by('UBOB')),
    ).rejects.toMatchObject({ problem });
    expect((await current.load(id)).mapping.assignee).toBeUndefined();
  });

  it('a www mapping gives its primary: they share the card', async () => {
    const { current } = world;
    const parts = current.app({ www: 'always' });
    const id = await current.mapped('example.org', parts);
    const given = await current
      .useCases(parts)
      .assign({ hostname: 'www.example.org' }, 'UCAROL', current.by('UBOB'));
    expect(given).toMatchObject({ id, assignee: 'UCAROL' });
  });

  it('is for members', async () => {
    const { current } = world;
    const id = await current.mapped();
    await expect(
      current.useCases(everybodyIs('outsider')).assign({ id }, 'UGUEST', current.by('UGUEST')),
    ).rejects.toMatchObject({ problem: { code: 'not-allowed', permission: 'assign' } });
  });
});

describe('following', () => {
  it('a button turns it on and off, a word sets it, and a redelivery does neither again', async () => {
    const { current } = world;
    const id = await current.mapped();
    const useCases = current.useCases();
    const press = current.by('UCAROL');
    expect((await useCases.follow({ id }, undefined, press)).followers).toEqual(['UCAROL']);
    expect((await useCases.follow({ id }, undefined, press)).followers).toEqual(['UCAROL']);
    expect((await useCases.follow({ id }, true, current.by('UCAROL'))).followers).toEqual(['UCAROL']);
    expect((await useCases.follow({ id }, undefined, current.by('UCAROL'))).followers ?? []).toEqual([]);
  });

  it('has a limit, which a person who follows already never meets', async () => {
    const { current } = world;
    const id = await current.mapped();
    const useCases = current.useCases();
    for (let count = 0; count < MAX_FOLLOWERS; count++)
      await useCases.follow({ id }, true, current.by(`U${count}`));
    await expect(useCases.follow({ id }, true, current.by('UONEMORE'))).rejects.toMatchObject({
      problem: { code: 'too-many-followers', most: MAX_FOLLOWERS },
    });
    const { followers } = await useCases.follow({ id }, true, current.by('U0'));
    expect(followers).toHaveLength(MAX_FOLLOWERS);
  });
});

describe('the note', () => {
  it('is replaced, and removed by empty text', async () => {
    const { current } = world;
    const id = await current.mapped();
    const useCases = current.useCases();
    expect((await useCases.changeNote({ id }, 'Asked Erika.', current.by('UBOB'))).note).toBe('Asked Erika.');
    expect((await useCases.changeNote({ id }, '', current.by('UBOB'))).note).toBeUndefined();
  });

  it('the note that is too long is refused with the limit', async () => {
    const { current } = world;
    const id = await current.mapped();
    await expect(
      current.useCases().changeNote({ id }, 'x'.repeat(MAX_NOTE + 1), current.by('UBOB')),
    ).rejects.toMatchObject({ problem: { code: 'note-too-long', most: MAX_NOTE } });
  });
});
