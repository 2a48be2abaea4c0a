import type { TextContent } from '@pamong/contract/course-content';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type * as z from 'zod';
import type { LessonEditorProps } from '../../../shared/slots/slots.js';
import { ImageDialog } from './image-dialog.js';
import { LinkDialog } from './link-dialog.js';
import { pastedHtml } from './pasted-html.js';
import { Toolbar, type ToolbarState, noTools, runTool, toolsAt } from './toolbar.js';

/**
 * A plain editor for readings: headings, emphasis, lists, quotes, links, pictures. What comes from elsewhere is reduced to
 * these when it is pasted, and the server cleans everything again when it is kept.
 */
export default function TextEditor({ courseId, title, body, onChange }: LessonEditorProps) {
  const { t } = useTranslation('courses');
  const area = useRef<HTMLDivElement>(null);
  const [initial] = useState(() => (body as z.output<typeof TextContent>).html);
  const [tools, setTools] = useState<ToolbarState>(noTools);
  const [dialog, setDialog] = useState<'link' | 'image' | null>(null);
  // The picture whose description is edited; null while a new one is chosen.
  const picture = useRef<HTMLImageElement | null>(null);
  const [given, setGiven] = useState<{ readonly src: string; readonly alt: string } | null>(null);
  // The selection is lost while a dialog is open.
  const range = useRef<Range | null>(null);

  useEffect(() => {
    if (area.current) area.current.innerHTML = initial;
    document.execCommand('defaultParagraphSeparator', false, 'p');
    document.execCommand('styleWithCSS', false, 'false');
  }, [initial]);

  useEffect(() => {
    const look = () => {
      const selection = document.getSelection();
      if (selection?.anchorNode && area.current?.contains(selection.anchorNode)) setTools(toolsAt());
    };
    document.addEventListener('selectionchange', look);
    return () => document.removeEventListener('selectionchange', look);
  }, []);

  const changed = () => onChange({ html: area.current?.innerHTML ?? '' });
  const open = (which: 'link' | 'image') => {
    const selection = document.getSelection();
    range.current = selection && selection.rangeCount > 0 && area.current?.contains(selection.anchorNode) ? selection.getRangeAt(0).cloneRange() : null;
    if (which === 'image') choose(pictureAt(selection));
    setDialog(which);
  };
  const choose = (found: HTMLImageElement | null) => {
    picture.current = found;
    setGiven(found && { src: found.getAttribute('src') ?? '', alt: found.alt });
  };
  /** Puts the cursor back where it was before the dialog, or at the end of the text. */
  const back = () => {
    area.current?.focus();
    const selection = document.getSelection();
    if (!selection || !area.current) return;
    const place = range.current ?? document.createRange();
    if (!range.current) {
      place.selectNodeContents(area.current);
      place.collapse(false);
    }
    selection.removeAllRanges();
    selection.addRange(place);
  };

  return (
    <div className="rounded-card border border-line-strong bg-surface focus-within:border-primary">
      <Toolbar
        state={tools}
        onTool={(tool) => {
          if (tool === 'link' || tool === 'image') return open(tool);
          area.current?.focus();
          runTool(tool, tools);
          setTools(toolsAt());
          changed();
        }}
      />
      <div
        ref={area}
        role="textbox"
        aria-multiline="true"
        aria-label={t('text.label', { title })}
        tabIndex={0}
        contentEditable
        suppressContentEditableWarning
        data-placeholder={t('text.placeholder')}
        className="prose min-h-72 px-5 py-4 outline-none empty:before:text-ink-faint empty:before:content-[attr(data-placeholder)] [&_img]:cursor-pointer"
        onInput={changed}
        onPaste={(event) => {
          const html = pastedHtml(event.clipboardData);
          if (html === null) return;
          event.preventDefault();
          document.execCommand('insertHTML', false, html);
        }}
        onDrop={(event) => event.preventDefault()}
        onClick={(event) => {
          if (!(event.target instanceof HTMLImageElement)) return;
          choose(event.target);
          setDialog('image');
        }}
        onKeyDown={(event) => {
          if ((event.ctrlKey || event.metaKey) && event.key === 'k') {
            event.preventDefault();
            open('link');
          }
        }}
      />
      <LinkDialog
        open={dialog === 'link'}
        onClose={() => setDialog(null)}
        onLink={(href) => {
          setDialog(null);
          back();
          if (document.getSelection()?.isCollapsed) document.execCommand('insertHTML', false, anchor(href));
          else document.execCommand('createLink', false, href);
          changed();
        }}
      />
      <ImageDialog
        key={given?.src ?? 'new'}
        open={dialog === 'image'}
        courseId={courseId}
        given={given}
        onClose={() => setDialog(null)}
        onImage={({ src, alt }) => {
          setDialog(null);
          if (picture.current) {
            picture.current.alt = alt;
          } else {
            back();
            const made = document.createElement('img');
            made.src = src;
            made.alt = alt;
            document.execCommand('insertHTML', false, made.outerHTML);
          }
          changed();
        }}
        onRemove={() => {
          setDialog(null);
          picture.current?.remove();
          changed();
        }}
      />
    </div>
  );
}

/** The picture that is selected (by Shift and an arrow key, say), so that its description can be changed without a mouse. */
function pictureAt(selection: Selection | null): HTMLImageElement | null {
  if (!selection || selection.rangeCount === 0) return null;
  const { startContainer, startOffset } = selection.getRangeAt(0);
  const node = startContainer.childNodes[startOffset];
  return node instanceof HTMLImageElement ? node : null;
}

function anchor(href: string): string {
  const made = document.createElement('a');
  made.href = href;
  made.textContent = href;
  return made.outerHTML;
}
