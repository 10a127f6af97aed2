import type { Mapping } from '../../core/mapping.js';
import { UserError } from '../errors.js';
import type { App, Ports } from '../ports.js';

const isSameName = (one: string, other: string): boolean => one.toLowerCase() === other.toLowerCase();

/** The named app, case-insensitive; otherwise the channel's, otherwise the only one. Throws `UserError`. */
export function chooseApp(apps: ReadonlyMap<string, App>, name: string | undefined, channel: string): App {
  const names = [...apps.keys()].join(', ');
  if (name !== undefined) {
    const named = apps.get(name) ?? [...apps.values()].find((app) => isSameName(app.name, name));
    if (!named) throw new UserError({ code: 'unknown-app', app: name, apps: names });
    return named;
  }
  const all = [...apps.values()];
  const here = all.filter((app) => app.channel === channel);
  const [only, ...others] = here.length === 1 ? here : all;
  if (!only || others.length > 0) throw new UserError({ code: 'app-needed', apps: names });
  return only;
}

/** A person waits for a mapping's next change at the hosting provider, and for that of its www mapping. */
export function prefer({ apps }: Pick<Ports, 'apps'>, { app, hostname, www }: Mapping): void {
  const { provider } = apps.get(app) ?? {};
  for (const each of [hostname, ...(www ? [www.hostname] : [])]) provider?.prefer?.(each);
}
