import { expect, it } from 'vitest';
import { doctorCommand } from '../../commands/doctor.js';
import { type } from '../support/commands.js';

it('what was diagnosed comes later: it takes longer than an acknowledgement may', async () => {
  const { calls, answer } = await type(doctorCommand, [], { doctor: () => [] });
  expect(calls).toEqual([['doctor']]);
  expect(answer?.now).toBeUndefined();
});

it('a word after it is a usage error', async () => {
  expect((await type(doctorCommand, ['now'])).answer).toBeUndefined();
});
