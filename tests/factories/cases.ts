import { CaseReplayService, type ReplayedCommand } from '../../server/src/modules/cases/case-replay.service.js';
import type { ServiceCase } from '../../server/src/modules/cases/service-case.entity.js';
import { SubmissionsService } from '../../server/src/modules/cases/submissions.service.js';
import { readSampleHall } from '../../server/src/sample/sample-hall.js';
import type { TestApp } from './test-app.js';

const { cases } = readSampleHall();

/** What the first sample applicant of a service has filled in. */
export const sampleData = (service: string) => structuredClone(cases.find((one) => one.service === service)!.data);

/** Submits an application as the system; the data of the service's first sample case unless given. */
export function submitCase(test: TestApp, service: string, options: { data?: unknown; applicant?: { id: string; name: string }; idempotencyKey?: string; realm?: string } = {}): Promise<ServiceCase> {
  return test.app
    .get(SubmissionsService, { strict: false })
    .submit(test.ctx, { channel: 'hall', service, data: sampleData(service), applicant: { id: 'applicant-1', name: '何青青' }, ...options });
}

/** Lets the sample's clerks do these things, by user name. */
export function replay(test: TestApp, caseId: string, progress: ReplayedCommand[]): Promise<ServiceCase> {
  return test.app.get(CaseReplayService, { strict: false }).replay(test.ctx, caseId, progress);
}
