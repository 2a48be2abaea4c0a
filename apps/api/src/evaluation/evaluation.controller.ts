import { Controller } from '@nestjs/common';
import { evaluation } from '@pamong/contract/evaluation';
import type { Actor } from '@pamong/domain/access/actor';
import { EvaluationService } from '@pamong/domain/evaluation/evaluation.service';
import type { InputOf } from '../kernel/endpoint.js';
import { Caller, Endpoint, Input } from '../kernel/endpoint.js';

@Controller()
export class EvaluationController {
  constructor(private readonly evaluation: EvaluationService) {}

  @Endpoint(evaluation.forms)
  async forms(@Caller() actor: Actor, @Input() { params }: InputOf<typeof evaluation.forms>) {
    const { open, copies } = await this.evaluation.list(actor.personId, params.courseId);
    return {
      open,
      forms: copies.map(({ form, subject, filled }) => ({
        key: form.key,
        subject,
        title: form.title,
        scale: [...form.scale],
        items: [...form.items],
        suggestionLabel: form.suggestionLabel,
        filled,
      })),
    };
  }

  @Endpoint(evaluation.fill)
  async fill(@Caller() actor: Actor, @Input() { params, body }: InputOf<typeof evaluation.fill>) {
    await this.evaluation.fill(actor.personId, params.courseId, body);
  }
}
