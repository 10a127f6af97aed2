import { actions, button, section } from '../../blocks/blocks.js';
import { code } from '../../blocks/mrkdwn.js';
import type { View } from '../../blocks/view.js';
import type { Translator } from '../translator.js';

/** The buttons under a file; what follows says which. */
export const FILE_ACTION = 'file';
/** A row holds 25 buttons. */
const MAX_MAP_BUTTONS = 20;

/** What can be done with a list of domains. `apps`: to choose from; none if it is known on which they go. */
export function fileOfferView(
  { id, name }: { readonly id: string; readonly name: string },
  apps: readonly string[],
  { t, tPlain }: Translator,
): View {
  const text = t('message.file', { file: code(name) });
  const doing = (kind: string, label: string, app?: string) =>
    button(
      `${FILE_ACTION}:${[kind, ...(app === undefined ? [] : [app])].join(':')}`,
      label,
      [kind, id, ...(app === undefined ? [] : [app])].join(' '),
    );
  const map =
    apps.length === 0
      ? [doing('map', tPlain('message.file.map'))]
      : apps
          .slice(0, MAX_MAP_BUTTONS)
          .map((app) => doing('map', tPlain('message.file.map-on', { app }), app));
  const others = [doing('check', tPlain('message.file.check')), doing('unmap', tPlain('message.file.unmap'))];
  return { text, blocks: [section(text), actions(...map, ...others)] };
}

/** A button's value. */
export function parseFileValue(value: string): {
  readonly kind: string;
  readonly id: string;
  readonly app: string | undefined;
} {
  const [kind = '', id = '', ...app] = value.split(' ');
  return { kind, id, app: app.length === 0 ? undefined : app.join(' ') };
}
