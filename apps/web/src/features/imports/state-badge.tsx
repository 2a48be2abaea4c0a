import type { ImportState } from '@pamong/contract/imports';
import { useTranslation } from 'react-i18next';
import { Badge, type Tone } from '../../ui/badge.js';

const TONES: Record<ImportState, Tone> = {
  checking: 'info', mapping: 'warning', checked: 'primary', applying: 'info', applied: 'success', undoing: 'info', undone: 'neutral', refused: 'danger', failed: 'danger',
};

/** Where an import stands. */
export function StateBadge({ state }: { readonly state: ImportState }) {
  const { t } = useTranslation('imports');
  return <Badge tone={TONES[state]}>{t(`state.${state}`)}</Badge>;
}
