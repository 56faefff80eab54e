import { dirname } from "node:path";
import {
  assignNames,
  type Connector,
  comparedKinds,
  type Profile,
} from "../connector/connector.js";
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

/**
 * What cannot be compared, in words.
 * @param shown how a path is shown
 */
export function uncompared(
  old: Connector,
  now: Connector,
  shown: (path: string) => string,
): string[] {
  const { folder } = now.surroundings;
  const gone = comparedKinds.flatMap((kind) => {
    const file = now.file(kind) === undefined ? old.file(kind) : undefined;
    // Of a file that was asked for alone the others may be there.
    return file === undefined || folder === undefined || assignNames(folder.names)[kind]
      ? []
      : [`${shown(file.path)} has no successor: all that it had is gone.`];
  });
  return [...unreadable(old, shown), ...unreadable(now, shown), ...gone];
}

/** The files of a version of which nothing can be compared, since they are no JSON, in words. */
export function unreadable(version: Connector, shown: (path: string) => string): string[] {
  return comparedKinds.flatMap((kind) => {
    const file = version.file(kind);
    return file === undefined || file.isJudgeable
      ? []
      : [
          `${shown(file.path)} is no JSON object that can be read whole, so it is compared with nothing.`,
        ];
  });
}
