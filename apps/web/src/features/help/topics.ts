/** What the help speaks of, by who asks; the texts stand in the locales under the same names. */
export const helpTopics = {
  learner: ['signIn', 'course', 'video', 'quiz', 'certificate', 'jp'],
  instructor: ['author', 'recording'],
  admin: ['import', 'merge', 'units', 'accounts', 'roles'],
  supervisor: ['team'],
} as const;

export type HelpGroup = keyof typeof helpTopics;
