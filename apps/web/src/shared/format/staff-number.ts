/** A NIP or NI PPPK in the groups in which people read it: `19870314 201101 2 903`. */
export function formatStaffNumber(number: string): string {
  return number.length === 18 ? `${number.slice(0, 8)} ${number.slice(8, 14)} ${number.slice(14, 15)} ${number.slice(15)}` : number;
}
