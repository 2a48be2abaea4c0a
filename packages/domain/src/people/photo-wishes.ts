import { Injectable } from '@nestjs/common';
import type { Reader } from '@pamong/platform/database/database';

/** Does a document of this agency print a photo? */
export type PhotoWish = (reader: Reader, agencyId: string) => Promise<boolean>;

/** Where features that print photos say so: nobody is asked for a photo that nothing prints. */
@Injectable()
export class PhotoWishes {
  private readonly wishes: PhotoWish[] = [];

  add(wish: PhotoWish): void {
    this.wishes.push(wish);
  }

  async wanted(reader: Reader, agencyId: string): Promise<boolean> {
    for (const wish of this.wishes) if (await wish(reader, agencyId)) return true;
    return false;
  }
}
