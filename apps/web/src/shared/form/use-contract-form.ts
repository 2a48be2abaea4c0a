import { ApiProblem } from '@pamong/contract/client';
import type { ZodType } from 'zod';
import { useRef, useState } from 'react';
import { type DefaultValues, type FieldErrors, type FieldPath, type FieldValues, type Resolver, useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { useProblemSentence } from '../api/problem-sentence.js';
import { noteSessionEnd } from '../session/session-end.js';
import { type Fault, faultSentence } from './fault-sentence.js';

export interface ContractFormOptions<Values extends FieldValues> {
  readonly defaultValues: DefaultValues<Values>;
  /** The route's own body schema, fetched when it is first needed: `() => import('@pamong/contract/session').then((m) => m.SignIn)`. */
  readonly schema: () => Promise<ZodType>;
  /** Sends the values. What it throws is shown: faults beside their fields, anything else above the form. Nothing typed is lost. */
  readonly onSubmit: (values: Values) => Promise<unknown>;
}

/** react-hook-form with the schema of the contract, and the server's answer shown where it belongs. */
export function useContractForm<Values extends FieldValues>({ defaultValues, schema, onSubmit }: ContractFormOptions<Values>) {
  const { t } = useTranslation('core');
  const sentence = useProblemSentence();
  const [problem, setProblem] = useState<string | null>(null);
  const underWay = useRef(false);

  const resolver: Resolver<Values> = async (values) => {
    const parsed = await (await schema()).safeParseAsync(values);
    // Server and browser parse the same schema; the untouched input is sent, so that both see the same text.
    if (parsed.success) return { values, errors: {} };
    return { values: {}, errors: nest<Values>(parsed.error.issues.map((issue) => ({ path: issue.path.join('.'), text: faultSentence(t, issue as Fault) }))) };
  };

  const form = useForm<Values>({ defaultValues, resolver, mode: 'onSubmit', reValidateMode: 'onChange', shouldFocusError: false });

  const send = async (values: Values) => {
    setProblem(null);
    try {
      await onSubmit(values);
    } catch (error) {
      // A form sends by itself, past the caches that watch for it elsewhere.
      if (error instanceof ApiProblem && error.code === 'SIGN_IN_REQUIRED') noteSessionEnd();
      const faults = error instanceof ApiProblem ? (error.problem.faults ?? []) : [];
      for (const fault of faults) {
        form.setError(fault.path.replace(/^body\./, '') as FieldPath<Values>, { type: fault.code, message: faultSentence(t, fault) });
      }
      if (faults.length === 0) setProblem(sentence(error));
    }
  };

  const submit = async (event?: { readonly preventDefault: () => void }) => {
    event?.preventDefault();
    // A double click sends one request.
    if (underWay.current) return;
    underWay.current = true;
    try {
      await form.handleSubmit(send)();
    } finally {
      underWay.current = false;
    }
  };

  return {
    ...form,
    submit,
    /** What failed as a whole; null when nothing did. */
    problem,
    /** Every field at fault with its sentence, in the order of the schema: for `FormErrors`. */
    faults: flatten(form.formState.errors),
    errorOf: (name: FieldPath<Values>) => form.getFieldState(name, form.formState).error?.message,
  };
}

function nest<Values extends FieldValues>(faults: readonly { path: string; text: string }[]): FieldErrors<Values> {
  const errors: Record<string, unknown> = {};
  for (const { path, text } of faults) {
    const keys = path.split('.');
    const last = keys.pop() ?? '';
    let place = errors;
    for (const key of keys) place = (place[key] ??= {}) as Record<string, unknown>;
    place[last] ??= { type: 'contract', message: text };
  }
  return errors as FieldErrors<Values>;
}

function flatten(errors: object, prefix = ''): { name: string; text: string }[] {
  return Object.entries(errors).flatMap(([key, value]: [string, unknown]) => {
    if (typeof value !== 'object' || value === null || key === 'ref') return [];
    const name = prefix + key;
    if ('message' in value && typeof value.message === 'string') return [{ name, text: value.message }];
    return flatten(value, `${name}.`);
  });
}
