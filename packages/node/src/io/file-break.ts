import { SourceBreak } from "./source-break.ts";

/** What a failed file operation means for the user. Values that are no system error become "unreadable" with their text. */
export function fileBreak(error: unknown): SourceBreak {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  switch (code) {
    case "ENOENT":
    case "ENOTDIR":
    case "ENAMETOOLONG":
      return new SourceBreak(
        "not-found",
        "No such file or folder. Check the spelling of the path and the current folder.",
      );
    case "EACCES":
    case "EPERM":
      return new SourceBreak(
        "unreadable",
        "Permission to read is missing. Change the permissions, or run as a user who may read it.",
      );
    case "ELOOP":
      return new SourceBreak("unreadable", "The link leads back to itself. Name the real file instead.");
    default:
      return new SourceBreak(
        "unreadable",
        `Reading failed (${code !== "" ? code : String(error)}). Check the disk or the connection, then read it again.`,
      );
  }
}
