/** Signals closer together than this are one press: a runner passes on what the terminal has sent to both already. */
const onePress = 1000;

/**
 * Ctrl-C in two moods: while there is something to keep, the first press asks for an orderly end and only a later one
 * ends at once; before that there is nothing to lose.
 */
export class Interruption {
  /** Whether an orderly end was asked for. */
  asked = false;
  private first = 0;
  private keeping = false;
  private readonly onAsked: () => void;

  /** @param onAsked told once, when an orderly end is asked for. */
  constructor(onAsked: () => void) {
    this.onAsked = onAsked;
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => this.take());
  }

  /** From now on there is work that a sudden end would lose. */
  keep(): void {
    this.keeping = true;
  }

  private take(): void {
    const now = performance.now();
    if (this.asked && now - this.first < onePress) return;
    if (this.asked || !this.keeping) process.exit(130);
    this.asked = true;
    this.first = now;
    this.onAsked();
  }
}
