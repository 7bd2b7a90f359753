/** A session that was not locked is touched after all: lock it too, and start again. */
export class OutOfReach extends Error {
  constructor(readonly sessionId: string) {
    super(`session ${sessionId} is not locked`);
  }
}

/** The people read of a queue do not suffice to say who is next: read more, and start again. */
export class QueueCut extends Error {
  constructor(readonly sessionId: string) {
    super(`the queue of session ${sessionId} was not read far enough`);
  }
}
