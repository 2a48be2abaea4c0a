import type { Playback } from '@pamong/contract/media';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../shared/format/use-format.js';
import { Switch } from '../../ui/choices.js';
import { Field } from '../../ui/field.js';
import { Select } from '../../ui/select.js';
import type { useQuality } from './quality.js';

/** "Hemat kuota" and the sizes, each with what the whole recording costs in it. */
export function QualityChoice({ quality, renditions }: { readonly quality: ReturnType<typeof useQuality>; readonly renditions: Playback['renditions'] }) {
  const { t } = useTranslation('video');
  const format = useFormat();
  const options = [
    { value: 'auto', label: t('quality.auto') },
    ...renditions.map((one) => ({ value: one.name, label: t('quality.one', { lines: Math.min(one.width, one.height), size: format.size(one.bytes) }) })),
  ];
  return (
    <div className="mt-4 grid gap-x-8 gap-y-2 rounded-card border border-line bg-surface px-4 py-2 sm:grid-cols-2 sm:items-center">
      <Switch
        label={t('quality.saver')}
        hint={t('quality.saverHint', { size: format.size(quality.smallest?.bytes ?? 0) })}
        checked={quality.saver}
        onChange={(event) => quality.setSaver(event.target.checked)}
      />
      <div className="pb-2 sm:pt-2">
        <Field label={t('quality.label')}>
          {(control) => <Select {...control} options={options} value={quality.chosen} disabled={quality.saver} onChange={(event) => quality.setChosen(event.target.value)} />}
        </Field>
      </div>
    </div>
  );
}
