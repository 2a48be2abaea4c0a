import { Combobox as Base } from '@base-ui/react/combobox';
import { Check, ChevronDown, X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { cx } from '../cx.js';
import type { ComboboxProps } from '../combobox.js';
import type { SelectOption } from '../select.js';
import { controlStyle } from '../text-input.js';

/** The part of `Combobox` that needs Base UI: filtering while typing, arrow keys, announcements. */
export default function ComboboxBody({ options, value, onValue, placeholder, label, control, onSearch, emptyText }: ComboboxProps) {
  const { t } = useTranslation('core');
  const chosen = options.find((option) => option.value === value) ?? null;
  return (
    <Base.Root<SelectOption>
      items={options}
      value={chosen}
      onValueChange={(option) => onValue(option?.value ?? '')}
      onInputValueChange={(text) => onSearch?.(text)}
      isItemEqualToValue={(one, other) => one.value === other.value}
      itemToStringLabel={(option) => option.label}
      filter={onSearch ? null : undefined}
    >
      <div className="relative">
        <Base.Input {...control} aria-label={label} placeholder={placeholder} className={cx(controlStyle, 'h-11 pe-20')} />
        <div className="absolute inset-y-0 end-0 flex items-center text-ink-faint">
          {value && (
            <Base.Clear aria-label={t('combobox.clear')} className="inline-flex size-9 items-center justify-center rounded-control hover:bg-hover">
              <X aria-hidden="true" className="size-4" />
            </Base.Clear>
          )}
          <Base.Trigger aria-label={t('combobox.open')} className="inline-flex size-10 items-center justify-center">
            <ChevronDown aria-hidden="true" className="size-4" />
          </Base.Trigger>
        </div>
      </div>
      <Base.Portal>
        <Base.Positioner sideOffset={4} collisionPadding={8} className="z-50">
          <Base.Popup className="max-h-[min(20rem,var(--available-height))] w-[var(--anchor-width)] overflow-y-auto rounded-card border border-line bg-surface p-1.5 text-ink shadow-overlay">
            <Base.Empty className="px-3 py-2.5 text-sm text-ink-soft empty:hidden">{emptyText ?? t('combobox.empty')}</Base.Empty>
            <Base.List>
              {(option: SelectOption) => (
                <Base.Item
                  key={option.value}
                  value={option}
                  disabled={option.disabled ?? false}
                  className="flex min-h-11 cursor-pointer items-center justify-between gap-3 rounded-sm px-3 py-2 text-sm outline-none select-none data-disabled:text-ink-faint data-highlighted:bg-hover"
                >
                  {option.label}
                  <Base.ItemIndicator>
                    <Check aria-hidden="true" className="size-4 text-primary" />
                  </Base.ItemIndicator>
                </Base.Item>
              )}
            </Base.List>
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}
