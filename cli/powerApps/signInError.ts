/** Why signing in failed or is needed; expected, and told without a stack. */
export class SignInError extends Error {
  override readonly name = "SignInError";

  constructor(
    message: string,
    readonly todo?: string,
    /** Such as AADSTS65001, or a code of msal. */
    readonly code?: string,
    readonly requestId?: string,
  ) {
    super(message);
  }
}

/** What was asked for, for messages. */
export interface SignInContext {
  clientId: string;
  tenant: string;
  resource: string;
  authorityUrl: string;
}

type Explanation = (context: SignInContext) => { message: string; todo: string };

const again = "`paconn login --force`";

/** What the codes of Microsoft's sign-in service mean, by number; the numbers are in its documentation. */
const meanings: readonly [numbers: readonly number[], explanation: Explanation][] = [
  [
    [65001],
    ({ clientId, tenant }) => ({
      message: `Nobody has agreed that the application ${clientId} may use Power Platform in the tenant ${tenant}.`,
      todo: "An administrator of the tenant can agree for all, or use an application of your own with --clid.",
    }),
  ],
  [
    [65004],
    () => ({
      message: "You did not agree that the application may act for you.",
      todo: `Sign in again and agree: ${again}`,
    }),
  ],
  [
    [65002],
    ({ clientId }) => ({
      message: `The application ${clientId} may not use Power Platform; Microsoft allows that for each of its own applications.`,
      todo: "Leave --clid out, or name an application that you registered yourself.",
    }),
  ],
  [
    [50076, 50079, 50072, 50158, 500121],
    () => ({
      message: "The tenant wants a second proof of who you are.",
      todo: `Sign in with the browser, which can ask for it: ${again} --browser`,
    }),
  ],
  [
    [53000, 53001, 53002, 53003, 53004, 530002, 530003, 530035, 530036],
    () => ({
      message: "A conditional access rule of the tenant does not allow this way to sign in.",
      todo: `Many tenants forbid codes but not the browser: ${again} --browser. In pipelines use --service-principal or --federated. Else ask the administrator which rule it is, with the id below.`,
    }),
  ],
  [
    [70008, 700082, 700084, 50173, 70043, 50078, 50133],
    () => ({ message: "The session has ended.", todo: `Sign in again: ${again}` }),
  ],
  [
    [70018, 70019, 70020],
    () => ({
      message: "The code was not used in time, or declined.",
      todo: "Run `paconn login` again and enter the new code.",
    }),
  ],
  [
    [90002, 90072, 900023, 50059],
    ({ tenant }) => ({
      message: `There is no tenant "${tenant}" in this cloud, or the account is not in it.`,
      todo: "Check --tenant and --cloud.",
    }),
  ],
  [
    [50020, 50034, 90019],
    ({ tenant }) => ({
      message: `This account is not in the tenant ${tenant}.`,
      todo: "Check --tenant, or sign in with another account.",
    }),
  ],
  [
    [50057],
    () => ({ message: "This account is disabled.", todo: "Ask the administrator of the tenant." }),
  ],
  [
    [50105],
    ({ clientId }) => ({
      message: `This account is not assigned to the application ${clientId}.`,
      todo: "Ask the administrator of the tenant to assign it.",
    }),
  ],
  [
    [700016],
    ({ clientId, tenant }) => ({
      message: `The tenant ${tenant} does not know the application ${clientId}.`,
      todo: "Check --clid, --tenant and --cloud.",
    }),
  ],
  [
    [500011, 650057, 70011, 650052, 500341],
    ({ resource, tenant }) => ({
      message: `The tenant ${tenant} knows no service ${resource}, or the application may not ask for it.`,
      todo: "Check --cloud and --resource; an application of your own needs a permission on PowerApps Service.",
    }),
  ],
  [
    [7000215],
    ({ clientId }) => ({
      message: `The secret of the application ${clientId} is wrong.`,
      todo: "Take the value of the secret, not its id.",
    }),
  ],
  [
    [7000222],
    ({ clientId }) => ({
      message: `The secret of the application ${clientId} has expired.`,
      todo: "Make a new one in its registration.",
    }),
  ],
  [
    [700027, 700024, 7000229, 700030],
    ({ clientId }) => ({
      message: `The certificate is not one of the application ${clientId}, or the clock of this machine is wrong.`,
      todo: "Upload the certificate to its registration, and check --certificate.",
    }),
  ],
  [
    [70021, 700211, 700212, 700213, 700214, 7002131],
    ({ clientId }) => ({
      message: `The application ${clientId} trusts no token from where this one comes.`,
      todo: "Add a federated credential to its registration, with the issuer, the subject and the audience of this pipeline.",
    }),
  ],
];

/**
 * Turns what msal or the sign-in service says into what happened and what to do.
 * @param description what the service said itself, of which msal keeps only a part
 */
export function explainSignIn(error: unknown, context: SignInContext, description?: string): Error {
  if (!(error instanceof Error)) return new SignInError(String(error));
  if (error.name === "SignInError" || error.name === "ServiceError") return error;
  const details = error as Error & {
    errorCode?: string;
    errorMessage?: string;
    correlationId?: string;
    subError?: string;
    cause?: unknown;
  };
  const inner = details.cause ?? (details as { error?: unknown }).error;
  if (inner instanceof Error && /^(SignIn|Service)Error$/.test(inner.name)) return inner;
  const said = description ?? (details.errorMessage || error.message);
  const requestId =
    /(?:Trace ID|trace_id)\s*:\s*([\w-]+)/i.exec(said)?.[1] ?? (details.correlationId || undefined);
  const number = Number(/AADSTS(\d+)/.exec(said)?.[1]);
  const code = Number.isNaN(number) ? details.errorCode : `AADSTS${number}`;
  const found = meanings.find(([numbers]) => numbers.includes(number))?.[1](context);
  if (found !== undefined) return new SignInError(found.message, found.todo, code, requestId);
  switch (details.errorCode) {
    case "interaction_required":
    case "invalid_grant":
    case "no_tokens_found":
    case "no_account_in_silent_request":
    case "refresh_token_expired":
      return new SignInError("The session has ended.", `Sign in again: ${again}`, code, requestId);
    case "authorization_declined":
    case "access_denied":
      return new SignInError(
        "Signing in was declined.",
        "Run `paconn login` again.",
        code,
        requestId,
      );
    case "expired_token":
    case "code_expired":
    case "device_code_expired":
    case "user_timeout_reached":
      return new SignInError(
        "The code was not used in time.",
        "Run `paconn login` again and enter the new code.",
        code,
        requestId,
      );
    case "missing_tenant_id_error":
      return new SignInError(
        "An application signs in to one tenant.",
        "Name it with --tenant.",
        code,
      );
    default:
  }
  const sentence = said.replace(/^AADSTS\d+:\s*/, "").split(/\r?\n/)[0]!;
  return new SignInError(
    `Signing in at ${context.authorityUrl} failed: ${sentence}`,
    "`paconn doctor` tells what is in use.",
    code,
    requestId,
  );
}
