import { Module } from '@nestjs/common';
import { AccessModule } from '../access/access.module.js';
import { AccountsModule } from '../accounts/accounts.module.js';
import { AuditModule } from '../audit/audit.module.js';
import { OrganisationsModule } from '../organisations/organisations.module.js';
import { PeopleModule } from '../people/people.module.js';
import { SettingsModule } from '../settings/settings.module.js';
import { AccessNews } from './access-news.js';
import { AccountMessages } from './account-messages.js';
import { InboxChannel } from './inbox.channel.js';
import { LetterLanguageService } from './letter-language.service.js';
import { MailSender } from './mail-sender.js';
import { MailTexts } from './mail-texts.js';
import { MailChannel } from './mail.channel.js';
import { MailsRepository } from './mails.repository.js';
import { MailsService } from './mails.service.js';
import { MessageChannels } from './message-channels.js';
import { MessagesMerger } from './messages.merger.js';
import { MessagesService } from './messages.service.js';
import { PhoneGateways } from './phone-gateways.js';
import { TransferNews } from './transfer-news.js';
import { WhatsAppGateway } from './whatsapp.gateway.js';

@Module({
  imports: [AuditModule, SettingsModule, OrganisationsModule, PeopleModule, AccountsModule, AccessModule],
  providers: [MessagesMerger, MessagesService, LetterLanguageService, MessageChannels, InboxChannel, MailChannel, MailTexts, MailsService, MailsRepository, MailSender, AccessNews, AccountMessages, TransferNews, PhoneGateways, WhatsAppGateway],
  exports: [PhoneGateways, MessagesService, LetterLanguageService, AccessNews, AccountMessages, TransferNews, MessageChannels, MailTexts, MailsService, MailSender],
})
export class MessagesModule {}
