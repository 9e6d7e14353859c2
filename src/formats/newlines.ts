/** Makes every line break `\n` and drops a byte order mark, wherever the chunks are cut. */
export class Newlines {
  #started = false;
  #carry = '';

  push(chunk: string): string {
    let text = this.#carry + chunk;
    this.#carry = '';
    if (text === '') return '';
    if (!this.#started) {
      this.#started = true;
      if (text.startsWith('\uFEFF')) text = text.slice(1);
    }
    if (!text.includes('\r')) return text;
    // A `\r` at the end may be the first half of one break.
    if (text.endsWith('\r')) {
      this.#carry = '\r';
      text = text.slice(0, -1);
    }
    return text.replace(/\r\n?/g, '\n');
  }

  end(): string {
    const last = this.#carry === '' ? '' : '\n';
    this.#carry = '';
    return last;
  }
}
