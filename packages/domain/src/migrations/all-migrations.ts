import type { MigrationInterface } from 'typeorm';
import { Foundation1763800000000 } from './1763800000000-foundation.js';
import { Courses1763801000000 } from './1763801000000-courses.js';

/** Every migration in order of its time stamp; a new one is appended. */
export const allMigrations: readonly (new () => MigrationInterface)[] = [
  Foundation1763800000000,
  Courses1763801000000,
];
