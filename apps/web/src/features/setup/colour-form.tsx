import { brandContrast, brandTheme } from '@pamong/contract/brand-theme';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../shared/api/client.js';
import { useProblemSentence } from '../../shared/api/problem-sentence.js';
import { routeQuery } from '../../shared/api/route-query.js';
import { useFormat } from '../../shared/format/use-format.js';
import { sessionQuery } from '../../shared/session/use-session.js';
import { Button } from '../../ui/button.js';
import { Field } from '../../ui/field.js';
import { Notice } from '../../ui/notice.js';
import { QueryState } from '../../ui/query-state.js';
import { SkeletonText } from '../../ui/skeleton.js';
import { TextInput } from '../../ui/text-input.js';
import { toast } from '../../ui/toast-store.js';

const own = '#0b5e6b';
const hex = /^#[0-9a-f]{6}$/;

/** The agency's colour, tried on a sample before it is kept; one that cannot be read is refused with its contrast. */
export function ColourForm({ agency, onSaved }: { readonly agency: Agency; readonly onSaved?: () => void }) {
  const branding = useQuery(routeQuery('branding', 'get', { params: { organisationId: agency.id } }));
  return (
    <QueryState query={branding} skeleton={<SkeletonText lines={3} />}>
      {(data) => <Choice key={data.colour} agency={agency} kept={data.colour} onSaved={onSaved} />}
    </QueryState>
  );
}

interface Agency {
  readonly id: string;
  readonly name: string;
}

interface ChoiceProps {
  readonly agency: Agency;
  readonly kept: string | null;
  readonly onSaved: (() => void) | undefined;
}

function Choice({ agency, kept, onSaved }: ChoiceProps) {
  const { t } = useTranslation('setup');
  const format = useFormat();
  const sentence = useProblemSentence();
  const client = useQueryClient();
  const [colour, setColour] = useState(kept ?? own);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const theme = hex.test(colour) ? brandTheme(colour) : null;
  const keep = async (next: string | null) => {
    if (busy) return;
    setBusy(true);
    setProblem(null);
    try {
      await api.branding.change({ params: { organisationId: agency.id }, body: { colour: next } });
      await Promise.all([client.invalidateQueries({ queryKey: ['branding'] }), client.invalidateQueries({ queryKey: sessionQuery.queryKey })]);
      toast({ text: t('look.saved'), tone: 'success' });
      onSaved?.();
    } catch (error) {
      setProblem(sentence(error));
    } finally {
      setBusy(false);
    }
  };
  return (
    <div className="grid gap-5">
      <div className="flex flex-wrap items-end gap-3">
        <input
          type="color"
          aria-label={t('look.pick')}
          value={hex.test(colour) ? colour : own}
          onChange={(event) => setColour(event.target.value)}
          className="h-11 w-14 cursor-pointer rounded-control border border-line-strong bg-surface p-1"
        />
        <Field name="colour" label={t('look.colour')} error={hex.test(colour) ? undefined : t('look.form')}>
          {(control) => <TextInput {...control} value={colour} onChange={(event) => setColour(event.target.value.trim().toLowerCase())} className="w-36" spellCheck={false} autoComplete="off" />}
        </Field>
      </div>
      {hex.test(colour) && (theme ? <Sample theme={theme} name={agency.name} /> : <Notice tone="warning" live>{t('look.unreadable', { contrast: format.number(Math.floor(brandContrast(colour) * 10) / 10, 1) })}</Notice>)}
      {problem && (
        <Notice tone="danger" live>
          {problem}
        </Notice>
      )}
      <div className="flex flex-wrap gap-3">
        <Button disabled={theme === null} busy={busy} onClick={() => void keep(colour)}>
          {t('look.save')}
        </Button>
        {kept !== null && (
          <Button tone="secondary" busy={busy} onClick={() => void keep(null)}>
            {t('look.reset')}
          </Button>
        )}
      </div>
    </div>
  );
}

/** The colour as a button, a link and a soft ground, in light and dark. */
function Sample({ theme, name }: { readonly theme: NonNullable<ReturnType<typeof brandTheme>>; readonly name: string }) {
  const { t } = useTranslation('setup');
  return (
    <div className="grid gap-3 sm:grid-cols-2">
      {(['light', 'dark'] as const).map((look) => (
        <div key={look} className="rounded-card border border-line p-4" style={{ background: look === 'light' ? '#fbfaf6' : '#1e1d19' }}>
          <p className="mb-3 text-sm font-semibold" style={{ color: theme[look]['primary-ink'] }}>
            {name}, {t(`look.${look}`)}
          </p>
          <span className="inline-block rounded-control px-4 py-2 text-sm font-semibold" style={{ background: theme[look].primary, color: theme[look]['on-primary'] }}>
            {t('look.sample')}
          </span>
          <span className="ms-2 inline-block rounded-full px-3 py-1 text-xs font-semibold" style={{ background: theme[look]['primary-soft'], color: theme[look]['primary-ink'] }}>
            {t('look.badge')}
          </span>
        </div>
      ))}
    </div>
  );
}
