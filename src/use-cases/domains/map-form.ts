import type { Actor } from '../actor.js';
import { type AuthorizeDeps, authorize } from '../authorize.js';
import { type App, internalDomainsOf, type Ports } from '../ports.js';
import { chooseApp } from '../shared/destination.js';

/** What the dialog to map hostnames offers. */
export interface MapForm {
  readonly apps: readonly {
    readonly name: string;
    readonly channel: string | undefined;
    /** Whether its network's sites can be searched. */
    readonly hasSites: boolean;
  }[];
  /** The app of the actor's channel, the named one, or the only one. */
  readonly chosen: string | undefined;
  /** Hostnames that can't be mapped, such as the hosting provider's own. */
  readonly internalDomains: readonly string[];
}

export type MapFormDeps = AuthorizeDeps & Pick<Ports, 'apps'>;

/** Throws `UserError` if the actor may not map hostnames, or if no app has the name. */
export async function mapForm(
  deps: MapFormDeps,
  appName: string | undefined,
  actor: Actor,
): Promise<MapForm> {
  await authorize(deps, actor, 'map');
  const apps = [...deps.apps.values()];
  return {
    apps: apps.map(({ name, channel, multisite }) => ({
      name,
      channel,
      hasSites: multisite?.rest !== undefined,
    })),
    chosen: appName === undefined ? usualApp(deps, actor) : chooseApp(deps.apps, appName, actor.channel).name,
    internalDomains: internalDomainsOf(deps.apps),
  };
}

/** Undefined where the actor has to choose. */
function usualApp({ apps }: Pick<Ports, 'apps'>, { channel }: Actor): string | undefined {
  const all = [...apps.values()];
  const isOf = (app: App) => channel !== '' && app.channel === channel;
  const here = all.filter(isOf);
  const [only, ...others] = here.length > 0 ? here : all;
  return others.length === 0 ? only?.name : undefined;
}
