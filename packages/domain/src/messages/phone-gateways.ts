import { Injectable } from '@nestjs/common';

/** A way by which a message reaches a mobile number. */
export interface PhoneGateway {
  readonly name: string;
  /**
   * Sends a one-time code.
   * @param to E.164
   * @throws PhoneFailure
   */
  sendCode(to: string, code: string, language: 'id' | 'en'): Promise<void>;
}

/** A gateway did not take a message. `passing`: trying again may help. */
export class PhoneFailure extends Error {
  constructor(
    readonly passing: boolean,
    readonly details: Readonly<Record<string, string | number | null>>,
  ) {
    super('The gateway did not take the message');
    this.name = 'PhoneFailure';
  }
}

/** The gateways that are configured; each joins when it is constructed. Without one, nobody is asked for a number. */
@Injectable()
export class PhoneGateways {
  private readonly gateways: PhoneGateway[] = [];

  add(gateway: PhoneGateway): void {
    this.gateways.push(gateway);
  }

  get available(): boolean {
    return this.gateways.length > 0;
  }

  /** The first one that joined. @throws Error where there is none */
  get current(): PhoneGateway {
    const [first] = this.gateways;
    if (first === undefined) throw new Error('No gateway reaches mobile numbers');
    return first;
  }
}
