/**
 * Many who ask the same at the same time share one answer. Who asks while an answer is under way waits for the
 * next: what is on its way may have begun before something they already know of was written.
 */
export function sharing<Answer>(ask: (key: string) => Promise<Answer>): (key: string) => Promise<Answer> {
  const running = new Map<string, { current: Promise<unknown>; next: Promise<Answer> | null }>();
  return (key) => {
    const state = running.get(key);
    if (!state) return start(key);
    state.next ??= state.current.then(
      () => start(key),
      () => start(key),
    );
    return state.next;
  };

  function start(key: string): Promise<Answer> {
    const current = ask(key);
    const state = { current, next: null as Promise<Answer> | null };
    running.set(key, state);
    const done = () => {
      if (running.get(key) === state && !state.next) running.delete(key);
    };
    current.then(done, done);
    return current;
  }
}
