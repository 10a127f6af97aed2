import { z } from 'zod';
import { instant } from './instant.js';

/** What a request for an unknown ACME challenge came to at one address; see `http-probe.ts` for what each means. */
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
] as const;

const httpAnswer = z.object({
  address: z.string(),
  outcome: z.enum(httpOutcomes),
  status: z.number().optional(),
  server: z.string().optional(),
  redirects: z.number(),
  location: z.string().optional(),
  rttMs: z.number(),
});

export const siteKinds = ['wordpress', 'default-page', 'other', 'error', 'login', 'none'] as const;

const siteAnswer = z.object({
  address: z.string(),
  kind: z.enum(siteKinds),
  status: z.number().optional(),
  title: z.string().optional(),
});

export const httpObservation = z.object({
  at: instant,
  queried: z.string(),
  challenge: z.array(httpAnswer),
  site: z.array(siteAnswer),
});

export type HttpAnswer = z.infer<typeof httpAnswer>;
export type HttpOutcome = HttpAnswer['outcome'];
export type SiteAnswer = z.infer<typeof siteAnswer>;
export type HttpObservation = z.infer<typeof httpObservation>;
