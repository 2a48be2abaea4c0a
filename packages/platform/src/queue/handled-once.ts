import type { Tx } from '../database/database.js';

/**
 * Marks a piece of work as done, in the same commit as its effect. For effects that have no natural unique key.
 * @param key what identifies the work, for example the id of the row it concerns
 * @returns false when it had been done before: then do nothing
 */
export async function handledOnce(tx: Tx, jobName: string, key: string): Promise<boolean> {
  const inserted = await tx.query('insert into handled_job (job_name, key) values ($1, $2) on conflict do nothing returning key', [jobName, key]);
  return inserted.length > 0;
}
