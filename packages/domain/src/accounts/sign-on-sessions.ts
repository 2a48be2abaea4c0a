import { Injectable } from '@nestjs/common';
import { Database } from '@pamong/platform/database/database';
import { SecretBox } from '@pamong/platform/secrets/secret-box';
import { SessionsService } from './sessions.service.js';
import { SignOnRepository } from './sign-on.repository.js';

/** What a provider gave for a session; signing out there needs it. */
export interface ProviderProof {
  readonly agencyId: string;
  readonly idToken: string;
}

/** Sessions that a provider opened. */
@Injectable()
export class SignOnSessions {
  constructor(
    private readonly db: Database,
    private readonly flows: SignOnRepository,
    private readonly sessions: SessionsService,
    private readonly box: SecretBox,
  ) {}

  /** @param token of the session that has just opened */
  async keep(token: string, { agencyId, idToken }: ProviderProof): Promise<void> {
    const session = await this.sessions.findByToken(token);
    if (session === null) return;
    await this.flows.insertSession(this.db, { sessionId: session.id, agencyId, idToken: await this.box.seal(idToken, contextOf(session.id)) });
  }

  /** What was kept, once; null for sessions that a password opened. */
  async take(sessionId: string): Promise<ProviderProof | null> {
    const session = await this.flows.takeSession(this.db, sessionId);
    return session === null ? null : { agencyId: session.agencyId, idToken: await this.box.open(session.idToken, contextOf(sessionId)) };
  }
}

/** Where a sealed id token belongs. */
function contextOf(sessionId: string): string {
  return `sign-on-session:${sessionId}`;
}
