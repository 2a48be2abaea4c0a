import { Injectable } from '@nestjs/common';
import { Problem } from '@pamong/contract/kernel/problem';
import { Recent } from '@pamong/platform/cache/recent';
import type { Reader } from '@pamong/platform/database/database';
import { QuizPaperEntity } from './quiz-paper.entity.js';

/** Papers kept in memory; one of fifty questions takes some 50 kB. */
const papersKept = 300;

/** Published papers with their key. They never change, so each is read once. */
@Injectable()
export class QuizPapersService {
  private readonly papers = new Recent<string, Readonly<QuizPaperEntity>>(papersKept);

  /** @throws Problem NOT_FOUND when the lesson is no quiz of this version */
  async get(reader: Reader, versionId: string, lessonId: string): Promise<Readonly<QuizPaperEntity>> {
    const key = `${versionId} ${lessonId}`;
    const kept = this.papers.get(key);
    if (kept !== undefined) return kept;
    const paper = await reader.repository(QuizPaperEntity).findOneBy({ versionId, lessonId });
    if (paper === null) throw new Problem('NOT_FOUND');
    this.papers.set(key, paper);
    return paper;
  }
}
