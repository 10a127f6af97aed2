import { expect, it } from 'vitest';
import { NOTHING_SET } from '../../src/app/app-settings.js';
import { NO_TEMPLATE } from '../../src/core/customer/template.js';
import type { Ports, Role } from '../../src/use-cases/ports.js';
import type { UseCases } from '../../src/use-cases/use-cases.js';
import { START } from '../support/observations.js';
import { portsOf, useCasesFrom } from '../support/use-cases.js';

const actor = { user: 'UALICE', team: 'T1', channel: 'C1', requestId: 'd1' };

/** A port that nobody may touch before the actor was authorized. */
const untouched = <Port extends object>(name: string): Port =>
  new Proxy({} as Port, {
    get: (_, method) => {
      // What follows the store is connected with it at the start.
      if (method === 'onSummary') return () => undefined;
      throw new Error(`${name}.${String(method)} was used before the actor was authorized`);
    },
  });

function useCasesFor(role: Role): UseCases {
  const provider = untouched<Parameters<typeof portsOf>[0]['provider']>('provider');
  const refuse = (name: string) => () => Promise.reject(new Error(`${name} was called`));
  return useCasesFrom(
    portsOf({
      provider,
      store: untouched<Ports['store']>('store'),
      dns: untouched<Ports['dns']>('dns'),
      tls: untouched<Ports['tls']>('tls'),
      http: untouched<Ports['http']>('http'),
      roles: { roleOf: async () => role, operators: [], admins: [] },
      channels: ['C1'],
      verify: refuse('verify'),
      diagnose: refuse('diagnose'),
      appSettings: {
        ...NOTHING_SET,
        defaultsOf: () => undefined,
        defaultTextsOf: () => NO_TEMPLATE,
        change: refuse('change'),
      },
      now: () => START,
    }),
  );
}

/** All that takes more than the permission to view; `map` finds the hostname first. */
const calls: readonly [keyof UseCases, (useCases: UseCases) => Promise<unknown>][] = [
  ['previewUnmap', (each) => each.previewUnmap('m1', actor)],
  ['unmap', (each) => each.unmap('m1', actor)],
  ['answerUnmap', (each) => each.answerUnmap('m1', true, actor)],
  ['requestCheck', (each) => each.requestCheck('m1', actor)],
  ['setReady', (each) => each.setReady('m1', actor)],
  ['mapForm', (each) => each.mapForm(undefined, actor)],
  ['assertMayBatch', (each) => each.assertMayBatch('map', actor)],
  ['planBatch', (each) => each.planBatch({ kind: 'unmap', hostnames: ['a.example.com'] }, actor)],
  ['startBatch', (each) => each.startBatch('b1', actor)],
  ['answerBatch', (each) => each.answerBatch('b1', true, actor)],
  ['stopBatch', (each) => each.stopBatch('b1', actor)],
  ['home', (each) => each.home(actor)],
  ['audit', (each) => each.audit({}, 0, actor)],
  ['auditAll', (each) => each.auditAll({}, actor)],
  ['assertMayVerify', (each) => each.assertMayVerify(actor)],
  ['verifyAudit', (each) => each.verifyAudit(() => undefined, actor)],
  ['compareSides', (each) => each.compareSides(undefined, actor)],
  ['affected', (each) => each.affected('default', 'remove', actor)],
  ['bulk', (each) => each.bulk('default', 'remove', () => undefined, actor)],
  ['settingsOf', (each) => each.settingsOf({}, actor)],
  ['customerTexts', (each) => each.customerTexts('default', 'en', actor)],
  ['changeCustomerTexts', (each) => each.changeCustomerTexts('default', 'en', { sentences: {} }, actor)],
  ['changeSettings', (each) => each.changeSettings({ app: 'default' }, { interval: 60 }, actor)],
  ['doctor', (each) => each.doctor(actor)],
];

it.each(calls)('%s does nothing while nobody can say who the actor is', async (_, call) => {
  await expect(call(useCasesFor('unsure'))).rejects.toMatchObject({ problem: { code: 'unsure' } });
});
