import type { MappingSummary } from '../../src/store/store.js';

/** A summary as it is now: a store's own stays current, and has getters, which no spread copies. */
export const plainSummary = ({
  id,
  hostname,
  app,
  channel,
  stage,
  setback,
  requestedAt,
  responsible,
  readyAt,
  certificateEnd,
  dnsProvider,
  judgement,
}: MappingSummary): MappingSummary => ({
  id,
  hostname,
  app,
  channel,
  stage,
  setback,
  requestedAt,
  responsible,
  readyAt,
  certificateEnd,
  dnsProvider,
  judgement,
});
