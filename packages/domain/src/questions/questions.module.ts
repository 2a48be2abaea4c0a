import { Module } from '@nestjs/common';
import { ChoiceKinds } from './choice-kinds.js';
import { QuestionKinds } from './question-kinds.js';

@Module({ providers: [QuestionKinds, ChoiceKinds], exports: [QuestionKinds] })
export class QuestionsModule {}
