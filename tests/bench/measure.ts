import autocannon from 'autocannon';

export interface Rate {
  name: string;
  perSecond: number;
  p50: number;
  p99: number;
  errors: number;
}

const connections = 8;
const warmUpSeconds = 2;
const seconds = 5;

/** Requests a second over eight connections, after a warm-up. */
export async function load(name: string, url: string, options: { method?: 'GET' | 'POST'; headers?: Record<string, string>; body?: string } = {}): Promise<Rate> {
  await autocannon({ url, connections, duration: warmUpSeconds, ...options });
  const { requests, latency, non2xx, errors, statusCodeStats } = await autocannon({ url, connections, duration: seconds, ...options });
  const notModified = Number((statusCodeStats as Record<string, { count?: number }> | undefined)?.['304']?.count ?? 0);
  return { name, perSecond: requests.average, p50: latency.p50, p99: latency.p99, errors: errors + non2xx - notModified };
}

/** The same for work of several requests: runs a second, eight at a time. */
export async function loop(name: string, work: () => Promise<void>): Promise<Rate> {
  await repeat(work, warmUpSeconds);
  const { times, errors } = await repeat(work, seconds);
  times.sort((a, b) => a - b);
  const at = (share: number) => times[Math.floor(times.length * share)] ?? Number.NaN;
  return { name, perSecond: times.length / seconds, p50: at(0.5), p99: at(0.99), errors };
}

async function repeat(work: () => Promise<void>, forSeconds: number): Promise<{ times: number[]; errors: number }> {
  const end = performance.now() + forSeconds * 1_000;
  const times: number[] = [];
  let errors = 0;
  const worker = async (): Promise<void> => {
    while (performance.now() < end) {
      const start = performance.now();
      try {
        await work();
        times.push(performance.now() - start);
      } catch {
        errors += 1;
      }
    }
  };
  await Promise.all(Array.from({ length: connections }, worker));
  return { times, errors };
}
