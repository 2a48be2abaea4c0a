import { Bold, Heading2, Heading3, ImagePlus, Italic, Link as LinkIcon, List, ListOrdered, type LucideIcon, Quote, Redo2, Undo2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { cx } from '../../../ui/cx.js';

export type Tool = 'h2' | 'h3' | 'bold' | 'italic' | 'ul' | 'ol' | 'quote' | 'link' | 'image' | 'undo' | 'redo';
export type ToolbarState = Readonly<Record<Exclude<Tool, 'link' | 'image' | 'undo' | 'redo'>, boolean>>;

export const noTools: ToolbarState = { h2: false, h3: false, bold: false, italic: false, ul: false, ol: false, quote: false };

const tools: readonly { readonly tool: Tool; readonly Icon: LucideIcon }[] = [
  { tool: 'h2', Icon: Heading2 },
  { tool: 'h3', Icon: Heading3 },
  { tool: 'bold', Icon: Bold },
  { tool: 'italic', Icon: Italic },
  { tool: 'ul', Icon: List },
  { tool: 'ol', Icon: ListOrdered },
  { tool: 'quote', Icon: Quote },
  { tool: 'link', Icon: LinkIcon },
  { tool: 'image', Icon: ImagePlus },
  { tool: 'undo', Icon: Undo2 },
  { tool: 'redo', Icon: Redo2 },
];

/** Which tools are on where the cursor stands. */
export function toolsAt(): ToolbarState {
  const block = document.queryCommandValue('formatBlock').toLowerCase();
  const on = (command: string) => document.queryCommandState(command);
  const heading = block === 'h2' || block === 'h3';
  return { h2: block === 'h2', h3: block === 'h3', bold: !heading && on('bold'), italic: on('italic'), ul: on('insertUnorderedList'), ol: on('insertOrderedList'), quote: block === 'blockquote' };
}

/** Applies a tool at the selection; a second press takes it back. The browser's own commands keep its undo history. */
export function runTool(tool: Exclude<Tool, 'link' | 'image'>, state: ToolbarState): void {
  const block = (name: string, on: boolean) => document.execCommand('formatBlock', false, on ? 'p' : name);
  if (tool === 'h2' || tool === 'h3') block(tool, state[tool]);
  else if (tool === 'quote') block('blockquote', state.quote);
  else if (tool === 'ul') document.execCommand('insertUnorderedList');
  else if (tool === 'ol') document.execCommand('insertOrderedList');
  else document.execCommand(tool);
}

/** The editor's buttons; arrow keys are not needed, since each is a plain button in the tab order. */
export function Toolbar({ state, onTool }: { readonly state: ToolbarState; readonly onTool: (tool: Tool) => void }) {
  const { t } = useTranslation('courses');
  return (
    <div role="group" aria-label={t('text.toolbar')} className="sticky top-15 z-10 flex flex-wrap gap-0.5 rounded-t-card border-b border-line bg-surface p-1">
      {tools.map(({ tool, Icon }) => {
        const on = tool in state && state[tool as keyof ToolbarState];
        return (
          <button
            key={tool}
            type="button"
            aria-label={t(`text.tool.${tool}`)}
            title={t(`text.tool.${tool}`)}
            aria-pressed={tool in state ? on : undefined}
            // The selection in the text stays.
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => onTool(tool)}
            className={cx('inline-flex size-10 touch:size-11 items-center justify-center rounded-control transition-colors', on ? 'bg-primary-soft text-primary-ink' : 'text-ink-soft hover:bg-hover hover:text-ink')}
          >
            <Icon aria-hidden="true" className="size-5" />
          </button>
        );
      })}
    </div>
  );
}
