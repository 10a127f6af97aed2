import { createHash } from 'node:crypto';
import { z } from 'zod';
import { DAY_MS, instant } from '../../core/instant.js';
import type { DocumentKind, Documents } from '../../store/documents.js';
import { StaleVersion } from '../../store/store.js';

/** A link that a customer was given: what its return is about. Only the hash of its state is stored. */
const givenLink = z.object({ hash: z.string(), mapping: z.string(), dnsProvider: z.string(), at: instant });
export type GivenLink = z.infer<typeof givenLink>;

const storedLinks = z.object({ links: z.array(givenLink) });
const linksKind: DocumentKind<z.infer<typeof storedLinks>> = {
  name: 'domain-connect',
  form: { schema: 1, migrations: new Map() },
  content: storedLinks,
};
const LINKS_KEY = 'links';
/** A customer may open the link days later. */
const LINK_KEPT_MS = 30 * DAY_MS;
/** More open links than any agency has; the oldest are forgotten first. */
const MAX_LINKS = 2_000;
const MAX_WRITES = 10;

/** An unguessable state is 122 random bits at least. */
export const isState = (text: string): boolean => /^[\w-]{32,80}$/.test(text);

/** Remembers the link with this state. */
export const rememberLink = (
  documents: Documents,
  state: string,
  link: Omit<GivenLink, 'hash'>,
): Promise<void> =>
  updateLinks(documents, (links) => [
    ...links.filter(({ at }) => at > link.at - LINK_KEPT_MS).slice(1 - MAX_LINKS),
    { ...link, hash: hashOfState(state) },
  ]);

/** The link with this state, unless it is used or too old. */
export async function linkOfState(
  documents: Documents,
  state: string,
  now: number,
): Promise<GivenLink | undefined> {
  const hash = hashOfState(state);
  const links = (await documents.read(linksKind, LINKS_KEY))?.value.links ?? [];
  return links.find((link) => link.hash === hash && link.at > now - LINK_KEPT_MS);
}

/** The link is no longer valid. */
export const forgetLink = (documents: Documents, { hash }: GivenLink): Promise<void> =>
  updateLinks(documents, (links) => links.filter((link) => link.hash !== hash));

async function updateLinks(
  documents: Documents,
  next: (links: readonly GivenLink[]) => GivenLink[],
): Promise<void> {
  for (let tries = 1; ; tries++) {
    const { value, version } = (await documents.read(linksKind, LINKS_KEY)) ?? {
      value: { links: [] },
      version: 0,
    };
    try {
      await documents.write(linksKind, LINKS_KEY, { ...value, links: next(value.links) }, version);
      return;
    } catch (error) {
      if (!(error instanceof StaleVersion) || tries >= MAX_WRITES) throw error;
    }
  }
}

const hashOfState = (state: string): string => createHash('sha256').update(state).digest('hex');
