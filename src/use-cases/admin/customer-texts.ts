import {
  type CustomerSentence,
  type CustomerTemplate,
  customerSentences,
} from '../../core/customer/template.js';
import { request } from '../../core/lifecycle/decide.js';
import type { Mapping } from '../../core/mapping.js';
import { languageOf } from '../../locale/catalogue.js';
import { templateFault } from '../../locale/customer-template.js';
import {
  hashesOf,
  mergeTexts,
  NO_TEXTS,
  type TextHashes,
  type TextPart,
  textsSetting,
  type WrittenTexts,
  writeTexts,
} from '../../settings/customer-texts.js';
import type { Actor } from '../actor.js';
import { authorize } from '../authorize.js';
import { type App, type ContextDeps, contextOf } from '../ports.js';
import { chooseApp } from '../shared/destination.js';
import { changeBy, type SettingsDeps } from './settings.js';

/** An app's texts for customers in one language. */
export interface CustomerTexts {
  readonly app: App;
  readonly language: string;
  /** From the environment or the apps' file. */
  readonly configured: CustomerTemplate;
  /** By admins in Slack; undefined if nothing was written. */
  readonly written: WrittenTexts | undefined;
  /** A new domain, for an example message. */
  readonly example: Mapping;
}

type CustomerTextsDeps = SettingsDeps & ContextDeps;

/** The texts, for an actor who wants to change them. Throws `UserError` if they lack the permission. */
export async function customerTexts(
  deps: CustomerTextsDeps,
  appName: string | undefined,
  language: string | undefined,
  actor: Actor,
): Promise<CustomerTexts> {
  await authorize(deps, actor, 'configure');
  const app = chooseApp(deps.apps, appName, actor.channel);
  const configured = deps.appSettings.defaultTextsOf(app.name);
  const itsLanguage = languageOf(String(deps.appSettings.defaultsOf(app.name)?.language ?? ''));
  const wanted = language ?? (app.locale === undefined ? itsLanguage : languageOf(app.locale));
  const place = { app: app.name, channel: actor.channel };
  const asked = { ...place, id: 'example', hostname: 'shop.example.com', by: actor.user };
  return {
    app,
    language: wanted,
    // They don't fit into a text of another language.
    configured: wanted === itsLanguage ? configured : { ...configured, sentences: {} },
    written: deps.appSettings.textsOf(app.name)[wanted],
    example: request(asked, contextOf(deps, place)).mapping,
  };
}

/** What is wrong with texts, by sentence. */
export const faultsIn = ({ sentences }: WrittenTexts) =>
  customerSentences.flatMap((name) => {
    const fault = templateFault(sentences[name] ?? '');
    return fault ? [{ name, fault }] : [];
  });

/** What would be saved. */
export interface TextsPreview {
  readonly texts: WrittenTexts;
  /** What the typed texts are compared with. */
  readonly base: TextHashes;
  /** Somebody else saved other texts for these meanwhile. */
  readonly contested: readonly TextPart[];
}

/** What somebody typed over `base`, with what others saved meanwhile. A part is contested once: then it is known. */
export function previewTexts(
  typed: WrittenTexts,
  base: TextHashes | undefined,
  written: WrittenTexts = { sentences: {} },
): TextsPreview {
  const now = hashesOf(written);
  const before = base ?? now;
  const { merged, contested } = mergeTexts(before, written, typed);
  const known = contested.map((part) => [part, now[part]]);
  return { texts: merged, base: { ...before, ...Object.fromEntries(known) }, contested };
}

/** Stores what an admin wrote for a language; without texts, the configured ones return. Throws `UserError`. */
export async function changeCustomerTexts(
  deps: CustomerTextsDeps,
  appName: string,
  language: string,
  texts: WrittenTexts,
  actor: Actor,
): Promise<void> {
  const { app, written } = await customerTexts(deps, appName, language, actor);
  const [wrong] = faultsIn(texts);
  if (wrong) throw new Error(`the text ${wrong.name} can’t be used (${wrong.fault.code})`);
  const [from, to] = [written ?? { sentences: {} }, texts].map((each) => writeTexts(inFixedOrder(each)));
  if (from === undefined || to === undefined || from === to) return;
  const isReset = to === NO_TEXTS;
  const setting = textsSetting(language);
  await deps.appSettings.change([{ ...changeBy(deps, actor, app), setting, from, to, isReset }]);
}

/** Equal texts are stored alike. */
const inFixedOrder = ({ tone, sentences }: WrittenTexts): WrittenTexts => ({
  tone,
  sentences: Object.fromEntries(
    customerSentences.flatMap((name): [CustomerSentence, string][] => {
      const text = sentences[name];
      return text === undefined ? [] : [[name, text]];
    }),
  ),
});
