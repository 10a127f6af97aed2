import { z } from 'zod';
import { instant } from '../instant.js';

/**
 * The result of a request for an unknown ACME challenge at one address. `unreadable`: breaks a rule of HTTP that browsers
 * don't insist on, and the bot's client does, or comes in HTTP/2 alone.
 * `certificate-required`: the server answers only clients that show a certificate of their own.
 */
export const httpOutcomes = [
  'reached',
  'login',
  'error',
  'redirect-loop',
  'too-many-redirects',
  'bad-redirect',
  'test-cookie',
  'challenge-blocked',
  'not-http',
  'reset',
  'refused',
  'timeout',
  'unreachable',
  'blocked',
  'unreadable',
  'certificate-required',
] as const;

const httpAnswer = z.object({
  address: z.string(),
  outcome: z.enum(httpOutcomes),
  status: z.number().optional(),
  server: z.string().optional(),
  redirects: z.number(),
  location: z.string().optional(),
  /** The redirects ended at a server that isn't the target's. */
  isElsewhere: z.boolean().optional(),
  rttMs: z.number(),
});

export const siteKinds = ['wordpress', 'default-page', 'other', 'error', 'login', 'none'] as const;

/**
 * Which page is served. `ours`: WordPress under the hostname or its www; `network-signup`: the network's
 * sign-up page; `network-main`: the network's own site; `other-host`: redirects, canonical or REST link lead
 * to another host; `default-page`: the same page as for an unknown name; `suspended`, `install`: pages of
 * that kind; `unknown`: none of these.
 */
export const servedKinds = [
  'ours',
  'network-signup',
  'network-main',
  'other-host',
  'default-page',
  'suspended',
  'install',
  'login',
  'forbidden',
  'unknown',
] as const;

const siteAnswer = z.object({
  address: z.string(),
  kind: z.enum(siteKinds),
  served: z.enum(servedKinds).optional(),
  /** The host where the redirects ended, and the one in canonical and REST link if it differs. */
  finalHost: z.string().optional(),
  linkedHost: z.string().optional(),
  /** Why a request got no page: a failure, or a redirect fault, and where the last redirect led. */
  failure: z.enum(httpOutcomes).optional(),
  location: z.string().optional(),
  /** Asked for over HTTPS from the start. */
  isSecure: z.boolean().optional(),
  status: z.number().optional(),
  /** PHP's error message is shown instead of the page. */
  isPhpError: z.boolean().optional(),
  /**
   * Instead of the page: PHP that isn't run, a download or its own code, an error whose status doesn't say so or one that
   * is to pass, another host in a frame, or ads or an offer of the domain.
   */
  shows: z.enum(['source', 'download', 'error', 'pause', 'frame', 'parking']).optional(),
  /** The host where the redirects ended, has no certificate of its own that browsers trust. */
  isUntrusted: z.boolean().optional(),
  title: z.string().optional(),
  /** Of the page as it was judged; while it is the same, the verdict holds. */
  fingerprint: z.string().optional(),
});

export const httpObservation = z.object({
  at: instant,
  queried: z.string(),
  /** When port 80 was asked, if that was before `at`. */
  challengeAt: instant.optional(),
  challenge: z.array(httpAnswer),
  site: z.array(siteAnswer),
});

export type HttpAnswer = z.infer<typeof httpAnswer>;
export type Served = (typeof servedKinds)[number];
export type HttpOutcome = HttpAnswer['outcome'];
export type SiteAnswer = z.infer<typeof siteAnswer>;
export type HttpObservation = z.infer<typeof httpObservation>;
