import { Injectable } from '@nestjs/common';

/** Who signed on, and the agency whose provider said so. */
interface VouchedPerson {
  readonly personId: string;
  readonly agencyId: string;
}

type VouchedListener = (person: VouchedPerson, email: string) => Promise<void>;

/** What later features do when an identity provider vouches for an address at a sign-on. */
@Injectable()
export class VouchedAddresses {
  private readonly listeners: VouchedListener[] = [];

  add(listener: VouchedListener): void {
    this.listeners.push(listener);
  }

  async tell(person: VouchedPerson, email: string): Promise<void> {
    for (const listener of this.listeners) await listener(person, email);
  }
}
