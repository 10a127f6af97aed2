import { expect, it } from 'vitest';
import { languages } from '../../../../src/locale/languages.js';
import { validateBlocks, validateView } from '../../../../src/sandbox/slack/rules/limits.js';
import {
  type SettingValues,
  settingDefinitionOf,
  settingNames,
} from '../../../../src/settings/definitions.js';
import { batchFile, batchView } from '../../../../src/slack/views/batch.js';
import { attentionDialog } from '../../../../src/slack/views/dialogs/attention-dialog.js';
import { batchDialog, planDialog } from '../../../../src/slack/views/dialogs/batch-dialog.js';
import { mapDialog } from '../../../../src/slack/views/dialogs/map-dialog.js';
import { sentencesDialog, workingDialog } from '../../../../src/slack/views/dialogs/notice.js';
import { settingsDialog } from '../../../../src/slack/views/dialogs/settings-dialog.js';
import { teamDialog } from '../../../../src/slack/views/dialogs/team-dialog.js';
import { digestView } from '../../../../src/slack/views/digest.js';
import { homeView, searchDialog } from '../../../../src/slack/views/home.js';
import type { SettingsShown } from '../../../../src/use-cases/admin/settings.js';
import type { BatchLine, Forecast } from '../../../../src/use-cases/batch/batch.js';
import { plannedBatch } from '../../../support/planned-batch.js';
import { reportedMapping } from '../../../support/reported-mapping.js';
import { translatorFor } from '../../../support/translator.js';

const translator = translatorFor();
const apps = (count: number) =>
  Array.from({ length: count }, (_, at) => ({ name: `app-${at}`, channel: undefined, hasSites: true }));
const long = `${'a'.repeat(60)}.${'b'.repeat(60)}.${'c'.repeat(60)}.example.com`;
const lines = (forecast: Forecast): BatchLine[] =>
  Array.from({ length: 500 }, (_, at) => ({
    typed: `${long}${at}`,
    hostname: long,
    forecast,
    app: 'app-1',
    ...(forecast === 'refused' ? { problem: { code: 'not-mapped' as const, hostname: long } } : {}),
  }));

it.each([1, 2, 100, 101, 500])(
  'the dialog to map fits Slack with %i apps and too many hostnames',
  (count) => {
    const form = { apps: apps(count), chosen: `app-${count - 1}`, internalDomains: [] };
    const origin = { channel: 'C1', source: { channel: 'C1', ts: '1.2', threadTs: '1.1' } };
    const hostnames = Array.from({ length: 500 }, (_, at) => `shop${at}.example.com`);
    for (const hasPlace of [true, false])
      for (const found of [[], hostnames])
        expect(validateView(mapDialog({ form, origin, hasPlace, hostnames: found }, translator))).toEqual([]);
  },
);

it.each<Forecast>(['ready', 'nothing', 'other-app', 'repeated', 'refused'])(
  'a dry run of 500 lines that are %s fits Slack',
  async (forecast) => {
    for (const kind of ['map', 'unmap', 'check'] as const) {
      const batch = plannedBatch(kind, { lines: lines(forecast) });
      expect(validateView(planDialog(batch, 600_000, translator))).toEqual([]);
      for (const state of ['proposed', 'running', 'ended'] as const)
        expect(validateBlocks(batchView({ ...batch, state }, translator).blocks, 'message')).toEqual([]);
      const file = await batchFile(batch, new Map(), translator);
      expect(String(file.content).split('\r\n')).toHaveLength(502);
    }
  },
);

it('other dialogs fit Slack, too', () => {
  for (const view of [
    batchDialog('unmap', 'C1', translator),
    batchDialog('check', '', translator),
    sentencesDialog(['x'], translator),
    workingDialog('id', translator),
    searchDialog(translator),
    teamDialog(reportedMapping().mapping, { user: 'U1', channel: 'C1' }, translator),
    attentionDialog({ stored: reportedMapping(), www: reportedMapping().mapping }, 'C1', translator),
  ])
    expect(validateView(view)).toEqual([]);
});

it('a cell that a spreadsheet would run is harmless in the result file', async () => {
  const batch = plannedBatch('map', { lines: [{ typed: '=HYPERLINK("x")', forecast: 'refused' }] });
  const file = await batchFile(batch, new Map(), translator);
  expect(file.content).toContain(`"'=HYPERLINK(""x"")"`);
});

it('Home with long lists fits Slack', async () => {
  const { mapping, card } = reportedMapping();
  const listed = Array.from({ length: 8 }, () => ({ mapping: { ...mapping, hostname: long }, card }));
  const view = await homeView(
    {
      counts: { agency: 9, customer: 9, host: 9, underway: 9, ready: 9_999 },
      total: 10_035,
      urgent: listed,
      mine: listed,
      ready: listed,
      expiring: listed.map((each) => ({ ...each, validTo: 0 })),
      stages: { done: 9_999, failed: 36 },
      trend: { requested: [1, 2], done: [3, 4] },
      mayMap: true,
      mayConfigure: true,
    },
    translator,
  );
  expect(validateView(view, 'home')).toEqual([]);
});

it.each(Object.keys(languages))('a digest with long names fits Slack in %s', async (language) => {
  const { mapping, card } = reportedMapping();
  const listed = Array.from({ length: 8 }, () => ({ mapping: { ...mapping, hostname: long }, card }));
  const digest = {
    app: 'a'.repeat(40),
    channel: 'C1',
    period: 'weekly',
    counts: { agency: 9_999, customer: 9_999, host: 9_999, underway: 9_999, ready: 9_999 },
    total: 49_995,
    urgent: listed,
    ready: listed,
    expiring: listed.map((each) => ({ ...each, validTo: 0 })),
  } as const;
  const { blocks } = await digestView(digest, translatorFor(undefined, undefined, undefined, language));
  expect(validateBlocks(blocks, 'message')).toEqual([]);
});

it.each(Object.keys(languages))('the settings of a channel, all set, fit Slack in %s', async (language) => {
  const defaults = Object.fromEntries(
    settingNames.map((name) => {
      const definition = settingDefinitionOf(name);
      if (definition.kind === 'number') return [name, definition.max];
      return [
        name,
        definition.kind === 'days' ? 'mon,tue,wed,thu,fri,sat' : (definition.options.at(-1) ?? ''),
      ];
    }),
  ) as SettingValues;
  const channels = Array.from({ length: 500 }, (_, at) => `C${String(at).padStart(10, '0')}`);
  const app = { name: 'a'.repeat(40) } as SettingsShown['app'];
  for (const forChannel of [undefined, 'C1']) {
    const levels = { defaults, app: defaults, ...(forChannel === undefined ? {} : { channel: defaults }) };
    const shown = { app, forChannel, levels, channels };
    expect(
      validateView(
        await settingsDialog(shown, 'C1', translatorFor(undefined, undefined, undefined, language)),
      ),
    ).toEqual([]);
  }
});
