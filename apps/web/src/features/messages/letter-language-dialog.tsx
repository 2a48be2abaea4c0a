import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../shared/api/client.js';
import { useProblemSentence } from '../../shared/api/problem-sentence.js';
import { LANGUAGES, type Language } from '../../shared/i18n/i18n.js';
import { Button } from '../../ui/button.js';
import { ChoiceGroup, Radio } from '../../ui/choices.js';
import { Dialog } from '../../ui/dialog.js';
import { toast } from '../../ui/toast-store.js';

/** Decides in which language the agency writes to people who have chosen none. */
export function LetterLanguageDialog({ ofAgency, language, onClose }: { readonly ofAgency: { readonly agencyId?: string }; readonly language: Language; readonly onClose: () => void }) {
  const { t } = useTranslation('messages');
  const sentence = useProblemSentence();
  const client = useQueryClient();
  const [chosen, setChosen] = useState(language);
  const save = useMutation({
    mutationFn: () => api.mails.setLetters({ query: ofAgency, body: { language: chosen } }),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['mails'] });
      toast({ text: t('letters.saved'), tone: 'success' });
      onClose();
    },
    onError: (error) => toast({ text: sentence(error), tone: 'danger' }),
  });
  return (
    <Dialog
      open
      onClose={onClose}
      title={t('letters.title')}
      description={t('letters.text')}
      actions={
        <>
          <Button tone="secondary" onClick={onClose}>
            {t('letters.cancel')}
          </Button>
          <Button busy={save.isPending} onClick={() => save.mutate()}>
            {t('letters.save')}
          </Button>
        </>
      }
    >
      <ChoiceGroup legend={t('letters.title')} legendHidden>
        {LANGUAGES.map((key) => (
          <Radio key={key} name="letters" look="card" label={t(`letters.languages.${key}`)} checked={chosen === key} onChange={() => setChosen(key)} />
        ))}
      </ChoiceGroup>
    </Dialog>
  );
}
