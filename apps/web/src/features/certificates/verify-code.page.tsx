import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { Button } from '../../ui/button.js';
import { Field } from '../../ui/field.js';
import { TextInput } from '../../ui/text-input.js';

/** For those who hold a printed certificate and cannot scan: type the code under the QR. */
export default function VerifyCodePage() {
  const { t } = useTranslation('certificates');
  const navigate = useNavigate();
  const [code, setCode] = useState('');
  const [missing, setMissing] = useState(false);
  const look = (event: FormEvent) => {
    event.preventDefault();
    const typed = code.trim();
    setMissing(typed === '');
    if (typed !== '') void navigate(`/v/${encodeURIComponent(typed)}`);
  };
  return (
    <div className="mx-auto w-full max-w-md px-4 py-10 sm:px-6 sm:py-16">
      <h1 tabIndex={-1} className="text-2xl sm:text-3xl">
        {t('verify.title')}
      </h1>
      <p className="mt-2 text-ink-soft">{t('verify.lead')}</p>
      <form noValidate onSubmit={look} className="mt-6 grid gap-5">
        <Field name="code" label={t('verify.code')} hint={t('verify.codeHint')} error={missing ? t('verify.codeMissing') : undefined} required>
          {(control) => (
            <TextInput {...control} value={code} onChange={(event) => setCode(event.target.value)} autoComplete="off" autoCapitalize="characters" spellCheck={false} className="tabular uppercase" />
          )}
        </Field>
        <Button type="submit" size="large" wide>
          {t('verify.submit')}
        </Button>
      </form>
    </div>
  );
}
