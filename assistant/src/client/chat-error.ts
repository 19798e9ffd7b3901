/** Why a call failed. `NETWORK`: no answer came, so that the same call may be sent again; every other code is the server's. */
export class ChatError extends Error {
  constructor(
    readonly code: string,
    message: string,
    /** HTTP status; 0 where no answer came. */
    readonly status: number,
    readonly details: unknown = null,
    /** Seconds to wait before the next try, where the server says so. */
    readonly retryAfter: number | null = null,
  ) {
    super(message);
    this.name = 'ChatError';
  }

  /** Whether sending the same again may succeed: nothing arrived, or the server was not able to answer. */
  get isPassing(): boolean {
    return [0, 502, 503, 504].includes(this.status) || this.code === 'SESSION_BUSY';
  }

  /** Whether the conversation cannot be gone on with: not there, not this citizen's, erased, or ended. */
  get isGone(): boolean {
    return [403, 404, 410].includes(this.status) || this.code === 'SESSION_ENDED';
  }
}
