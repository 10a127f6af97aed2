import type { Finding } from '../diagnosis/findings/finding.js';
import { findingsOf, matchingCodes } from '../diagnosis/findings/findings.js';
import type { FindingCode } from '../diagnosis/findings/table.js';
import type { DetailsOf, EventDraft } from '../events/event.js';
import { elapsedMs } from '../instant.js';
import { sslUsualMs } from '../learning/durations.js';
import { dnsLimitMs } from '../learning/usual.js';
import type { Mapping, OpenFinding } from '../mapping.js';
import type { Target } from '../ports/provider-facts.js';
import { isMuted } from '../reporting/reporting.js';
import { isFailed, isPublished, isServed } from '../stage.js';
import { dnsDetails, findingDetails, sslDetails } from './details.js';
import { INTERVALS_TO_STUCK, RECORD_NORMAL_MS, REMINDERS_MS } from './policy.js';
import { type Context, type Step, unchanged } from './step.js';

/** Checks in a row without the finding before it counts as cleared. */
const CHECKS_TO_CLEAR = 2;

const AXES = ['dns', 'ssl'] as const;

/** Waiting doesn't fix these: reported at once. */
const BLOCKERS: ReadonlySet<FindingCode> = new Set([
  'aaaa-left-over',
  'wildcard-needs-dns',
  'caa-forbids',
  'caa-critical',
  'http-unreachable',
  'http-challenge-blocked',
  'http-not-http',
  'http-redirect-loop',
  'http-redirect-bad',
  'http-test-cookie',
  'http-login',
]);

/**
 * Tracks findings and when each began. The worst finding of an axis is reported once it lasts longer than
 * normal, and again after a day and a week; if it was reported, its end is reported too. A finding is cleared
 * when its own rule no longer matches, not when another finding explains it. An unchecked axis keeps its
 * findings.
 */
export function stepOpenFindings(mapping: Mapping, target: Target, context: Context): Step {
  const axes = AXES.filter((axis) => isSeen(axis, mapping));
  const findings = findingsOf(mapping, target, context);
  if (axes.length === 0) return { ...unchanged(mapping), findings };
  const isAnyOpen = mapping.openFindings.length > 0;
  const matching: ReadonlySet<string> = isAnyOpen ? matchingCodes(mapping, target, context) : new Set();
  const problems = findings.filter(({ axis, severity }) => severity === 'problem' && axes.includes(axis));
  const known = mapping.openFindings.map((openFinding) =>
    axes.includes(openFinding.axis) ? seenAgain(openFinding, matching) : openFinding,
  );
  const gone = known.filter((openFinding) => isOver(openFinding, mapping));
  const kept = known.filter((openFinding) => !gone.includes(openFinding));
  const fresh = problems.filter(({ code }) => !known.some((openFinding) => openFinding.code === code));
  const openFindings = [...kept, ...fresh.map((finding) => openFindingOf(finding, context.now))];
  const reportable = problems.filter(({ code }) => !isMuted(mapping, code));
  const worst = axes.flatMap((axis) => reportable.find((problem) => problem.axis === axis) ?? []);
  const lasting = worst.filter((finding) => isReportable(finding, openFindings, mapping, context));
  return {
    findings,
    mapping: {
      ...mapping,
      openFindings: openFindings.map((openFinding) => reportedWith(openFinding, lasting, context.now)),
    },
    report: [
      ...gone
        .filter(({ reported }) => reported)
        .map((openFinding) =>
          cleared(openFinding, presentFindings(mapping, openFinding.axis, target, worst), context.now),
        ),
      ...lasting.map(
        (finding) => [`${finding.axis}.stuck`, detailsOf(finding, openFindings, mapping)] as const,
      ),
    ],
  };
}

/** The certificate is checked only when DNS is right. */
function isSeen(axis: OpenFinding['axis'], { dns, ssl }: Mapping): boolean {
  if (dns.uncheckedSince !== undefined) return false;
  return axis === 'dns' || (dns.state !== 'wrong' && ssl.uncheckedSince === undefined);
}

const timesReported = ({ reported, times = reported ? 1 : 0 }: OpenFinding): number => times;

/** The sentence that reports its end needs the same parameters. */
function reportedWith(openFinding: OpenFinding, lasting: readonly Finding[], now: number): OpenFinding {
  const finding = lasting.find(({ code }) => code === openFinding.code);
  if (!finding) return openFinding;
  return {
    ...openFinding,
    reported: true,
    reportedAt: now,
    times: timesReported(openFinding) + 1,
    params: { ...findingDetails(finding.params) },
  };
}

const seenAgain = (openFinding: OpenFinding, matching: ReadonlySet<string>): OpenFinding => ({
  ...openFinding,
  absentChecks: matching.has(openFinding.code) ? 0 : openFinding.absentChecks + 1,
});

const openFindingOf = ({ code, axis }: Finding, now: number): OpenFinding => ({
  code,
  axis,
  since: now,
  reported: false,
  absentChecks: 0,
});

/** An axis that is right needs no second check to clear its findings. */
function isOver(openFinding: OpenFinding, { dns, ssl }: Mapping): boolean {
  const isRight = openFinding.axis === 'dns' ? isPublished(dns) : isServed(ssl);
  return openFinding.absentChecks >= CHECKS_TO_CLEAR || (openFinding.absentChecks > 0 && isRight);
}

function isReportable(
  finding: Finding,
  openFindings: readonly OpenFinding[],
  mapping: Mapping,
  context: Context,
): boolean {
  const openFinding = openFindings.find((each) => each.code === finding.code);
  // The failure event itself says what was wrong.
  if (!openFinding || isFailed(mapping)) return false;
  const times = timesAnnounced(openFinding, mapping);
  if (times === 0) return context.now >= unusualAt(finding, openFinding.since, mapping, context);
  if (openFinding.acknowledgedBy !== undefined || mapping.snooze) return false;
  const reminderMs = REMINDERS_MS[times - 1];
  return (
    reminderMs !== undefined &&
    elapsedMs(openFinding.reportedAt ?? openFinding.since, context.now) >= reminderMs
  );
}

/** How often it was reported to people; the event that reports a drift counts, because it says what DNS has. */
const timesAnnounced = (openFinding: OpenFinding, { dns }: Mapping): number =>
  timesReported(openFinding) + (openFinding.axis === 'dns' && dns.isDrifted ? 1 : 0);

/** When a finding has lasted longer than the usual wait for people, caches or the certificate (epoch ms). */
export function unusualAt(
  { axis, code }: Pick<Finding, 'axis' | 'code'>,
  since: number,
  { outcome, dns, ssl }: Mapping,
  { policy }: Pick<Context, 'policy'>,
): number {
  if (BLOCKERS.has(code)) return since;
  const isWaiting = outcome === undefined;
  if (isWaiting && code === 'record-missing')
    return (dns.startedAt ?? since) + (dnsLimitMs({ dns }, policy.learned) ?? RECORD_NORMAL_MS);
  // Several checks have confirmed it already.
  if (axis === 'dns' && !isWaiting && dns.state === 'wrong' && !dns.isDrifted) return since;
  if (axis === 'dns') return since + policy.intervalMs * INTERVALS_TO_STUCK;
  return isWaiting ? (ssl.startedAt ?? since) + sslUsualMs(policy) : since + policy.sslNormalMs;
}

type Present = Pick<DetailsOf<'dns.cleared'>, 'nowState' | 'nowSeen' | 'nowFinding'>;

/** What is true now, for the event that reports a finding as cleared. */
function presentFindings(
  { dns, ssl }: Mapping,
  axis: OpenFinding['axis'],
  target: Target,
  worst: readonly Finding[],
): Present {
  const next = worst.find((finding) => finding.axis === axis);
  const served = ssl.observation && sslDetails(ssl.observation).served;
  const found = isPublished(dns) ? 'target' : dnsDetails(dns, target).found;
  const nowSeen = axis === 'dns' ? found : served;
  return {
    nowState: axis === 'dns' ? dns.state : ssl.state,
    ...(nowSeen === undefined ? {} : { nowSeen }),
    ...(next ? { nowFinding: next.code } : {}),
  };
}

const cleared = (openFinding: OpenFinding, nowTrue: Present, now: number): EventDraft => [
  `${openFinding.axis}.cleared`,
  {
    ...openFinding.params,
    finding: openFinding.code,
    afterMs: elapsedMs(openFinding.since, now),
    ...nowTrue,
  },
];

/** An event stores what its sentence needs: records as zone file lines, parameters unchanged. */
function detailsOf(
  { code, fixes, params }: Finding,
  openFindings: readonly OpenFinding[],
  mapping: Mapping,
): DetailsOf<'dns.stuck'> {
  const reported = openFindings.find((openFinding) => openFinding.code === code);
  const again = reported ? timesAnnounced(reported, mapping) : 0;
  return {
    ...findingDetails(params),
    finding: code,
    dnsRecords: fixes.map(({ action, line }) => `${action} ${line}`).join('\n'),
    ...(again > 0 ? { again } : {}),
  };
}
