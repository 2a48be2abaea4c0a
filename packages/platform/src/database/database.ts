import type { EntityManager, QueryRunner } from 'typeorm';
import { DataSource } from 'typeorm';
import type { EntityTarget, ObjectLiteral, Repository } from 'typeorm';
import pg from 'pg';
import { SnakeCase } from './snake-case.js';

/** A class decorated with TypeORM's `@Entity()`. */
export type EntityClass = new () => ObjectLiteral;

declare const txBrand: unique symbol;

/** What reads need: inside a transaction (`Tx`) or outside of one (`Database`). */
export interface Reader {
  /** Plain SQL with bound parameters (`$1`); returns the rows. */
  query<Row>(sql: string, params?: readonly unknown[]): Promise<Row[]>;
  /** TypeORM's repository of an entity, bound to this reader's connection. */
  repository<E extends ObjectLiteral>(entity: EntityTarget<E>): Repository<E>;
}

/**
 * An open transaction. Only `Database.tx` makes one (the brand cannot be forged), so a repository that asks for a
 * `Tx` cannot be called outside of a transaction by accident.
 */
export interface Tx extends Reader {
  readonly [txBrand]: true;
}

/** SQLSTATEs that say "run the whole transaction again": serialization failure, deadlock. */
const retryable = new Set(['40001', '40P01']);
const maxTries = 5;

/** The application's PostgreSQL: one pool, shared by TypeORM and by plain SQL. */
export class Database {
  private constructor(
    private readonly source: DataSource,
    /** For the few who need a connection of their own (LISTEN); everyone else uses `query` and `tx`. */
    readonly pool: pg.Pool,
  ) {}

  /**
   * Opens the pool.
   * @param options.entities every TypeORM entity of the product
   * @param options.poolSize connections at most
   */
  static async open(options: { url: string; entities: readonly EntityClass[]; poolSize: number; applicationName?: string }): Promise<Database> {
    const source = new DataSource({
      type: 'postgres',
      url: options.url,
      entities: [...options.entities],
      poolSize: options.poolSize,
      namingStrategy: new SnakeCase(),
      applicationName: options.applicationName ?? 'pamong',
      // A statement that runs longer than this is a fault of ours; it must not hold a connection forever.
      extra: { statement_timeout: 60_000, idle_in_transaction_session_timeout: 60_000, keepAlive: true },
    });
    await source.initialize();
    const pool = (source.driver as unknown as { master: pg.Pool }).master;
    return new Database(source, pool);
  }

  /**
   * Plain SQL on a connection of the pool, as a named prepared statement: PostgreSQL parses and plans each text once a connection.
   * For hot paths; one statement is atomic by itself.
   */
  async query<Row>(sql: string, params: readonly unknown[] = []): Promise<Row[]> {
    const result = await this.pool.query({ name: statementName(sql), text: sql, values: [...params] });
    return result.rows as Row[];
  }

  repository<E extends ObjectLiteral>(entity: EntityTarget<E>): Repository<E> {
    return this.source.getRepository(entity);
  }

  /**
   * Runs `work` in one transaction (READ COMMITTED) and commits. Serialization failures and deadlocks run the whole
   * function again, up to five times, so nothing external may happen inside.
   */
  async tx<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    for (let attempt = 1; ; attempt += 1) {
      const runner = this.source.createQueryRunner();
      try {
        const client = (await runner.connect()) as pg.PoolClient;
        await runner.startTransaction();
        const result = await work(transactionOn(runner, client));
        await runner.commitTransaction();
        return result;
      } catch (error) {
        if (runner.isTransactionActive) await runner.rollbackTransaction().catch(() => undefined);
        if (attempt >= maxTries || !retryable.has(sqlState(error) ?? '')) throw error;
      } finally {
        await runner.release();
      }
    }
  }

  async close(): Promise<void> {
    if (this.source.isInitialized) await this.source.destroy();
  }
}

/** Statements go past TypeORM to its own connection, where they are prepared once instead of parsed each time. */
function transactionOn(runner: QueryRunner, client: pg.PoolClient): Tx {
  const manager: EntityManager = runner.manager;
  const reader: Reader = {
    query: async <Row>(sql: string, params: readonly unknown[] = []) => {
      const result = await client.query({ name: statementName(sql), text: sql, values: [...params] });
      return result.rows as Row[];
    },
    repository: (entity) => manager.getRepository(entity),
  };
  return reader as Tx;
}

const names = new Map<string, string>();

/** A short, stable name per statement text; texts are constants of the code, so the map stays small. */
function statementName(sql: string): string {
  let name = names.get(sql);
  if (name === undefined) {
    name = `pamong_${names.size}`;
    names.set(sql, name);
  }
  return name;
}

/** SQLSTATE of a PostgreSQL error, also when TypeORM wrapped it. */
export function sqlState(error: unknown): string | undefined {
  return databaseError(error)?.code;
}

/** Name of the violated constraint, also when TypeORM wrapped the error. */
export function violatedConstraint(error: unknown): string | undefined {
  return databaseError(error)?.constraint;
}

function databaseError(error: unknown): pg.DatabaseError | undefined {
  if (error instanceof pg.DatabaseError) return error;
  const driverError = (error as { driverError?: unknown } | null)?.driverError;
  return driverError instanceof pg.DatabaseError ? driverError : undefined;
}
