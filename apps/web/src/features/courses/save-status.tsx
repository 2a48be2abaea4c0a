import { Check, CloudOff, LoaderCircle, TriangleAlert } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useProblemSentence } from '../../shared/api/problem-sentence.js';
import { useFormat } from '../../shared/format/use-format.js';
import { toZone } from '../../shared/format/zones.js';
import { useMe } from '../../shared/session/use-session.js';
import { Button } from '../../ui/button.js';
import { LeaveGuard } from '../../ui/leave-guard.js';
import { Notice } from '../../ui/notice.js';
import type { SaveState } from './autosave.js';

/** One quiet line: saved when, saving, or waiting for the network. */
export function SaveStatus({ state }: { readonly state: SaveState }) {
  const { t } = useTranslation('courses');
  const format = useFormat(toZone(useMe().timeZone));
  const icon = 'size-4 shrink-0';
  const shown = {
    clean: { Icon: Check, text: state.kind === 'clean' && state.at ? t('save.saved', { at: format.clock(state.at, true) }) : t('save.nothing') },
    waiting: { Icon: LoaderCircle, text: t('save.saving') },
    saving: { Icon: LoaderCircle, text: t('save.saving') },
    retrying: { Icon: CloudOff, text: t('save.retrying') },
    invalid: { Icon: TriangleAlert, text: t('save.invalid') },
    stopped: { Icon: TriangleAlert, text: t('save.stopped') },
  }[state.kind];
  return (
    <p role="status" className="tabular flex min-h-6 items-center gap-1.5 text-sm text-ink-soft">
      <shown.Icon aria-hidden="true" className={icon} />
      {shown.text}
    </p>
  );
}

/** What is wrong with saving and what to do, above the form; and a question before leaving with something unsaved. */
export function SaveTrouble({ state }: { readonly state: SaveState }) {
  const { t } = useTranslation('courses');
  const sentence = useProblemSentence();
  const troubled = state.kind === 'stopped' || state.kind === 'invalid' || state.kind === 'retrying';
  return (
    <>
      <LeaveGuard unsaved={troubled} />
      {(state.kind === 'stopped' || state.kind === 'invalid') && (
        <div className="mb-5">
          <Notice
            tone="danger"
            live
            title={sentence(state.error)}
            action={
              state.kind === 'stopped' ? (
                <Button tone="secondary" size="small" onClick={() => window.location.reload()}>
                  {t('save.reload')}
                </Button>
              ) : undefined
            }
          />
        </div>
      )}
    </>
  );
}
