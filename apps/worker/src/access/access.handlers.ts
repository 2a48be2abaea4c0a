import { Injectable } from '@nestjs/common';
import { actingStarted, delegationEnded, roleDelegated, roleGranted } from '@pamong/domain/access/access.jobs';
import { AccessNews } from '@pamong/domain/messages/access-news';
import { On } from '../runtime/handler.decorators.js';

@Injectable()
export class AccessHandlers {
  constructor(private readonly news: AccessNews) {}

  @On(roleGranted, 'access.tell-role')
  async tellRole({ assignmentId }: { assignmentId: string }): Promise<void> {
    await this.news.tellRole(assignmentId);
  }

  @On(roleDelegated, 'access.tell-delegation')
  async tellDelegation({ delegationId }: { delegationId: string }): Promise<void> {
    await this.news.tellDelegation(delegationId, 'made');
  }

  @On(delegationEnded, 'access.tell-delegation-end')
  async tellDelegationEnd({ delegationId }: { delegationId: string }): Promise<void> {
    await this.news.tellDelegation(delegationId, 'ended');
  }

  @On(actingStarted, 'access.tell-acting')
  async tellActing({ actingId }: { actingId: string }): Promise<void> {
    await this.news.tellActing(actingId);
  }
}
