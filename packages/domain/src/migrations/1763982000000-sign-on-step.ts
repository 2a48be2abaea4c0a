import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A sign-on through a provider may stop for a second factor of ours; signing out there later needs what the provider gave. */
export class SignOnStep1763982000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table sign_in_step add column sign_on_agency_id uuid references organisation (id);
      alter table sign_in_step add column sealed_id_token text;
      alter table sign_in_step add constraint sign_in_step_sign_on_check check ((sign_on_agency_id is null) = (sealed_id_token is null));
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table sign_in_step drop column sealed_id_token, drop column sign_on_agency_id');
  }
}
