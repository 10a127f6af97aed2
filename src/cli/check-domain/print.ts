import type { DnsRecordFix, Finding } from '../../core/diagnosis/findings/finding.js';
import type { HostnameProblem } from '../../core/hostname.js';
import { isoTime } from '../../core/instant.js';
import type { DnsObservation } from '../../core/observation/observation.js';
import { visible } from '../../slack/blocks/mrkdwn.js';
import { certificateError, plainly } from '../../slack/views/findings.js';
import type { Translator } from '../../slack/views/translator.js';
import { version } from '../../util/version.js';
import type { CheckReport } from './report.js';

/** Version of the JSON form; raised when a field is removed or changes meaning, not when one is added. */
const SCHEMA = 1;

/** Output of checks: text for people, or one JSON object a line. */
export interface Printer {
  check(report: CheckReport): string;
  /** Text that is no hostname. */
  problem(input: string, problem: HostnameProblem): string;
}

export const jsonPrinter = (translator: Translator): Printer => ({
  check: (report) => `${JSON.stringify(reportJson(report, translator))}\n`,
  problem: (input, problem) =>
    `${JSON.stringify({
      schema: SCHEMA,
      version,
      input,
      verdict: 'refused',
      problem: { code: problem.code, text: sentenceOf(problem, translator) },
    })}\n`,
});

const sentenceOf = ({ code, params }: HostnameProblem, translator: Translator): string =>
  translator.tPlain(`hostname.${code}`, params).replaceAll('`', '');

const iso = (at: number | null | undefined): string | null => (typeof at === 'number' ? isoTime(at) : null);

function reportJson(report: CheckReport, translator: Translator) {
  const { at, condition, axes, findings, predictions, zone, nameServers, dnsProvider, ...rest } = report;
  const { evidence, state } = axes.ssl;
  return {
    schema: SCHEMA,
    version,
    ...rest,
    at: iso(at),
    condition: {
      stage: condition.stage,
      health: condition.health,
      since: iso(condition.since),
      nextCheckAt: iso(condition.nextCheck.at),
    },
    axes: {
      ...axes,
      ssl: {
        state,
        ...(evidence ? { ...evidence, validTo: evidence.validTo > 0 ? iso(evidence.validTo) : null } : {}),
      },
    },
    findings: findings.map(({ fixes, ...finding }) => ({
      ...finding,
      what: plainly('finding', { ...finding, fixes }, translator),
      toDo: plainly('fix', { ...finding, fixes }, translator),
      changes: fixes.map((fix) => ({ ...fix, host: printedHost(fix, zone, dnsProvider) })),
    })),
    predictions: {
      allSeeAt: iso(predictions.allSeeAt),
      resolvers: predictions.resolvers.map(({ resolver, at: flipsAt }) => ({ resolver, at: iso(flipsAt) })),
    },
    zone: zone ?? null,
    nameServers: nameServers ?? null,
    dnsProvider: dnsProvider ?? null,
  };
}

/** A terminal obeys control characters, also those in names and titles that strangers chose. */
export const textPrinter = (translator: Translator): Printer => ({
  check: (report) => `${visible(reportText(report, translator).join('\n'))}\n\n`,
  problem: (input, problem) => {
    const text = sentenceOf(problem, translator);
    return `${visible(text.startsWith(input) ? text : `${input}: ${text}`)}\n\n`;
  },
});

function reportText(report: CheckReport, translator: Translator): string[] {
  const { hostname, unicode, app, verdict, whoActs, findings } = report;
  const { tPlain: t } = translator;
  const name = unicode === hostname ? hostname : `${unicode} (${hostname})`;
  return [
    t('check-domain.title', { hostname: name, app }),
    t('check-domain.verdict', { verdict, whoActs }),
    '',
    printedDnsLine(report, translator),
    printedSslLine(report, translator),
    ...printedSiteLines(report, translator),
    ...providerLines(report, translator),
    ...predictionLines(report, translator),
    ...findings.flatMap((finding) => ['', ...findingLines(finding, report, translator)]),
  ];
}

function printedDnsLine({ axes: { dns } }: CheckReport, { tPlain: t, list }: Translator): string {
  const line = t('check-domain.dns', {
    state: dns.state,
    right: dns.servers.right,
    of: dns.servers.of,
    resolversRight: dns.resolvers.right,
    resolversOf: dns.resolvers.of,
  });
  const found = t(`dns.found.${dns.found}`, { values: list(dns.values) });
  return dns.state === 'wrong' || dns.found === 'values' ? `${line} ${found}` : line;
}

function printedSslLine({ axes: { ssl } }: CheckReport, { tPlain: t, list }: Translator): string {
  const line = t('check-domain.ssl', { state: ssl.state });
  if (!ssl.evidence) return line;
  const { served, names, validTo, error, ...words } = ssl.evidence;
  const params = {
    ...words,
    error: certificateError(error, t) ?? error,
    names: list(names.slice(0, 6)),
    validTo: isoTime(validTo).slice(0, 10),
  };
  return `${line} ${t(`ssl.served.${served}`, params)}`;
}

function printedSiteLines({ axes: { site } }: CheckReport, { tPlain: t }: Translator): string[] {
  if (site.state === 'unwatched') return [];
  return [t('check-domain.site', { state: site.state, location: site.location ?? '' })];
}

function providerLines({ dnsProvider }: CheckReport, { tPlain: t, list }: Translator): string[] {
  if (!dnsProvider) return [];
  const { name, secondName = '', panelUrl = '' } = dnsProvider;
  return [
    t('check-domain.provider', {
      names: list(secondName === '' ? [name] : [name, secondName]),
      panelUrl,
      hasPanel: String(panelUrl !== ''),
    }),
  ];
}

const predictionLines = ({ predictions }: CheckReport, { tPlain: t }: Translator): string[] =>
  predictions.resolvers.map(({ resolver, at }) =>
    at === undefined
      ? t('check-domain.cache-unknown', { resolver })
      : t('check-domain.cache', { resolver, at: isoTime(at) }),
  );

function findingLines(
  finding: Finding,
  { zone, dnsProvider }: CheckReport,
  translator: Translator,
): string[] {
  const { tPlain: t } = translator;
  const { severity, whoActs, code, fixes } = finding;
  return [
    t('check-domain.finding', { severity, code, what: plainly('finding', finding, translator) }),
    `  ${t('check-domain.to-do', { whoActs, toDo: plainly('fix', finding, translator) })}`,
    ...tableOf([
      ...(fixes.length > 0
        ? [
            t('check-domain.columns')
              .split('|')
              .map((column) => column.trim()),
          ]
        : []),
      ...fixes.map((fix) => [
        t('check-domain.action', { action: fix.action }),
        fix.type,
        printedHost(fix, zone, dnsProvider),
        fix.value,
      ]),
    ]),
  ];
}

/** Makes columns as wide as their widest cell. */
function tableOf(rows: readonly (readonly string[])[]): string[] {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows.map(
    (row) =>
      `    ${row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd()}`,
  );
}

/** The name as the provider's panel expects it, if known. */
function printedHost(
  { host, name }: DnsRecordFix,
  zone: string | undefined,
  provider: DnsObservation['dnsProvider'],
): string {
  const { style, apex } = provider?.hostField ?? {};
  if (host === '@') return apex === 'domain' ? (zone ?? name) : apex === 'empty' ? '' : host;
  return style === 'full' ? name : host;
}
