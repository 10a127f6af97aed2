import { describe, expect, it } from 'vitest';
import type { App } from '../../../src/use-cases/ports.js';
import { type DomainImport, importDomain } from '../../../src/use-cases/shared/import-domain.js';
import { recordingLog } from '../../store/temporary.js';
import { HOSTNAME, useStore } from '../../support/in-store.js';

const world = useStore();
const SITE_LINK = { siteId: 7, domainRecordId: 3 };
const DOMAIN: DomainImport = { hostname: HOSTNAME, siteLink: SITE_LINK, isListed: false, withWww: false };

/** Imports a domain into the only app, changed; resolves with what was logged. */
async function imported(domain: Partial<DomainImport> = {}, change: Partial<App> = { channel: 'CAPP' }) {
  const { log, lines } = recordingLog();
  const ports = { ...world.current.ports(world.current.app(change)), log };
  const [app] = ports.apps.values();
  if (app) await importDomain(ports, app, { ...DOMAIN, ...domain });
  return lines;
}
const live = () => world.current.store.findLive(HOSTNAME);

describe('a domain of the network', () => {
  it('becomes a mapping in the app’s channel, which nobody requested', async () => {
    await imported();
    expect(await live()).toMatchObject({
      mapping: {
        hostname: HOSTNAME,
        channel: 'CAPP',
        requestedBy: 'system',
        alias: { state: 'requested' },
        siteLink: { siteId: 7, domainRecordId: 3 },
      },
    });
  });

  it('a domain of the network whose alias the hosting provider lists isn’t added again', async () => {
    await imported({ isListed: true });
    expect((await live())?.mapping.alias.state).toBe('accepted');
  });

  it('a domain of the network that is mapped already gets its record linked, once', async () => {
    const id = await world.current.mapped();
    await imported();
    await imported();
    expect(await world.current.load(id)).toMatchObject({ mapping: { channel: 'C1', siteLink: SITE_LINK } });
    expect((await world.current.events(id)).filter((type) => type === 'domain_record.found')).toHaveLength(1);
  });

  it('a domain of the network that is mapped on another app stays there; the log says so', async () => {
    const id = await world.current.mapped();
    const lines = await imported({}, { name: 'blogs', channel: 'C2' });
    expect((await world.current.load(id)).mapping.siteLink).toBeUndefined();
    expect(lines.map(({ message }) => message)).toEqual(['network domain skipped: mapped on another app']);
  });

  it('of an app without a channel is a fault of the configuration', async () => {
    await expect(imported({}, { channel: undefined })).rejects.toThrow('has no channel');
  });
});
