import type { DomainEvent } from './event.js';
import type { Finding } from './findings/finding.js';
import { findingsOf } from './findings/findings.js';
import type { Mapping, Note } from './mapping.js';
import { INTERVALS_TO_STUCK } from './policy.js';
import { isPublished, isServed } from './stage.js';
import { type Context, elapsedMs, type Step, unchanged } from './step.js';
import type { Target } from './target.js';

/** Looks in a row without it, after which a finding is over. */
const LOOKS_TO_CLEAR = 2;

const AXES = ['dns', 'ssl'] as const;

/**
 * Remembers what stands in the way and since when. The worst finding of an axis is told once, when it has lasted longer
 * than is normal; that it is gone is told when it was. An axis that could not be looked at stays as it is.
 */
export function stepNotes(mapping: Mapping, target: Target, context: Context): Step {
  const axes = AXES.filter((axis) => isSeen(axis, mapping));
  if (axes.length === 0) return unchanged(mapping);
  const problems = findingsOf(mapping, target, context).filter(
    ({ axis, severity }) => severity === 'problem' && axes.includes(axis),
  );
  const known = mapping.notes.map((note) => (axes.includes(note.axis) ? seenAgain(note, problems) : note));
  const gone = known.filter((note) => isOver(note, mapping));
  const kept = known.filter((note) => !gone.includes(note));
  const fresh = problems.filter(({ code }) => !known.some((note) => note.code === code));
  const notes = [...kept, ...fresh.map((finding) => noteOf(finding, context.now))];
  const worst = axes.flatMap((axis) => problems.find((problem) => problem.axis === axis) ?? []);
  const lasting = worst.filter((finding) => isToTell(finding, notes, mapping, context));
  return {
    mapping: { ...mapping, notes: notes.map((note) => toldWith(note, lasting)) },
    tell: [
      ...gone.filter(({ told }) => told).map((note) => cleared(note, context.now)),
      ...lasting.map((finding) => [`${finding.axis}.stuck`, detailsOf(finding)] as const),
    ],
  };
}

/** Without DNS that is right nobody looks at the certificate. */
function isSeen(axis: Note['axis'], { dns, ssl }: Mapping): boolean {
  if (dns.blindSince !== undefined) return false;
  return axis === 'dns' || (dns.state !== 'wrong' && ssl.blindSince === undefined);
}

/** The sentence that says that it is over needs the same parameters. */
function toldWith(note: Note, lasting: readonly Finding[]): Note {
  const finding = lasting.find(({ code }) => code === note.code);
  return finding ? { ...note, told: true, params: { ...finding.params } } : note;
}

const isIn = (findings: readonly Finding[], { code }: Note): boolean =>
  findings.some((finding) => finding.code === code);

const seenAgain = (note: Note, problems: readonly Finding[]): Note => ({
  ...note,
  absentLooks: isIn(problems, note) ? 0 : note.absentLooks + 1,
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

function isToTell(
  { code, axis }: Finding,
  notes: readonly Note[],
  mapping: Mapping,
  { now, policy }: Context,
): boolean {
  const note = notes.find((each) => each.code === code);
  // The end of the watch says itself what was wrong.
  if (!note || note.told || (mapping.outcome !== undefined && mapping.outcome.stage !== 'done')) return false;
  if (axis === 'dns') return elapsedMs(note.since, now) >= policy.intervalMs * INTERVALS_TO_STUCK;
  const since = mapping.outcome ? note.since : mapping.ssl.startedAt;
  return elapsedMs(since, now) >= policy.sslNormalMs;
}

const cleared = (note: Note, now: number) =>
  [
    `${note.axis}.cleared`,
    { ...note.params, finding: note.code, afterMs: elapsedMs(note.since, now) },
  ] as const;

/** An event keeps what its sentence needs: records as lines of a zone file, parameters as they are. */
const detailsOf = ({ code, fixes, params }: Finding): DomainEvent['details'] => ({
  ...params,
  finding: code,
  records: fixes.map(({ action, line }) => `${action} ${line}`).join('\n'),
});
