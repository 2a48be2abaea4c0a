import type { Slots } from '../shared/slots/slots.js';

const found = Object.values(import.meta.glob<{ readonly slots: Slots }>('../features/*/slots.ts', { eager: true })).map((module) => module.slots);

/** Everything that features offer to each other's pages; a feature joins by having a `slots.ts`. */
export const featureSlots: Slots = {
  lessonViews: Object.assign({}, ...found.map((slots) => slots.lessonViews)) as NonNullable<Slots['lessonViews']>,
  lessonEditors: Object.assign({}, ...found.map((slots) => slots.lessonEditors)) as NonNullable<Slots['lessonEditors']>,
  ...found.reduce<Pick<Slots, 'courseAction'>>((joined, { courseAction }) => (courseAction === undefined ? joined : { courseAction }), {}),
};
