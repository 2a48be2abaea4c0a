import { Module } from '@nestjs/common';
import { AccessModule } from '../access/access.module.js';
import { AccountsModule } from '../accounts/accounts.module.js';
import { PeopleModule } from '../people/people.module.js';
import { AccessNews } from './access-news.js';
import { AccountMessages } from './account-messages.js';
import { InboxChannel } from './inbox.channel.js';
import { MailTexts } from './mail-texts.js';
import { MailChannel } from './mail.channel.js';
import { MessageChannels } from './message-channels.js';
import { MessagesService } from './messages.service.js';

@Module({
  imports: [AccountsModule, PeopleModule, AccessModule],
  providers: [MessagesService, MessageChannels, InboxChannel, MailChannel, MailTexts, AccessNews, AccountMessages],
  exports: [MessagesService, AccessNews, AccountMessages, MessageChannels, MailChannel, MailTexts],
})
export class MessagesModule {}
