using System;
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

    /// <summary>Opens a session and links; the secrets come from the module's environment variables.</summary>
    public static async Task<int> RunAsync(Arguments arguments)
    {
        var secrets = ConnectionSecrets.Complete(null, null, needsApiUser: true);
        var kind = Enum.Parse<LinkKind>(arguments.Needed("--kind"));
        var connection = new Connection
        {
            OnefileAddress = arguments.Needed("--onefile"),
            PicsWebAddress = arguments.Needed("--picsweb"),
            CustomerToken = new System.Net.NetworkCredential("", secrets.CustomerToken).Password,
            ApiUser = secrets.ApiUser!.UserName,
            ApiPassword = secrets.ApiUser.Password,
            CachePath = arguments.Needed("--cache"),
            LinkBy = Enum.Parse<LinkBy>(arguments.Needed("--link-by")),
            CallLimit = arguments.Number("--call-limit", 300),
            Clock = new FastClock(
                arguments.Number("--speed", 1),
                new DateTimeOffset(long.Parse(arguments.Needed("--departure"), CultureInfo.InvariantCulture), TimeSpan.Zero)
            ),
        };
        int from = arguments.Number("--from", 0),
            to = arguments.Number("--to", 0),
            later = arguments.Number("--later", 0);
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
