import { Menu as Base } from '@base-ui/react/menu';
import { Check } from 'lucide-react';
import type { RefObject } from 'react';
import { Link } from 'react-router';
import { cx } from '../cx.js';
import type { MenuDivider, MenuItem } from '../menu.js';

interface MenuBodyProps {
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
  readonly anchor: RefObject<HTMLButtonElement | null>;
  readonly items: readonly (MenuItem | MenuDivider)[];
  readonly label: string;
  readonly align: 'start' | 'end';
}

const rowStyle = cx(
  'flex min-h-11 w-full cursor-pointer items-center gap-3 rounded-sm px-3 py-2 text-start text-sm outline-none select-none',
  'data-highlighted:bg-hover data-disabled:cursor-not-allowed data-disabled:text-ink-faint',
);

/** The part of `Menu` that needs Base UI: placing, arrow keys, typing to find, Esc, focus back to the button. */
export default function MenuBody({ open, onOpenChange, anchor, items, label, align }: MenuBodyProps) {
  return (
    <Base.Root
      open={open}
      onOpenChange={(next, details) => {
        // The button toggles by itself; closing here as well would open it again.
        const target = details.event.target;
        if (!next && target instanceof Node && anchor.current?.contains(target) && details.reason === 'outside-press') return;
        onOpenChange(next);
      }}
    >
      <Base.Portal>
        <Base.Positioner anchor={anchor} align={align} sideOffset={6} collisionPadding={8} className="z-50 outline-none">
          <Base.Popup
            aria-label={label}
            finalFocus={anchor}
            // The menu stands at the end of the document: from there the next stop would be the top of the page.
            onKeyDown={(event) => {
              if (event.key !== 'Tab') return;
              event.preventDefault();
              onOpenChange(false);
            }}
            className="max-h-[var(--available-height)] min-w-52 overflow-y-auto rounded-card border border-line bg-surface p-1.5 text-ink shadow-overlay transition-opacity duration-120 outline-none data-ending-style:opacity-0 data-starting-style:opacity-0"
          >
            {items.map((item, index) =>
              item !== 'line' && 'key' in item ? <Row key={item.key} item={item} /> : <Divider key={`line-${index}`} heading={item === 'line' ? undefined : item.heading} />,
            )}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}

function Divider({ heading }: { readonly heading: string | undefined }) {
  return (
    <>
      <Base.Separator className="my-1.5 h-px bg-line" />
      {heading && <p className="px-3 pt-1 pb-0.5 text-xs font-semibold text-ink-faint">{heading}</p>}
    </>
  );
}

function Row({ item }: { readonly item: MenuItem }) {
  const inner = (
    <>
      {item.icon && <span className="text-ink-soft">{item.icon}</span>}
      <span className="min-w-0 grow">
        {item.label}
        {item.hint && <span className="block text-xs text-ink-faint">{item.hint}</span>}
      </span>
      {item.checked && <Check aria-hidden="true" className="size-4 text-primary" />}
    </>
  );
  const tone = cx(rowStyle, item.danger && 'text-danger-ink');
  if (item.to) return <Base.LinkItem closeOnClick className={tone} render={<Link to={item.to} />}>{inner}</Base.LinkItem>;
  if (item.checked !== undefined) {
    return (
      <Base.CheckboxItem closeOnClick className={tone} checked={item.checked} onCheckedChange={() => item.onSelect?.()}>
        {inner}
      </Base.CheckboxItem>
    );
  }
  return (
    <Base.Item className={tone} disabled={item.disabled ?? false} onClick={() => item.onSelect?.()}>
      {inner}
    </Base.Item>
  );
}
