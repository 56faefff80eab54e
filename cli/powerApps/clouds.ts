/** Where the services of a cloud are, and what a token for them is called. */
export interface Endpoints {
  /** Power Apps, which keeps connectors. */
  powerAppsUrl: string;
  /** Power Automate, which lists the environments of a user. */
  flowUrl: string;
  /** The Business Application Platform, which lists environments for administrators. */
  bapUrl: string;
  /** What a token is for, its audience; the slash at the end counts. */
  resource: string;
  /** Where people and programs sign in. */
  authorityUrl: string;
}

/**
 * The clouds that Microsoft runs. The hosts are the same in the PowerShell modules, `pac` and the Terraform provider;
 * the resource of GCC is the one that users reported to work.
 */
export const clouds = {
  public: {
    powerAppsUrl: "https://api.powerapps.com",
    flowUrl: "https://api.flow.microsoft.com",
    bapUrl: "https://api.bap.microsoft.com",
    resource: "https://service.powerapps.com/",
    authorityUrl: "https://login.microsoftonline.com",
  },
  gcc: {
    powerAppsUrl: "https://gov.api.powerapps.us",
    flowUrl: "https://gov.api.flow.microsoft.us",
    bapUrl: "https://gov.api.bap.microsoft.us",
    resource: "https://gov.service.powerapps.us/",
    authorityUrl: "https://login.microsoftonline.com",
  },
  "gcc-high": {
    powerAppsUrl: "https://high.api.powerapps.us",
    flowUrl: "https://high.api.flow.microsoft.us",
    bapUrl: "https://high.api.bap.microsoft.us",
    resource: "https://high.service.powerapps.us/",
    authorityUrl: "https://login.microsoftonline.us",
  },
  dod: {
    powerAppsUrl: "https://api.apps.appsplatform.us",
    flowUrl: "https://api.flow.appsplatform.us",
    bapUrl: "https://api.bap.appsplatform.us",
    resource: "https://service.apps.appsplatform.us/",
    authorityUrl: "https://login.microsoftonline.us",
  },
  china: {
    powerAppsUrl: "https://api.powerapps.cn",
    flowUrl: "https://api.powerautomate.cn",
    bapUrl: "https://api.bap.partner.microsoftonline.cn",
    resource: "https://service.powerapps.cn/",
    authorityUrl: "https://login.chinacloudapi.cn",
  },
} as const satisfies Record<string, Endpoints>;

export type CloudName = keyof typeof clouds;
export const cloudNames = Object.keys(clouds) as CloudName[];

const knownHosts = [
  ...new Set(
    Object.values(clouds).flatMap((cloud) => Object.values(cloud).map((url) => new URL(url).host)),
  ),
];

/** Whether an address is one of a cloud of Microsoft, such as a preview of it, or on this machine. */
export function isKnownAddress(url: URL): boolean {
  const isMicrosoft = knownHosts.some((host) => url.host === host || url.host.endsWith(`.${host}`));
  return isLoopback(url) || (url.protocol === "https:" && isMicrosoft);
}

/** Whether an address is on this machine. */
export function isLoopback({ hostname }: URL): boolean {
  return hostname === "localhost" || hostname === "[::1]" || /^127(\.\d+){3}$/.test(hostname);
}
