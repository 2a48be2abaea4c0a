import { Ban, CircleCheck, Hourglass } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Badge } from '../../ui/badge.js';

const LOOKS = { valid: { tone: 'success', icon: CircleCheck }, preparing: { tone: 'info', icon: Hourglass }, revoked: { tone: 'danger', icon: Ban } } as const;

/** Valid, revoked, or on its way; in words, the colour only helps. */
export function StatusBadge({ status }: { readonly status: keyof typeof LOOKS }) {
  const { t } = useTranslation('certificates');
  const { tone, icon: Icon } = LOOKS[status];
  return (
    <Badge tone={tone} icon={<Icon aria-hidden="true" className="size-3.5" />}>
      {t(`status.${status}`)}
    </Badge>
  );
}
