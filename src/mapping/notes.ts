import { dnsDetails, findingDetails, sslDetails } from './details.js';
import type { DomainEvent } from './event.js';
import type { Finding } from './findings/finding.js';
import { findingsOf, matchingCodes } from './findings/findings.js';
import type { FindingCode } from './findings/table.js';
import type { Mapping, Note } from './mapping.js';
import { INTERVALS_TO_STUCK, RECORD_NORMAL_MS, REMINDERS_MS } from './policy.js';
import { isFailed, isPublished, isServed } from './stage.js';
import { type Context, elapsedMs, type Step, unchanged } from './step.js';
import type { Target } from './target.js';

/** Looks in a row without it, after which a finding is over. */
const LOOKS_TO_CLEAR = 2;

const AXES = ['dns', 'ssl'] as const;

/** What waiting can't change: reported at once. */
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
 * Remembers what stands in the way and since when. The worst finding of an axis is reported when it has lasted longer than is
 * normal, and again a day and a week later; that it is gone is reported when it was. Gone is what its own rule no longer
 * finds, not what another finding explains. An axis that could not be checked stays as it is.
 */
export function stepNotes(mapping: Mapping, target: Target, context: Context): Step {
  const axes = AXES.filter((axis) => isSeen(axis, mapping));
  if (axes.length === 0) return unchanged(mapping);
  const matching: ReadonlySet<string> = matchingCodes(mapping, target, context);
  const problems = findingsOf(mapping, target, context).filter(
    ({ axis, severity }) => severity === 'problem' && axes.includes(axis),
  );
  const known = mapping.notes.map((note) => (axes.includes(note.axis) ? seenAgain(note, matching) : note));
  const gone = known.filter((note) => isOver(note, mapping));
  const kept = known.filter((note) => !gone.includes(note));
  const fresh = problems.filter(({ code }) => !known.some((note) => note.code === code));
  const notes = [...kept, ...fresh.map((finding) => noteOf(finding, context.now))];
  const worst = axes.flatMap((axis) => problems.find((problem) => problem.axis === axis) ?? []);
  const lasting = worst.filter((finding) => isToTell(finding, notes, mapping, context));
  return {
    mapping: { ...mapping, notes: notes.map((note) => toldWith(note, lasting, context.now)) },
    tell: [
      ...gone
        .filter(({ told }) => told)
        .map((note) => cleared(note, present(mapping, note.axis, target, worst), context.now)),
      ...lasting.map((finding) => [`${finding.axis}.stuck`, detailsOf(finding, notes)] as const),
    ],
  };
}

/** Without DNS that is right nobody checks the certificate. */
function isSeen(axis: Note['axis'], { dns, ssl }: Mapping): boolean {
  if (dns.blindSince !== undefined) return false;
  return axis === 'dns' || (dns.state !== 'wrong' && ssl.blindSince === undefined);
}

const timesTold = ({ told, times = told ? 1 : 0 }: Note): number => times;

/** The sentence that says that it is over needs the same parameters. */
function toldWith(note: Note, lasting: readonly Finding[], now: number): Note {
  const finding = lasting.find(({ code }) => code === note.code);
  if (!finding) return note;
  return {
    ...note,
    told: true,
    toldAt: now,
    times: timesTold(note) + 1,
    params: { ...findingDetails(finding.params) },
  };
}

const seenAgain = (note: Note, matching: ReadonlySet<string>): Note => ({
  ...note,
  absentLooks: matching.has(note.code) ? 0 : note.absentLooks + 1,
});

const noteOf = ({ code, axis }: Finding, now: number): Note => ({
  code,
  axis,
  since: now,
  told: false,
  absentLooks: 0,
});

/** An axis that has come right needs no second look to say so. */
function isOver(note: Note, { dns, ssl }: Mapping): boolean {
  const isRight = note.axis === 'dns' ? isPublished(dns) : isServed(ssl);
  return note.absentLooks >= LOOKS_TO_CLEAR || (note.absentLooks > 0 && isRight);
}

function isToTell(finding: Finding, notes: readonly Note[], mapping: Mapping, context: Context): boolean {
  const note = notes.find((each) => each.code === finding.code);
  // The end of the watch says itself what was wrong.
  if (!note || isFailed(mapping)) return false;
  if (!note.told) return context.now >= unusualAt(finding, note.since, mapping, context);
  const reminderMs = REMINDERS_MS[timesTold(note) - 1];
  return reminderMs !== undefined && elapsedMs(note.toldAt ?? note.since, context.now) >= reminderMs;
}

/** From when on a finding is more than the usual wait for people, caches or the certificate. */
export function unusualAt(
  { axis, code }: Pick<Finding, 'axis' | 'code'>,
  since: number,
  { outcome, dns, ssl }: Mapping,
  { policy }: Pick<Context, 'policy'>,
): number {
  if (BLOCKERS.has(code)) return since;
  const isWaiting = outcome === undefined;
  if (isWaiting && code === 'record-missing') return (dns.startedAt ?? since) + RECORD_NORMAL_MS;
  if (axis === 'dns') return since + policy.intervalMs * INTERVALS_TO_STUCK;
  return (isWaiting ? (ssl.startedAt ?? since) : since) + policy.sslNormalMs;
}

/** What is true now, for whoever is told that a finding is over. */
function present(
  { dns, ssl }: Mapping,
  axis: Note['axis'],
  target: Target,
  worst: readonly Finding[],
): DomainEvent['details'] {
  const next = worst.find((finding) => finding.axis === axis);
  const seen = axis === 'dns' ? dnsDetails(dns, target) : sslDetails(ssl);
  const nowSeen = isPublished(dns) && axis === 'dns' ? 'target' : (seen['found'] ?? seen['served']);
  return {
    nowState: axis === 'dns' ? dns.state : ssl.state,
    ...(nowSeen === undefined ? {} : { nowSeen }),
    ...(next ? { nowFinding: next.code } : {}),
  };
}

const cleared = (note: Note, nowTrue: DomainEvent['details'], now: number) =>
  [
    `${note.axis}.cleared`,
    { ...note.params, finding: note.code, afterMs: elapsedMs(note.since, now), ...nowTrue },
  ] as const;

/** An event keeps what its sentence needs: records as lines of a zone file, parameters as they are. */
function detailsOf({ code, fixes, params }: Finding, notes: readonly Note[]): DomainEvent['details'] {
  const told = notes.find((note) => note.code === code);
  const again = told ? timesTold(told) : 0;
  return {
    ...findingDetails(params),
    finding: code,
    records: fixes.map(({ action, line }) => `${action} ${line}`).join('\n'),
    ...(again > 0 ? { again } : {}),
  };
}
