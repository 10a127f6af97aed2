import type { RequestListener } from 'node:http';
import type { FindingCode } from '../../../src/core/diagnosis/findings/table.js';
import type { Serving } from '../../../src/sandbox/edge/edge.js';
import { type Scenario, type Scene, served } from '../scenario.js';

/** What a scenario is called, and what it has to bring. */
export const scenarioHead = (
  name: string,
  expected: readonly FindingCode[],
  verdict: Scenario['verdict'],
  says?: RegExp,
): Omit<Scenario, 'arrange'> => ({
  name,
  expected,
  ...(verdict ? { verdict } : {}),
  ...(says ? { says } : {}),
});

/** DNS is right, TLS serves so, and port 80 of this name answers so. */
export const servedAndShown = (
  name: string,
  expected: readonly FindingCode[],
  verdict: Scenario['verdict'],
  says: RegExp | undefined,
  serving: Serving,
  answer: (scene: Scene) => RequestListener,
): Scenario => ({
  ...scenarioHead(name, expected, verdict, says),
  arrange: async (scene) => {
    await served(scene, serving);
    scene.http.respond(scene.hostname, answer(scene));
  },
});

/** Where these come first, there is nothing to do. */
const HARMLESS: readonly (FindingCode | undefined)[] = [undefined, 'site-login', 'site-other'];

/** DNS and certificate are right; port 80 of this name answers so. */
export const shown = (
  name: string,
  expected: readonly FindingCode[],
  says: RegExp | undefined,
  answer: (scene: Scene) => RequestListener,
): Scenario =>
  servedAndShown(name, expected, HARMLESS.includes(expected[0]) ? 'right' : 'todo', says, 'issued', answer);
