using System;
using System.Collections;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Management.Automation;
using System.Text;
using System.Threading.Tasks;
using PicsOnefile.PowerShell.Tests.Shell;
using PicsOnefile.Sandbox.Faults;
using Xunit;

namespace PicsOnefile.PowerShell.Tests.Secrecy;

/// <summary>
/// Every cmdlet at -Verbose -Debug, as it should go and with everything that can go wrong: neither the customer token, the API user's password, a session nor
/// a bearer token is in anything that the module says, answers or writes, in any spelling.
/// </summary>
[Collection(SecretsOfTheProcess.Name)]
public sealed class NothingLeakedTests
{
    /// <summary>What goes wrong, by its name. A fault that is tried again strikes once: what a retry tells is told, and nobody waits long.</summary>
    public static readonly IReadOnlyDictionary<string, Fault> Faults = new Dictionary<string, Fault>
    {
        ["nothing"] = new() { Next = 0 },
        ["400"] = Echo(400),
        ["401"] = Echo(401),
        ["403"] = Echo(403),
        ["404"] = Echo(404),
        ["409"] = Echo(409),
        ["422"] = Echo(422),
        ["200 with an error"] = Echo(200) with { Next = 1 },
        ["429"] = Echo(429) with { Next = 0 },
        ["429 that asks for too much"] = new() { Kind = FaultKind.TooManyRequests, RetryAfterSeconds = 3600 },
        ["500"] = Echo(500) with { Next = 1 },
        ["HTML"] = new() { Kind = FaultKind.Html, Next = 1 },
        ["half JSON"] = new() { Kind = FaultKind.HalfJson, Next = 1 },
        ["cut before"] = new() { Kind = FaultKind.CutBefore, Next = 1 },
        ["cut during"] = new() { Kind = FaultKind.CutDuring, Next = 1 },
        ["answer lost"] = new() { Kind = FaultKind.AnswerLost, Next = 1 },
        ["out of range"] = new() { Kind = FaultKind.NumbersOutOfRange, Next = 1 },
        ["session ended"] = new() { Kind = FaultKind.SessionEnded, Next = 1 },
        ["token ended"] = new() { Kind = FaultKind.BearerEnded, Next = 1 },
    };

    // A fault that is tried again costs a second for each line: of those, one line that talks to either system in each way is enough.
    private static readonly HashSet<CmdletCall> Talking = FirstLines(
        "Connect-PicsOnefile",
        "Get-OnefileAssessor",
        "Get-PicsOfficer",
        "Set-OfficerLink",
        "Invoke-QualificationRefresh",
        "Set-StandardVqReference",
        "Enable-PicsWebSync",
        "Get-PicsWebSync",
        "Export-LinkReport"
    );

    public static TheoryData<string> FaultNames => [.. Faults.Keys.Where(name => name != "429")];

    [Fact]
    public void Every_cmdlet_of_the_module_is_called()
    {
        using var shell = new Sandbox.Rehearsal.HostedShell(Sandbox.Rehearsal.HostedShell.FindModule(AppContext.BaseDirectory), TextWriter.Null);
        var there = shell.Run("Get-Command -Module PicsOnefile.PowerShell").Output.Select(command => ((CommandInfo)command.BaseObject).Name).ToHashSet();
        Assert.True(there.Count > 40);
        Assert.Equal(there.Order(), EveryCmdlet.Calls.Select(call => call.Cmdlet).Distinct().Order());
    }

    [Theory]
    [MemberData(nameof(FaultNames))]
    public async Task Whatever_goes_wrong_no_cmdlet_tells_a_secret(string fault)
    {
        await using var scene = await Scene.StartAsync();
        foreach (var call in EveryCmdlet.Calls)
        {
            // The line runs rightly first, so that what the next ones need is there.
            scene.Run(call.Line);
            if (fault == "nothing" || (Faults[fault].Next is > 0 && !Talking.Contains(call)))
                continue;
            scene.Twin.Twin.Faults.Add(Faults[fault]);
            scene.Run(call.Line);
            scene.Twin.Twin.Faults.Clear();
        }

        if (fault == "nothing")
            Assert.True(scene.Errors <= 3, $"{scene.Errors} lines wrote an error:\n{scene.Told}");
        else
            Assert.True(scene.Twin.Twin.Faults.Struck.Values.Sum() >= Talking.Count / 2, "The fault hardly struck.");
        scene.NothingFound();
    }

    public static TheoryData<EchoSpelling> SpellingsOfServers => [.. Enum.GetValues<EchoSpelling>()];

    [Theory]
    [MemberData(nameof(SpellingsOfServers))]
    public async Task However_a_server_spells_what_it_repeats_nobody_reads_it(EchoSpelling spelling)
    {
        await using var scene = await Scene.StartAsync();
        scene.Run(EveryCmdlet.Calls[0].Line);
        foreach (
            var (route, line) in new[]
            {
                ("*Authentication*", EveryCmdlet.Calls[0].Line),
                ("*authenticate*", EveryCmdlet.Calls[0].Line),
                ("*User/Search*", "Get-OnefileAssessor -Refresh"),
                ("GET *officers*", "Get-PicsOfficer -Refresh"),
                ("*integration*", "Enable-PicsWebSync -Environment Live -HandOverCustomerToken $true -Force -Reason 'a trial' -Confirm:$false"),
                ("PUT *integration*", "Enable-PicsWebSync -Environment Live -HandOverCustomerToken $true -Force -Reason 'a trial' -Confirm:$false"),
                ("*officers/*", "Set-OfficerLink $ident $assessor -Force -Confirm:$false"),
            }
        )
        {
            scene.Twin.Twin.Faults.Add(Echo(422) with { Route = route, Spelling = spelling });
            scene.Run(line);
            scene.Twin.Twin.Faults.Clear();
        }

        Assert.True(scene.Twin.Twin.Faults.Struck[FaultKind.Echo] >= 5);
        Assert.Contains("***", scene.Told);
        scene.NothingFound();
    }

    [Fact]
    public async Task The_twin_does_repeat_what_it_was_sent_and_the_search_finds_it_there()
    {
        await using var scene = await Scene.StartAsync();
        using var client = new System.Net.Http.HttpClient();
        foreach (var spelling in Enum.GetValues<EchoSpelling>())
        {
            int line = scene.Twin.Twin.Faults.Add(Echo(400) with { Spelling = spelling });
            using var request = new System.Net.Http.HttpRequestMessage(System.Net.Http.HttpMethod.Post, scene.Twin.Server.OnefileAddress + "/Authentication");
            request.Headers.Add("X-CustomerToken", scene.Twin.Twin.Credentials.CustomerToken);
            using var answer = await client.SendAsync(request);
            Assert.NotEmpty(scene.Search().In("answer", await answer.Content.ReadAsStringAsync()));
            scene.Twin.Twin.Faults.Remove(line);
        }
    }

    private static HashSet<CmdletCall> FirstLines(params string[] cmdlets) =>
        [.. cmdlets.Select(cmdlet => EveryCmdlet.Calls.First(call => call.Cmdlet == cmdlet))];

    private static Fault Echo(int status) => new() { Kind = FaultKind.Echo, Status = status };

    /// <summary>A shell with its twin that keeps everything that was said.</summary>
    private sealed class Scene : IAsyncDisposable
    {
        private readonly StringBuilder _told = new();
        private readonly HashSet<string> _before = [.. Directory.EnumerateFileSystemEntries(Path.GetTempPath())];

        private Scene(TwinShell twin) => Twin = twin;

        public TwinShell Twin { get; }

        public int Errors { get; private set; }

        public string Told => _told.ToString();

        public static async Task<Scene> StartAsync()
        {
            var options = TwinShell.Small(seed: 97);
            var twin = await TwinShell.StartAsync(
                options with
                {
                    CallLimit = 100_000,
                    World = options.World with { Assessors = 8, Placements = 5, Standards = 2 },
                },
                connect: false
            );
            var credentials = twin.Twin.Credentials;
            var (officer, organisation) = (twin.FreeOfficers(), twin.FreeOrganisations());
            foreach (
                var (name, value) in new[]
                {
                    ("ident", officer[0].Ident),
                    ("assessor", officer[0].OnefileId),
                    ("otherIdent", officer[^1].Ident),
                    ("organisation", organisation[0].Ident),
                    ("placement", organisation[0].OnefileId),
                    ("profile", $"Leaks{Guid.NewGuid():N}"),
                }
            )
                twin.Shell.Set(name, value);
            // With -Debug PowerShell asks at each warning, and nobody is here to answer.
            twin.Must("$PSDefaultParameterValues = @{ '*:Verbose' = $true; '*:Debug' = $true; '*:WarningAction' = 'Continue' }; $ConfirmPreference = 'None'");
            // Containers give the secrets so.
            SecretsOfTheProcess.Set(credentials.CustomerToken, credentials.ApiUser, credentials.ApiPassword);
            return new Scene(twin);
        }

        /// <summary>Runs a line and keeps all streams, every property of what came, and the exceptions.</summary>
        public void Run(string line)
        {
            var result = Twin.Run($"& {{ {line} }} *>&1");
            foreach (
                object item in result
                    .Output.Where(item => item is not null)
                    .Cast<object>()
                    .Concat(result.Errors)
                    .Concat(result.Ended is { } ended ? [ended, ended.ErrorRecord] : [])
            )
                Keep(item);
            Errors += result.Output.Any(item => item?.BaseObject is ErrorRecord) || result.Ended is not null ? 1 : 0;
        }

        public LeakSearch Search()
        {
            var twin = Twin.Twin;
            return new LeakSearch([
                ("customer token", twin.Credentials.CustomerToken),
                ("password", twin.Credentials.ApiPassword),
                .. twin.OnefileSessions.HandedOut.Select(text => ("session", text)),
                .. twin.PicsWebSessions.HandedOut.Select(text => ("bearer token", text)),
            ]);
        }

        public void NothingFound()
        {
            Assert.NotEmpty(Twin.Twin.OnefileSessions.HandedOut);
            Assert.NotEmpty(Twin.Twin.PicsWebSessions.HandedOut);
            // What is still there when all is done: the shell's own list of errors, and its open connections.
            foreach (object error in (IEnumerable)Twin.Must(",$Error")[0].BaseObject)
                Keep(error);
            foreach (var item in Twin.Must("Get-PicsOnefileConnection; Get-PicsOnefileProfile; Get-History"))
                Keep(item);
            var search = Search();
            var found = search
                .In("what was told", Told)
                .Concat(search.In("the screen", Twin.Screen))
                .Concat(search.InFiles(Twin.Folder))
                .Concat(search.InFiles(TwinShell.Home));
            foreach (
                string made in Directory
                    .EnumerateFileSystemEntries(Path.GetTempPath())
                    .Where(path => !_before.Contains(path) && Path.GetFileName(path).Contains("onefile", StringComparison.OrdinalIgnoreCase))
            )
                // A pipe of another process holds nothing, and cannot be opened.
                found = found.Concat(new FileInfo(made) is { Exists: true, Length: > 0 } ? search.In($"temporary file {made}", File.ReadAllBytes(made)) : []);
            Assert.Empty(found.Distinct());
        }

        public async ValueTask DisposeAsync()
        {
            SecretsOfTheProcess.Set(null, null, null);
            await Twin.DisposeAsync();
        }

        private void Keep(object item)
        {
            var shown = PSObject.AsPSObject(item);
            _told.AppendLine(shown.ToString());
            // Export-Clixml; Format-List * and ConvertTo-Json show the same properties. Errors hang together with half of the shell, and are taken apart below.
            if (shown.BaseObject is not (ErrorRecord or Exception))
                _told.AppendLine(PSSerializer.Serialize(shown, depth: 3));
            if (shown.BaseObject is ErrorRecord error)
            {
                Keep(error.Exception);
                _told.AppendLine(
                    CultureInfo.InvariantCulture,
                    $"{error.ErrorDetails} {error.ErrorDetails?.RecommendedAction} {error.ScriptStackTrace} {error.InvocationInfo?.PositionMessage} "
                        + $"{error.InvocationInfo?.Line}"
                );
                foreach (object part in new[] { error.TargetObject, error.CategoryInfo, error.FullyQualifiedErrorId }.OfType<object>())
                    _told.AppendLine(part.ToString()).AppendLine(PSSerializer.Serialize(part, depth: 2));
            }

            for (var exception = shown.BaseObject as Exception; exception is not null; exception = exception.InnerException)
            {
                _told.AppendLine(CultureInfo.InvariantCulture, $"{exception} {exception.Source} {exception.HelpLink}");
                foreach (DictionaryEntry data in exception.Data)
                    _told.AppendLine(CultureInfo.InvariantCulture, $"{data.Key} = {data.Value}");
                foreach (var property in PSObject.AsPSObject(exception).Properties)
                    _told.AppendLine(CultureInfo.InvariantCulture, $"{property.Name} = {Value(property)}");
            }
        }

        private static object? Value(PSPropertyInfo property)
        {
            try
            {
                return property.Value;
            }
            catch (GetValueException)
            {
                return null;
            }
        }
    }
}

/// <summary>The search itself: what is planted, in whatever spelling and kind of file, is found.</summary>
public sealed class LeakSearchTests
{
    private const string Planted = "Tw&n \"q7Zx81\"+/\u00fc<='\\";

    public static TheoryData<string, string, bool> Plants
    {
        get
        {
            var plants = new TheoryData<string, string, bool>();
            foreach (var (spelling, forms) in LeakSearch.Spellings)
            {
                foreach (string form in forms(Planted).Distinct())
                {
                    plants.Add(spelling, form, false);
                    plants.Add(spelling, form, true);
                }
            }

            return plants;
        }
    }

    [Theory]
    [MemberData(nameof(Plants))]
    public void Each_spelling_is_found_in_a_file_in_the_middle_of_other_bytes(string spelling, string form, bool wide)
    {
        var folder = Directory.CreateTempSubdirectory("picsonefile-plant-");
        try
        {
            byte[] noise = new byte[10_001];
            new Random(7).NextBytes(noise);
            File.WriteAllBytes(Path.Combine(folder.FullName, "plant.bin"), [.. noise, .. (wide ? Encoding.Unicode : Encoding.UTF8).GetBytes(form), .. noise]);
            Assert.Contains(new Leak("it", spelling, "file plant.bin"), new LeakSearch([("it", Planted)]).InFiles(folder.FullName));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Theory]
    [InlineData("", "")]
    [InlineData("a", "b")]
    [InlineData("ab", "bc")]
    [InlineData("user:", "\n")]
    public void It_is_found_in_base64_whatever_stands_beside_it(string before, string after)
    {
        var search = new LeakSearch([("it", Planted)]);
        Assert.NotEmpty(search.In("text", Convert.ToBase64String(Encoding.UTF8.GetBytes(before + Planted + after))));
        Assert.NotEmpty(search.In("text", Convert.ToBase64String(Encoding.Unicode.GetBytes(before + Planted + after))));
    }

    [Fact]
    public void Where_nothing_is_nothing_is_found() => Assert.Empty(new LeakSearch([("it", Planted)]).In("text", new string('x', 10_000)));
}
