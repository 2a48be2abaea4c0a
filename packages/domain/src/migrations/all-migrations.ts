import type { MigrationInterface } from 'typeorm';
import { Foundation1763800000000 } from './1763800000000-foundation.js';

/** Every migration in order of its time stamp; a new one is appended. */
export const allMigrations: readonly (new () => MigrationInterface)[] = [Foundation1763800000000];
