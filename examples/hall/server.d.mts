/** Starts the hall and answers where. `citizen` is who is signed in, null for nobody. */
export function startHall(options: { banshi: string; key: string; port?: number; citizen?: { id: string; name: string } | null }): Promise<{ url: string; close: () => Promise<void> }>;
