using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Management.Automation;
using System.Threading.Tasks;
using PicsOnefile.PowerShell.Tests.Shell;
using PicsOnefile.Sandbox.Account;
using Xunit;

namespace PicsOnefile.PowerShell.Tests.Readiness;

/// <summary>Test-PicsWebSync -Preview says beforehand, record by record, what the twin's enrolments then do.</summary>
public sealed class PreviewAgreesTests
{
    private const string Proposals = """
        Get-OnefileAssessor | Find-OfficerLink | ForEach-Object { "Assessor $($_.OfficerIdent) in $($_.CentreId)" }
        Get-OnefilePlacement | Find-OrganisationLink | ForEach-Object { "Placement $($_.OrganisationIdent) in $($_.CentreId)" }
        """;

    public static TheoryData<int, int, Preparation> SomeWorlds => Worlds(1, 3);

    public static TheoryData<int, int, Preparation> ManyWorlds => Worlds(1, 20);

    [Theory]
    [MemberData(nameof(SomeWorlds))]
    public Task The_enrolments_do_what_the_preview_said(int seed, int centres, Preparation preparation) => CompareAsync(seed, centres, preparation);

    [Theory]
    [Trait("Category", "Long")]
    [MemberData(nameof(ManyWorlds))]
    public Task The_enrolments_of_many_worlds_do_what_the_preview_said(int seed, int centres, Preparation preparation) =>
        CompareAsync(seed, centres, preparation);

    private static async Task CompareAsync(int seed, int centres, Preparation preparation)
    {
        await using var twin = await TwinShell.StartAsync(EnrolmentWorld.Options(seed, centres));
        twin.Prepare(preparation);

        var preview = twin.Must("Test-PicsWebSync -Preview -Refresh");

        var proposed = twin.Must(Proposals).Select(line => line.ToString()).ToHashSet();
        twin.Twin.EnableIntegration();
        twin.Twin.Enrol();
        var account = twin.Twin.Account();
        Assert.Empty(Of(preview, "Unknown"));
        Assert.Equal(
            Lines(account.Failures.Select(failed => $"{failed.LearnerIdent} {failed.Failure}")),
            Lines(Of(preview, "Fails").Select(row => $"{row.Text("Ident")} {row.Text("Failure")}"))
        );
        Assert.Equal(Lines(account.Duplicates.Concat(account.CreatedRightly).Select(Line)), Lines(Of(preview, "Create", "Duplicate").Select(Line)));
        Assert.Equal(
            Lines(account.LeftOut.Select(left => $"{left.VqReference.Trim().ToUpperInvariant()} in {left.CentreId}").Distinct()),
            Lines(Of(preview, "LeftOut").Select(row => $"{row.Text("Ident").ToUpperInvariant()} in {row.Text("CentreId")}"))
        );
        CompareDeadAccounts(account, Of(preview, "Use"));
        CompareDuplicates(account, [.. Of(preview, "Duplicate")], proposed);
    }

    // Of what is made, the preview can call a duplicate what the matching recognises: those all, by the right record, and nothing else that it is sure of.
    private static void CompareDuplicates(TwinAccount account, IReadOnlyList<PSObject> said, HashSet<string> proposed)
    {
        var truth = account.Duplicates.ToDictionary(Line, made => made.Existing);
        var learners = account.Duplicates.Where(made => made.Kind == AccountKind.Learner).Select(Line);
        Assert.Equal(Lines(account.Duplicates.Concat(account.CreatedRightly).Select(Line).Where(proposed.Contains).Concat(learners)), Lines(said.Select(Line)));
        Assert.All(said, row =>
        {
            if (truth.TryGetValue(Line(row), out var existing))
                Assert.Contains(int.Parse(row.Text("ExistingId"), CultureInfo.InvariantCulture), existing);
            else
                Assert.Contains("Possible", row.Text("Reason"));
        });
    }

    // An account that is used although it is archived, or no assessor's, is told; the twin calls it a stranger's first where it is another person's too.
    private static void CompareDeadAccounts(TwinAccount account, IEnumerable<PSObject> used)
    {
        var assessors = used.Where(row => row.Text("Kind") == "Assessor")
            .ToDictionary(row => $"{row.Text("Ident")} {row.Text("ExistingId")} in {row.Text("CentreId")}", row => row.Text("Reason"));
        var dead = assessors
            .Where(row => row.Value.Contains("archived", StringComparison.Ordinal) || row.Value.Contains("has another role", StringComparison.Ordinal))
            .Select(row => row.Key)
            .ToList();
        var wrong = account
            .WrongLinks.Where(link => link.Kind == AccountKind.Assessor)
            .ToLookup(link => $"{link.Ident} {link.OnefileId} in {link.CentreId}", link => link.Reason);
        Assert.All(dead, link => Assert.True(wrong.Contains(link), link));
        Assert.Empty(
            wrong
                .Where(link => link.Any(reason => reason is WrongLinkReason.Archived or WrongLinkReason.NotAnAssessor) && assessors.ContainsKey(link.Key))
                .Select(link => link.Key)
                .Except(dead)
        );
    }

    private static IEnumerable<PSObject> Of(IEnumerable<PSObject> preview, params string[] actions) =>
        preview.Where(row => actions.Contains(row.Text("Action")));

    private static string Line(CreatedRecord made) => $"{made.Kind} {made.Ident} in {made.CentreId}";

    private static string Line(PSObject row) => $"{row.Text("Kind")} {row.Text("Ident")} in {row.Text("CentreId")}";

    private static string Lines(IEnumerable<string> lines) => string.Join(Environment.NewLine, lines.Order(StringComparer.Ordinal));

    private static TheoryData<int, int, Preparation> Worlds(int first, int last)
    {
        var worlds = new TheoryData<int, int, Preparation>();
        foreach (int seed in Enumerable.Range(first, last))
        {
            foreach (int centres in new[] { 1, 3 })
            {
                foreach (var preparation in Enum.GetValues<Preparation>())
                    worlds.Add(seed, centres, preparation);
            }
        }
        return worlds;
    }
}
