using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Management.Automation;
using System.Text.RegularExpressions;
using System.Threading.Tasks;
using PicsOnefile.PowerShell.Tests.Shell;
using Xunit;

namespace PicsOnefile.PowerShell.Tests.Reporting;

/// <summary>New-PicsOnefileDiagnostic: what a maintainer has to know, and nothing that tells who the customer is.</summary>
public sealed class NewPicsOnefileDiagnosticTests
{
    private const string Telling = "Telltale";

    [Fact]
    public async Task Nothing_in_it_tells_who_the_customer_is()
    {
        await using var twin = await TwinShell.StartAsync(connect: false);
        var ids = new HashSet<string>(StringComparer.Ordinal);
        twin.Edit(world =>
        {
            foreach (var officer in world.Officers.Values)
            {
                officer.FirstName += $" {Telling}";
                (officer.Email, officer.Telephone) = ($"{Telling}.{officer.Id}@college.example", "01632 960147");
                ids.UnionWith([officer.Ident, Text(officer.Id)]);
            }
            foreach (var organisation in world.Organisations.Values)
            {
                organisation.Name += $" {Telling}";
                ids.UnionWith([organisation.Ident, Text(organisation.Id)]);
            }
            foreach (var user in world.Users.Values)
            {
                user.LastName += Telling;
                ids.Add(Text(user.Id));
            }
            foreach (var qualification in world.Qualifications.Values)
                ids.UnionWith([Text(qualification.Id), qualification.VqReference]);
        });
        string profile = $"{Telling}{Guid.NewGuid():N}";
        string folder = Directory.CreateDirectory(Path.Combine(twin.Folder, $"{Telling} folder")).FullName;
        twin.Save("map.json", $"{{ \"operations\": {{ \"organisations.get\": {{ \"path\": \"{Telling}/{{id}}\" }}, \"learners.list\": null }} }}");
        File.WriteAllText(Path.Combine(folder, "learners.csv"), $"Learner Code,First Names,Surname\nL1,Ann,{Telling}\n");
        twin.Must(
            $$"""
            $settings = @{
                Environment = '{{twin.Twin.Credentials.Environment}}'; OnefileAddress = $onefile; PicsWebAddress = $picsWeb; ApiMap = "$folder/map.json"
                CachePath = '{{folder}}/cache.db'; LearnerPath = '{{folder}}/learners.csv'; ColumnMap = @{ OfficerIdent = '{{Telling}} no.' }
                Terminology = @{ Assessor = '{{Telling}} tutor' }; RuleSeverity = @{ 'PO-L001' = 'Warning: {{Telling}} said so' }
                Vault = '{{Telling}}'; CustomerTokenSecret = '{{Telling}}'
            }
            Save-PicsOnefileProfile {{profile}} @settings
            $null = Connect-PicsOnefile {{profile}} -CustomerToken $token -ApiUser $user -WarningAction Ignore
            """
        );
        var (one, other) = (twin.FreeOfficers()[0], twin.FreeOfficers()[1]);
        twin.Must($"Update-MappingCache; Set-OfficerLink '{one.Ident}' {one.OnefileId} -Confirm:$false");
        twin.Must($"Add-LinkExclusion Officer -Ident '{other.Ident}' -Reason '{Telling}' -Confirm:$false");
        twin.Run($"Get-PicsOfficer {Telling}");
        twin.Run($"throw '{Telling}'");

        twin.Must("New-PicsOnefileDiagnostic $folder/diagnostic.txt -IncludeReadiness -WarningAction Ignore");

        string text = File.ReadAllText(Path.Combine(twin.Folder, "diagnostic.txt"));
        Assert.DoesNotContain(Telling, text, StringComparison.OrdinalIgnoreCase);
        var secrets = twin.Twin.Credentials;
        ids.UnionWith([one.OnefileId, secrets.CustomerToken, secrets.ApiUser, secrets.ApiPassword, "01632", "college"]);
        ids.UnionWith(["localhost", "127.0.0.1", Text(twin.Server.OnefileAddress.Port), twin.Twin.World.CustomerName]);
        ids.UnionWith([Environment.MachineName, Environment.UserName, Path.GetFileName(twin.Folder)]);
        Assert.DoesNotContain(ids, id => id.Length > 2 && Regex.IsMatch(text, $"(?<![0-9A-Za-z]){Regex.Escape(id)}(?![0-9A-Za-z])"));
        // And it has something to say.
        Assert.Matches(@"organisations\.get +\w+, own entry", text);
        Assert.Matches(@"learners\.list +Missing, not in the map", text);
        Assert.Matches(@"Own words for +Assessor\n", text);
        Assert.Matches(@"Lowered rules +PO-L001\n", text);
        Assert.Matches(@"Officer AdditionalId Done +1\n", text);
        Assert.Matches(@"RecordUnknown +1\n", text);
    }

    [Fact]
    public async Task It_says_what_the_cmdlets_show()
    {
        await using var twin = await TwinShell.StartAsync();
        var pair = twin.FreeOfficers()[0];
        twin.Must($"Update-MappingCache; Set-OfficerLink '{pair.Ident}' {pair.OnefileId} -Confirm:$false");

        var file = Assert.Single(twin.Must("New-PicsOnefileDiagnostic $folder/diagnostic.txt -PassThru"));

        Assert.IsType<FileInfo>(file.BaseObject);
        byte[] bytes = File.ReadAllBytes(file.Text("FullName"));
        Assert.NotEqual(0xEF, bytes[0]);
        string text = File.ReadAllText(file.Text("FullName"));
        string module = Assert.Single(twin.Must("(Get-Command New-PicsOnefileDiagnostic).Module.Version")).ToString()!;
        Assert.Matches($@"Module +{Regex.Escape(module)}\n", text);
        Assert.Matches($@"PowerShell +{Regex.Escape(Assert.Single(twin.Must("$PSVersionTable.PSVersion")).ToString()!)} \(Core", text);
        Assert.Matches(@"SQLite +3\.[0-9.]+\n", text);
        Assert.Matches(@"PICSWeb by +Api\n", text);
        Assert.Matches(@"officers\.list +Available, as in the default map\n", text);
        foreach (var entry in twin.Must("Get-MappingCache").Where(entry => entry.Text("Kind") is "Assessor" or "Officer" or "Change" or "Run"))
            Assert.Matches($@"\n  {entry.Text("Kind").ToLowerInvariant()} +{entry.Text("Rows")}\n", text);
        Assert.Matches(@"Set-OfficerLink +1\n", text);
        Assert.Matches(@"Journal +whole\n", text);
        Assert.Matches(@"Intents without an outcome +0\n", text);
    }

    [Fact]
    public async Task Readiness_is_counted_without_a_call()
    {
        await using var twin = await TwinShell.StartAsync();
        var found = twin.Must("$null = Test-PicsWebSync; Test-PicsWebSync -Offline")
            .GroupBy(finding => finding.Text("RuleId"))
            .ToDictionary(rule => rule.Key, rule => rule.Count());
        await twin.Server.DisposeAsync();

        twin.Must("New-PicsOnefileDiagnostic $folder/diagnostic.txt -IncludeReadiness");

        var said = Regex
            .Matches(File.ReadAllText(Path.Combine(twin.Folder, "diagnostic.txt")), @"^  (PO-[A-Z][0-9]{3}) +(.+)$", RegexOptions.Multiline)
            .ToDictionary(
                line => line.Groups[1].Value,
                line => Regex.Matches(line.Groups[2].Value, "[0-9]+").Sum(count => int.Parse(count.Value, CultureInfo.InvariantCulture))
            );
        Assert.NotEmpty(said);
        Assert.Equal(found.OrderBy(rule => rule.Key), said.OrderBy(rule => rule.Key));
    }

    [Fact]
    public async Task Without_a_connection_a_profile_a_cache_or_nothing_is_enough()
    {
        await using var twin = await TwinShell.StartAsync();
        string profile = $"Diagnostic{Guid.NewGuid():N}";
        twin.Must($"Update-MappingCache; Disconnect-PicsOnefile; Save-PicsOnefileProfile {profile} -Environment Practice -CachePath $cache -CallLimit 77");

        twin.Must($"New-PicsOnefileDiagnostic $folder/profile.txt -ProfileName {profile}");
        twin.Must("New-PicsOnefileDiagnostic $folder/cache.txt -CachePath $cache; New-PicsOnefileDiagnostic $folder/nothing.txt");

        var (byProfile, byCache, byNothing) = (Written("profile"), Written("cache"), Written("nothing"));
        Assert.Matches(@"Calls a minute +77\n", byProfile);
        Assert.Matches(@"\n  officer +[1-9]", byProfile);
        Assert.Matches(@"\n  officer +[1-9]", byCache);
        Assert.DoesNotContain("Calls a minute", byCache, StringComparison.Ordinal);
        Assert.DoesNotContain("Schema", byNothing, StringComparison.Ordinal);
        Assert.All([byProfile, byCache, byNothing], text => Assert.Matches(@"Open +no, or not checked\n", text));
        Assert.All([byProfile, byCache, byNothing], text => Assert.Matches(@"Module +[0-9]+\.", text));

        string Written(string name) => File.ReadAllText(Path.Combine(twin.Folder, $"{name}.txt"));
    }

    [Fact]
    public async Task What_cannot_be_read_is_named_in_the_text_and_an_error_afterwards()
    {
        await using var twin = await TwinShell.StartAsync(connect: false);
        string damaged = twin.Save("damaged.db", new string('x', 5000));

        twin.Fails("New-PicsOnefileDiagnostic $folder/damaged.txt -CachePath $folder/damaged.db").Is("CacheDamaged", ErrorCategory.InvalidData, damaged);
        twin.Fails("New-PicsOnefileDiagnostic $folder/unknown.txt -ProfileName NoSuchProfile").Is("ProfileUnknown", ErrorCategory.ObjectNotFound);
        twin.Fails("New-PicsOnefileDiagnostic $folder/missing.txt -CachePath $folder/missing.db")
            .Is("FileNotFound", ErrorCategory.ObjectNotFound, Path.Combine(twin.Folder, "missing.db"));

        foreach (var (name, id) in new[] { ("damaged", "CacheDamaged"), ("unknown", "ProfileUnknown"), ("missing", "FileNotFound") })
            Assert.Matches($@"Not read for this text, by error ID\n  {id} +1\n", File.ReadAllText(Path.Combine(twin.Folder, $"{name}.txt")));
        Assert.False(File.Exists(Path.Combine(twin.Folder, "missing.db")));
        Assert.Equal(new string('x', 5000), File.ReadAllText(damaged));
    }

    [Fact]
    public async Task A_profile_that_was_never_connected_has_no_cache_and_that_is_no_error()
    {
        await using var twin = await TwinShell.StartAsync(connect: false);
        string profile = $"Fresh{Guid.NewGuid():N}";
        twin.Must($"Save-PicsOnefileProfile {profile} -Environment Live; New-PicsOnefileDiagnostic $folder/fresh.txt -ProfileName {profile}");
        Assert.Matches(@"Mapping cache\n  none\n", File.ReadAllText(Path.Combine(twin.Folder, "fresh.txt")));
    }

    [Fact]
    public async Task A_cache_of_an_older_version_is_read_as_it_is()
    {
        await using var twin = await TwinShell.StartAsync(connect: false);
        // With the log that a killed process left: it is left as it is, too.
        string[] files = ["cache.db", "cache.db-wal"];
        foreach (string file in files)
            File.Copy(Path.Combine(AppContext.BaseDirectory, "Release-0.1.0", file), Path.Combine(twin.Folder, file));
        var before = files.Select(file => File.ReadAllBytes(Path.Combine(twin.Folder, file))).ToList();

        twin.Must("New-PicsOnefileDiagnostic $folder/old.txt -CachePath $folder/cache.db");

        Assert.Matches(@"Schema +[1-6] \(the module's is [0-9]+\)\n", File.ReadAllText(Path.Combine(twin.Folder, "old.txt")));
        Assert.Equal(before, files.Select(file => File.ReadAllBytes(Path.Combine(twin.Folder, file))));
        Assert.Equal(["cache.db", "cache.db-wal", "old.txt"], Directory.GetFiles(twin.Folder).Select(Path.GetFileName).Order(StringComparer.Ordinal));
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
