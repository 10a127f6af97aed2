import type { DnsRecordFix, Finding } from '../../core/diagnosis/findings/finding.js';
import { allSeeAt, roundedUp } from '../../core/diagnosis/prediction.js';
import { dnsRecordsFor } from '../../core/dns-records.js';
import { isoTime } from '../../core/instant.js';
import type { Mapping } from '../../core/mapping.js';
import type { StoredMapping } from '../../store/store.js';
import { section } from '../blocks/blocks.js';
import { codeBlock } from '../blocks/mrkdwn.js';
import type { View } from '../blocks/view.js';
import { displayName } from './display-name.js';
import { plainly } from './findings.js';
import { NO_TARGET, type Translator } from './translator.js';

export const CUSTOMER_ACTION = 'customer';

const MAX_FINDINGS = 3;
/** On the certificate's axis only these are the customer's to mend. */
const CUSTOMERS_OWN = /^(?:caa-|http-(?:redirect|login|test-cookie|challenge|error))/;

/** Ready to copy into an e-mail: plain words, exact records, no mark-up. */
export function customerView({ mapping }: StoredMapping, translator: Translator): View {
  const title = translator.t('customer.title');
  const text = customerText(mapping, translator);
  return { text: title, blocks: [section(title), section(codeBlock(text.split('\n')).text)] };
}

export function customerText(mapping: Mapping, reader: Translator): string {
  const translator = reader.about(mapping.app);
  const hostname = displayName(mapping.hostname);
  const target = translator.appOf(mapping.app)?.target ?? NO_TARGET;
  const findings = translator
    .findings(mapping)
    .filter(
      ({ axis, severity, code }) => severity === 'problem' && (axis === 'dns' || CUSTOMERS_OWN.test(code)),
    )
    .slice(0, MAX_FINDINGS);
  const isUnseen = mapping.dns.observation === undefined;
  const todo = isUnseen
    ? firstDnsRecords(mapping, target, translator)
    : findings.flatMap((finding) => paragraphs(finding, translator));
  const isReady = mapping.stage === 'done' && todo.length === 0;
  const intro = isReady ? 'customer.intro-ready' : todo.length > 0 ? 'customer.intro' : 'customer.intro-fine';
  return [
    translator.tPlain('customer.greeting'),
    '',
    translator.tPlain(intro, { hostname }),
    ...todo,
    ...(isReady ? [] : ['', ...ending(mapping, target, todo.length > 0, translator)]),
  ].join('\n');
}

function paragraphs(finding: Finding, translator: Translator): string[] {
  return [
    '',
    plainly('finding', finding, translator),
    plainly('fix', finding, translator),
    ...finding.fixes.flatMap((fix) => dnsRecordLines(fix, translator)),
  ];
}

function firstDnsRecords(mapping: Mapping, target: typeof NO_TARGET, translator: Translator): string[] {
  const { preferred } = dnsRecordsFor(mapping.hostname, target);
  return preferred.flatMap((record) => ['', ...dnsRecordLines({ ...record, action: 'create' }, translator)]);
}

const dnsRecordLines = ({ action, type, host, value }: DnsRecordFix, translator: Translator): string[] => [
  translator.tPlain(`customer.${action}`),
  `  ${translator.tPlain('customer.record', { type, host, value })}`,
];

/** When the change will be seen: what servers have told resolvers to remember is known. */
function ending(
  mapping: Mapping,
  target: typeof NO_TARGET,
  hasTodo: boolean,
  translator: Translator,
): string[] {
  const { observation } = mapping.dns;
  const at =
    observation && mapping.dns.state === 'published' ? allSeeAt(observation, target, mapping.dns) : undefined;
  const ttls = (observation?.authoritative ?? []).flatMap(({ a, aaaa }) => [
    ...[...a.records, ...aaaa.records].map(({ ttlS }) => ttlS),
    a.negativeTtlS ?? 0,
  ]);
  const slowest = Math.max(0, ...ttls);
  return [
    ...(at === undefined
      ? []
      : [
          translator.tPlain('customer.waiting-until', {
            at: isoTime(roundedUp(at)).slice(0, 16).replace('T', ' '),
          }),
        ]),
    ...(hasTodo && slowest > 0
      ? [translator.tPlain('customer.visible', { duration: translator.duration(slowest * 1000) })]
      : []),
    translator.tPlain('customer.close'),
  ];
}
