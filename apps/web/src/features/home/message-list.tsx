import type { InboxMessage } from '@pamong/contract/messages';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type * as z from 'zod';
import { api } from '../../shared/api/client.js';
import { useFormat } from '../../shared/format/use-format.js';
import { cx } from '../../ui/cx.js';

type Message = z.output<typeof InboxMessage>;

/** Messages with their sentences; one is read once it was opened. */
export function MessageList({ messages }: { readonly messages: readonly Message[] }) {
  const { t } = useTranslation('home');
  const format = useFormat();
  const client = useQueryClient();
  const read = useMutation({
    mutationFn: (id: string) => api.messages.read({ body: { ids: [id] } }),
    onSettled: () => client.invalidateQueries({ queryKey: ['messages'] }),
  });
  return (
    <ul className="grid gap-4">
      {messages.map((message) => {
        const unread = message.readAt === null;
        const text = t(`news.kinds.${message.kind.replace('.', '-')}`, message.params);
        return (
          <li key={message.id} className={cx('border-s-3 ps-3', unread ? 'border-primary' : 'border-line')}>
            {message.link ? (
              <Link to={message.link} onClick={() => unread && read.mutate(message.id)} className={cx('underline-offset-4 hover:underline', unread ? 'font-semibold' : 'font-medium text-ink-soft')}>
                {text}
              </Link>
            ) : (
              <p className={unread ? 'font-semibold' : 'font-medium text-ink-soft'}>{text}</p>
            )}
            <p className="text-sm text-ink-soft">
              {unread && <span className="font-semibold text-primary-ink">{t('news.new')} · </span>}
              {format.relativeDay(message.createdAt)}
            </p>
          </li>
        );
      })}
    </ul>
  );
}
