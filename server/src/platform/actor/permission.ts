/** What an operation may demand. A role is a set of these (see `access`); a hall key's scopes are the `hall.*` ones. */
export enum Permission {
  /** Anybody, signed in or not. */
  Public = 'public',
  /** Any signed-in person. */
  Authenticated = 'authenticated',

  ConfigRead = 'config.read',
  ConfigWrite = 'config.write',
  CorpusRead = 'corpus.read',
  CorpusWrite = 'corpus.write',
  TrainingRead = 'training.read',
  TrainingRun = 'training.run',
  ModelsRead = 'models.read',
  ModelsManage = 'models.manage',
  ReleaseRead = 'release.read',
  ReleaseRequest = 'release.request',
  ReleasePublish = 'release.publish',
  PreviewUse = 'preview.use',
  CasesRead = 'cases.read',
  CasesHandle = 'cases.handle',
  CasesManage = 'cases.manage',
  DeskHandle = 'desk.handle',
  /** Seeing whom a policy concerns; telling them. */
  PushRead = 'push.read',
  PushSend = 'push.send',
  OperationsRead = 'operations.read',
  OperationsManage = 'operations.manage',
  AuditRead = 'audit.read',
  AccessManage = 'access.manage',
  OrgRead = 'org.read',
  SettingsManage = 'settings.manage',
  /** Finding persons, exporting and erasing what is held of them, retention, keys. */
  PrivacyManage = 'privacy.manage',

  HallRead = 'hall.read',
  HallInterpret = 'hall.interpret',
  HallCases = 'hall.cases',
  HallChat = 'hall.chat',
  HallPush = 'hall.push',
}
