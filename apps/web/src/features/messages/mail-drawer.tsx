import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../shared/api/client.js';
import { useProblemSentence } from '../../shared/api/problem-sentence.js';
import { routeQuery } from '../../shared/api/route-query.js';
import { useFormat } from '../../shared/format/use-format.js';
import { toZone } from '../../shared/format/zones.js';
import { useMe } from '../../shared/session/use-session.js';
import { Button } from '../../ui/button.js';
import { DataList } from '../../ui/data-table.js';
import { Drawer } from '../../ui/dialog.js';
import { Notice } from '../../ui/notice.js';
import { QueryState } from '../../ui/query-state.js';
import { SkeletonRows } from '../../ui/skeleton.js';
import { toast } from '../../ui/toast-store.js';
import { MailStateBadge } from './mail-state.js';

export interface MailDrawerProps {
  readonly mailId: string;
  readonly onClose: () => void;
}

/** One mail as its reader sees it, why it did not leave and what to do about it. */
export function MailDrawer({ mailId, onClose }: MailDrawerProps) {
  const { t } = useTranslation('messages');
  const format = useFormat(toZone(useMe().timeZone));
  const sentence = useProblemSentence();
  const client = useQueryClient();
  const mail = useQuery(routeQuery('mails', 'get', { params: { mailId } }));
  const again = useMutation({
    mutationFn: () => api.mails.sendAgain({ params: { mailId } }),
    onSuccess: ({ count }) => toast({ text: t('mails.sentAgain', { count }), tone: 'success' }),
    onError: (error) => toast({ text: sentence(error), tone: 'danger' }),
    onSettled: () => client.invalidateQueries({ queryKey: ['mails'] }),
  });
  return (
    <Drawer
      open
      onClose={onClose}
      title={mail.data?.subject ?? t('mails.one')}
      actions={
        mail.data?.can.sendAgain && (
          <Button busy={again.isPending} onClick={() => again.mutate()}>
            {t('mails.again')}
          </Button>
        )
      }
    >
      <QueryState query={mail} skeleton={<SkeletonRows count={5} />} errorTitle={t('mails.oneFailed')}>
        {(one) => (
          <div className="grid gap-5 pb-5">
            {one.fault && (
              <Notice tone={one.state === 'gave_up' ? 'danger' : 'warning'} title={t(`mails.faults.${one.fault}.what`)}>
                {t(`mails.faults.${one.fault}.remedy`)}
                {one.answer && <p className="mt-2 font-mono text-xs break-words">{t('mails.answered', { answer: one.answer })}</p>}
              </Notice>
            )}
            <DataList
              facts={[
                { key: 'to', label: t('mails.to'), value: <Recipient name={one.to.name} address={one.to.address} /> },
                { key: 'state', label: t('mails.state'), value: <MailStateBadge state={one.state} /> },
                { key: 'made', label: t('mails.made'), value: format.dateTime(one.createdAt) },
                ...(one.sentAt ? [{ key: 'sent', label: t('mails.sent'), value: format.dateTime(one.sentAt) }] : []),
                ...(one.nextTryAt && one.attempts > 0 ? [{ key: 'next', label: t('mails.next'), value: format.dateTime(one.nextTryAt) }] : []),
                ...(one.attempts > 0 ? [{ key: 'attempts', label: t('mails.attempts'), value: format.number(one.attempts) }] : []),
              ]}
            />
            {one.secretHidden && <Notice>{t('mails.secretHidden')}</Notice>}
            <Words html={one.html} text={one.text} onEscape={onClose} />
          </div>
        )}
      </QueryState>
    </Drawer>
  );
}

function Recipient({ name, address }: { readonly name: string; readonly address: string }) {
  return (
    <>
      <span className="block">{name}</span>
      <span className="block font-normal break-all text-ink-soft">{address}</span>
    </>
  );
}

/** What the reader sees; as plain text too, which is what some mail programs and screen readers take. */
function Words({ html, text, onEscape }: { readonly html: string; readonly text: string; readonly onEscape: () => void }) {
  const { t } = useTranslation('messages');
  const [plain, setPlain] = useState(false);
  return (
    <section className="grid gap-3">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <h3 className="text-base">{t('mails.preview')}</h3>
        <Button tone="quiet" size="small" onClick={() => setPlain(!plain)}>
          {t(plain ? 'mails.asPage' : 'mails.asText')}
        </Button>
      </div>
      {plain ? <p className="rounded-card border border-line p-4 text-sm break-words whitespace-pre-wrap">{text}</p> : <Preview html={html} title={t('mails.preview')} onEscape={onEscape} />}
    </section>
  );
}

/** The mail itself, in a frame where no script runs; a link opens a new tab. */
function Preview({ html, title, onEscape }: { readonly html: string; readonly title: string; readonly onEscape: () => void }) {
  const [height, setHeight] = useState(480);
  return (
    <iframe
      title={title}
      srcDoc={html}
      sandbox="allow-same-origin allow-popups allow-popups-to-escape-sandbox"
      className="w-full rounded-card border border-line bg-white"
      style={{ height }}
      onLoad={(event) => {
        const page = event.currentTarget.contentDocument;
        setHeight((page?.documentElement.scrollHeight ?? 478) + 2);
        // Keys that are pressed in a frame do not reach the drawer around it.
        page?.addEventListener('keydown', (key) => key.key === 'Escape' && onEscape());
      }}
    />
  );
}
