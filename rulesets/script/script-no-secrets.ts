import { isSecretName, knownSecrets, looksRandom } from "../../connector/secrets.js";
import { defineRule } from "../rule.js";

export default defineRule({
  name: "script-no-secrets",
  validatorCodes: [],
  sources: ["repository", "scripts"],
  severity: { certified: "error", "independent-publisher": "error", custom: "warning" },
  summary: "No key and no password stands in the script.",
  why: `Whoever can read the connector can read its script, and that of a certified one lies in a public repository. Let the user enter the
secret in the connection, and read it there or leave it to a policy. A secret that stood here has to be revoked.`,
  on: "script",
  check({ assignments }, { report }) {
    for (const { name, value, offset, length } of assignments) {
      // What is known by its form is told by another rule.
      if (!isSecretName(name) || !looksRandom(value) || knownSecrets(value).length > 0) continue;
      report({
        at: "",
        offset: { offset, length },
        message: `"${name}" is given what looks like a secret; no secret belongs in a script.`,
      });
    }
  },
  bad: `
public class Script : ScriptBase
{
    private const string ApiKey = "k3Rt9Qw7Zb2Lm5Xc8Vn1";
                                 //^^^^^^^^^^^^^^^^^^^^ "ApiKey" is given what looks like a secret; no secret belongs in a script.
}`,
  good: `
public class Script : ScriptBase
{
    private const string ApiKeyHeader = "x-contoso-api-key-2024";
    private const string TokenAddress = "https://login.contoso.com/oauth2/token";
    private const string Secret = "";
    private const string Password = "<your password>";
    private const string Key = "k3Rt9Qw7Zb2Lm5Xc8Vn1";
}`,
});
