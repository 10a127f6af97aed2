import { describe, expect, it } from 'vitest';
import {
  applyRepair,
  type DiagnoseOptions,
  diagnose,
  doctor,
} from '../../../src/use-cases/doctor/diagnose.js';
import { type DoctorResult, ok, problem } from '../../../src/use-cases/doctor/result.js';
import type { Ports, Role } from '../../../src/use-cases/ports.js';
import { recordingLog } from '../../store/temporary.js';
import { everybodyIs, useStore } from '../../support/in-store.js';

const APP = {
  name: 'shops',
  target: { ipv4: [], ipv6: [], cname: ['gone.example.net'] },
  provider: { testConnection: async () => undefined, listAliases: async () => [] },
};

const options = (change: Partial<DiagnoseOptions> = {}): DiagnoseOptions =>
  ({
    apps: [APP],
    dns: { addresses: async () => [], resolvers: async () => [] },
    tls: { handshake: async () => ({ edges: [] }) },
    rights: { operators: [], admins: [], needsApproval: false },
    channels: [],
    languages: ['English', 'Deutsch'],
    running: async () => [ok('doctor.running.fine')],
    machine: async () => [ok('doctor.data-dir.writable', { folder: 'data' })],
    dateOf: async () => undefined,
    now: () => 0,
    ...change,
  }) as unknown as DiagnoseOptions;
const resolver = (outcome: string) => ({
  addresses: async () => [],
  resolvers: async () => [
    {
      server: 'r',
      address: '192.0.2.53',
      a: { outcome, records: [{ type: 'A', value: '192.0.2.1' }], rttMs: 1 },
    },
  ],
});

describe('the doctor', () => {
  it('checks everything before Slack is set up, and says that Slack wasn’t checked', async () => {
    const keys = (await diagnose(options())).map(({ key }) => key);
    expect(keys).toEqual(expect.arrayContaining(['doctor.key.accepted', 'doctor.slack.unchecked']));
    expect(keys.filter((key) => key === 'doctor.language')).toHaveLength(2);
    expect(keys).toEqual(expect.arrayContaining(['doctor.running.fine', 'doctor.data-dir.writable']));
  });

  it.each([
    ['answers', 'doctor.target.unresolved', 'answer'],
    ['is silent, which proves nothing', 'doctor.target.unchecked', 'timeout'],
  ])('on a target without an address, while a resolver %s', async (_, key, outcome) => {
    const dns = resolver(outcome) as unknown as DiagnoseOptions['dns'];
    expect((await diagnose(options({ dns }))).map((each) => each.key)).toContain(key);
  });
});

describe('/domain doctor', () => {
  const world = useStore();
  const repaired: string[] = [];
  const fixable: DoctorResult = {
    ...problem('doctor.channel.stranger', { channel: 'C1' }),
    repair: {
      id: 'join:C1',
      question: 'doctor.fix.join',
      run: async () => {
        repaired.push('join:C1');
        return ok('doctor.channel.member', { channel: 'C1' });
      },
    },
  };
  const depsOf = (role: Role, found: readonly DoctorResult[] = [fixable]) => {
    const { log, lines } = recordingLog();
    const diagnosing: Ports['diagnose'] = async () => found;
    const ports = world.current.ports({ ...everybodyIs(role), diagnose: diagnosing });
    return { lines, deps: { ...ports, log, deniedAttempts: { record: async () => undefined } } };
  };
  const denied = { problem: { code: 'not-allowed' } };

  it('is for operators, its fixes are for admins', async () => {
    const actor = world.current.by('UBOB');
    await expect(doctor(depsOf('member').deps, actor)).rejects.toMatchObject(denied);
    expect(await doctor(depsOf('operator').deps, actor)).toEqual([fixable]);
    await expect(applyRepair(depsOf('operator').deps, 'join:C1', actor)).rejects.toMatchObject(denied);
    expect(repaired).toEqual([]);
  });

  it('applies a fix that it offered, and logs who asked for it', async () => {
    const { deps, lines } = depsOf('admin');
    const result = await applyRepair(deps, 'join:C1', world.current.by('UADMIN'));
    expect(result).toMatchObject({ state: 'ok', key: 'doctor.channel.member' });
    expect(lines.at(-1)).toMatchObject({ facts: { user: 'UADMIN', repair: 'join:C1', result: 'ok' } });
  });

  it('checks again first: what somebody fixed meanwhile is not fixed twice', async () => {
    repaired.length = 0;
    expect(
      await applyRepair(depsOf('admin', []).deps, 'join:C1', world.current.by('UADMIN')),
    ).toBeUndefined();
    expect(repaired).toEqual([]);
  });
});
