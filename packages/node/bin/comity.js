#!/usr/bin/env node
// A committed file, because npm links a workspace's bin only if the file is there when it installs. The program is built into dist/.
let cli;
try {
  cli = await import("../dist/cli/main.js");
} catch (error) {
  if (error?.code !== "ERR_MODULE_NOT_FOUND" || !String(error.message).includes("cli/main.js")) throw error;
  process.stderr.write("comity: the program is not built yet; run `npm run build` in the project's folder first\n");
  process.exit(1);
}
await cli.main(process.argv);
