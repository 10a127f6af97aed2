import { approvalMessages } from './approvals.js';
import { acknowledge, endMutes, endSnooze, mute, snooze } from './attention.js';
import { assertMayVerify, audit, auditAll, verifyAudit } from './audit.js';
import { assertMayBatch, planBatch } from './batch/plan-batch.js';
import { answerBatch, startBatch, stopBatch } from './batch/start-batch.js';
import { requestCheck } from './check.js';
import { draftMessage, markMessageSent } from './customer-message.js';
import { changeCustomerTexts, customerTexts } from './customer-texts.js';
import { applyRepair, doctor } from './doctor/diagnose.js';
import { findMapping, getMapping, pair } from './find.js';
import { history } from './history.js';
import { home } from './home.js';
import { list } from './list.js';
import { mapHostname } from './map.js';
import { mapForm } from './map-form.js';
import { moveCard } from './move.js';
import { customerReturned } from './one-click.js';
import { overview } from './overview.js';
import type { Ports } from './ports.js';
import { setReady } from './set-ready.js';
import { changeSettings, settingsOf } from './settings.js';
import { CheckLimits } from './shared/check-limits.js';
import { createDeniedAttempts } from './shared/denied-attempts.js';
import { createSiteLists, searchSites } from './sites.js';
import { checkNow, createStatusCheck, status } from './status.js';
import { affected, bulk, compareSides } from './sync.js';
import { assign, changeNote, followDomain } from './team.js';
import { answerUnmap, previewUnmap, unmap, withdrawUnmap } from './unmap.js';
import type { MappingProbe } from './worker/probe-mapping.js';

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
    acknowledge: bind(acknowledge),
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
