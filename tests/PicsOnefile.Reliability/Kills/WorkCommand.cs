using System;
using System.CommandLine;
using System.Globalization;
using System.Linq;
using System.Threading.Tasks;
using PicsOnefile.Errors;
using PicsOnefile.Reliability.Work;
using PicsOnefile.Runs;
using PicsOnefile.Sessions;

namespace PicsOnefile.Reliability.Kills;

/// <summary>A bulk run in a process of its own, which somebody may kill: <see cref="Worker"/> starts it.</summary>
public static class WorkCommand
{
    /// <summary>The exit code of a run that ended with an error of the module's own.</summary>
    public const int Stopped = 3;

    /// <summary>The command; it opens a session and links, and the secrets come from the module's environment variables.</summary>
    public static Command Create()
    {
        var onefile = Needed<string>("--onefile");
        var picsWeb = Needed<string>("--picsweb");
        var cache = Needed<string>("--cache");
        var linkBy = Needed<LinkBy>("--link-by");
        var callLimit = Needed<int>("--call-limit");
        var kind = Needed<LinkKind>("--kind");
        var from = Needed<int>("--from");
        var to = Needed<int>("--to");
        var later = Needed<int>("--later");
        var speed = Needed<int>("--speed");
        var departure = Needed<long>("--departure");
        Option[] all = [onefile, picsWeb, cache, linkBy, callLimit, kind, from, to, later, speed, departure];
        // For the harness itself: no person types it.
        var command = new Command("work", "A bulk run in a process of its own.") { Hidden = true };
        foreach (var option in all)
            command.Add(option);
        command.SetAction(
            (parsed, _) =>
            {
                var secrets = ConnectionSecrets.Complete(null, null, needsApiUser: true);
                var connection = new Connection
                {
                    OnefileAddress = parsed.GetRequiredValue(onefile),
                    PicsWebAddress = parsed.GetRequiredValue(picsWeb),
                    CustomerToken = new System.Net.NetworkCredential("", secrets.CustomerToken).Password,
                    ApiUser = secrets.ApiUser!.UserName,
                    ApiPassword = secrets.ApiUser.Password,
                    CachePath = parsed.GetRequiredValue(cache),
                    LinkBy = parsed.GetValue(linkBy),
                    CallLimit = parsed.GetValue(callLimit),
                    Clock = new FastClock(parsed.GetValue(speed), new DateTimeOffset(parsed.GetValue(departure), TimeSpan.Zero)),
                };
                return RunAsync(connection, parsed.GetValue(kind), parsed.GetValue(from), parsed.GetValue(to), parsed.GetValue(later));
            }
        );
        return command;
    }

    private static Option<T> Needed<T>(string name) => new(name) { Required = true };

    private static async Task<int> RunAsync(Connection connection, LinkKind kind, int from, int to, int later)
    {
        var pairs = (later == 0 ? BulkWorld.Pairs(kind, to) : BulkWorld.Rivals(kind, connection.LinkBy, to, later)).Skip(from).ToList();
        try
        {
            using var session = await connection.OpenAsync(RunContext.Silent);
            var pass = await LinkJob.LinkAsync(session, kind, pairs, RunContext.Silent);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{pass.Planned} changes"));
            foreach (var failure in pass.Failures)
                Console.WriteLine($"{failure.Kind.Id}: {failure.Message}");
            return 0;
        }
        catch (PicsOnefileException failure)
        {
            Console.WriteLine($"{failure.Kind.Id}: {failure.Message}");
            return Stopped;
        }
    }
}
