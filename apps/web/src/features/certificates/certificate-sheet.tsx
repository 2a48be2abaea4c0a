import type { CertificateSheet as Sheet } from '@pamong/contract/certificates';
import { useTranslation } from 'react-i18next';
import type * as z from 'zod';
import { cx } from '../../ui/cx.js';
import { SheetFrame } from './sheet-frame.js';

/** Long names are set smaller, as on paper. In hundredths of the sheet's width. */
function nameSize(name: string): string {
  const size = Math.min(3.5, Math.max(1.5, 96 / Math.max(1, name.length)));
  return `${size}cqw`;
}

type Printed = Pick<
  z.output<typeof Sheet>,
  'title' | 'emblem' | 'parentAgency' | 'agency' | 'number' | 'name' | 'identity' | 'position' | 'deed' | 'courseTitle' | 'sentence' | 'code' | 'sealNote' | 'issued' | 'issuer'
>;

/** How page 1 looks; a picture of the document, whose facts stand beside it as text. */
export function CertificateSheet({ sheet }: { readonly sheet: Printed }) {
  const { t } = useTranslation('certificates');
  return (
    <div aria-hidden="true" className="overflow-hidden rounded-card border border-line">
      <SheetFrame>
        <div className="flex size-full flex-col items-center justify-between text-[1.35cqw] text-[#4c5a5a]">
          <div className="flex flex-col items-center">
            {sheet.emblem && <img src={sheet.emblem} alt="" className="mb-[0.4cqw] h-[5cqw] object-contain" />}
            {sheet.parentAgency && <p className="text-[1.2cqw] tracking-[0.08em] uppercase">{sheet.parentAgency}</p>}
            <p className="text-[1.6cqw] font-bold tracking-[0.06em] text-[#0f5257] uppercase">{sheet.agency}</p>
          </div>
          <div>
            <p className={cx('leading-tight font-bold text-[#0f5257] uppercase', sheet.title.length > 12 ? 'pl-[0.12em] text-[3.1cqw] tracking-[0.12em]' : 'pl-[0.24em] text-[4.2cqw] tracking-[0.24em]')}>{sheet.title}</p>
            <p>{t('sheet.number', { number: sheet.number })}</p>
          </div>
          <div className="flex flex-col items-center">
            <p>{t('sheet.given')}</p>
            <p className="leading-tight font-bold text-balance text-[#1e2424]" style={{ fontSize: nameSize(sheet.name) }}>
              {sheet.name}
            </p>
            <span className="my-[0.7cqw] h-px w-[22cqw] bg-[#9a6a12]" />
            {sheet.identity && <p className="font-bold text-[#1e2424]">{sheet.identity}</p>}
            {sheet.position.filter(Boolean).map((line) => (
              <p key={line}>{line}</p>
            ))}
          </div>
          <div className="text-[#1e2424]">
            <p>{sheet.deed}</p>
            <p className="text-[2.4cqw] leading-tight font-bold text-balance text-[#0f5257]">{sheet.courseTitle}</p>
            {sheet.sentence.map((line) => (
              <p key={line}>{line}</p>
            ))}
          </div>
          <div className="flex w-full items-end justify-between gap-[3cqw]">
            <p className="text-left text-[1.05cqw]">
              {t('sheet.code', { code: sheet.code })}
              <br />
              {sheet.sealNote}
            </p>
            <p className="max-w-[45%] text-[#1e2424]">
              {sheet.issued}
              <br />
              <span className="font-bold text-[#0f5257]">{sheet.issuer}</span>
            </p>
          </div>
        </div>
      </SheetFrame>
    </div>
  );
}
