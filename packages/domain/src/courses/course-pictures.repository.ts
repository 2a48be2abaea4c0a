import { Injectable } from '@nestjs/common';
import type { Reader } from '@pamong/platform/database/database';
import { CoursePictureEntity } from './course-picture.entity.js';

@Injectable()
export class CoursePicturesRepository {
  find(reader: Reader, id: string): Promise<CoursePictureEntity | null> {
    return reader.repository(CoursePictureEntity).findOneBy({ id });
  }

  async insert(reader: Reader, picture: CoursePictureEntity): Promise<void> {
    await reader.repository(CoursePictureEntity).insert(picture);
  }
}
