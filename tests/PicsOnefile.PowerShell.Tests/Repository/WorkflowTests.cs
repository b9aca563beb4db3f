using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using System.Threading.Tasks;
using PicsOnefile.PowerShell.Tests.Loading;
using PicsOnefile.PowerShell.Tests.Processes;
using Xunit;
using YamlDotNet.RepresentationModel;

namespace PicsOnefile.PowerShell.Tests.Repository;

/// <summary>
/// The workflows cannot be run here. What can be known of them is looked at: that they can be read, that what they name is there, and that they may do no
/// more than they need.
/// </summary>
public sealed class WorkflowTests
{
    private static readonly string Parser = Path.Combine(BuiltModule.Root, "tests", "Workflows");

    public static TheoryData<string> Names => [.. Workflow.Names];

    [Fact]
    public void There_is_one_for_each_push_and_one_for_each_release() => Assert.Equal(["ci.yml", "release.yml"], Workflow.Names);

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_path_project_script_parameter_and_command_of_its_steps_is_there(string name)
    {
        foreach (var job in Workflow.Of(name).Jobs)
        {
            var lines = new RunLines(BuiltModule.Root);
            foreach (var with in job.Steps.Select(step => Workflow.Map(step, "with")).OfType<YamlMappingNode>())
            {
                if (Workflow.Word(with, "path") is { } path)
                    lines.Made(path);
            }
            Assert.Empty(job.Scripts.SelectMany(lines.Faults).Select(fault => $"{job.Id}: {fault}"));
        }
    }

    [Theory]
    [InlineData("dotnet build src/PicsOnefile.NoSuch", "src/PicsOnefile.NoSuch is not a project.")]
    [InlineData("dotnet bild src/PicsOnefile.Sandbox", "dotnet has no bild.")]
    [InlineData("bash .ci/rum", "There is no .ci/rum.")]
    [InlineData("powershell -File tests/Pester/run.ps1 -Modul package/x.zip", "tests/Pester/run.ps1 has no parameter -Modul.")]
    [InlineData("dotnet tool run psh -- -File tests/Pester/run.ps1", "psh is not a tool of .config/dotnet-tools.json.")]
    [InlineData("mkdir package && cp out/x.zip package/", "There is no out/x.zip.")]
    [InlineData("sudo choco install mono", "There is no command choco on a runner.")]
    [InlineData("if [ \"$A\" != \"$B\" ]; then frobnicate; fi", "There is no command frobnicate on a runner.")]
    public void What_is_not_there_is_found(string script, string fault) => Assert.Contains(fault, new RunLines(BuiltModule.Root).Faults(script));

    [Theory]
    [MemberData(nameof(Names))]
    public void It_says_what_it_may_do_and_that_is_to_read(string name)
    {
        var workflow = Workflow.Of(name);
        Assert.Equal(["contents: read"], Workflow.Map(workflow.Root, "permissions")!.Children.Select(right => $"{right.Key}: {right.Value}"));
        // One job writes the release, and it is not the one that holds the key of the Gallery.
        string[] writing = [.. workflow.Jobs.SelectMany(job => job.Writes.Select(right => $"{job.Id} {right}"))];
        Assert.Equal(name == "release.yml" ? ["attach contents"] : [], writing);
        Assert.All(workflow.Jobs.Where(job => job.Writes.Any()), job => Assert.DoesNotContain("secrets.", job.Node.ToString(), StringComparison.Ordinal));
        var running = workflow.Jobs.Where(job => Workflow.Node(job.Node, "uses") is null);
        Assert.All(running, job => Assert.Matches("^[0-9]+$", Workflow.Word(job.Node, "timeout-minutes") ?? ""));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_action_is_its_public_owners_and_pinned_to_a_major_version(string name)
    {
        foreach (string uses in Workflow.Of(name).Jobs.SelectMany(job => job.Uses))
        {
            if (uses.StartsWith("./", StringComparison.Ordinal))
                Assert.True(File.Exists(Path.Combine(BuiltModule.Root, uses)), uses);
            else
                Assert.Matches(@"^actions/[a-z-]+@v[0-9]+$", uses);
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void No_checkout_leaves_a_token_behind_and_no_script_holds_what_a_stranger_may_have_written(string name)
    {
        var steps = Workflow.Of(name).Jobs.SelectMany(job => job.Steps).ToList();
        var checkouts = steps.Where(step => (Workflow.Word(step, "uses") ?? "").StartsWith("actions/checkout@", StringComparison.Ordinal));
        Assert.All(checkouts, step => Assert.Equal("false", Workflow.Word(Workflow.Map(step, "with")!, "persist-credentials")));
        // The name of a branch or a title in a script would be run.
        var scripts = steps.Select(step => Workflow.Word(step, "run")).OfType<string>();
        Assert.All(scripts, script => Assert.DoesNotMatch(@"\$\{\{\s*(github\.(event|head_ref|ref)|secrets\.|inputs\.)", script));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Its_first_lines_name_every_secret_and_what_was_never_run(string name)
    {
        var workflow = Workflow.Of(name);
        Assert.All(workflow.Secrets, secret => Assert.Contains(secret, workflow.Beginning, StringComparison.Ordinal));
        Assert.Matches("(?i)written and not run", workflow.Beginning);
        string[] handedOver = ["CERTIFICATE", "CERTIFICATE_PASSWORD"];
        Assert.Equal(name == "release.yml" ? ["SIGNING_CERTIFICATE", "SIGNING_PASSWORD", "PSGALLERY_API_KEY"] : handedOver, workflow.Secrets);
    }

    /// <summary>A push runs ci.yml too: by other names its steps see no certificate of the repository's.</summary>
    [Fact]
    public void Only_a_release_signs_and_it_signs_before_it_packs_and_hashes()
    {
        var (ci, release) = (Workflow.Of("ci.yml"), Workflow.Of("release.yml"));
        var given = Workflow.Map(release.Jobs.Single(job => job.Id == "test").Node, "secrets")!;
        var taken = Workflow.Map(Workflow.Map(Workflow.Map(ci.Root, "on")!, "workflow_call")!, "secrets")!;
        Assert.Equal(taken.Children.Keys.Select(key => key.ToString()), given.Children.Keys.Select(key => key.ToString()));
        Assert.Empty(ci.Secrets.Intersect(release.Secrets));
        var pack = Assert.Single(ci.Jobs, job => job.Node.ToString().Contains("secrets.", StringComparison.Ordinal));
        string script = Assert.Single(pack.Scripts);
        Assert.InRange(
            script.IndexOf("-p:SignModule=true", StringComparison.Ordinal),
            script.IndexOf("OpenAuthenticode", StringComparison.Ordinal),
            script.IndexOf("sha256sum", StringComparison.Ordinal)
        );
    }

    [Fact]
    public void Windows_and_macOS_test_the_package_and_the_release_publishes_what_they_tested()
    {
        var ci = Workflow.Of("ci.yml");
        foreach (string id in new[] { "windows", "macos" })
        {
            var job = ci.Jobs.Single(job => job.Id == id);
            Assert.Equal("pack", Workflow.Word(job.Node, "needs"));
            Assert.Contains(job.Scripts, script => script.Contains("run.ps1 -Module package/PicsOnefile.PowerShell.", StringComparison.Ordinal));
        }
        string[] windows = [.. ci.Jobs.Single(job => job.Id == "windows").Scripts];
        Assert.Contains(windows, script => script.StartsWith("powershell ", StringComparison.Ordinal));
        Assert.Contains(windows, script => script.StartsWith("dotnet tool run pwsh ", StringComparison.Ordinal));
        var release = Workflow.Of("release.yml");
        Assert.Contains("./.github/workflows/ci.yml", release.Jobs.Single(job => job.Id == "test").Uses);
        Assert.DoesNotContain(release.Jobs.SelectMany(job => job.Scripts), script => Regex.IsMatch(script, @"dotnet (build|pack)\b"));
    }

    [Fact]
    public void The_sandbox_is_made_for_three_systems_started_by_the_packed_module_and_attached_to_a_release()
    {
        var job = Workflow.Of("ci.yml").Jobs.Single(one => one.Id == "sandbox");
        Assert.Equal("pack", Workflow.Word(job.Node, "needs"));
        string[] systems = ["win-x64", "linux-x64", "osx-arm64"];
        var published = job.Scripts.Where(script => script.StartsWith("dotnet publish", StringComparison.Ordinal));
        Assert.Equal(systems, published.Select(script => script.Split(' ')[^1]));
        string[] started = [.. job.Scripts.Where(script => script.Contains("run.ps1", StringComparison.Ordinal))];
        Assert.All(started, script => Assert.Contains("-Module package/", script, StringComparison.Ordinal));
        string[] files = ["Start-PicsOnefileSandbox.Tests.ps1", "First-Hour.Tests.ps1"];
        Assert.Equal(files, started.Select(script => script.Split(' ').Single(word => word.EndsWith(".Tests.ps1", StringComparison.Ordinal)).Split('/')[^1]));
        var attach = Workflow.Of("release.yml").Jobs.Single(one => one.Id == "attach");
        Assert.Contains(attach.Steps, step => Workflow.Map(step, "with") is { } with && Workflow.Word(with, "pattern") == "sandbox-*");
    }

    [Fact]
    public void The_versions_of_Pester_are_those_that_can_be_fetched()
    {
        string fetched = File.ReadAllText(Path.Combine(BuiltModule.Root, "tests", "Pester", "Pester.csproj"));
        var named = Workflow
            .Of("ci.yml")
            .Jobs.SelectMany(job => job.Scripts)
            .SelectMany(script => Regex.Matches(script, @"-PesterVersion (\S+)"))
            .Select(match => match.Groups[1].Value)
            .Distinct()
            .ToList();
        Assert.Equal(2, named.Count);
        Assert.All(named, version => Assert.Contains($"[{version}]", fetched, StringComparison.Ordinal));
    }

    /// <summary>One list for .ci/run, the program that runs the tests on Windows' .NET, and the jobs here.</summary>
    [Fact]
    public void The_jobs_run_what_the_list_of_suites_says_and_so_does_CI_on_Linux()
    {
        string tests = Path.Combine(BuiltModule.Root, "tests");
        var rows = File.ReadAllLines(Path.Combine(tests, "suites.tsv")).Where(line => !line.StartsWith('#')).Skip(1).Select(line => line.Split('\t')).ToList();
        string[] Pester(string where) => [.. rows.Where(row => row[0] == where && row[1] == "pester").Select(row => $"{row[2]}, Pester {row[3]}").Order()];
        var jobs = Workflow.Of("ci.yml").Jobs;

        var matrix = Workflow.Map(Workflow.Map(jobs.Single(job => job.Id == "windows").Node, "strategy")!, "matrix")!;
        var legs = ((YamlSequenceNode)Workflow.Node(matrix, "include")!).Cast<YamlMappingNode>();
        Assert.Equal(Pester("windows"), legs.Select(leg => $"{Workflow.Word(leg, "name")}, Pester {Workflow.Word(leg, "pester")}").Order());
        Assert.Contains(rows, row => row[0] == "windows" && row[1] == "core");
        Assert.EndsWith("--part core", jobs.Single(job => job.Id == "windows-core").Scripts.Last(), StringComparison.Ordinal);
        string macos = string.Join('\n', jobs.Single(job => job.Id == "macos").Scripts);
        Assert.All(rows.Where(row => row[0] == "macos"), row => Assert.Contains($"-PesterVersion {row[3]}\n", macos, StringComparison.Ordinal));

        string linux = File.ReadAllText(Path.Combine(BuiltModule.Root, ".ci", "run"));
        Assert.Contains("tests/suites.tsv", linux, StringComparison.Ordinal);
        Assert.All(rows, row => Assert.True(row[3] == "-" || !linux.Contains(row[3], StringComparison.Ordinal), row[3]));
        string fetched = File.ReadAllText(Path.Combine(tests, "Pester", "Pester.csproj"));
        Assert.All(rows, row => Assert.True(row[3] == "-" || fetched.Contains($"[{row[3]}]", StringComparison.Ordinal), row[3]));
    }

    /// <summary>Schema, expressions, needs, and the workflow that another one calls: by npm's @actions/workflow-parser.</summary>
    [NodeFact]
    public async Task GitHubs_own_parser_reads_them_and_would_find_a_fault()
    {
        var folder = Directory.CreateTempSubdirectory("picsonefile-workflows-");
        try
        {
            foreach (string file in new[] { "package.json", "package-lock.json", ".npmrc", "parse.mjs", "json-modules.mjs" })
                File.Copy(Path.Combine(Parser, file), Path.Combine(folder.FullName, file));
            await ShellProcess.RunAsync(new ProcessStartInfo(NodeFactAttribute.Npm!, ["ci", "--ignore-scripts"]) { WorkingDirectory = folder.FullName });

            string[] files = [.. Workflow.Names.Select(name => $".github/workflows/{name}"), "module/examples/github-actions-nightly-audit.yml"];
            var said = await ReadAsync(BuiltModule.Root, files);
            Assert.Equal("3 workflows, 0 errors", said[^1]);

            string text = Workflow.Of("ci.yml").Text;
            (string Right, string Wrong)[] faults =
            [
                ("runs-on: windows-latest", "runs-onn: windows-latest"),
                ("needs: pack", "needs: unpack"),
                ("github.event_name ==", "github.event_name = ("),
            ];
            foreach (var (right, wrong) in faults)
            {
                await File.WriteAllTextAsync(Path.Combine(folder.FullName, "bad.yml"), text.Replace(right, wrong, StringComparison.Ordinal));
                var failure = await Assert.ThrowsAnyAsync<Xunit.Sdk.XunitException>(() => ReadAsync(folder.FullName, ["bad.yml"]));
                Assert.Contains("1 workflows, ", failure.Message, StringComparison.Ordinal);
            }
        }
        finally
        {
            folder.Delete(recursive: true);
        }

        Task<IReadOnlyList<string>> ReadAsync(string root, string[] names) =>
            ShellProcess.RunAsync(new ProcessStartInfo(NodeFactAttribute.Node!, ["parse.mjs", root, .. names]) { WorkingDirectory = folder.FullName });
    }

    [Fact]
    public void The_parsers_lock_file_names_hashes_and_no_registry()
    {
        var packages = JsonNode.Parse(File.ReadAllText(Path.Combine(Parser, "package-lock.json")))!["packages"]!
            .AsObject()
            .Where(package => package.Key.Length > 0)
            .ToList();
        Assert.NotEmpty(packages);
        Assert.All(packages, package => Assert.StartsWith("sha512-", package.Value!["integrity"]!.ToString(), StringComparison.Ordinal));
        Assert.All(packages, package => Assert.Null(package.Value!["resolved"]));
        Assert.DoesNotContain("://", File.ReadAllText(Path.Combine(Parser, ".npmrc")), StringComparison.Ordinal);
    }
}
