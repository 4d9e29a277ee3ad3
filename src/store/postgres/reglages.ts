/** Settings of the server that we start ourselves: durable first, then small. */
const REGLAGES: Readonly<Record<string, string>> = {
  listen_addresses: "",
  unix_socket_permissions: "0700",
  port: "5432",
  fsync: "on",
  synchronous_commit: "on",
  full_page_writes: "on",
  shared_buffers: "64MB",
  work_mem: "8MB",
  maintenance_work_mem: "32MB",
  max_connections: "60",
  max_wal_size: "256MB",
  max_worker_processes: "4",
  max_parallel_workers: "2",
  max_parallel_workers_per_gather: "1",
  autovacuum_max_workers: "2",
  jit: "off",
  timezone: "UTC",
  log_timezone: "UTC",
  lc_messages: "C",
  // The server's own log must never hold what a person wrote: neither statements nor the values of a broken key.
  log_min_error_statement: "panic",
  log_error_verbosity: "terse",
  log_parameter_max_length_on_error: "0",
};

/** The settings as parameters of `postgres`, the socket lying in `prise`. */
export function parametresDuServeur(cluster: string, prise: string): readonly string[] {
  const reglages = { ...REGLAGES, unix_socket_directories: `"${prise}"` };
  return ["-D", cluster, ...Object.entries(reglages).flatMap(([nom, valeur]) => ["-c", `${nom}=${valeur}`])];
}
