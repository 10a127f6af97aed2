import type { Probes } from '../../app/steps/create-probes.js';
import type { Config } from '../../config/config.js';
import type { DomainConnectConfig } from '../../config/domain-connect.js';
import { publishesKey } from '../../core/domain-connect/sign-query.js';
import { templatesOf } from './templates.js';

/** One thing that one click needs: `missing` has to be done, `note` may be. */
export interface OneClickCheck {
  readonly state: 'ok' | 'missing' | 'note';
  readonly text: string;
}

export type OneClickCheckDeps = Pick<Probes, 'texts' | 'domainConnect'>;

/** What one click needs, and what is missing. `domain`: a customer's zone, to ask its DNS provider. */
export async function checkOneClick(
  config: Config,
  agency: DomainConnectConfig,
  { texts, domainConnect }: OneClickCheckDeps,
  domain: string | undefined,
): Promise<OneClickCheck[]> {
  return [
    { state: 'ok', text: `your ID is ${agency.providerId}` },
    await keyLine(agency, texts),
    returnLine(config),
    ...config.apps.flatMap((app) => {
      const templates = templatesOf(config, agency, app, { version: 1 });
      const ids = templates.map(({ serviceId }) => serviceId).join(', ');
      return [{ state: 'ok', text: `app ${app.name} has the templates ${ids}` } as const];
    }),
    ...(domain === undefined ? [] : await supportLines(config, agency, domainConnect, domain)),
  ];
}

async function keyLine(
  { providerId, signing }: DomainConnectConfig,
  texts: OneClickCheckDeps['texts'],
): Promise<OneClickCheck> {
  if (!signing)
    return {
      state: 'note',
      text: 'links aren’t signed, so providers may refuse them or warn: make a key with “closte-domain-bot domain-connect keys”',
    };
  const name = `${signing.keyHost}.${providerId}`;
  const published = await texts(name).catch(() => undefined);
  if (!published) return { state: 'missing', text: `${name} couldn’t be looked up: try again` };
  return publishesKey(signing.privateKeyPem, published)
    ? { state: 'ok', text: `the public key is published at ${name}` }
    : {
        state: 'missing',
        text: `the public key isn’t published at ${name}: add the TXT records that “closte-domain-bot domain-connect keys” shows, and no others there`,
      };
}

const returnLine = ({ http: { publicUrl } }: Config): OneClickCheck =>
  publicUrl === undefined
    ? {
        state: 'note',
        text: 'customers see the provider’s own last page, and the thread doesn’t show the outcome: set PUBLIC_URL',
      }
    : { state: 'ok', text: `customers come back to ${publicUrl}` };

async function supportLines(
  config: Config,
  agency: DomainConnectConfig,
  domainConnect: Probes['domainConnect'],
  domain: string,
): Promise<OneClickCheck[]> {
  const discovery = await domainConnect.discover(domain);
  if (discovery.kind !== 'found')
    return [
      {
        state: 'missing',
        text:
          discovery.kind === 'absent'
            ? `the DNS provider of ${domain} doesn’t support Domain Connect`
            : `the DNS provider of ${domain} couldn’t be asked: try again`,
      },
    ];
  const { settings } = discovery;
  if (settings.urlSyncUX === undefined)
    return [{ state: 'missing', text: `${settings.name} has no page where customers agree` }];
  const ids = config.apps.flatMap((app) =>
    templatesOf(config, agency, app, { version: 1 }).map(({ serviceId }) => serviceId),
  );
  return Promise.all(
    ids.map(async (serviceId): Promise<OneClickCheck> => {
      const support = await domainConnect.templateSupported(settings, {
        providerId: agency.providerId,
        serviceId,
      });
      const which = `${agency.providerId}.${serviceId}`;
      if (support === 'yes') return { state: 'ok', text: `${settings.name} has the template ${which}` };
      return support === 'no'
        ? { state: 'missing', text: `${settings.name} doesn’t have the template ${which} yet` }
        : { state: 'missing', text: `${settings.name} couldn’t be asked about ${which}: try again` };
    }),
  );
}
