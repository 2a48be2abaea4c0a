import { Database } from '@pamong/platform/database/database';

/**
 * Everything the migrations make, one line each, sorted: tables and columns, constraints, indexes, triggers, functions,
 * sequences and grants. The queue's own schema is left out: BullMQ migrates it.
 */
export async function describeSchema(ownerUrl: string): Promise<string[]> {
  const db = await Database.open({ url: ownerUrl, entities: [], poolSize: 1 });
  try {
    const rows = await db.query<{ line: string }>(`
      with own as (select oid from pg_namespace where nspname not like 'pg\\_%' and nspname not in ('information_schema', 'bullmq'))
      select 'column ' || c.oid::regclass || '.' || a.attname || ' ' || format_type(a.atttypid, a.atttypmod)
        || case when a.attnotnull then ' not null' else '' end || coalesce(' default ' || pg_get_expr(d.adbin, d.adrelid), '') as line
      from pg_attribute a join pg_class c on c.oid = a.attrelid left join pg_attrdef d on d.adrelid = c.oid and d.adnum = a.attnum
      where c.relnamespace in (select oid from own) and c.relkind in ('r', 'p', 'v', 'm') and a.attnum > 0 and not a.attisdropped
      union all
      select 'constraint ' || conrelid::regclass || ' ' || conname || ' ' || pg_get_constraintdef(oid) from pg_constraint
      where connamespace in (select oid from own) and contype <> 'n' and conrelid <> 0
      union all
      select 'index ' || indexdef from pg_indexes where schemaname in (select nspname from pg_namespace where oid in (select oid from own))
      union all
      select 'trigger ' || pg_get_triggerdef(t.oid) from pg_trigger t join pg_class c on c.oid = t.tgrelid where not t.tgisinternal and c.relnamespace in (select oid from own)
      union all
      select 'function ' || pg_get_functiondef(p.oid) from pg_proc p
      where p.pronamespace in (select oid from own) and p.prokind in ('f', 'p') and not exists (select from pg_depend d where d.objid = p.oid and d.deptype = 'e')
      union all
      select 'sequence ' || schemaname || '.' || sequencename from pg_sequences where schemaname in (select nspname from pg_namespace where oid in (select oid from own))
      union all
      select 'grant ' || privilege_type || ' on ' || table_name || ' to ' || grantee from information_schema.role_table_grants
      where table_schema = 'public' and grantee <> grantor
      order by 1`);
    return rows.map((row) => row.line);
  } finally {
    await db.close();
  }
}
