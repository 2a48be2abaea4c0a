import type { Slots } from '../shared/slots/slots.js';

const found = Object.values(import.meta.glob<{ readonly slots: Slots }>('../features/*/slots.ts', { eager: true })).map((module) => module.slots);

/** Everything that features offer to each other's pages; a feature joins by having a `slots.ts`. */
export const featureSlots: Slots = {
  lessonViews: Object.assign({}, ...found.map((slots) => slots.lessonViews)) as NonNullable<Slots['lessonViews']>,
  lessonPreviews: Object.assign({}, ...found.map((slots) => slots.lessonPreviews)) as NonNullable<Slots['lessonPreviews']>,
  lessonEditors: Object.assign({}, ...found.map((slots) => slots.lessonEditors)) as NonNullable<Slots['lessonEditors']>,
  ...one('courseAction'),
  ...one('homeStanding'),
  ...one('personAccount'),
  ...one('ownPhoto'),
  ...one('mailTest'),
};

/** The offer of the one feature that makes it. */
function one<Name extends 'courseAction' | 'homeStanding' | 'mailTest' | 'ownPhoto' | 'personAccount'>(name: Name): Pick<Slots, Name> {
  return found.reduce<Pick<Slots, Name>>((joined, slots) => (slots[name] === undefined ? joined : ({ [name]: slots[name] } as Pick<Slots, Name>)), {} as Pick<Slots, Name>);
}
