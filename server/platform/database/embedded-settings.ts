/** For a small office's machine: little memory when idle, every acknowledged row on disk. */
export const embeddedSettings: Record<string, string> = {
  max_connections: '60',
  shared_buffers: '64MB',
  work_mem: '8MB',
  random_page_cost: '1.1',
  jit: 'off',
  // Containers give /dev/shm 64 MB, which parallel workers fill.
  max_parallel_workers_per_gather: '0',
  idle_in_transaction_session_timeout: '60s',
  log_checkpoints: 'off',
  // Errors quote what people were told in confidence; the server logs them without it.
  log_min_messages: 'log',
  log_min_error_statement: 'panic',
  log_parameter_max_length: '0',
  log_error_verbosity: 'terse',
}
