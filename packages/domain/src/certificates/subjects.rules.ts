/** Page 2 of a certificate: training subjects whose lesson hours add up to the hours of page 1. */

/** Planned minutes of one training subject (a module of the course version). */
export interface SubjectMinutes {
  title: string;
  minutes: number;
}

/** One printed row. */
export interface SubjectHours {
  title: string;
  jp: number;
}

/**
 * Shares the lesson hours of a course among its subjects by their planned minutes, by largest remainder, so that the rows
 * always add up to `totalJp` (asn.md 3.2, field 19). Subjects that round to nothing keep 0 JP; order is kept.
 * @param totalJp lesson hours fixed when the course version was published
 */
export function shareHours(subjects: readonly SubjectMinutes[], totalJp: number): SubjectHours[] {
  const minutes = subjects.reduce((sum, subject) => sum + subject.minutes, 0);
  if (minutes <= 0) return subjects.map(({ title }, index) => ({ title, jp: index === 0 ? totalJp : 0 }));
  const rows = subjects.map((subject, index) => {
    const exact = (subject.minutes * totalJp) / minutes;
    return { title: subject.title, jp: Math.floor(exact), remainder: exact - Math.floor(exact), index };
  });
  const missing = totalJp - rows.reduce((sum, row) => sum + row.jp, 0);
  const nearest = [...rows].sort((a, b) => b.remainder - a.remainder || a.index - b.index);
  for (const row of nearest.slice(0, missing)) row.jp += 1;
  return rows.map(({ title, jp }) => ({ title, jp }));
}
