import { Eye } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { api } from '../shared/api/client.js';
import { useProblemSentence } from '../shared/api/problem-sentence.js';
import { useFormat } from '../shared/format/use-format.js';
import type { Me } from '../shared/session/use-session.js';
import { useReplaceSession } from '../shared/session/use-session.js';
import { Button } from '../ui/button.js';
import { toast } from '../ui/toast-store.js';

/** On every page while an admin sees Pamong as somebody else: as whom, until when, and the way back. */
export default function ActingBanner({ me, acting }: { readonly me: Me; readonly acting: NonNullable<Me['acting']> }) {
  const { t } = useTranslation('access');
  const format = useFormat();
  const replaceSession = useReplaceSession();
  const sentence = useProblemSentence();
  const navigate = useNavigate();
  const goBack = async (stop: boolean) => {
    try {
      if (stop) await api.acting.stop();
      replaceSession(await api.session.get());
      await navigate(`/kelola/akses/periksa?orang=${me.personId}`);
      toast({ text: t('acting.over') });
    } catch (error) {
      toast({ text: sentence(error), tone: 'danger' });
    }
  };
  const over = useRef(goBack);
  useEffect(() => {
    over.current = goBack;
  });
  useEffect(() => {
    // A second more than the server gives, so that it has ended there when this page asks.
    const timer = setTimeout(() => void over.current(false), Math.max(0, Date.parse(acting.until) - Date.now()) + 1_000);
    return () => clearTimeout(timer);
  }, [acting.until]);
  return (
    <>
      {/* So that the end of a page can be scrolled out from under the banner. */}
      <div aria-hidden="true" className="h-28 lg:h-20 print:hidden" />
      <aside
        aria-label={t('acting.region')}
        className="fixed inset-x-3 bottom-[calc(4.5rem+env(safe-area-inset-bottom))] z-50 mx-auto flex max-w-3xl items-center gap-3 rounded-card border border-line-strong bg-warning-soft p-3 text-sm text-warning-ink shadow-overlay lg:bottom-4"
      >
        <Eye aria-hidden="true" className="size-5 shrink-0" />
        <p className="min-w-0 grow font-medium">{t(acting.mayWrite ? 'acting.writing' : 'acting.reading', { name: me.fullName, time: format.time(acting.until) })}</p>
        <Button tone="secondary" size="small" onClick={() => void goBack(true)}>
          {t('acting.stop')}
        </Button>
      </aside>
    </>
  );
}
