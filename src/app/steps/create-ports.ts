import type { HistoryReader } from '../../audit/history-reader.js';
import { openJournal } from '../../audit/journal.js';
import { verify } from '../../audit/verify.js';
import { secretsOf } from '../../config/app.js';
import { allowsSharedChannels, type Config } from '../../config/config.js';
import { NO_TEMPLATE } from '../../core/customer/template.js';
import type { Dispatcher } from '../../outbox/dispatcher.js';
import type { Settings } from '../../settings/settings.js';
import type { ChannelProblems } from '../../slack/inbound/channel-problems.js';
import { createRoles } from '../../slack/inbound/roles.js';
import { createPlaces } from '../../slack/outbound/places.js';
import type { Store } from '../../store/store.js';
import { openBatches } from '../../use-cases/batch/batches.js';
import type { Ports } from '../../use-cases/ports.js';
import type { AppRegistry } from '../app-registry.js';
import { defaultsOf } from '../app-settings.js';
import type { Runtime } from '../runtime.js';
import { createOneClick } from './create-one-click.js';
import type { Probes } from './create-probes.js';
import type { SlackAdapters } from './create-slack.js';
import type { Storage } from './create-storage.js';

/** Parts that exist before the use cases are created. */
export interface PortParts extends Pick<Ports, 'diagnose'> {
  readonly storage: Storage;
  readonly registry: AppRegistry;
  readonly slack: SlackAdapters;
  readonly probes: Probes;
  readonly dispatcher: Pick<Dispatcher, 'resume'>;
  readonly channelProblems: Pick<ChannelProblems, 'channels'>;
}

/** All ports of the use cases. */
export function createPorts(runtime: Runtime, parts: PortParts): Ports {
  const { config, log, random, newId, wakeUps } = runtime;
  const { now, monotonic } = runtime.clock;
  const { storage, registry, slack, probes, dispatcher, diagnose } = parts;
  const { store, settings, deniedJournal } = storage;
  return {
    store,
    apps: registry.apps,
    ...probes,
    roles: createRoles({
      client: slack.clients.interactive,
      people: slack.people,
      team: slack.identity.teamId,
      organisation: slack.identity.organisation,
      operators: config.operators,
      admins: config.admins,
      now,
      log,
    }),
    places: createPlaces({
      client: slack.clients.interactive,
      mayShare: allowsSharedChannels(config),
      onUsable: (channel) => dispatcher.resume(channel),
      now: monotonic,
      log,
    }),
    unusableChannels: () => parts.channelProblems.channels(),
    guestsMayView: config.guestsMayView,
    deniedJournal,
    channels: registry.channels,
    wakeUp: { check: wakeUps.checks.notify, deliver: wakeUps.deliveries.notify },
    verify: createVerifier({ store, reader: slack.reader, now }),
    diagnose,
    batches: openBatches(store.documents),
    settingChanges: settings.changes,
    appSettings: appSettingsOf(config, settings, registry),
    preferences: storage.preferences,
    oneClick: createOneClick(config, probes.domainConnect),
    secrets: () => [...config.secrets, ...registry.configs().flatMap(secretsOf)],
    policy: config.policy,
    log,
    now,
    monotonic,
    newId,
    random,
  };
}

const appSettingsOf = (
  { policy, locale }: Config,
  settings: Settings,
  registry: AppRegistry,
): Ports['appSettings'] => ({
  overridesOf: settings.overridesOf,
  channelOverridesOf: settings.channelOverridesOf,
  channels: settings.channels,
  textsOf: settings.textsOf,
  defaultTextsOf: (name) => registry.configured(name)?.customer?.template ?? NO_TEMPLATE,
  defaultsOf: (name) => {
    const app = registry.configured(name);
    return app && defaultsOf(app, policy, locale);
  },
  change: async (changes) => {
    await settings.change(changes);
    registry.refresh();
  },
});

interface VerifierParts {
  readonly store: Store;
  readonly reader: HistoryReader;
  readonly now: () => number;
}

/** One verification at a time: two would write to the same journal. */
function createVerifier({ store, reader, now }: VerifierParts): Ports['verify'] {
  let isRunning = false;
  return async (onProgress) => {
    if (isRunning) return 'running';
    isRunning = true;
    try {
      const journal = await openJournal(store.journals, 'reading-in-slack');
      const { all: storedMappings, setAside } = store;
      const found = await verify({ storedMappings, setAside, reader, journal, now, onProgress });
      await journal.forget();
      return found;
    } finally {
      isRunning = false;
    }
  };
}
