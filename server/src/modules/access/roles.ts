import { registerEnumType } from '@nestjs/graphql';
import { Permission } from '../../platform/actor/permission.js';

export enum Role {
  ADMINISTRATOR = 'ADMINISTRATOR',
  ANNOTATOR = 'ANNOTATOR',
  RELEASE_MANAGER = 'RELEASE_MANAGER',
  CLERK = 'CLERK',
  AUDITOR = 'AUDITOR',
}
registerEnumType(Role, { name: 'Role' });

const P = Permission;

/** What each role may do. A grant may be limited to a department and what lies below it. */
export const permissionsOf: Record<Role, readonly Permission[]> = {
  [Role.ADMINISTRATOR]: [
    P.ConfigRead, P.ConfigWrite, P.CorpusRead, P.CorpusWrite, P.TrainingRead, P.TrainingRun, P.ModelsRead, P.ReleaseRead, P.ReleaseRequest,
    P.ReleasePublish, P.PreviewUse, P.CasesRead, P.CasesManage, P.PushRead, P.PushSend, P.OperationsRead, P.OperationsManage, P.AccessManage, P.OrgRead, P.SettingsManage, P.PrivacyManage,
  ],
  [Role.ANNOTATOR]: [P.ConfigRead, P.CorpusRead, P.CorpusWrite, P.ModelsRead, P.PreviewUse],
  [Role.RELEASE_MANAGER]: [
    P.ConfigRead, P.CorpusRead, P.TrainingRead, P.TrainingRun, P.ModelsRead, P.ModelsManage, P.ReleaseRead, P.ReleaseRequest, P.ReleasePublish,
    P.PreviewUse, P.OperationsRead,
  ],
  [Role.CLERK]: [P.CasesRead, P.CasesHandle, P.DeskHandle, P.PreviewUse],
  [Role.AUDITOR]: [P.AuditRead, P.ConfigRead, P.CorpusRead, P.TrainingRead, P.ModelsRead, P.ReleaseRead, P.CasesRead, P.PushRead, P.OperationsRead, P.OrgRead],
};
