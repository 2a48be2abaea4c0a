import type { AccountPerson } from '@pamong/contract/entry';
import { Printer } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type * as z from 'zod';
import { useFormat } from '../../shared/format/use-format.js';
import { Button } from '../../ui/button.js';
import { TextLink } from '../../ui/link-button.js';
import { Notice } from '../../ui/notice.js';

export interface NarrowedNoticeProps {
  /** Empty: not only the people of one import. */
  readonly importId: string;
  /** Only people without an e-mail address: codes for all that are shown are one press away. */
  readonly mailless: boolean;
  readonly rows: readonly z.output<typeof AccountPerson>[];
  readonly total: number;
  readonly busy: boolean;
  readonly onPrint: (personIds: readonly string[]) => void;
}

/** Says that the list shows only some people, and offers what those who come here came for. */
export function NarrowedNotice({ importId, mailless, rows, total, busy, onPrint }: NarrowedNoticeProps) {
  const { t } = useTranslation('entry');
  const { number } = useFormat();
  const waiting = rows.filter((row) => row.state === 'none');
  return (
    <div className="mb-4">
      <Notice
        title={t(importId ? (mailless ? 'narrowed.importMailless' : 'narrowed.import') : 'narrowed.mailless')}
        action={
          <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
            {mailless && waiting.length > 0 && (
              <Button size="small" busy={busy} icon={<Printer aria-hidden="true" className="size-4" />} onClick={() => onPrint(waiting.map((row) => row.personId))}>
                {t('narrowed.print', { count: waiting.length, people: number(waiting.length) })}
              </Button>
            )}
            {importId && <TextLink to={`/kelola/pegawai/impor/${importId}`}>{t('narrowed.back')}</TextLink>}
            <TextLink to="/kelola/akun">{t('narrowed.all')}</TextLink>
          </div>
        }
      >
        {mailless && total > waiting.length && waiting.length > 0 && t('narrowed.more', { people: number(total) })}
      </Notice>
    </div>
  );
}
