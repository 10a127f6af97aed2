import { z } from 'zod';
import {
  type Answer,
  type CommandContext,
  defineCommand,
  forEachHostname,
  listedRequest,
} from '../src/slack/inbound/command.js';
import { planView } from '../src/slack/inbound/listeners/batches.js';
import { mappedView, movedView } from '../src/slack/views/answers/answers.js';
import { mapDialog } from '../src/slack/views/dialogs/map-dialog.js';
import { siteDialog } from '../src/slack/views/dialogs/site-dialog.js';
import { MAX_LINES } from '../src/use-cases/batch/batch.js';
import type { FoundSites } from '../src/use-cases/domains/sites.js';

export const mapCommand = defineCommand({
  name: 'map',
  usage: 'map [hostname] [--app NAME] [--site SITE]',
  summary: 'command.map',
  options: ['app', 'site'],
  titles: ['site'],
  hostnames: { min: 0, max: MAX_LINES },
  schema: z.object({
    args: z.array(z.string()).max(MAX_LINES),
    app: z.string().optional(),
    site: z.string().max(200).optional(),
  }),
  async run({ args, app, site }, context) {
    const { useCases, translator, actor, settled } = context;
    if (args.length === 0) return openDialog({ hostnames: args, app }, context);
    const meant = site === undefined ? undefined : await useCases.meantSite({ app, typed: site }, actor);
    if (typeof meant === 'object') return chooseAmong(args, meant, context);
    const listed = await listedRequest(args, context);
    if (listed) {
      const request = { kind: 'map', ...listed, app, siteId: meant } as const;
      return { dialog: planView(await useCases.planBatch(request, actor), translator) };
    }
    return forEachHostname(args, context, async (hostname) => {
      const mapped = await useCases.map({ hostname, app, siteId: meant }, actor);
      const { isNew, isMoved = false } = mapped;
      if (!isNew && !isMoved) return { now: mappedView(mapped, translator) };
      const { id } = mapped.stored.mapping;
      return {
        later: async () => {
          await settled(id);
          const stored = await useCases.get(id, actor);
          return isMoved
            ? movedView({ stored, isMoved }, translator)
            : mappedView({ ...mapped, stored }, translator);
        },
      };
    });
  },
});

interface DialogContent {
  readonly hostnames: readonly string[];
  readonly app: string | undefined;
  /** The sites to choose from, where several match. */
  readonly found?: FoundSites;
}

async function openDialog(
  { hostnames, app, found }: DialogContent,
  { useCases, translator, actor }: CommandContext,
): Promise<Answer> {
  const form = await useCases.mapForm(app, actor);
  const origin = { channel: actor.channel };
  return {
    dialog: mapDialog({ form, origin, hasPlace: actor.isDirect !== true, found, hostnames }, translator),
  };
}

/** Asks which site is meant, before any of the hostnames is mapped. */
async function chooseAmong(
  hostnames: readonly string[],
  found: FoundSites,
  context: CommandContext,
): Promise<Answer> {
  const [hostname = '', ...others] = hostnames;
  const { app, sites } = found;
  const { translator, actor } = context;
  if (others.length > 0 || actor.isDirect === true) return openDialog({ hostnames, app, found }, context);
  return { dialog: siteDialog({ hostname, app, channel: actor.channel }, sites, translator) };
}
