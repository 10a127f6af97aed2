import type { KnownBlock, ModalView } from '@slack/types';
import { z } from 'zod';
import { MAX_NOTE, type MessageLink } from '../../../core/mapping.js';
import { siteAddress } from '../../../core/own-names.js';
import type { MapForm } from '../../../use-cases/domains/map-form.js';
import type { FoundSites } from '../../../use-cases/domains/sites.js';
import { parseJson } from '../../../util/parse-json.js';
import { context } from '../../blocks/blocks.js';
import {
  channelSelect,
  DIALOG_LIMITS,
  dialogField,
  fileInput,
  lookUpSelect,
  modalOf,
  selectOption,
  staticSelect,
  textField,
} from '../../blocks/inputs.js';
import type { Translator } from '../translator.js';

export const MAP_DIALOG = 'map';
/** The menu of a network's sites. */
export const SITE_FIELD = 'site';
export const MAP_FIELDS = {
  hostnames: 'hostnames',
  file: 'file',
  app: 'app',
  site: SITE_FIELD,
  channel: 'channel',
  note: 'note',
} as const;

const sourceShape = z.object({ channel: z.string(), ts: z.string(), threadTs: z.string().optional() });
const openedMapDialog = z.object({ channel: z.string().max(40), source: sourceShape.optional() });

/** Where the dialog was opened, and the message it is about. */
export type MapOrigin = z.infer<typeof openedMapDialog>;

export interface MapDialogOptions {
  readonly form: MapForm;
  readonly origin: MapOrigin;
  /** Whether cards can be posted where it was opened. */
  readonly hasPlace: boolean;
  /** Among which somebody has to choose; without them, all sites can be searched. */
  readonly found?: FoundSites | undefined;
  /** Filled in already. */
  readonly hostnames?: readonly string[] | undefined;
}

/** The file that may hold hostnames. */
export const hostnamesFile = ({ tPlain }: Translator) =>
  dialogField(
    {
      id: MAP_FIELDS.file,
      label: tPlain('map.dialog.file'),
      hint: tPlain('map.dialog.file.hint'),
      isOptional: true,
    },
    fileInput(['csv', 'txt', 'text', 'tsv']),
  );

/** Asks for hostnames, and only for what isn't known already. */
export function mapDialog(
  { form, origin, hasPlace, found, hostnames = [] }: MapDialogOptions,
  translator: Translator,
): ModalView {
  const t = translator.tPlain;
  const typed = fitting(hostnames);
  const { apps } = form;
  const isNothingFound = origin.source !== undefined && hostnames.length === 0;
  const blocks: KnownBlock[] = [
    ...(isNothingFound ? [context(translator.t('map.dialog.none-found'))] : []),
    dialogField(
      {
        id: MAP_FIELDS.hostnames,
        label: t('map.dialog.hostnames'),
        hint: t('map.dialog.hostnames.hint'),
        isOptional: true,
      },
      textField({ multiline: true, focus_on_load: true, ...(typed === '' ? {} : { initial_value: typed }) }),
    ),
    hostnamesFile(translator),
    ...(apps.length > 1 ? [appField(form, translator)] : []),
    ...(apps.some(({ hasSites }) => hasSites) ? [siteField(found, hostnames.length, translator)] : []),
    ...(hasPlace ? [] : [channelField(form, translator)]),
    dialogField(
      { id: MAP_FIELDS.note, label: t('map.dialog.note'), isOptional: true },
      textField({ multiline: true, max_length: MAX_NOTE }),
    ),
  ];
  return modalOf({
    id: MAP_DIALOG,
    title: t('map.dialog.title'),
    submit: t('map.dialog.submit'),
    close: t('dialog.cancel'),
    data: origin,
    blocks,
  });
}

function appField({ apps, chosen }: MapForm, { tPlain }: Translator): KnownBlock {
  const options = apps.map(({ name }) => selectOption(name, name));
  // A menu holds 100.
  const isTyped = apps.length > DIALOG_LIMITS.options;
  return dialogField(
    { id: MAP_FIELDS.app, label: tPlain('map.dialog.app') },
    isTyped
      ? textField(chosen === undefined ? {} : { initial_value: chosen })
      : staticSelect(
          options,
          options.find(({ value }) => value === chosen),
        ),
  );
}

function channelField({ apps }: MapForm, { tPlain }: Translator): KnownBlock {
  const own = apps.length === 1 ? apps[0]?.channel : undefined;
  const label = tPlain('map.dialog.channel');
  return dialogField(
    { id: MAP_FIELDS.channel, label, hint: tPlain('map.dialog.channel.hint') },
    channelSelect(own),
  );
}

function siteField(found: FoundSites | undefined, hostnames: number, { tPlain }: Translator): KnownBlock {
  const hint = tPlain(hostnames > 1 ? 'map.dialog.site.for-all' : 'map.dialog.site.hint');
  const field = { id: MAP_FIELDS.site, label: tPlain('map.dialog.site'), hint };
  if (!found)
    return dialogField({ ...field, isOptional: true }, lookUpSelect(tPlain('map.dialog.site.search')));
  const options = found.sites.map((site) => siteOption(found.app, site));
  return dialogField(field, staticSelect(options, undefined));
}

/** As many hostnames as the field holds. */
function fitting(hostnames: readonly string[]): string {
  const text = hostnames.join('\n');
  if (text.length <= DIALOG_LIMITS.typedText) return text;
  return text.slice(0, text.lastIndexOf('\n', DIALOG_LIMITS.typedText));
}

/** A site's option: its app's name is part of the value, so that a submission says which network it is in. */
export const siteOption = (app: string, { id, title, ...place }: FoundSites['sites'][number]) =>
  selectOption(
    `${title} · ${siteAddress(place)} · ${id}`,
    `${id} ${app}`.slice(0, DIALOG_LIMITS.optionValue),
  );

const chosenOption = z.object({ selected_option: z.object({ value: z.string() }).nullish() });
const siteState = z.object({ site: z.object({ site: chosenOption }) });

/** The site that is chosen in a dialog's menu of sites. */
export function parseChosenSite(state: unknown): MapSubmission['site'] {
  const { value = '' } = siteState.safeParse(state).data?.site.site.selected_option ?? {};
  const [, id, app = ''] = /^(\d{1,15}) (.+)$/.exec(value) ?? [];
  return id === undefined ? undefined : { id: Number(id), app };
}

const mapFormState = z.object({
  hostnames: z.object({ hostnames: z.object({ value: z.string().max(4_000).nullish() }) }),
  file: z
    .object({ file: z.object({ files: z.array(z.looseObject({ name: z.string() })).nullish() }) })
    .optional(),
  app: z.object({ app: chosenOption.extend({ value: z.string().nullish() }) }).optional(),
  channel: z.object({ channel: z.object({ selected_conversation: z.string().nullish() }) }).optional(),
  note: z.object({ note: z.object({ value: z.string().max(4_000).nullish() }) }).optional(),
});

export interface MapSubmission {
  readonly origin: MapOrigin;
  readonly text: string;
  /** A Slack file object, validated by the reader of files. */
  readonly file: Readonly<Record<string, unknown>> | undefined;
  readonly app: string | undefined;
  readonly site: { readonly id: number; readonly app: string } | undefined;
  /** Where the cards go. */
  readonly channel: string;
  readonly note: string | undefined;
  readonly source: MessageLink | undefined;
}

/** Undefined for foreign submissions. */
export function parseMapForm(privateMetadata: string, state: unknown): MapSubmission | undefined {
  const origin = parseJson(privateMetadata, openedMapDialog);
  const filled = mapFormState.safeParse(state).data;
  if (!origin || !filled) return undefined;
  return {
    origin,
    text: filled.hostnames.hostnames.value ?? '',
    file: filled.file?.file.files?.[0],
    app: filled.app?.app.selected_option?.value ?? (filled.app?.app.value?.trim() || undefined),
    site: parseChosenSite(state),
    channel: filled.channel?.channel.selected_conversation ?? origin.channel,
    note: filled.note?.note.value?.trim().slice(0, MAX_NOTE) || undefined,
    source: origin.source,
  };
}
