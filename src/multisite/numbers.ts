import { z } from 'zod';

/** Ultimate Multisite's numbers: as numbers or as texts, depending on the version. */
export const wholeNumber = z
  .union([
    z.number(),
    z
      .string()
      .regex(/^\d{1,15}$/)
      .transform(Number),
  ])
  .refine((value) => Number.isSafeInteger(value) && value >= 0);
