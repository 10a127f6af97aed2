import { changeCustomerTexts, customerTexts } from './admin/customer-texts.js';
import { approvalMessages, changeSettings, settingsOf } from './admin/settings.js';
import { affected, bulk, compareSides } from './admin/sync.js';
import { assertMayBatch, planBatch } from './batch/plan-batch.js';
import { answerBatch, startBatch, stopBatch } from './batch/start-batch.js';
import { draftMessage, markMessageSent } from './customer/customer-message.js';
import { customerReturned } from './customer/one-click.js';
import { applyRepair, doctor } from './doctor/diagnose.js';
import { requestCheck } from './domains/check.js';
import { CheckLimits } from './domains/check-limits.js';
import { findMapping, getMapping, pair } from './domains/find.js';
import { mapHostname } from './domains/map.js';
import { mapForm } from './domains/map-form.js';
import { moveCard } from './domains/move.js';
import { setReady } from './domains/set-ready.js';
import { createSiteLists, meantSite, searchSites } from './domains/sites.js';
import { checkNow, createStatusCheck, status } from './domains/status.js';
import { answerUnmap, previewUnmap, unmap, withdrawUnmap } from './domains/unmap.js';
import type { Ports } from './ports.js';
import { assertMayVerify, audit, auditAll, verifyAudit } from './reports/audit.js';
import { history } from './reports/history.js';
import { home } from './reports/home.js';
import { list } from './reports/list.js';
import { overview } from './reports/overview.js';
import { createTally } from './reports/tally.js';
import { createDeniedAttempts } from './shared/denied-attempts.js';
import type { MappingProbe } from './shared/probe-mapping.js';
import {
  acknowledge,
  attendedPair,
  endAcknowledgement,
  endMutes,
  endSnooze,
  mute,
  snooze,
} from './team/attention.js';
import { assign, changeNote, followDomain } from './team/team.js';

/**
 * Everything people can ask of the bot by command, button or dialog. Each takes the actor last, authorizes first, and
 * throws `UserError`.
 */
export function createUseCases(ports: Ports, probeMapping: MappingProbe) {
  const deps = {
    ...ports,
    deniedAttempts: createDeniedAttempts(ports),
    checkLimits: new CheckLimits(ports.monotonic),
    statusCheck: createStatusCheck(ports, probeMapping),
    siteLists: createSiteLists(ports),
    tally: createTally(ports),
  };
  const bind =
    <Args extends unknown[], Result>(useCase: (from: typeof deps, ...args: Args) => Result) =>
    (...args: Args): Result =>
      useCase(deps, ...args);
  return {
    map: bind(mapHostname),
    mapForm: bind(mapForm),
    assertMayBatch: bind(assertMayBatch),
    planBatch: bind(planBatch),
    startBatch: bind(startBatch),
    answerBatch: bind(answerBatch),
    stopBatch: bind(stopBatch),
    move: bind(moveCard),
    previewUnmap: bind(previewUnmap),
    unmap: bind(unmap),
    answerUnmap: bind(answerUnmap),
    withdrawUnmap: bind(withdrawUnmap),
    approvalMessages: bind(approvalMessages),
    find: bind(findMapping),
    get: bind(getMapping),
    pair: bind(pair),
    draftMessage: bind(draftMessage),
    markMessageSent: bind(markMessageSent),
    customerReturned: bind(customerReturned),
    requestCheck: bind(requestCheck),
    setReady: bind(setReady),
    checkNow: bind(checkNow),
    status: bind(status),
    snooze: bind(snooze),
    endSnooze: bind(endSnooze),
    attendedPair: bind(attendedPair),
    acknowledge: bind(acknowledge),
    endAcknowledgement: bind(endAcknowledgement),
    mute: bind(mute),
    endMutes: bind(endMutes),
    assign: bind(assign),
    follow: bind(followDomain),
    changeNote: bind(changeNote),
    overview: bind(overview),
    home: bind(home),
    list: bind(list),
    history: bind(history),
    audit: bind(audit),
    auditAll: bind(auditAll),
    assertMayVerify: bind(assertMayVerify),
    verifyAudit: bind(verifyAudit),
    searchSites: bind(searchSites),
    meantSite: bind(meantSite),
    compareSides: bind(compareSides),
    affected: bind(affected),
    bulk: bind(bulk),
    settingsOf: bind(settingsOf),
    changeSettings: bind(changeSettings),
    customerTexts: bind(customerTexts),
    changeCustomerTexts: bind(changeCustomerTexts),
    doctor: bind(doctor),
    applyRepair: bind(applyRepair),
  };
}

export type UseCases = ReturnType<typeof createUseCases>;
