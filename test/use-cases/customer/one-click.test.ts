import { expect, it } from 'vitest';
import { rememberLink } from '../../../src/use-cases/customer/return-states.js';
import { useStore } from '../../support/in-store.js';

const world = useStore();
const STATE = 'a'.repeat(36);

async function given(): Promise<string> {
  const { current } = world;
  const id = await current.mapped();
  const link = { mapping: id, dnsProvider: 'Example DNS', at: current.now };
  await rememberLink(current.store.documents, STATE, link);
  return id;
}

it('an approval is recorded once and checked at once; the link is used up', async () => {
  const { current } = world;
  const id = await given();
  const useCases = current.useCases();
  const back = { state: STATE, error: undefined };
  expect(await useCases.customerReturned(back)).toMatchObject({
    outcome: 'approved',
    dnsProvider: 'Example DNS',
    place: { app: 'default' },
  });
  expect(current.woken).toEqual([id]);
  expect(await useCases.customerReturned(back)).toEqual({ outcome: 'unknown', dnsProvider: '', place: {} });
});

it.each([
  ['access_denied', 'cancelled'],
  ['server_error', 'failed'],
  ['<script>', 'failed'],
])('%s is %s, and checks nothing', async (error, outcome) => {
  const { current } = world;
  await given();
  expect(await current.useCases().customerReturned({ state: STATE, error })).toMatchObject({ outcome });
  expect(current.woken).toEqual([]);
});

it.each(['', 'short', 'b'.repeat(36), `${STATE}/../x`])('the state %j is nobody’s', async (state) => {
  const { current } = world;
  const id = await given();
  const before = await current.events(id);
  expect(await current.useCases().customerReturned({ state, error: undefined })).toMatchObject({
    outcome: 'unknown',
  });
  expect(await current.events(id)).toEqual(before);
});
