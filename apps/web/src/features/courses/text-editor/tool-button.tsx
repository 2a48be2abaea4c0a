import type { LucideIcon } from 'lucide-react';
import { cx } from '../../../ui/cx.js';

/** Look of a button of the toolbar. */
export const toolStyle = (on: boolean): string =>
  cx('inline-flex size-10 touch:size-11 items-center justify-center rounded-control transition-colors disabled:opacity-40', on ? 'bg-primary-soft text-primary-ink' : 'text-ink-soft hover:bg-hover hover:text-ink');

interface ToolButtonProps {
  readonly label: string;
  readonly Icon: LucideIcon;
  /** Present: the button is a switch that is on or off. */
  readonly on?: boolean | undefined;
  readonly disabled?: boolean;
  readonly onPress: () => void;
}

/** One button of the toolbar; a press with the mouse leaves the selection in the text. */
export function ToolButton({ label, Icon, on, disabled = false, onPress }: ToolButtonProps) {
  return (
    <button type="button" aria-label={label} title={label} aria-pressed={on} disabled={disabled} onMouseDown={(event) => event.preventDefault()} onClick={onPress} className={toolStyle(on === true)}>
      <Icon aria-hidden="true" className="size-5" />
    </button>
  );
}
