/**
 * The environment of a process that we start: our own with some values replaced.
 * @param values undefined removes a variable
 */
export function childEnvironment(values: Readonly<Record<string, string | undefined>>): Record<string, string> {
  const merged = { ...process.env, ...values };
  return Object.fromEntries(Object.entries(merged).filter((entry): entry is [string, string] => entry[1] !== undefined));
}
