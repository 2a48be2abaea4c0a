import type { TextContent } from '@pamong/contract/course-content';
import type { Editor } from '@tiptap/core';
import { EditorContent, useEditor, useEditorState } from '@tiptap/react';
import { type RefObject, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type * as z from 'zod';
import type { LessonEditorProps } from '../../../shared/slots/slots.js';
import '../../../ui/prose.css';
import { SkeletonText } from '../../../ui/skeleton.js';
import { toast } from '../../../ui/toast-store.js';
import type { Asking } from './blocks.js';
import { selectedLink, selectedPicture, setLink, setPicture } from './edit.js';
import './editor.css';
import { HintsPanel } from './hints/hints-panel.js';
import { ImageDialog } from './image-dialog.js';
import { LinkDialog } from './link-dialog.js';
import { pageExtensions } from './schema/extensions.js';
import type { PictureAttributes } from './schema/picture.js';
import { ShortcutsDialog } from './shortcuts-dialog.js';
import { SlashMenu, slashListId, slashOptionId } from './slash-menu.js';
import { Toolbar } from './toolbar.js';
import { useSlashMenu } from './use-slash-menu.js';
import { useSync } from './use-sync.js';

/** A question to the author, with what was selected when it came up. It keeps its shape while its dialog closes. */
interface Question {
  readonly what: Asking;
  readonly open: boolean;
  /** Counts questions, so that each begins afresh. */
  readonly number: number;
  readonly picture: PictureAttributes | null;
  readonly href: string;
}

type Page = z.output<typeof TextContent>;

interface EditorHandlers {
  readonly onKey: (event: KeyboardEvent) => boolean;
  readonly onAsk: (what: Asking) => void;
  /** A picture has arrived at this position: it wants a description. */
  readonly onPicture: (position: number) => void;
}

/** The page editor: Tiptap with our schema. What it makes is cleaned by the server when it is kept, and compiled when it is published. */
export default function TextEditor(props: LessonEditorProps) {
  const { t } = useTranslation('courses');
  const { courseId } = props;
  const { html } = props.body as Page;
  // The editor keeps the handlers of its first render, so they ask for the latest ones.
  const handlersRef = useRef<EditorHandlers>({ onKey: () => false, onAsk: () => undefined, onPicture: () => undefined });
  const options = useMemo(
    () => ({
      extensions: pageExtensions(t, {
        courseId,
        onEditPicture: () => handlersRef.current.onAsk('image'),
        onPicture: (position) => handlersRef.current.onPicture(position),
        onLeft: (count) => toast({ text: t('text.paste.left', { count }) }),
      }),
      editorProps: {
        attributes: { id: 'page-text', role: 'textbox', 'aria-multiline': 'true', class: 'prose page-text', 'data-placeholder': t('text.placeholder') },
        handleKeyDown: (_: unknown, event: KeyboardEvent) => handlersRef.current.onKey(event),
      },
    }),
    [t, courseId],
  );
  // A style element would break the content security policy; the few rules it holds stand in editor.css.
  const editor = useEditor({ ...options, content: html, injectCSS: false, shouldRerenderOnTransaction: false }) as Editor | null;
  // React may take a tree apart and put it together again (Suspense, strict mode); Tiptap then makes a new editor.
  if (editor === null || editor.isDestroyed) return <SkeletonText lines={6} />;
  return <PageEditor {...props} editor={editor} handlersRef={handlersRef} />;
}

function PageEditor({ courseId, title, body, onChange, minutes, onMinutes, editor, handlersRef }: LessonEditorProps & { readonly editor: Editor; readonly handlersRef: RefObject<EditorHandlers> }) {
  const { t } = useTranslation('courses');
  const toolbar = useRef<HTMLDivElement>(null);
  const [question, setQuestion] = useState<Question>({ what: 'shortcuts', open: false, number: 0, picture: null, href: '' });
  const ask = useCallback((what: Asking) => handlersRef.current.onAsk(what), [handlersRef]);
  const empty = useEditorState({ editor, selector: ({ editor: current }) => !current.isDestroyed && current.isEmpty });
  useSync(editor, body as Page, onChange);
  const slash = useSlashMenu(editor, t, ask);
  useEffect(() => {
    handlersRef.current = {
      onAsk: (what) =>
        setQuestion((before) => ({ what, open: true, number: before.number + 1, picture: what === 'image' ? selectedPicture(editor) : null, href: selectedLink(editor) })),
      onPicture: (position) => {
        editor.commands.setNodeSelection(position);
        ask('image');
      },
      onKey: (event) => {
        if (slash.onKey(event)) return true;
        const wanted = event.altKey && event.key === 'F10' ? 'toolbar' : (event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'k' ? 'link' : null;
        if (wanted === null) return false;
        event.preventDefault();
        if (wanted === 'link') ask('link');
        else toolbar.current?.querySelector('button')?.focus();
        return true;
      },
    };
  });
  const active = slash.menu?.entries[slash.menu.active];
  useEffect(() => {
    if (editor.isDestroyed) return;
    const { dom } = editor.view;
    dom.setAttribute('aria-label', t('text.label', { title }));
    for (const [name, value] of [['aria-controls', active && slashListId], ['aria-activedescendant', active && slashOptionId(active.key)]] as const) {
      if (value === undefined) dom.removeAttribute(name);
      else dom.setAttribute(name, value);
    }
  }, [editor, t, title, active]);

  const close = () => setQuestion((before) => ({ ...before, open: false }));
  const asks = (what: Asking) => ({ key: `${what}-${question.what === what ? question.number : 0}`, open: question.open && question.what === what, onClose: close });
  const { key: linkKey, ...link } = asks('link');
  const { key: imageKey, ...image } = asks('image');
  const { key: helpKey, ...help } = asks('shortcuts');
  return (
    <div className={`relative rounded-card border border-line-strong bg-surface focus-within:border-primary ${empty ? 'page-empty' : ''}`}>
      <Toolbar ref={toolbar} editor={editor} onAsk={ask} />
      <EditorContent editor={editor} />
      <HintsPanel editor={editor} minutes={minutes} onMinutes={onMinutes} />
      {slash.menu && <SlashMenu editor={editor} menu={slash.menu} />}
      <LinkDialog
        key={linkKey}
        {...link}
        given={question.href}
        onLink={(href) => {
          close();
          setLink(editor, href);
        }}
      />
      <ImageDialog
        key={imageKey}
        {...image}
        courseId={courseId}
        given={question.picture}
        onImage={(chosen) => {
          close();
          setPicture(editor, chosen);
        }}
        onRemove={() => {
          close();
          editor.chain().focus().deleteNode('picture').run();
        }}
      />
      <ShortcutsDialog key={helpKey} {...help} />
    </div>
  );
}
