import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api } from '../../shared/api/client.js';
import { useProblemSentence } from '../../shared/api/problem-sentence.js';
import { routeQuery } from '../../shared/api/route-query.js';
import { LANGUAGES, type Language } from '../../shared/i18n/i18n.js';
import { Card } from '../../ui/card.js';
import { ChoiceGroup, Radio } from '../../ui/choices.js';
import { QueryState } from '../../ui/query-state.js';
import { SkeletonRows } from '../../ui/skeleton.js';
import { toast } from '../../ui/toast-store.js';

/** In which language mails come: the agency's, or one of my own choice. It counts wherever I am signed in. */
export function LetterLanguage() {
  const { t } = useTranslation('accounts');
  const sentence = useProblemSentence();
  const client = useQueryClient();
  const letters = useQuery(routeQuery('mails', 'myLetters'));
  const choose = useMutation({
    mutationFn: (language: Language | null) => api.mails.setMyLetters({ body: { language } }),
    onSuccess: () => toast({ text: t('letters.saved'), tone: 'success' }),
    onError: (error) => toast({ text: sentence(error), tone: 'danger' }),
    onSettled: () => client.invalidateQueries({ queryKey: ['mails'] }),
  });
  return (
    <Card>
      <QueryState query={letters} skeleton={<SkeletonRows count={3} />} errorTitle={t('letters.failed')}>
        {({ language, agencyLanguage }) => {
          const chosen = choose.isPending ? choose.variables : language;
          return (
            <ChoiceGroup legend={t('letters.title')} legendHidden hint={t('letters.hint')}>
              <Radio name="letters" look="card" label={t('letters.agency')} hint={t(`profile.languages.${agencyLanguage}`)} checked={chosen === null} onChange={() => choose.mutate(null)} />
              {LANGUAGES.map((key) => (
                <Radio key={key} name="letters" look="card" label={t(`profile.languages.${key}`)} checked={chosen === key} onChange={() => choose.mutate(key)} />
              ))}
            </ChoiceGroup>
          );
        }}
      </QueryState>
    </Card>
  );
}
