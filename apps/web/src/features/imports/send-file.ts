import type { ImportKind } from '@pamong/contract/imports';
import type { ProblemBody } from '@pamong/contract/client';
import { ApiProblem, NetworkProblem } from '@pamong/contract/client';

/**
 * Sends a file to be imported; its bytes are the body of the request.
 * @returns id of the batch
 * @throws ApiProblem, NetworkProblem
 */
export async function sendFile(kind: ImportKind, file: File): Promise<string> {
  const query = new URLSearchParams({ kind, fileName: file.name });
  let answer: Response;
  try {
    answer = await fetch(`/api/import-files?${query.toString()}`, { method: 'POST', headers: { accept: 'application/json', 'content-type': 'application/octet-stream' }, body: file });
  } catch (error) {
    throw new NetworkProblem(error);
  }
  if (!answer.ok) throw new ApiProblem((await answer.json()) as ProblemBody);
  return ((await answer.json()) as { id: string }).id;
}
