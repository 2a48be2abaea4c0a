import type { PersonFacts } from '@pamong/domain/people/person-facts';

/** Facts as a form sends them, where an empty text stands for nothing. */
type Given = { readonly [F in keyof PersonFacts]?: PersonFacts[F] | '' | undefined };

/** The facts that were named; an empty text becomes null, and what is missing stays missing. */
export function factsOf(given: Given): Partial<PersonFacts> {
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined).map(([fact, value]) => [fact, value === '' ? null : value]));
}
