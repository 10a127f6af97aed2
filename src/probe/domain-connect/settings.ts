import { isIP } from 'node:net';
import { z } from 'zod';
import { parseJson } from '../../util/parse-json.js';

const MAX_NAME_LENGTH = 60;
const MAX_URL_LENGTH = 2_000;
const MAX_NAME_SERVERS = 32;

/** Control, format (bidirectional marks among them), private and unassigned characters, line and paragraph separators. */
const UNSEEN = /[\p{C}\p{Zl}\p{Zp}]/gu;

const name = z
  .string()
  .transform((text) =>
    [...text.replaceAll(/\s+/g, ' ').replaceAll(UNSEEN, '').trim()].slice(0, MAX_NAME_LENGTH),
  )
  .transform((characters) => characters.join('').trim())
  .pipe(z.string().min(1));
const httpsUrl = z
  .string()
  .max(MAX_URL_LENGTH)
  .refine((text) => isEndpointBase(parseHttps(text)));

/** An invalid optional field is dropped; the rest stays valid. */
const settingsSchema = z.object({
  providerId: z.string().min(1).max(253),
  providerName: name,
  providerDisplayName: name.optional().catch(undefined),
  urlAPI: httpsUrl,
  urlSyncUX: httpsUrl.optional().catch(undefined),
  urlControlPanel: z.string().max(MAX_URL_LENGTH).optional().catch(undefined),
  nameServers: z.array(z.string().max(255)).max(MAX_NAME_SERVERS).optional().catch(undefined),
});

/** A DNS provider's settings for a zone: untrusted, so checked and bounded. */
export interface DomainConnectSettings {
  readonly providerId: string;
  /** The brand that customers know. */
  readonly name: string;
  readonly urlAPI: string;
  /** Absent if the provider has no synchronous flow. */
  readonly urlSyncUX?: string;
  /** The zone in the customer's panel. */
  readonly panelUrl?: string;
  readonly nameServers?: readonly string[];
}

/** Undefined for anything but usable settings. */
export function parseSettings(body: string, zone: string): DomainConnectSettings | undefined {
  const settings = parseJson(body, settingsSchema);
  if (!settings) return undefined;
  const { providerId, providerName, providerDisplayName, urlAPI, urlSyncUX, urlControlPanel, nameServers } =
    settings;
  const panelUrl = urlControlPanel === undefined ? undefined : panelUrlOf(urlControlPanel, zone);
  return {
    providerId,
    name: providerDisplayName ?? providerName,
    urlAPI,
    ...(urlSyncUX !== undefined && { urlSyncUX }),
    ...(panelUrl !== undefined && { panelUrl }),
    ...(nameServers && nameServers.length > 0 && { nameServers }),
  };
}

function panelUrlOf(template: string, zone: string): string | undefined {
  const url = parseHttps(template.replaceAll('%domain%', encodeURIComponent(zone)));
  // A "|" ends a link in Slack's mark-up.
  return url?.href.replaceAll('|', '%7C');
}

function parseHttps(text: string): URL | undefined {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  return url?.protocol === 'https:' && !url.username && !url.password ? url : undefined;
}

/** Paths are appended to it. No consent page is at a literal address or a bare name. */
const isEndpointBase = (url: URL | undefined): boolean =>
  url !== undefined &&
  !url.search &&
  !url.hash &&
  isIP(url.hostname) === 0 &&
  /^[^[]+\.[^.]/.test(url.hostname);
