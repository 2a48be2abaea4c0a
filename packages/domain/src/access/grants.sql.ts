/** SQL that is true while a `role_assignment` counts. @param row its alias; @param at the moment, as SQL */
export function assignmentCounts(row: string, at: string): string {
  return `${row}.ended_at is null and ${row}.valid_from <= ${at} and (${row}.valid_until is null or ${row}.valid_until > ${at})`;
}

/** SQL that is true while a `delegation` counts; the roles that it lends must count by themselves. */
export function delegationCounts(row: string, at: string): string {
  return `${row}.ended_at is null and ${row}.valid_from <= ${at} and ${row}.valid_until > ${at}`;
}

/**
 * SQL of everything that a person holds at a moment, as a JSON array of `Grant`: roles of their own and roles lent to them.
 * A platform admin's grant counts everywhere: its path is empty.
 */
export function grantsOf(person: string, at: string): string {
  return `coalesce((
    select jsonb_agg(jsonb_strip_nulls(jsonb_build_object(
      'role', g.role, 'path', case when g.role = 'platform_admin' then '' else g.path end, 'delegated', g.delegated)))
    from (
      select r.role, ro.path::text as path, null::boolean as delegated
      from role_assignment r join organisation ro on ro.id = r.organisation_id
      where r.person_id = ${person} and ${assignmentCounts('r', at)}
      union all
      select r.role, ro.path::text, true
      from delegation d
      join delegation_role dr on dr.delegation_id = d.id
      join role_assignment r on r.id = dr.assignment_id and r.person_id = d.from_person_id
      join organisation ro on ro.id = dr.organisation_id
      where d.to_person_id = ${person} and ${delegationCounts('d', at)} and ${assignmentCounts('r', at)}) g), '[]')`;
}
