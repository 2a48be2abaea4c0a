import type { Editor } from '@tiptap/core';
import { api } from '../../../../shared/api/client.js';
import { shrinkPicture } from '../../../../shared/files/shrink-picture.js';

/** Pictures that came with a paste or a drop and are on their way to the server, one after the other. */
export class PendingPictures {
  private readonly waiting = new Map<string, Blob>();
  /** Pictures of the paste that is being read, which only the rich text beside it holds. */
  private beside: string[] = [];
  private named = 0;
  private sending = false;
  /** Pictures of the last paste that could not come along. */
  left = 0;

  constructor(private readonly courseId: string) {}

  /** Begins a paste. @param beside data addresses of the pictures that its HTML names on the author's disk, in their order */
  begin(beside: string[]): void {
    this.beside = beside;
    this.left = 0;
  }

  /** Keeps a picture of pasted HTML. @returns its name until it is sent; null when its bytes did not come along */
  readonly keep = (src: string): string | null => {
    const data = src.startsWith('data:') ? src : src.startsWith('file:') ? this.beside.shift() : undefined;
    const blob = data === undefined ? null : fromDataAddress(data);
    if (blob === null) {
      this.left += 1;
      return null;
    }
    return this.add(blob);
  };

  add(blob: Blob): string {
    this.named += 1;
    const name = `picture-${this.named}`;
    this.waiting.set(name, blob);
    return name;
  }

  /** Sends what waits. A picture that cannot be read or sent leaves the page. */
  async send(editor: Editor, onSent: (position: number, alone: boolean) => void): Promise<void> {
    if (this.sending) return;
    this.sending = true;
    const alone = this.waiting.size === 1;
    for (const [name, blob] of this.waiting) {
      this.waiting.delete(name);
      const data = await shrinkPicture(blob).catch(() => null);
      const stored = data === null ? null : await api.courses.addPicture({ params: { courseId: this.courseId }, body: { data } }).catch(() => null);
      if (editor.isDestroyed) break;
      if (stored === null) this.left += 1;
      replace(editor, name, stored, (position) => onSent(position, alone));
    }
    this.sending = false;
  }
}

function replace(editor: Editor, name: string, stored: { src: string; width: number; height: number } | null, onSent: (position: number) => void): void {
  editor.state.doc.descendants((node, position) => {
    if (node.type.name !== 'picture' || node.attrs['pending'] !== name) return;
    const { tr } = editor.state;
    if (stored === null) tr.delete(position, position + node.nodeSize);
    else tr.setNodeMarkup(position, undefined, { ...node.attrs, src: stored.src, width: stored.width, height: stored.height, pending: null });
    editor.view.dispatch(tr.setMeta('addToHistory', false));
    if (stored !== null) onSent(position);
    return false;
  });
}

function fromDataAddress(address: string): Blob | null {
  const found = /^data:(image\/(?:png|jpeg|gif|webp|bmp));base64,([a-z0-9+/=\s]+)$/i.exec(address);
  if (found === null) return null;
  try {
    return new Blob([Uint8Array.from(atob(found[2] ?? ''), (sign) => sign.charCodeAt(0))], { type: found[1] ?? '' });
  } catch {
    return null;
  }
}
