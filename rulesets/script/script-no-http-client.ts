import { defineRule } from "../rule.js";

export default defineRule({
  name: "script-no-http-client",
  validatorCodes: [],
  sources: ["scripts"],
  severity: "warning",
  summary: "The script sends requests through `this.Context.SendAsync`.",
  why: `What it sends so has the sign-in of the connection, goes through the network that an administrator allows, and is seen in the history.
A client of its own works today, and Microsoft says that it will be blocked.`,
  on: "script",
  check({ creations, calls }, { report }) {
    const clients = [
      ...creations.filter(({ name }) =>
        /(?:^|\.)(?:HttpClient|WebClient|TcpClient|UdpClient|Socket)$/.test(name),
      ),
      ...calls.filter(({ name }) => /(?:^|\.)(?:Http)?WebRequest\.Create(?:Http)?$/.test(name)),
    ];
    for (const { name, offset, length } of clients)
      report({
        at: "",
        offset: { offset, length },
        message: `The script sends requests with "${name}"; send them with this.Context.SendAsync, since others will be blocked.`,
      });
  },
  bad: `
public class Script : ScriptBase
{
    public override async Task<HttpResponseMessage> ExecuteAsync()
    {
        using (var client = new System.Net.Http.HttpClient())
                              //^^^^^^^^^^^^^^^^^^^^^^^^^^ The script sends requests with "System.Net.Http.HttpClient"; send them with this.Context.SendAsync, since others will be blocked.
        {
            return await client.SendAsync(this.Context.Request);
        }
    }
}`,
  good: `
public class Script : ScriptBase
{
    public override async Task<HttpResponseMessage> ExecuteAsync()
    {
        // new HttpClient()
        var text = $"new HttpClient() {1}";
        var clients = new List<HttpClient>();
        return await this.Context.SendAsync(this.Context.Request, this.CancellationToken);
    }
}`,
});
