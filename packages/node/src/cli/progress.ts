/** A line on the terminal that is written over, at most five times a second; nothing where standard error is no terminal, or shows the results too. */
export class Progress {
  readonly #on = process.stderr.isTTY && !process.stdout.isTTY;
  #last = 0;
  #shown = false;

  show(line: string): void {
    const now = performance.now();
    if (!this.#on || now - this.#last < 200) return;
    this.#last = now;
    this.#shown = true;
    process.stderr.write(`\r\u001b[2K${line}`);
  }

  clear(): void {
    if (this.#shown) process.stderr.write("\r\u001b[2K");
    this.#shown = false;
  }
}
