import type { Outcome, Sent } from "./replay.js";

/** Where we do otherwise than Microsoft's paconn, on purpose; `docs/commands.md` says why. */
export interface Difference {
  /** As in the table of `docs/commands.md`. */
  id: string;
  /** The recordings in which it shows. */
  in: RegExp;
  /** Makes both sides alike where that is all that differs. */
  adjust(paconn: Outcome, ours: Outcome): void;
}

const isList = ({ method, url }: Sent) => method === "GET" && /\/apis\?/.test(url);
const isWrite = ({ method, url }: Sent) => /POST|PATCH/.test(method) && /\/apis[/?]/.test(url);

/** Only that both fail, or both do not, is left to be compared. */
const onlySuccess: Difference["adjust"] = (paconn, ours) => {
  paconn.requests = ours.requests;
  paconn.files = ours.files;
};

/** paconn goes on, and we refuse. */
const failure: Difference["adjust"] = (paconn) => {
  paconn.isSuccess = false;
  paconn.requests = [];
  paconn.files = {};
};

export const differences: readonly Difference[] = [
  {
    id: "stack-owner",
    in: /^(create|update)-/,
    adjust({ requests }) {
      for (const request of requests)
        request.body = request.body.replace(/,"stackOwner":"Contoso"/, "");
    },
  },
  {
    id: "changed-time",
    in: /^(create|update)-/,
    adjust(_, { requests }) {
      const written = requests.findIndex(isWrite);
      if (
        written >= 0 &&
        requests[written + 1]?.method === "GET" &&
        !isList(requests[written + 1]!)
      )
        requests.splice(written + 1, 1);
    },
  },
  { id: "missing-file", in: /^create-missing-icon-and-script$/, adjust: failure },
  {
    id: "script-kept",
    in: /^update-no-script$/,
    adjust({ requests }) {
      for (const request of requests)
        request.body = request.body.replace(',"scriptDefinitionUrl":""', "");
    },
  },
  {
    id: "encoded-file-name",
    in: /^create-icon-in-subdir$/,
    adjust({ requests }) {
      for (const request of requests)
        request.body = request.body.replace("/my icon é.PNG?", "/my%20icon%20%C3%A9.PNG?");
    },
  },
  {
    id: "looked-up",
    in: /^create-post-(500-html|reply-empty|reply-without-name)$/,
    adjust(_, ours) {
      ours.requests = ours.requests.filter((request) => !isList(request));
    },
  },
  {
    id: "retries",
    in: /^validate-http-(429-json|503-empty)$/,
    adjust(_, ours) {
      ours.requests = ours.requests.slice(0, 1);
    },
  },
  {
    id: "tolerant",
    in: /^(create-(bom-properties|connectionParameters-null|missing-description|param-set-without-parameters)|validate-settings-bom)$/,
    // paconn crashed before it sent anything, so there is no answer to go on with.
    adjust(paconn, ours) {
      paconn.requests = ours.requests.filter(({ url }) => url.includes("validateApiSwagger"));
    },
  },
  {
    id: "own-rules-too",
    in: /^validate-(bom-file|findings|findings-non-ascii-raw|lang-c|nan-dup-keys|ok|redirect-307|settings|token-expires-in-650s)$/,
    adjust(paconn) {
      paconn.isSuccess = false;
    },
  },
  {
    id: "path-traversal",
    in: /^download-cid-parent$/,
    adjust(paconn) {
      paconn.requests = [];
      paconn.isSuccess = false;
    },
  },
  {
    id: "fetched-before-asked",
    in: /^download-existing-files-prompt-n$/,
    adjust(paconn, ours) {
      paconn.requests = ours.requests;
    },
  },
  {
    id: "icon-is-image",
    in: /^download-icon-404$/,
    adjust({ files }) {
      for (const name of Object.keys(files)) {
        if (name.endsWith("icon.png")) delete files[name];
        else files[name] = files[name]!.replace('"icon":"icon.png"', '"icon":null');
      }
    },
  },
  {
    id: "icon-in-settings",
    in: /^download-no-icon$/,
    adjust({ files }) {
      for (const name of Object.keys(files))
        files[name] = files[name]!.replace('"icon":"icon.png"', '"icon":null');
    },
  },
  {
    id: "choice-needs-terminal",
    in: /^(create-env-no-tty|update-list-403|update-prompt-cid-no-tty)$/,
    adjust(paconn) {
      paconn.requests = [];
    },
  },
  {
    id: "connector-without-creator",
    in: /^download-connector-without-createdBy$/,
    adjust: onlySuccess,
  },
  {
    id: "signed-out-already",
    in: /^logout-not-logged-in$/,
    adjust(paconn) {
      paconn.isSuccess = true;
    },
  },
  { id: "object-id", in: /^validate-token-no-oid$/, adjust: onlySuccess },
  { id: "sign-in-file", in: /^validate-token-expires-on-string$/, adjust: onlySuccess },
];
