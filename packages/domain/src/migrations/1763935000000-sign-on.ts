import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Sign-on through the identity providers of agencies. */
export class SignOn1763935000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Whom a provider means by a subject. The first sign-on makes it from a verified claim; later ones ask nothing else.
      create table sign_on_link (
        id uuid primary key,
        issuer text not null,
        subject text not null,
        account_id uuid not null references account (id),
        linked_by text not null check (linked_by in ('number', 'email')),
        created_at timestamptz not null,
        last_used_at timestamptz not null,
        constraint sign_on_link_subject_key unique (issuer, subject),
        constraint sign_on_link_account_key unique (account_id, issuer)
      );

      -- A sign-on that is under way: used once, by the browser that began it, within minutes.
      create table sign_on_flow (
        state_hash bytea primary key,
        browser_hash bytea not null,
        agency_id uuid not null references organisation (id),
        code_verifier text not null,
        nonce text not null,
        return_path text,
        expires_at timestamptz not null
      );
      create index sign_on_flow_expires_idx on sign_on_flow (expires_at);

      -- What signing out at the provider needs to know of a session; the token is sealed.
      create table sign_on_session (
        session_id uuid primary key references session (id),
        agency_id uuid not null references organisation (id),
        id_token text not null
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table sign_on_session, sign_on_flow, sign_on_link;');
  }
}
