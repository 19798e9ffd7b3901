import { randomUUID } from 'node:crypto';
import { Pool, type PoolClient } from 'pg';

const tables = ['service_case', 'case_token', 'case_task', 'case_event', 'audit_entry'];

/**
 * The rows of a case from start to end, written by plain `pg` as pgbench would: three transactions (submit, claim,
 * complete) on copies of the product's tables with all their indexes, in the product's own cluster.
 */
export class PlainWrites {
  private constructor(
    private readonly pool: Pool,
    private readonly data: string,
  ) {}

  static async create(databaseUrl: string, data: unknown): Promise<PlainWrites> {
    const pool = new Pool({ connectionString: databaseUrl, max: 16, options: '-c search_path=bench' });
    await pool.query('DROP SCHEMA IF EXISTS bench CASCADE');
    await pool.query('CREATE SCHEMA bench');
    for (const table of tables) await pool.query(`CREATE TABLE bench.${table} (LIKE public.${table} INCLUDING ALL)`);
    return new PlainWrites(pool, JSON.stringify(data));
  }

  async close(): Promise<void> {
    await this.pool.query('DROP SCHEMA bench CASCADE');
    await this.pool.end();
  }

  async startToEnd(): Promise<void> {
    const [caseId, tokenId, taskId] = [randomUUID(), randomUUID(), randomUUID()];
    await this.transaction(async (client) => {
      await client.query(
        `INSERT INTO service_case (id, number, service, service_title, bundle, state, applicant_id, applicant_name, realm, data, search) VALUES ($1::uuid, $1::text, 's', 's', repeat('a', 64), 'RUNNING', 'a', 'a', 'hall', $2, $1::text)`,
        [caseId, this.data],
      );
      await client.query(`INSERT INTO case_token (id, case_id, element, state) VALUES ($1, $2, 'Task_intake', 'WAITING')`, [tokenId, caseId]);
      await client.query(`INSERT INTO case_task (id, case_id, token_id, element, title, state, candidate_groups) VALUES ($1, $2, $3, 'Task_intake', 't', 'OPEN', '{post:intake}')`, [taskId, caseId, tokenId]);
      for (const type of ['submitted', 'task-created']) await this.event(client, caseId, type);
      await this.audit(client, 'case.submit', caseId);
    });
    await this.transaction(async (client) => {
      await client.query(`UPDATE case_task SET state = 'CLAIMED', rev = rev + 1, claimed_at = now() WHERE id = $1 AND rev = 1`, [taskId]);
      await this.event(client, caseId, 'task-claimed');
      await this.audit(client, 'case.claim-task', caseId);
    });
    await this.transaction(async (client) => {
      await client.query(`SELECT rev FROM service_case WHERE id = $1 FOR UPDATE`, [caseId]);
      await client.query(`UPDATE case_task SET state = 'COMPLETED', rev = rev + 1, outcome = 'rejected', completed_at = now() WHERE id = $1 AND rev = 2`, [taskId]);
      await client.query(`DELETE FROM case_token WHERE id = $1`, [tokenId]);
      await client.query(`UPDATE service_case SET state = 'COMPLETED', rev = rev + 1, completed_at = now(), data = $2 WHERE id = $1`, [caseId, this.data]);
      for (const type of ['task-completed', 'case-completed']) await this.event(client, caseId, type);
      await this.audit(client, 'case.complete-task', caseId);
    });
  }

  private async event(client: PoolClient, caseId: string, type: string): Promise<void> {
    await client.query(`INSERT INTO case_event (case_id, type, actor_kind, actor_name) VALUES ($1, $2, 'user', 'bench')`, [caseId, type]);
  }

  private async audit(client: PoolClient, action: string, caseId: string): Promise<void> {
    await client.query(`INSERT INTO audit_entry (actor_kind, actor_name, action, target_kind, target_key) VALUES ('user', 'bench', $1, 'case', $2)`, [action, caseId]);
  }

  private async transaction(work: (client: PoolClient) => Promise<void>): Promise<void> {
    const client = await this.pool.connect();
    try {
      await client.query('BEGIN');
      await work(client);
      await client.query('COMMIT');
    } finally {
      client.release();
    }
  }
}
