import { Module } from '@nestjs/common';
import { AccessModule } from '../access/access.module.js';
import { PeopleModule } from '../people/people.module.js';
import { AccessNews } from './access-news.js';
import { InboxChannel } from './inbox.channel.js';
import { MailTexts } from './mail-texts.js';
import { MailChannel } from './mail.channel.js';
import { MessageChannels } from './message-channels.js';
import { MessagesService } from './messages.service.js';

@Module({
  imports: [PeopleModule, AccessModule],
  providers: [MessagesService, MessageChannels, InboxChannel, MailChannel, MailTexts, AccessNews],
  exports: [MessagesService, AccessNews, MessageChannels, MailChannel, MailTexts],
})
export class MessagesModule {}
