/** Ids of modules in order, each with the ids of its lessons in order. */
export type Arrangement = readonly { readonly id: string; readonly lessons: readonly string[] }[];

export type Direction = 'up' | 'down';

/** One place up or down; at the edge nothing changes. */
export function moveModule(arrangement: Arrangement, moduleId: string, to: Direction): Arrangement {
  return stepped(arrangement, arrangement.findIndex((module) => module.id === moduleId), to);
}

/**
 * One place up or down. The first lesson of a module goes up to the end of the module before, the last one down to the
 * beginning of the one after; at the edge of the course nothing changes.
 */
export function moveLesson(arrangement: Arrangement, lessonId: string, to: Direction): Arrangement {
  const at = arrangement.findIndex((module) => module.lessons.includes(lessonId));
  const home = arrangement[at];
  if (home === undefined) return arrangement;
  const lessons = stepped(home.lessons, home.lessons.indexOf(lessonId), to);
  if (lessons !== home.lessons) return arrangement.with(at, { ...home, lessons });
  const next = at + (to === 'up' ? -1 : 1);
  const target = arrangement[next];
  if (target === undefined) return arrangement;
  return arrangement
    .with(at, { ...home, lessons: home.lessons.filter((id) => id !== lessonId) })
    .with(next, { ...target, lessons: to === 'up' ? [...target.lessons, lessonId] : [lessonId, ...target.lessons] });
}

function stepped<Item>(items: readonly Item[], index: number, to: Direction): readonly Item[] {
  const other = index + (to === 'up' ? -1 : 1);
  const moved = items[index];
  const displaced = items[other];
  if (moved === undefined || displaced === undefined) return items;
  return items.with(index, displaced).with(other, moved);
}
