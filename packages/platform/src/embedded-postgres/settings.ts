export type PostgresSettings = Readonly<Record<string, string | number>>;

/** For a small machine that also runs the application: 2 cores, 2 to 4 GB of memory, a solid-state disk. */
const COMMON: PostgresSettings = {
  listen_addresses: '127.0.0.1',
  // Everybody connects over TCP with a password, so no socket lies in a folder that others can enter.
  unix_socket_directories: '',
  max_connections: 120,
  shared_buffers: '192MB',
  effective_cache_size: '1GB',
  work_mem: '8MB',
  maintenance_work_mem: '96MB',
  random_page_cost: 1.1,
  // Compiling a plan costs more than any of our queries, and parallel plans steal the second core.
  jit: 'off',
  max_parallel_workers_per_gather: 0,
  max_wal_size: '1GB',
  wal_level: 'minimal',
  max_wal_senders: 0,
  checkpoint_timeout: '15min',
  autovacuum_naptime: '30s',
  autovacuum_vacuum_insert_scale_factor: 0.1,
  idle_in_transaction_session_timeout: '60s',
  timezone: 'UTC',
  log_timezone: 'UTC',
  log_line_prefix: '%m [%p] %q%u@%d ',
  log_lock_waits: 'on',
  log_min_duration_statement: '1s',
};

/** For tests: a cluster that is thrown away need not survive a power cut. */
const THROWAWAY: PostgresSettings = {
  fsync: 'off',
  full_page_writes: 'off',
  synchronous_commit: 'off',
  shared_buffers: '128MB',
  max_connections: 200,
  checkpoint_timeout: '1h',
  io_method: 'sync',
  log_min_duration_statement: -1,
};

/** The server's settings as arguments; given at each start, so that a new release of Pamong can change them. */
export function settingArguments(throwaway: boolean, port: number, own: PostgresSettings = {}): string[] {
  const settings = { ...COMMON, ...(throwaway ? THROWAWAY : {}), ...own, port };
  return Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
}
