import type { CloudName, Endpoints } from "./clouds.js";

/** Somebody who is signed in. */
export interface Account {
  id: string;
  /** For people: who it is. */
  name: string;
  kind: "user" | "service principal" | "managed identity" | "token";
  cloud: CloudName;
  endpoints: Endpoints;
  tenant: string;
  clientId: string;
  /** In the directory; in the path of some calls. */
  objectId?: string;
}

/** An account as it is kept. */
export interface StoredAccount extends Account {
  /** Of a user: where msal keeps its tokens. */
  homeAccountId?: string;
  /** Of an application: what renews its token. */
  proof?: Proof;
  token?: string;
  /** In milliseconds since 1970. */
  expiresOn?: number;
}

/** How an application or a machine proves who it is, by where the proof is; never the proof itself. */
export type Proof =
  | { from: "secret"; variable: string }
  | { from: "certificate"; file: string; passwordVariable?: string }
  | { from: "file"; file: string }
  | { from: "github" }
  | { from: "azure-devops" }
  | { from: "managed identity"; clientId?: string };
