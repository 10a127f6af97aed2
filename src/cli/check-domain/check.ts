import { conditionOf } from '../../core/condition.js';
import { allSeeAt, pendingResolvers } from '../../core/diagnosis/prediction.js';
import { decide, request } from '../../core/lifecycle/decide.js';
import type { Policy } from '../../core/lifecycle/policy.js';
import type { Context } from '../../core/lifecycle/step.js';
import type { Mapping } from '../../core/mapping.js';
import { createMappingProbe, type ProbeDeps } from '../../use-cases/shared/probe-mapping.js';
import { type CheckedApp, type CheckReport, reportOf } from './report.js';

export interface CheckDomainDeps extends ProbeDeps {
  readonly policy: Policy;
  readonly newId: () => string;
}

/** One hostname, checked as the bot checks it, with a mapping that is never stored. */
export interface DomainCheck {
  /** Checks again and returns the current state. Never throws for failures of DNS or servers. */
  check(): Promise<CheckReport>;
}

/** Doesn't call the hosting provider: its alias counts as accepted. `hostname` must be valid. */
export function createDomainCheck(deps: CheckDomainDeps, app: CheckedApp, hostname: string): DomainCheck {
  const observe = createMappingProbe(deps);
  const contextNow = (): Context => ({
    now: deps.now(),
    newId: deps.newId,
    random: deps.random(),
    policy: { ...deps.policy, intervalMs: app.intervalMs },
  });
  let mapping = newMapping(app.name, hostname, contextNow());

  return {
    async check() {
      const startedAt = deps.now();
      const input = await observe(mapping, app, true);
      const context = contextNow();
      mapping = decide(mapping, input, context).mapping;
      const { dns } = mapping;
      const { target } = app;
      return reportOf({
        mapping,
        app,
        // The latest observation, even if it failed and the lifecycle keeps an earlier one.
        seen: input.dns,
        condition: conditionOf(mapping, { now: context.now, target, policy: context.policy }),
        moment: { now: context.now, policy: context.policy },
        pending: dns.observation ? pendingResolvers(dns.observation, target, dns) : [],
        allSeeAt: dns.observation && allSeeAt(dns.observation, target, dns),
        tookMs: context.now - startedAt,
      });
    },
  };
}

function newMapping(app: string, hostname: string, context: Context): Mapping {
  const asked = request({ id: hostname, app, hostname, channel: '', by: 'system' }, context);
  return decide(asked.mapping, { type: 'alias.added', already: false }, context).mapping;
}
