import { type DoctorResult, note, ok, problem } from './result.js';
import { failureReason } from './slack-checks.js';

/** What Slack says about people with rights. Every method may throw. */
export interface PeopleDiagnosis {
  /** Undefined for a person Slack doesn't know. */
  person(id: string): Promise<{ readonly name: string; readonly isActive: boolean } | undefined>;
  /** Undefined for a deleted or disabled group. */
  group(id: string): Promise<{ readonly name: string; readonly members: readonly string[] } | undefined>;
}

export interface RightsConfig {
  readonly operators: readonly string[];
  readonly admins: readonly string[];
  readonly needsApproval: boolean;
}

interface Diagnosed {
  readonly line: DoctorResult;
  /** The people it gives the right to. */
  readonly people: readonly string[];
}

/** Checks operators, admins and groups by name, and that two people exist for an approval. */
export async function diagnosePeople(
  diagnosis: PeopleDiagnosis,
  { operators, admins, needsApproval }: RightsConfig,
): Promise<DoctorResult[]> {
  const [asOperators, asAdmins] = await Promise.all([
    diagnoseIds(diagnosis, 'DOMAIN_OPERATORS', operators),
    diagnoseIds(diagnosis, 'DOMAIN_ADMINS', admins),
  ]);
  const all = [...asOperators, ...asAdmins];
  return [
    ...(operators.length === 0 ? [note('doctor.operators.everyone')] : []),
    ...all.map(({ line }) => line),
    ...(needsApproval ? [approvalLine(operators, all)] : []),
  ];
}

const diagnoseIds = (
  diagnosis: PeopleDiagnosis,
  variable: string,
  ids: readonly string[],
): Promise<Diagnosed[]> =>
  Promise.all(
    ids.map((id) => (id.startsWith('S') ? diagnoseGroup : diagnosePerson)(diagnosis, variable, id)),
  );

async function diagnosePerson(diagnosis: PeopleDiagnosis, variable: string, id: string): Promise<Diagnosed> {
  try {
    const person = await diagnosis.person(id);
    if (!person) return { line: problem('doctor.person.unknown', { id, variable }), people: [] };
    const { name, isActive } = person;
    return isActive
      ? { line: ok('doctor.person.known', { name, variable }), people: [id] }
      : { line: problem('doctor.person.inactive', { name, id, variable }), people: [] };
  } catch (error) {
    return { line: note('doctor.person.unread', { id, variable, reason: failureReason(error) }), people: [] };
  }
}

/** Slack's permanent refusals: until they end, the group gives nobody permissions. */
const PERMANENT_REFUSALS: ReadonlyMap<string, DoctorResult['key']> = new Map([
  ['plan_upgrade_required', 'doctor.group.no-plan'],
  ['missing_scope', 'doctor.group.no-scope'],
  ['subteam_disabled', 'doctor.group.unknown'],
] as const);

async function diagnoseGroup(diagnosis: PeopleDiagnosis, variable: string, id: string): Promise<Diagnosed> {
  try {
    const group = await diagnosis.group(id);
    if (!group) return { line: problem('doctor.group.unknown', { id, variable }), people: [] };
    const { name, members } = group;
    const count = members.length;
    return count === 0
      ? { line: problem('doctor.group.empty', { name, id, variable }), people: [] }
      : { line: ok('doctor.group.known', { name, variable, count }), people: members };
  } catch (error) {
    const reason = failureReason(error);
    const permanent = PERMANENT_REFUSALS.get(reason);
    if (permanent) return { line: problem(permanent, { id, variable }), people: [] };
    return { line: note('doctor.person.unread', { id, variable, reason: reason }), people: [] };
  }
}

/** A second person has to approve; if everyone is allowed, there is one. */
function approvalLine(operators: readonly string[], all: readonly Diagnosed[]): DoctorResult {
  if (operators.length === 0) return ok('doctor.approval.possible');
  if (all.some(({ line }) => line.state === 'note')) return note('doctor.approval.unknown');
  const people = new Set(all.flatMap(({ people }) => people));
  return people.size > 1 ? ok('doctor.approval.possible') : problem('doctor.approval.impossible');
}
