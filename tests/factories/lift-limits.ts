import type { TestClient } from './client.js';

/** Lets one key and one citizen send as much as a load needs; halls of people never do. */
export async function liftLimits(admin: TestClient): Promise<void> {
  await admin.query('mutation ($input: UpdateSettingsInput!) { updateSettings(input: $input) { citizenRequestsPerMinute } }', { input: { hallRequestsPerMinute: 1_000_000, citizenRequestsPerMinute: 10_000 } });
}
