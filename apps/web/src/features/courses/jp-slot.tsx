import { useTranslation } from 'react-i18next';
import { useFormat } from '../../shared/format/use-format.js';
import { Badge } from '../../ui/badge.js';

/** How planned minutes become JP: `180 menit = 4 JP`; below 45 minutes "tanpa JP". */
export function JpSlot({ minutes, jp }: { readonly minutes: number; readonly jp: number }) {
  const { t } = useTranslation('courses');
  const format = useFormat();
  return <Badge tone={jp > 0 ? 'primary' : 'neutral'}>{jp > 0 ? t('jp.slot', { count: minutes, jp: format.jp(jp) }) : t('jp.without', { count: minutes })}</Badge>;
}
