import { Upload } from 'lucide-react';
import { type DragEvent, type ReactNode, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { cx } from './cx.js';

export interface FileDropProps {
  readonly label: ReactNode;
  /** What fits: kinds and the largest size. */
  readonly hint: ReactNode;
  /** As the `accept` attribute: `video/mp4,video/webm`. The server decides in the end. */
  readonly accept: string;
  readonly multiple?: boolean;
  readonly disabled?: boolean;
  readonly onFiles: (files: readonly File[]) => void;
}

/** A place to drop files, or to choose them with a press or by keyboard. */
export function FileDrop({ label, hint, accept, multiple = false, disabled = false, onFiles }: FileDropProps) {
  const { t } = useTranslation('core');
  const input = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const id = useId();
  const take = (list: FileList | null) => {
    const files = [...(list ?? [])].slice(0, multiple ? undefined : 1);
    if (files.length > 0) onFiles(files);
  };
  const drag = (entering: boolean) => (event: DragEvent) => {
    event.preventDefault();
    setOver(entering && !disabled);
  };
  return (
    <div
      onDragEnter={drag(true)}
      onDragOver={drag(true)}
      onDragLeave={drag(false)}
      onDrop={(event) => {
        drag(false)(event);
        if (!disabled) take(event.dataTransfer.files);
      }}
      className={cx(
        'relative flex flex-col items-center gap-1 rounded-card border-[1.5px] border-dashed px-4 py-8 text-center transition-colors',
        'has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-focus',
        over ? 'border-primary bg-primary-soft' : 'border-line-strong bg-sunken hover:bg-hover',
        disabled && 'opacity-60',
      )}
    >
      <Upload aria-hidden="true" className="size-7 text-primary" />
      <label htmlFor={id} className="font-semibold text-ink after:absolute after:inset-0">
        {label}
      </label>
      <p id={`${id}-hint`} className="text-sm text-ink-soft">
        {hint}
      </p>
      <p className="text-sm text-ink-faint max-sm:hidden">{t('fileDrop.how')}</p>
      <input
        ref={input}
        id={id}
        type="file"
        accept={accept}
        multiple={multiple}
        disabled={disabled}
        aria-describedby={`${id}-hint`}
        className="sr-only"
        onChange={(event) => {
          take(event.target.files);
          // The same file may be chosen again after a fault was put right.
          event.target.value = '';
        }}
      />
    </div>
  );
}
