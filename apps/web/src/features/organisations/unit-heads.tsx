import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../shared/api/client.js';
import { useProblemSentence } from '../../shared/api/problem-sentence.js';
import { useFormat } from '../../shared/format/use-format.js';
import { Badge } from '../../ui/badge.js';
import { Button } from '../../ui/button.js';
import { Card, Section } from '../../ui/card.js';
import { toast } from '../../ui/toast-store.js';
import { HeadDialog } from './head-dialog.js';
import { type Unit, useTreeChanged } from './use-unit.js';

type Head = Unit['heads'][number];

/** Who heads the unit, who stands in, and who did before. */
export function UnitHeads({ unit }: { readonly unit: Unit }) {
  const { t } = useTranslation('organisations');
  const [naming, setNaming] = useState(false);
  const mayName = unit.can.manage && !unit.closed;
  return (
    <Section
      title={t('heads.title')}
      action={
        mayName && (
          <Button tone="secondary" size="small" onClick={() => setNaming(true)}>
            {t('heads.add')}
          </Button>
        )
      }
    >
      <Card padded={false}>
        {unit.heads.length === 0 ? (
          <p className="p-4 text-sm text-ink-soft">{t('heads.none')}</p>
        ) : (
          <ul className="divide-y divide-line">
            {unit.heads.map((head) => (
              <HeadRow key={head.headId} unit={unit} head={head} mayEnd={mayName} />
            ))}
          </ul>
        )}
      </Card>
      {naming && <HeadDialog unit={unit} onClose={() => setNaming(false)} />}
    </Section>
  );
}

function HeadRow({ unit, head, mayEnd }: { readonly unit: Unit; readonly head: Head; readonly mayEnd: boolean }) {
  const { t } = useTranslation('organisations');
  const format = useFormat();
  const changed = useTreeChanged();
  const sentence = useProblemSentence();
  const today = new Intl.DateTimeFormat('en-CA', { timeZone: unit.timeZone }).format(new Date());
  const past = head.validUntil !== null && head.validUntil < today;
  const end = async () => {
    try {
      await api.organisations.endHead({ params: { organisationId: unit.id, headId: head.headId }, query: { on: today } });
      await changed();
      toast({ text: t('heads.ended', { name: head.fullName }), tone: 'success' });
    } catch (error) {
      toast({ text: sentence(error), tone: 'danger' });
    }
  };
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-2 px-4 py-3 sm:px-5">
      <span className="min-w-0 grow">
        <span className="flex flex-wrap items-center gap-2 font-medium">
          {head.fullName}
          {head.acting && <Badge tone="info">{t(`heads.acting.${head.acting}`)}</Badge>}
          {past && <Badge>{t('heads.past')}</Badge>}
        </span>
        <span className="block text-sm text-ink-soft">
          {head.validUntil === null
            ? t('heads.since', { from: format.shortDate(head.validFrom) })
            : t('heads.between', { from: format.shortDate(head.validFrom), until: format.shortDate(head.validUntil) })}
        </span>
      </span>
      {mayEnd && !past && (
        <Button tone="secondary" size="small" onClick={() => void end()}>
          {t('heads.end')}
          <span className="sr-only">{head.fullName}</span>
        </Button>
      )}
    </li>
  );
}
