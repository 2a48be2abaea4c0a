import { roles } from '@pamong/contract/permissions';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api } from '../../shared/api/client.js';
import { useProblemSentence } from '../../shared/api/problem-sentence.js';
import { routeQuery } from '../../shared/api/route-query.js';
import { Card, Section } from '../../ui/card.js';
import { Checkbox } from '../../ui/choices.js';
import { QueryState } from '../../ui/query-state.js';
import { SkeletonRows } from '../../ui/skeleton.js';
import { toast } from '../../ui/toast-store.js';

type Role = (typeof roles)[number];

/** Which roles need a second factor; each choice is kept at once and can be taken back by choosing again. */
export function SecondFactorRule({ agencyId }: { readonly agencyId: string }) {
  const { t } = useTranslation('sign-on');
  const client = useQueryClient();
  const sentence = useProblemSentence();
  const route = routeQuery('accounts', 'secondFactorRule', { query: { agencyId } });
  const rule = useQuery(route);
  const save = useMutation({
    mutationFn: (chosen: Role[]) => api.accounts.setSecondFactorRule({ query: { agencyId }, body: { roles: chosen } }),
    onSuccess: (saved) => {
      client.setQueryData(route.queryKey, saved);
      toast({ text: t('factor.saved'), tone: 'success' });
    },
    onError: (error) => toast({ text: sentence(error), tone: 'danger' }),
  });
  return (
    <Section title={t('factor.title')} className="max-w-3xl">
      <Card className="grid gap-4">
        <p className="text-ink-soft">{t('factor.text')}</p>
        <QueryState query={rule} skeleton={<SkeletonRows count={4} />} errorTitle={t('factor.failed')}>
          {({ roles: chosen }) => (
            <fieldset className="grid gap-x-6 gap-y-1 sm:grid-cols-2">
              <legend className="sr-only">{t('factor.title')}</legend>
              {roles.map((role) => (
                <Checkbox
                  key={role}
                  label={t(`factor.roles.${role}`)}
                  checked={chosen.includes(role)}
                  disabled={save.isPending}
                  onChange={() => save.mutate(chosen.includes(role) ? chosen.filter((one) => one !== role) : [...chosen, role])}
                />
              ))}
            </fieldset>
          )}
        </QueryState>
      </Card>
    </Section>
  );
}
