import { Module } from '@nestjs/common';
import { InboxChannel } from './inbox.channel.js';
import { MessageChannels } from './message-channels.js';
import { MessagesService } from './messages.service.js';

@Module({ providers: [MessagesService, MessageChannels, InboxChannel], exports: [MessagesService, MessageChannels] })
export class MessagesModule {}
