/**
 * SQL of the ids of people whom a login (`$1`: a number, an address in small letters, or a mobile number with its plus) leads to. Who holds it today goes before who
 * held it once: the number of a PPPK who became PNS and the address of a record that was merged still lead to the one person.
 */
export function peopleOfLogin(login: string): string {
  if (login.startsWith('+')) {
    // A mobile number counts where it was proved and still stands in the record.
    return `with today as (select p.id from verified_phone v join person p on p.id = v.person_id and p.phone = v.phone where v.phone = $1 and p.merged_into_id is null)
       select id from today union select g.merged_into_id from person g join verified_phone v on v.person_id = g.merged_into_id and v.phone = g.phone
         where g.phone = $1 and g.merged_into_id is not null and not exists (select from today)`;
  }
  return login.includes('@')
    ? `with today as (select id from person where email = $1 and merged_into_id is null)
       select id from today union select merged_into_id from person where email = $1 and merged_into_id is not null and not exists (select from today)`
    : `with today as (select person_id as id from person_number where number = $1 and valid_until is null)
       select id from today union select person_id from person_number where number = $1 and kind <> 'NIP_OLD' and not exists (select from today)`;
}
