import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { fieldId } from './field.js';

export interface FormErrorsProps {
  readonly faults: readonly { readonly name: string; readonly text: string }[];
  /** What each field is called, so that a line makes sense alone: "Kata sandi: bagian ini wajib diisi". */
  readonly labels?: Readonly<Record<string, string>>;
  /** What failed as a whole, when it is not a matter of one field. */
  readonly problem?: string | null;
  /** Counts submissions; each failed one brings the focus here. */
  readonly submitCount: number;
}

/** The list of what is wrong at the top of a form, each line a link to its field (the error summary of gov.uk). It takes the focus after a failed submission. */
export function FormErrors({ faults, labels, problem, submitCount }: FormErrorsProps) {
  const { t } = useTranslation('core');
  const box = useRef<HTMLDivElement>(null);
  const any = faults.length > 0 || Boolean(problem);
  useEffect(() => {
    if (submitCount > 0 && any) box.current?.focus();
  }, [submitCount, any]);
  if (!any) return null;
  return (
    <div ref={box} role="alert" tabIndex={-1} className="mb-5 rounded-card border-2 border-danger bg-surface p-4">
      {faults.length > 0 ? (
        <>
          <h2 className="text-base">{t('formErrors.title', { count: faults.length })}</h2>
          <ul className="mt-2 grid gap-1">
            {faults.map((fault) => (
              <li key={fault.name}>
                <a
                  href={`#${fieldId(fault.name)}`}
                  className="font-semibold text-danger-ink underline underline-offset-4"
                  onClick={(event) => {
                    event.preventDefault();
                    document.getElementById(fieldId(fault.name))?.focus();
                  }}
                >
                  {labels?.[fault.name] && `${labels[fault.name]}: `}
                  {fault.text}
                </a>
              </li>
            ))}
          </ul>
        </>
      ) : (
        <p className="font-semibold text-danger-ink">{problem}</p>
      )}
    </div>
  );
}
