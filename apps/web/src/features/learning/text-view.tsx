import type { TextContent } from '@pamong/contract/course-content';
import type * as z from 'zod';
import type { LessonViewProps } from '../../shared/slots/slots.js';
import { Prose } from '../../ui/prose.js';

/** A lesson to read. Its HTML was cleaned on the server when the course was published, and never changes after that. */
export default function TextView({ content }: LessonViewProps) {
  const { html } = content as z.output<typeof TextContent>;
  return <Prose html={html} />;
}
