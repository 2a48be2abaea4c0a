import { Plus, X } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/button.js';
import { Card } from '../../ui/card.js';
import { IconButton } from '../../ui/icon-button.js';
import { Select } from '../../ui/select.js';
import { TextInput } from '../../ui/text-input.js';
import type { Course } from './use-course.js';
import type { CourseForm } from './use-course-form.js';

type Row = Course['competences'][number];

/** Competences that the course serves: code and name of the agency's dictionary, with the level it reaches. Unfinished rows wait. */
export function CompetenceRows({ form: { values, change } }: { readonly form: CourseForm }) {
  const { t } = useTranslation('courses');
  const [rows, setRows] = useState<readonly Row[]>(values.competences);
  const set = (next: readonly Row[]) => {
    setRows(next);
    const finished = next.map((row) => ({ ...row, code: row.code.trim(), name: row.name.trim() })).filter((row) => row.code !== '' && row.name !== '');
    if (JSON.stringify(finished) !== JSON.stringify(values.competences)) change({ competences: finished });
  };
  const edit = (index: number, part: Partial<Row>) => set(rows.map((row, at) => (at === index ? { ...row, ...part } : row)));
  return (
    <Card className="grid gap-3">
      <p className="text-sm text-ink-soft">{t('competence.hint')}</p>
      {rows.map((row, index) => (
        // Rows have no id of their own and are not reordered.
        <div key={index} className="grid grid-cols-[minmax(0,1fr)_auto] items-center gap-2 sm:grid-cols-[8rem_minmax(0,1fr)_9rem_auto]">
          <TextInput aria-label={t('competence.code', { number: index + 1 })} placeholder={t('competence.codeShort')} value={row.code} maxLength={40} onChange={(event) => edit(index, { code: event.target.value })} />
          <IconButton
            className="sm:order-last"
            label={t('competence.remove', { name: row.name === '' ? index + 1 : row.name })}
            icon={<X aria-hidden="true" className="size-4.5" />}
            onClick={() => set(rows.filter((_, at) => at !== index))}
          />
          <TextInput aria-label={t('competence.name', { number: index + 1 })} placeholder={t('competence.nameShort')} value={row.name} maxLength={200} onChange={(event) => edit(index, { name: event.target.value })} />
          <Select
            aria-label={t('competence.level', { number: index + 1 })}
            placeholder={t('competence.noLevel')}
            value={row.level === null ? '' : String(row.level)}
            options={[1, 2, 3, 4, 5].map((level) => ({ value: String(level), label: t('competence.levelValue', { level }) }))}
            onChange={(event) => edit(index, { level: event.target.value === '' ? null : Number(event.target.value) })}
          />
        </div>
      ))}
      <div>
        <Button tone="quiet" size="small" className="-ms-3" icon={<Plus aria-hidden="true" className="size-4" />} onClick={() => setRows([...rows, { code: '', name: '', level: null }])}>
          {t('competence.add')}
        </Button>
      </div>
    </Card>
  );
}
