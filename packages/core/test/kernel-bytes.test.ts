import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import asc from "assemblyscript/asc";
import { expect, test } from "vitest";

/** `npm run kernel` (this test with -u) writes the bytes anew; elsewhere it holds them to the source. */
test("the kernel's bytes are what its source builds", async () => {
  const source = new URL("../kernel/kernel.as.ts", import.meta.url).pathname;
  const folder = mkdtempSync(join(tmpdir(), "comity-kernel-"));
  const target = join(folder, "kernel.wasm");
  const { error } = await asc.main([
    source,
    "-O3",
    "--noAssert",
    "--runtime",
    "stub",
    "--enable",
    "simd",
    "--converge",
    "--outFile",
    target,
  ]);
  expect(error).toBeNull();
  const base64 = readFileSync(target).toString("base64");
  rmSync(folder, { recursive: true });
  const text = `/** Built from kernel/kernel.as.ts by \`npm run kernel\`; do not edit. */\nexport const KERNEL_BASE64 =\n  "${base64}";\n`;
  await expect(text).toMatchFileSnapshot("../src/syntax/network/kernel-bytes.ts");
});
