import { defineErrors } from '../errors/domain-error.js';

export const jobErrors = defineErrors({
  OPERATION_NOT_CANCELLABLE: { status: 409, zh: '任务已经结束，无法取消', en: 'The operation has already ended and cannot be cancelled' },
  OPERATION_NOT_RETRYABLE: { status: 409, zh: '只有失败或已取消的任务可以重试', en: 'Only a failed or cancelled operation can be retried' },
  OPERATION_CRASHED: { status: 500, zh: '任务异常终止（{attempts} 次尝试后）：{reason}', en: 'The operation failed after {attempts} attempts: {reason}' },
});
