/** Seconds of processor time this process has used: what others do on the machine counts less than by the clock. */
export function cpuSeconds(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
}
