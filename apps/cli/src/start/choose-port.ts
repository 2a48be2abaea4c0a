import { canListen, nextFreePort } from '@pamong/platform/net/free-port';
import { CommandError } from '../command.js';

/**
 * The port to serve on: the wanted one, or, when that is taken and somebody reads along, the next free one.
 * @param interactive without a terminal nobody would notice another port, so there a taken port is refused
 * @throws CommandError naming a free port
 */
export async function choosePort(wanted: number, host: string, interactive: boolean, say: (line: string) => void): Promise<number> {
  if (await isFree(wanted, host)) return wanted;
  let next = await nextFreePort(wanted, host);
  while (next !== undefined && !(await isFree(next, host))) next = await nextFreePort(next, host);
  if (next === undefined) throw new CommandError(`Port ${wanted} is taken, and so are the next hundred. Choose one: PORT=8080 npm start`);
  if (!interactive) throw new CommandError(`Port ${wanted} is taken. Port ${next} is free: PORT=${next} npm start`);
  say(`Port ${wanted} is taken; using ${next}.`);
  return next;
}

/** Browsers try `localhost` at ::1 first, so somebody else's server there would answer in our place. */
async function isFree(port: number, host: string): Promise<boolean> {
  if (!(await canListen(port, host))) return false;
  return host === '127.0.0.1' && (await canListen(0, '::1')) ? canListen(port, '::1') : true;
}
