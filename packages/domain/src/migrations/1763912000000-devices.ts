import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The browser behind a session, so that its owner is told of a new one. */
export class Devices1763912000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- SHA-256 of a cookie that outlives sessions; absent for browsers that signed in before there was one.
      alter table session add column device_hash bytea;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table session drop column device_hash');
  }
}
