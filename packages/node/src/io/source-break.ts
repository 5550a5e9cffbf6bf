/**
 * The bytes of a source end before their time: a broken archive, an unreadable file, a stop by the caller.
 * Thrown by the byte sources only and turned into a failure by the readers; `message` is meant for the user.
 */
export class SourceBreak extends Error {
  readonly code: "broken-gzip" | "unreadable" | "not-found" | "stopped";

  constructor(code: SourceBreak["code"], message: string) {
    super(message);
    this.name = "SourceBreak";
    this.code = code;
  }
}
