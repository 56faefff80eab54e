import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { packageFile } from "../../host/packageFile.js";

const folder = packageFile("test", "service", "node_modules");
const account = "devstoreaccount1";
/** The key that Microsoft publishes for its emulator; it opens nothing else. */
const key =
  "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==";

/** Whether Azurite is installed: `npm --prefix test/service ci`. */
export const isInstalled = existsSync(join(folder, "azurite"));

export interface Azurite {
  url: string;
  /** A new container, and the signature that opens it until a time, in milliseconds. */
  container(until?: number): Promise<URL>;
  close(): Promise<void>;
}

/** Starts Microsoft's emulator of its storage, as a process of its own. */
export async function startAzurite(): Promise<Azurite> {
  const work = mkdtempSync(join(tmpdir(), "paconn-azurite-"));
  const child = spawn(
    process.execPath,
    [
      join(folder, "azurite", "dist", "src", "blob", "main.js"),
      ...["--blobHost", "127.0.0.1", "--blobPort", "0", "--inMemoryPersistence"],
      ...["--skipApiVersionCheck", "--disableTelemetry"],
    ],
    { cwd: work, stdio: ["ignore", "pipe", "pipe"] },
  );
  const url = await new Promise<string>((resolve, reject) => {
    let said = "";
    const hear = (chunk: Buffer) => {
      said += chunk;
      const found = /successfully listens on (http:\/\/\S+)/.exec(said)?.[1];
      if (found !== undefined) resolve(found.replace(/\/$/, ""));
    };
    child.stdout.on("data", hear);
    child.stderr.on("data", hear);
    child.once("exit", (code) => reject(new Error(`Azurite ended with ${code}: ${said}`)));
  });
  const storage = createRequire(join(folder, "x.js"))("@azure/storage-blob");
  const credential = new storage.StorageSharedKeyCredential(account, key);
  const client = new storage.BlobServiceClient(`${url}/${account}`, credential);
  let count = 0;
  return {
    url,
    async container(until = Date.now() + 3_600_000) {
      const name = `container-${++count}`;
      await client.getContainerClient(name).create();
      const signature = storage.generateBlobSASQueryParameters(
        {
          containerName: name,
          permissions: storage.ContainerSASPermissions.parse("rcw"),
          startsOn: new Date(Date.now() - 7_200_000),
          expiresOn: new Date(until),
          protocol: storage.SASProtocol.HttpsAndHttp,
        },
        credential,
      );
      return new URL(`${url}/${account}/${name}?${signature}`);
    },
    async close() {
      const ended = new Promise((resolve) => child.once("exit", resolve));
      child.kill();
      await ended;
      rmSync(work, { recursive: true, force: true });
    },
  };
}
