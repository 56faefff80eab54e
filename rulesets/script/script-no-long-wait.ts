import { defineRule } from "../rule.js";

/** In milliseconds. */
const maximum = 5_000;

export default defineRule({
  name: "script-no-long-wait",
  validatorCodes: [],
  sources: ["scripts"],
  severity: "warning",
  summary: "The script does not wait for seconds.",
  why: `A script that has not come to an end after some seconds is ended by the service, and the step of the flow fails. Microsoft's pages name five seconds, newer ones two minutes; five are safe
everywhere. For work that takes longer, let the operation answer with 202 and an address to ask again.`,
  on: "script",
  check({ calls }, { report }) {
    for (const {
      name,
      arguments: [time = ""],
      isWaitedFor,
      offset,
      length,
    } of calls) {
      // One of several that is waited for, as a limit of time.
      if (!isWaitedFor || !/(?:^|\.)(?:Thread\.Sleep|Task\.Delay)$/.test(name)) continue;
      const milliseconds = millisecondsOf(time);
      if (milliseconds !== undefined && milliseconds >= maximum)
        report({
          at: "",
          offset: { offset, length },
          message: `The script waits ${milliseconds / 1000} seconds here; one that runs longer than ${maximum / 1000} may be ended by the service.`,
        });
    }
  },
  bad: `
public class Script : ScriptBase
{
    public override async Task<HttpResponseMessage> ExecuteAsync()
    {
        await Task.Delay(10_000);
            //^^^^^^^^^^ The script waits 10 seconds here; one that runs longer than 5 may be ended by the service.
        Thread.Sleep(TimeSpan.FromSeconds(30));
      //^^^^^^^^^^^^ The script waits 30 seconds here; one that runs longer than 5 may be ended by the service.
        return await this.Context.SendAsync(this.Context.Request, this.CancellationToken);
    }
}`,
  good: `
public class Script : ScriptBase
{
    public override async Task<HttpResponseMessage> ExecuteAsync()
    {
        // Thread.Sleep(10000);
        var help = "Thread.Sleep(10000)";
        await Task.Delay(100);
        await Task.WhenAny(work, Task.Delay(10000));
        await Task.Delay(delay);
        return await this.Context.SendAsync(this.Context.Request, this.CancellationToken);
    }
}`,
});

/** A time that is written as a number, or as a TimeSpan of one. */
function millisecondsOf(text: string): number | undefined {
  if (/^[\d_]+$/.test(text)) return Number(text.replaceAll("_", ""));
  const [, unit, count] =
    /^(?:System\.)?TimeSpan\.From(Milliseconds|Seconds|Minutes)\(([\d_]+)\)$/.exec(text) ?? [];
  if (unit === undefined || count === undefined) return undefined;
  const factor = { Milliseconds: 1, Seconds: 1000, Minutes: 60_000 }[unit]!;
  return Number(count.replaceAll("_", "")) * factor;
}
