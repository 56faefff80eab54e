import { dirname } from "node:path";
import type { Connector, Profile } from "../connector/connector.js";
import type { Target } from "../host/findConnectors.js";
import { GitCommit } from "../host/git.js";

/**
 * What a connector was in a version of its repository; `undefined` when it was not there.
 * @throws UserError when there is no such version
 */
export async function before(
  { folder, named }: Target,
  ref: string,
  profile: Profile,
): Promise<Connector | undefined> {
  const commit = await GitCommit.find(ref, named === undefined ? folder : dirname(named.path));
  const path = await commit.pathOf(named?.path ?? folder);
  return commit.connector(path, { kind: named?.kind, profile });
}
