import type { Judgement } from '../../../core/judgement.js';
import type { MappingLinks } from '../../../core/mapping.js';
import { setbackOf } from '../../../core/stage.js';
import { type Due, NO_REASONS } from '../../due.js';
import { sharedState } from '../../summary.js';
import { type EntryColumns, type Extras, type NumberName, type TextName, YES } from './entry-columns.js';
import type { IndexEntry } from './index-entry.js';

/**
 * An entry as it is whenever it is read: what changes is in its row of the table. There is one for each mapping, so that walks
 * through all of them leave nothing behind. `resummed` copies it.
 */
export class EntryRow implements IndexEntry {
  extras: Extras | undefined;

  constructor(
    private readonly columns: EntryColumns,
    readonly at: number,
    readonly id: string,
    readonly hostname: string,
  ) {}

  get app(): string {
    return this.#text('app');
  }

  get channel(): string {
    return this.#text('channel');
  }

  get stage(): IndexEntry['stage'] {
    return this.#text('stage');
  }

  get setback(): IndexEntry['setback'] {
    return setbackOf(this);
  }

  get requestedAt(): number {
    return this.#number('requestedAt');
  }

  get responsible(): string {
    return this.#text('responsible');
  }

  get readyAt(): number | undefined {
    return this.columns.numbers.readyAt.get(this.at);
  }

  get certificateEnd(): number | undefined {
    return this.columns.numbers.certificateEnd.get(this.at);
  }

  get dnsProvider(): string | undefined {
    return this.columns.texts.dnsProvider.get(this.at);
  }

  get judgement(): Judgement | undefined {
    const basis = this.columns.texts.basis.get(this.at);
    if (basis === undefined) return undefined;
    return {
      health: this.#text('health'),
      whoActs: this.#text('whoActs'),
      since: this.#number('since'),
      from: this.#number('from'),
      until: this.#number('until'),
      basis,
    };
  }

  get primary(): string | undefined {
    return this.extras?.primary;
  }

  get alias(): MappingLinks['alias'] {
    return {
      intent: this.#text('intent'),
      state: this.#text('alias'),
      since: this.#number('aliasSince'),
    };
  }

  get dns(): MappingLinks['dns'] {
    return sharedState(this.#text<MappingLinks['dns']['state']>('dns'));
  }

  get ssl(): MappingLinks['ssl'] {
    return sharedState(this.#text<MappingLinks['ssl']['state']>('ssl'));
  }

  get site(): MappingLinks['site'] {
    const state = this.#text<MappingLinks['site']['state']>('site');
    const record = this.#record;
    return record ? { state, record } : sharedState(state);
  }

  get #record(): MappingLinks['site']['record'] {
    const { numbers, texts } = this.columns;
    const id = numbers.recordId.get(this.at);
    if (id === undefined) return undefined;
    const modifiedAt = numbers.recordModifiedAt.get(this.at);
    const record = {
      id,
      siteId: this.#number('recordSiteId'),
      stage: this.#text('recordStage'),
      isActive: texts.recordActive.get(this.at) === YES,
      isSecure: texts.recordSecure.get(this.at) === YES,
    };
    return modifiedAt === undefined ? record : { ...record, modifiedAt };
  }

  get siteLink(): MappingLinks['siteLink'] {
    if (this.columns.texts.siteLink.get(this.at) === undefined) return undefined;
    return {
      siteId: this.#number('siteId'),
      domainRecordId: this.columns.numbers.domainRecordId.get(this.at),
      state: this.#text('siteLink'),
    };
  }

  get cardChannel(): string {
    return this.#text('cardChannel');
  }

  get check(): Due | undefined {
    const at = this.columns.numbers.checkAt.get(this.at);
    if (at === undefined) return undefined;
    return {
      at,
      lane: this.columns.texts.checkLane.get(this.at),
      app: this.columns.texts.checkApp.get(this.at),
    };
  }

  get delivery(): Due | undefined {
    return this.extras?.delivery;
  }

  get pending(): number {
    return this.#number('pending');
  }

  get pendingSince(): number | undefined {
    return this.columns.numbers.pendingSince.get(this.at);
  }

  get undeliverable(): readonly string[] {
    return this.extras?.undeliverable ?? NO_REASONS;
  }

  get version(): number {
    return this.#number('version');
  }

  get fileVersion(): number {
    return this.#number('fileVersion');
  }

  get fileName(): string | undefined {
    return this.extras?.fileName;
  }

  get size(): number {
    return this.#number('size');
  }

  get mtimeMs(): number {
    return this.#number('mtimeMs');
  }

  get inode(): number {
    return this.#number('inode');
  }

  /** The number of a text among those that are shared: equal for equal texts. */
  textNumber(name: TextName): number {
    return this.columns.texts[name].numberAt(this.at);
  }

  #number(name: NumberName): number {
    return this.columns.numbers[name].get(this.at) ?? 0;
  }

  /** Of the type it had when it was set. */
  #text<Text extends string>(name: TextName): Text {
    return (this.columns.texts[name].get(this.at) ?? '') as Text;
  }
}
