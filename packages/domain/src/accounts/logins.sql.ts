/**
 * SQL of the ids of people whom a login (`$1`: a number, or an address in small letters) leads to. Who holds it today goes before who
 * held it once: the number of a PPPK who became PNS and the address of a record that was merged still lead to the one person.
 */
export function peopleOfLogin(login: string): string {
  return login.includes('@')
    ? `with today as (select id from person where email = $1 and merged_into_id is null)
       select id from today union select merged_into_id from person where email = $1 and merged_into_id is not null and not exists (select from today)`
    : `with today as (select person_id as id from person_number where number = $1 and valid_until is null)
       select id from today union select person_id from person_number where number = $1 and kind <> 'NIP_OLD' and not exists (select from today)`;
}
