import { z } from 'zod';

/** The bodies that the page sends, checked; their types are in page-api.ts. */

const id = z.string().min(1).max(255);
const jsonObject = z.record(z.string(), z.unknown());

export const messageRequest = z.object({
  user: id,
  channel: id,
  text: z.string().min(1).max(40_000),
  threadTs: id.optional(),
});

export const commandRequest = z.object({
  user: id,
  channel: id,
  text: z.string().min(1).max(4000),
  threadTs: id.optional(),
});

export const actionRequest = z.object({
  user: id,
  channel: id,
  messageTs: id,
  actionId: id,
  blockId: id,
  value: z.string().max(3000).optional(),
  selectedOption: jsonObject.optional(),
});

export const viewSubmitRequest = z.object({
  user: id,
  viewId: id,
  values: z.record(z.string(), z.record(z.string(), jsonObject)),
});

export const viewCloseRequest = z.object({ user: id, viewId: id });
