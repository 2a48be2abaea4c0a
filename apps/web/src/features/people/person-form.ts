import { ApiProblem } from '@pamong/contract/client';
import type { ChangePerson, Person } from '@pamong/contract/people';
import { useTranslation } from 'react-i18next';
import type * as z from 'zod';
import { useProblemSentence } from '../../shared/api/problem-sentence.js';
import { type ContractFormOptions, useContractForm } from '../../shared/form/use-contract-form.js';

export type PersonData = z.output<typeof Person>;

/** Facts as a form holds them: an empty text stands for nothing. */
export type PersonForm = { [F in keyof Required<z.input<typeof ChangePerson>>]: NonNullable<z.input<typeof ChangePerson>[F]> };
export type FieldName = Exclude<keyof PersonForm, 'revision'>;

export const blankForm: PersonForm = {
  revision: 0, effectiveOn: '', titleBefore: '', name: '', titleAfter: '', sex: '', birthPlace: '', birthDate: '', employmentKind: 'PNS', staffNumber: '',
  rankCode: '', postKind: '', postName: '', organisationId: '', email: '', phone: '', timeZone: 'Asia/Jakarta', status: 'active', statusUntil: '', statusNote: '',
  supervisorId: '', supervisorUntil: '',
};

/** The person as a form begins. */
export function formOf(person: PersonData): PersonForm {
  const status = person.statuses.find((one) => one.from <= person.today && (one.until === null || one.until >= person.today));
  const byHand = person.supervisor?.byHand ? person.supervisor : null;
  return {
    revision: person.revision,
    effectiveOn: person.today,
    titleBefore: person.titleBefore ?? '',
    name: person.name,
    titleAfter: person.titleAfter ?? '',
    sex: person.sex ?? '',
    birthPlace: person.birthPlace ?? '',
    birthDate: person.birthDate ?? '',
    employmentKind: person.employmentKind,
    staffNumber: person.number?.value ?? '',
    rankCode: person.rankCode ?? '',
    postKind: (person.postKind ?? '') as PersonForm['postKind'],
    postName: person.postName ?? '',
    organisationId: person.unit.id,
    email: person.email ?? '',
    phone: person.phone ?? '',
    timeZone: person.timeZone as PersonForm['timeZone'],
    status: person.status,
    statusUntil: status?.until ?? '',
    statusNote: status?.note ?? '',
    supervisorId: byHand?.personId ?? '',
    supervisorUntil: byHand?.until ?? '',
  };
}

/** A form of the contract that shows a broken rule of the domain beside its field. */
export function usePersonForm({ onSubmit, ...options }: ContractFormOptions<PersonForm>) {
  const { t } = useTranslation('people');
  const sentence = useProblemSentence();
  const form = useContractForm<PersonForm>({
    ...options,
    onSubmit: async (values) => {
      try {
        await onSubmit(values);
      } catch (error) {
        const fault = faultOf(error);
        if (fault === null) throw error;
        form.setError(fault.field, { type: 'contract', message: fault.code === 'TAKEN' ? sentence(error) : t(`faults.${fault.code}`) });
      }
    },
  });
  return form;
}

function faultOf(error: unknown): { field: FieldName; code: string } | null {
  if (!(error instanceof ApiProblem)) return null;
  if (error.code === 'STAFF_NUMBER_TAKEN') return { field: 'staffNumber', code: 'TAKEN' };
  const { field, fault } = (error.problem.params ?? {}) as { field?: string; fault?: string };
  return error.code === 'PERSON_INVALID' && field !== undefined && fault !== undefined && field in blankForm ? { field: field as FieldName, code: fault } : null;
}

const CIVIL = ['I', 'II', 'III'].flatMap((group) => ['a', 'b', 'c', 'd'].map((step) => `${group}/${step}`)).concat(['IV/a', 'IV/b', 'IV/c', 'IV/d', 'IV/e']);
const CONTRACT = ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X', 'XI', 'XII', 'XIII', 'XIV', 'XV', 'XVI', 'XVII'];

/** The golongan that a kind of staff can have. */
export function ranksOf(kind: string): readonly string[] {
  if (kind === 'NON_ASN') return [];
  return kind.startsWith('PPPK') ? CONTRACT : CIVIL;
}
