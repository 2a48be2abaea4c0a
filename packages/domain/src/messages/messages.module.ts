import { Module } from '@nestjs/common';
import { PeopleModule } from '../people/people.module.js';
import { InboxChannel } from './inbox.channel.js';
import { MailTexts } from './mail-texts.js';
import { MailChannel } from './mail.channel.js';
import { MessageChannels } from './message-channels.js';
import { MessagesService } from './messages.service.js';

@Module({
  imports: [PeopleModule],
  providers: [MessagesService, MessageChannels, InboxChannel, MailChannel, MailTexts],
  exports: [MessagesService, MessageChannels, MailChannel, MailTexts],
})
export class MessagesModule {}
