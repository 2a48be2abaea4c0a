import { Injectable } from '@nestjs/common';
import type { Reader } from '@pamong/platform/database/database';
import { CoursePictureEntity } from './course-picture.entity.js';

@Injectable()
export class CoursePicturesRepository {
  find(reader: Reader, id: string): Promise<CoursePictureEntity | null> {
    return reader.repository(CoursePictureEntity).findOneBy({ id });
  }

  async listMeasured(reader: Reader, ids: readonly string[]): Promise<{ id: string; width: number; height: number }[]> {
    return ids.length === 0 ? [] : reader.query('select id, width, height from course_picture where id = any($1::uuid[]) and width is not null and height is not null', [ids]);
  }

  async insert(reader: Reader, picture: CoursePictureEntity): Promise<void> {
    await reader.repository(CoursePictureEntity).insert(picture);
  }
}
