import type { Me } from '../session/use-session.js';

/** Where somebody lands after login: people with a task for others in the staff room, everyone else with their own learning. */
export function homePath(me: Me): string {
  return me.can.length > 0 ? '/kelola' : '/beranda';
}
