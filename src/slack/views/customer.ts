import type { Finding, RecordFix } from '../../mapping/findings/finding.js';
import { isoTime } from '../../mapping/instant.js';
import type { Mapping } from '../../mapping/mapping.js';
import { allSeeAt, roundedUp } from '../../mapping/prediction.js';
import { recordsFor } from '../../mapping/records.js';
import type { MappingRecord } from '../../store/store.js';
import { section } from '../blocks.js';
import { codeBlock } from '../mrkdwn.js';
import type { View } from '../view.js';
import { displayName } from './display-name.js';
import { plainly } from './findings.js';
import { NO_TARGET, type Voice } from './voice.js';

export const CUSTOMER_ACTION = 'customer';

const MOST_FINDINGS = 3;
/** On the certificate's axis only these are the customer's to mend. */
const CUSTOMERS_OWN = /^(?:caa-|http-(?:redirect|login|test-cookie|challenge|error))/;

/** Ready to copy into an e-mail: plain words, exact records, no mark-up. */
export function customerView({ mapping }: MappingRecord, voice: Voice): View {
  const title = voice.say('customer.title');
  const text = customerText(mapping, voice);
  return { text: title, blocks: [section(title), section(codeBlock(text.split('\n')).text)] };
}

export function customerText(mapping: Mapping, voice: Voice): string {
  const hostname = displayName(mapping.hostname);
  const target = voice.appOf(mapping.app)?.target ?? NO_TARGET;
  const findings = voice
    .findings(mapping)
    .filter(
      ({ axis, severity, code }) => severity === 'problem' && (axis === 'dns' || CUSTOMERS_OWN.test(code)),
    )
    .slice(0, MOST_FINDINGS);
  const isUnseen = mapping.dns.observation === undefined;
  const todo = isUnseen
    ? firstRecords(mapping, target, voice)
    : findings.flatMap((finding) => paragraphs(finding, voice));
  const isReady = mapping.stage === 'done' && todo.length === 0;
  const intro = isReady ? 'customer.intro-ready' : todo.length > 0 ? 'customer.intro' : 'customer.intro-fine';
  return [
    voice.sayPlain('customer.greeting'),
    '',
    voice.sayPlain(intro, { hostname }),
    ...todo,
    ...(isReady ? [] : ['', ...ending(mapping, target, todo.length > 0, voice)]),
  ].join('\n');
}

function paragraphs(finding: Finding, voice: Voice): string[] {
  return [
    '',
    plainly('finding', finding, voice),
    plainly('fix', finding, voice),
    ...finding.fixes.flatMap((fix) => recordLines(fix, voice)),
  ];
}

function firstRecords(mapping: Mapping, target: typeof NO_TARGET, voice: Voice): string[] {
  const { preferred } = recordsFor(mapping.hostname, target);
  return preferred.flatMap((record) => ['', ...recordLines({ ...record, action: 'create' }, voice)]);
}

const recordLines = ({ action, type, host, value }: RecordFix, voice: Voice): string[] => [
  voice.sayPlain(`customer.${action}`),
  `  ${voice.sayPlain('customer.record', { type, host, value })}`,
];

/** When the change will be seen: what servers have told resolvers to remember is known. */
function ending(mapping: Mapping, target: typeof NO_TARGET, hasTodo: boolean, voice: Voice): string[] {
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
          voice.sayPlain('customer.waiting-until', {
            at: isoTime(roundedUp(at)).slice(0, 16).replace('T', ' '),
          }),
        ]),
    ...(hasTodo && slowest > 0
      ? [voice.sayPlain('customer.visible', { duration: voice.duration(slowest * 1000) })]
      : []),
    voice.sayPlain('customer.close'),
  ];
}
