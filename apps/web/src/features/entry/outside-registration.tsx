import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api } from '../../shared/api/client.js';
import { useProblemSentence } from '../../shared/api/problem-sentence.js';
import { Card } from '../../ui/card.js';
import { Switch } from '../../ui/choices.js';
import { toast } from '../../ui/toast-store.js';

export interface OutsideRegistrationProps {
  readonly open: boolean;
}

/** Lets people from outside register with the agency, or no more. */
export function OutsideRegistration({ open }: OutsideRegistrationProps) {
  const { t } = useTranslation('entry');
  const sentence = useProblemSentence();
  const client = useQueryClient();
  const change = useMutation({
    mutationFn: (next: boolean) => api.entry.openRegistration({ body: { open: next } }),
    onError: (error) => toast({ text: sentence(error), tone: 'danger' }),
    onSettled: () => client.invalidateQueries({ queryKey: ['entry'] }),
  });
  return (
    <Card className="mt-8 py-1!">
      <Switch label={t('accounts.outside')} hint={t('accounts.outsideHint')} checked={change.isPending ? change.variables : open} onChange={(event) => change.mutate(event.target.checked)} />
    </Card>
  );
}
