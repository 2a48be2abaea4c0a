import type { CertificateSheet as Sheet } from '@pamong/contract/certificates';
import { useTranslation } from 'react-i18next';
import type * as z from 'zod';
import { SheetFrame } from './sheet-frame.js';

/** Long names are set smaller, as on paper. In hundredths of the sheet's width. */
function nameSize(name: string): string {
  const size = Math.min(3.3, Math.max(1.5, 92 / Math.max(1, name.length)));
  return `${size}cqw`;
}

/** How page 1 looks; a picture of the document, whose facts stand beside it as text. */
export function CertificateSheet({ sheet }: { readonly sheet: z.output<typeof Sheet> }) {
  const { t } = useTranslation('certificates');
  return (
    <div aria-hidden="true" className="overflow-hidden rounded-card border border-line">
      <SheetFrame>
        {sheet.parentAgency && <p className="text-[1.1cqw] tracking-[0.08em] text-[#4c5a5a] uppercase">{sheet.parentAgency}</p>}
        <p className="text-[1.5cqw] font-bold tracking-[0.06em] text-[#0f5257] uppercase">{sheet.agency}</p>
        <p className="mt-[2.6cqw] pl-[0.24em] text-[3.9cqw] leading-none font-bold tracking-[0.24em] text-[#0f5257] uppercase">{t('sheet.title')}</p>
        <p className="mt-[1cqw] text-[1.25cqw] text-[#4c5a5a]">{t('sheet.number', { number: sheet.number })}</p>
        <p className="mt-[2.6cqw] text-[1.25cqw] text-[#4c5a5a]">{t('sheet.given')}</p>
        <p className="mt-[0.3cqw] leading-tight font-bold text-balance" style={{ fontSize: nameSize(sheet.name) }}>
          {sheet.name}
        </p>
        <span className="my-[0.7cqw] h-px w-[22%] bg-[#9a6a12]" />
        {sheet.identity && <p className="text-[1.3cqw] font-bold">{sheet.identity}</p>}
        {sheet.position.filter(Boolean).map((line) => (
          <p key={line} className="text-[1.2cqw] text-[#4c5a5a]">{line}</p>
        ))}
        <p className="mt-[2.4cqw] text-[1.25cqw]">{sheet.deed}</p>
        <p className="my-[0.3cqw] text-[2.2cqw] leading-tight font-bold text-balance text-[#0f5257]">{sheet.courseTitle}</p>
        {sheet.sentence.map((line) => (
          <p key={line} className="text-[1.2cqw]">{line}</p>
        ))}
        <div className="mt-[3cqw] flex w-full items-end justify-between text-left">
          <p className="text-[0.95cqw] text-[#4c5a5a]">
            {t('sheet.code', { code: sheet.code })}
            <br />
            {sheet.sealNote}
          </p>
          <p className="text-center text-[1.25cqw]">
            {sheet.issued}
            <br />
            <span className="font-bold text-[#0f5257]">{sheet.issuer}</span>
          </p>
        </div>
      </SheetFrame>
    </div>
  );
}
