using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Management.Automation;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Threading.Tasks;
using PicsOnefile.PowerShell.Tests.Secrecy;
using PicsOnefile.PowerShell.Tests.Shell;
using PicsOnefile.Sandbox;
using PicsOnefile.Sandbox.PicsWeb;

namespace PicsOnefile.PowerShell.Tests.Terminology;

/// <summary>One text, and where it stood.</summary>
internal sealed record Said(string Where, string Text);

/// <summary>A walk through every cmdlet, as it should go and with what administrators do wrong, that keeps every text that a person reads.</summary>
internal static class Walk
{
    /// <summary>The customer's words, as they are given to Save-PicsOnefileProfile.</summary>
    public const string OwnWords = "@{ Assessor = 'Tutor'; Placement = 'Workplace'; Officer = 'Member of staff'; Organisation = 'Employer' }";

    /// <summary>
    /// What twins there are: links by Additional ID, by MIS Value, where PICSWeb's API writes nothing so that everything goes to the worklist, and where there
    /// is none.
    /// </summary>
    public static readonly IReadOnlyDictionary<string, TwinOptions> Twins = new Dictionary<string, TwinOptions>
    {
        ["Additional ID"] = Options(1),
        ["MIS Value"] = Options(3),
        ["lists"] = Options(1) with { PicsWebApi = false },
        ["worklist"] = Options(1) with { Without = ["officers.update", "organisations.update", "qualifications.update"] },
    };

    private const string Lists =
        "-OfficerPath $folder/officers.csv -OrganisationPath $folder/organisations.csv -QualificationPath $folder/qualifications.csv -LearnerPath "
            + "$folder/learners.csv";

    // They follow one another; what has to be there for one is made by those before it.
    private static readonly IReadOnlyList<string> Before =
    [
        "Get-PicsOfficer -Offline",
        "Get-PicsOrganisation -Offline",
        "Get-OnefileAssessor -Offline",
        "Get-OnefilePlacement -Offline",
        "Get-OnefileAssessor -Email nobody@college.example; Get-OnefileAssessor -Email nobody@college.example -Offline",
        "Set-OfficerLink $ident $assessor -WhatIf",
        "Set-OrganisationLink $organisation $placement -WhatIf",
        "Find-OfficerLink | Set-OfficerLink -WhatIf -MaximumChange 0",
        "Find-OrganisationLink | Set-OrganisationLink -MaximumChange 0 -Confirm:$false",
        "Find-OfficerLink -All -IncludeUnmatched -Offline",
        "Find-OrganisationLink -All -IncludeUnmatched",
    ];

    private static readonly IReadOnlyList<string> InBetween =
    [
        "Get-OfficerLink NOSUCH, $ident",
        "Get-OfficerLink -AssessorId 999999999",
        "Get-OrganisationLink NOSUCH",
        "Get-OrganisationLink -PlacementId 999999999",
        "Get-OnefileAssessor 999999999",
        "Get-OnefilePlacement 999999999",
        "Get-PicsOfficer NOSUCH",
        "Get-PicsOrganisation NOSUCH",
        "Set-OfficerLink NOSUCH $assessor",
        "Set-OfficerLink $ident 999999999",
        "Set-OrganisationLink NOSUCH $placement",
        "Set-OrganisationLink $organisation 999999999",
        "Set-OfficerLink $otherIdent $assessor -Force -Confirm:$false",
        "Set-OrganisationLink $otherOrganisation $placement -Force -Confirm:$false",
        "Set-OfficerLink $ident $assessor -Confirm:$false",
        "Set-OfficerLink $ident $otherAssessor -Confirm:$false",
        "Remove-OfficerLink NOSUCH -Confirm:$false",
        "Remove-OfficerLink $ident -WhatIf",
        "Remove-OrganisationLink $organisation -WhatIf",
        "Remove-OfficerLink -AssessorId $otherAssessor -WhatIf",
        "Add-LinkExclusion Officer -OnefileId $otherAssessor -Reason 'agency' -WhatIf",
        "Add-LinkExclusion Organisation -OnefileId $otherPlacement -Reason 'closed' -WhatIf",
        "Add-LinkExclusion Officer -Ident $otherIdent -Reason 'left' -WhatIf",
        "Add-LinkExclusion Organisation -Ident NOSUCH -Reason 'closed'",
        "Remove-LinkExclusion Officer -OnefileId 99 -Confirm:$false",
        "Remove-LinkExclusion Organisation -Ident NOSUCH -Confirm:$false",
        "Import-LinkReview $folder/typed.csv",
        "Import-LinkReview $folder/decided.csv | Set-OfficerLink -WhatIf",
        "Export-LinkWorklist $folder/worklist-now.csv; Export-LinkWorklist $folder/worklist-now.html; (Export-LinkWorklist)[0] | Complete-LinkWorklist "
            + "-WhatIf; Export-LinkWorklist",
        "Undo-LinkChange (Get-LinkHistory)[0].RunId -WhatIf",
        "Restore-LinkBackup -WhatIf",
        "Clear-MappingCache -Person -OfficerIdent $ident -WhatIf",
        "Clear-MappingCache -Person -OfficerIdent NOSUCH -Confirm:$false",
        "Clear-MappingCache -Person -AssessorId $otherAssessor -Confirm:$false",
        "Test-PicsWebSync -Refresh -DesktopIntegration Deactivated",
        "Test-PicsWebSync -Preview",
        "Enable-PicsWebSync -Environment Live -WhatIf",
        "Export-LinkReport $folder/report-now.html",
    ];

    // A walk takes seconds, and several classes read the same one.
    private static readonly ConcurrentDictionary<(string, string?, string?), Lazy<Task<IReadOnlyList<Said>>>> Made = new();

    /// <summary>
    /// Walks, with the words of a terminology or, for null, with the vendors'; in the culture of that name, or in the one of the tests. Each walk is made once.
    /// </summary>
    public static Task<IReadOnlyList<Said>> ThroughAsync(string twinName, string? terminology, string? culture = null) =>
        Made.GetOrAdd((twinName, terminology, culture), _ => new(() => OnceThroughAsync(twinName, terminology, culture))).Value;

    private static async Task<IReadOnlyList<Said>> OnceThroughAsync(string twinName, string? terminology, string? culture)
    {
        await using var twin = await TwinShell.StartAsync(Twins[twinName], connect: false);
        var (officers, organisations) = (twin.FreeOfficers(), twin.FreeOrganisations());
        foreach (
            var (name, value) in new[]
            {
                ("ident", officers[0].Ident),
                ("assessor", officers[0].OnefileId),
                ("otherIdent", officers[^1].Ident),
                ("otherAssessor", officers[^1].OnefileId),
                ("organisation", organisations[0].Ident),
                ("placement", organisations[0].OnefileId),
                ("otherOrganisation", organisations[^1].Ident),
                ("otherPlacement", organisations[^1].OnefileId),
                ("profile", $"Words{Guid.NewGuid():N}"),
                ("leaks", $"Words{Guid.NewGuid():N}"),
            }
        )
            twin.Shell.Set(name, value);
        ExportedLists.WriteAll(twin.Twin, twin.Folder);
        twin.Must(
            $"Save-PicsOnefileProfile $profile -Environment {twin.Twin.Credentials.Environment} -OnefileAddress $onefile -CachePath $cache -CallLimit 300 "
                + $"{(Twins[twinName].PicsWebApi ? "-PicsWebAddress $picsWeb" : Lists)}"
                + (twin.Twin.World.HasSeveralCentres ? " -LinkBy MisValue" : "")
                + (terminology is null ? "" : $" -Terminology {terminology}")
        );
        twin.Must("$PSDefaultParameterValues = @{ '*:Verbose' = $true }; $ProgressPreference = 'Continue'");

        var said = new List<Said>();
        foreach (string line in Lines())
        {
            if (line.Contains("typed.csv", StringComparison.Ordinal))
                Decide(twin);
            said.AddRange(Of(twin.Run(culture is null ? line : $"[Threading.Thread]::CurrentThread.CurrentCulture = '{culture}'; {line}")));
        }
        said.AddRange(twin.Screen.Split('\n').Where(line => line.Contains("What if:", StringComparison.Ordinal)).Select(line => new Said("What if", line)));
        said.AddRange(Directory.EnumerateFiles(twin.Folder).SelectMany(InFile));
        return said;
    }

    private static TwinOptions Options(int centres)
    {
        var options = TwinShell.Small(seed: 97, centres: centres);
        return options with { CallLimit = 100_000, World = options.World with { Assessors = 8, Placements = 5, Standards = 2 } };
    }

    private static IEnumerable<string> Lines()
    {
        string[] others = ["Connect-PicsOnefile", "Save-PicsOnefileProfile", "Disconnect-PicsOnefile", "Remove-PicsOnefileProfile"];
        var calls = EveryCmdlet.Calls.Where(call => !others.Contains(call.Cmdlet)).ToList();
        int undo = calls.FindIndex(call => call.Cmdlet == "Undo-LinkChange");
        return
        [
            "$connection = Connect-PicsOnefile $profile -CustomerToken $token -ApiUser $user",
            .. Before,
            .. calls.Take(undo).Select(Once),
            .. InBetween,
            .. calls.Skip(undo).Select(Once),
        ];
    }

    // Reading anew says nothing that the first reading has not said, and the call limit is one for the whole walk.
    private static string Once(CmdletCall call) => call.Line.Replace(" -Refresh", "", StringComparison.Ordinal);

    // Two files that a person has decided: an ID that is none, and everything rejected or excluded.
    private static void Decide(TwinShell twin)
    {
        twin.Must(
            "Find-OfficerLink -IncludeUnmatched | Export-LinkReview $folder/typed.csv -Force; Find-OfficerLink | Export-LinkReview $folder/decided.csv -Force"
        );
        string[] rows = File.ReadAllLines(Path.Combine(twin.Folder, "typed.csv"));
        int typed = Array.IndexOf(rows[0].TrimStart('\uFEFF').Split(','), "OtherId");
        File.WriteAllLines(
            Path.Combine(twin.Folder, "typed.csv"),
            rows.Select(
                (row, at) =>
                    at is 0 or > 6
                        ? row
                        : string.Join(
                            ',',
                            Cells(row)
                                .Select(
                                    (cell, column) =>
                                        column == typed ? "NOSUCH"
                                        : column == 0 ? "Accept"
                                        : cell
                                )
                        )
            )
        );
        rows = File.ReadAllLines(Path.Combine(twin.Folder, "decided.csv"));
        File.WriteAllLines(
            Path.Combine(twin.Folder, "decided.csv"),
            rows.Select((row, at) => at == 0 ? row : $"{(at % 2 == 0 ? "Reject" : "Exclude")},{string.Join(',', Cells(row).Skip(1))}")
        );
    }

    private static string[] Cells(string row) => Regex.Split(row, ",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)");

    private static IEnumerable<Said> Of(Sandbox.Rehearsal.ShellResult result) =>
        [
            .. result
                .Errors.Concat(result.Ended is { } ended ? [ended.ErrorRecord] : [])
                .SelectMany(error => new[] { error.Exception.Message, error.ErrorDetails?.Message, error.ErrorDetails?.RecommendedAction })
                .OfType<string>()
                .Select(text => new Said("error", text)),
            .. result
                .Errors.Concat(result.Ended is { } stopped ? [stopped.ErrorRecord] : [])
                .Select(error => new Said("error ID", error.FullyQualifiedErrorId)),
            .. result.Warnings.Select(text => new Said("warning", text)),
            .. result.Verbose.Select(text => new Said("verbose", text)),
            .. result.Progress.Select(text => new Said("progress", text)),
            .. result.Output.Where(row => row is not null).SelectMany(Sentences).Select(text => new Said("object", text)),
        ];

    // Properties that hold sentences; all others hold IDs, names of people and firms, states and kinds.
    private static readonly string[] Told = ["Message", "Remedy", "Detail", "Reasons", "Conflicts", "Reason", "Record", "Error"];

    private static IEnumerable<string> Sentences(PSObject row) => Told.Select(name => row.Properties[name]?.Value as string).OfType<string>();

    private static readonly string[] Given = ["worklist.", "review.", "report.", "typed.", "decided."];

    private static IEnumerable<Said> InFile(string path)
    {
        string name = Path.GetFileName(path).Replace("-now", "", StringComparison.Ordinal);
        // PICSWeb's own lists, and the backup that the module alone reads, are not among the files that a person is given.
        if (!Given.Any(given => name.StartsWith(given, StringComparison.Ordinal)))
            return [];
        if (name.EndsWith(".csv", StringComparison.Ordinal))
            return File.ReadAllLines(path).Select(line => new Said(name, line));
        string page = File.ReadAllText(path);
        int from = page.IndexOf("id=\"data\">", StringComparison.Ordinal) + "id=\"data\">".Length;
        int to = page.IndexOf("</script>", from, StringComparison.Ordinal);
        using var data = JsonDocument.Parse(page[from..to]);
        return [.. Texts(data.RootElement, "").Select(text => new Said(name, text)), new Said(name, page[..from] + page[to..])];
    }

    // What the page's script tells kinds and fields apart by is not shown.
    private static IEnumerable<string> Texts(JsonElement element, string property) =>
        element.ValueKind switch
        {
            JsonValueKind.Object => element.EnumerateObject().SelectMany(member => Texts(member.Value, member.Name)),
            JsonValueKind.Array => element.EnumerateArray().SelectMany(item => Texts(item, property)),
            JsonValueKind.String when property is not ("kind" or "known" or "list") => [element.GetString()!],
            _ => [],
        };
}
