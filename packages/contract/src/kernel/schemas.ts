import * as z from 'zod';

/** A UUID; ours are of version 7. Capitals are the same id: file names and caches know the small letters only. */
export const Id = z.uuid().toLowerCase();

/** A moment in UTC, ISO 8601. */
export const Instant = z.iso.datetime();

/** A calendar day, `YYYY-MM-DD`, in the zone that the field's description names. */
export const Day = z.iso.date();

/** One line of text that a person typed: trimmed, no control characters. */
export const line = (max: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(max)
    // C0 controls and DEL, which no name or title needs.
    .regex(/^[^\u0000-\u001f\u007f]*$/u);

/** Several lines of text that a person typed. */
export const paragraph = (max: number) =>
  z
    .string()
    .trim()
    .max(max)
    .regex(/^[^\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]*$/u);

/** Answer of routes that have nothing to say. */
export const Nothing = z.void();

/** Page request of a list: `page` counts from 1. */
export const PageQuery = z.object({
  page: z.coerce.number().int().min(1).max(10_000).default(1),
  size: z.coerce.number().int().min(1).max(100).default(20),
});

/** One page of a list and the length of the whole. */
export const pageOf = <Item extends z.ZodType>(item: Item) =>
  z.object({ items: z.array(item), total: z.number().int(), page: z.number().int(), size: z.number().int() });
