import type { Delegation } from '@pamong/contract/delegations';
import { type UseMutationResult, useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type * as z from 'zod';
import { api } from '../../shared/api/client.js';
import { useProblemSentence } from '../../shared/api/problem-sentence.js';
import { useFormat } from '../../shared/format/use-format.js';
import { toZone } from '../../shared/format/zones.js';
import { useSession } from '../../shared/session/use-session.js';
import { Badge } from '../../ui/badge.js';
import { Button } from '../../ui/button.js';
import { Card } from '../../ui/card.js';
import { toast } from '../../ui/toast-store.js';

export type Lent = z.output<typeof Delegation>;

const tones = { active: 'success', upcoming: 'info', ended: 'neutral' } as const;

/** Ends a delegation and reads the lists again. @param done what to say then */
export function useEndLending(done: (row: Lent) => string) {
  const client = useQueryClient();
  const sentence = useProblemSentence();
  return useMutation({
    mutationFn: (row: Lent) => api.delegations.end({ params: { delegationId: row.id } }),
    onSuccess: (_answer, row) => toast({ text: done(row), tone: 'success' }),
    onError: (error) => toast({ text: sentence(error), tone: 'danger' }),
    onSettled: () => client.invalidateQueries({ queryKey: ['delegations'] }),
  });
}

interface LentCardProps {
  readonly row: Lent;
  readonly title: string;
  readonly detail: string;
  /** Says to a screen reader what the button ends. */
  readonly endLabel: string;
  readonly end: UseMutationResult<unknown, Error, Lent>;
}

/** One delegation: who, which roles where, until when, why. */
export function LentCard({ row, title, detail, endLabel, end }: LentCardProps) {
  const { t } = useTranslation('access');
  const { me } = useSession();
  const format = useFormat(me ? toZone(me.timeZone) : undefined);
  return (
    <Card as="li" className="flex flex-wrap items-start justify-between gap-x-4 gap-y-3">
      <div className="min-w-0">
        <p className="font-semibold">{title}</p>
        <p className="text-sm text-ink-soft">{detail}</p>
        <ul className="mt-2">
          {row.roles.map(({ role, organisation }) => (
            <li key={`${role} ${organisation.id}`}>{t('lend.roleAt', { role: t(`roles.${role}`), place: organisation.name })}</li>
          ))}
        </ul>
        <p className="mt-2 text-sm text-ink-soft">
          {t('time.range', { from: format.shortDate(row.since), until: format.shortDate(row.endedAt ?? Date.parse(row.until) - 1) })}
        </p>
        <p className="text-sm text-ink-soft">{row.reason}</p>
      </div>
      <div className="flex items-center gap-3">
        <Badge tone={tones[row.state]}>{t(`state.${row.state}`)}</Badge>
        {row.can.end && (
          <Button tone="secondary" size="small" busy={end.isPending && end.variables.id === row.id} onClick={() => end.mutate(row)}>
            {t('lend.end')}
            <span className="sr-only">{endLabel}</span>
          </Button>
        )}
      </div>
    </Card>
  );
}
