using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using PicsOnefile.Errors;
using PicsOnefile.Identifiers;
using PicsOnefile.PicsWeb;
using PicsOnefile.Reading;
using PicsOnefile.Records;
using PicsOnefile.Runs;

namespace PicsOnefile.Linking;

/// <summary>
/// Compares the Idents of an exported list with earlier readings and links, the learners' list, and the MIS Values in Onefile. A list that went through a
/// spreadsheet has lost zeros, which one of these places still has. Records of PICSWeb's API need no such check.
/// </summary>
internal sealed class IdentCheck(Workspace workspace, RunContext run)
{
    // The Idents of each kind that a learner names.
    private static readonly Dictionary<LinkKind, Func<Learner, string>> OfLearner = new()
    {
        [LinkKind.Officer] = learner => $"{learner.MainOfficer},{learner.Officers}",
        [LinkKind.Organisation] = learner => learner.OrganisationIdent ?? "",
    };

    // So many rows are named; the rest are counted.
    private const int MostNamed = 10;

    /// <summary>Finds the Idents that a spreadsheet has probably rewritten, and reports them as a warning.</summary>
    /// <returns>The rewritten Idents; empty where PICSWeb itself was read.</returns>
    public async Task<IReadOnlyList<ConvertedId>> FindAsync(
        LinkKind kind,
        IReadOnlyList<IPicsWebRecord>? picsWeb,
        IReadOnlyList<IOnefileRecord> onefile,
        Freshness freshness
    )
    {
        if (picsWeb is null || workspace.PicsWeb.SourceOf(RecordRoutes.ListOf(kind)) is not { Path: { } path })
            return [];
        var converted = AutoConversion.Find(
            [.. picsWeb.Select(record => record.Ident)],
            [.. await LearnersAsync(kind, freshness).ConfigureAwait(false), .. MisValues(onefile), .. Earlier(kind)]
        );
        Warn(converted, kind, path, run);
        return converted;
    }

    /// <summary>Names the rows.</summary>
    /// <param name="converted">The Idents that a spreadsheet has probably rewritten.</param>
    /// <param name="kind">Officer or Organisation.</param>
    /// <param name="path">The list's file, or null where the rows were given.</param>
    /// <param name="run">The run.</param>
    public static void Warn(IReadOnlyList<ConvertedId> converted, LinkKind kind, string? path, RunContext run)
    {
        if (converted.Count == 0)
            return;
        var rest = converted.Count > MostNamed ? $" and {converted.Count - MostNamed} more" : "";
        run.WarnOnce(
            $"A spreadsheet has probably rewritten {converted.Count} Ident(s) in the list of "
                + $"{run.Terms.PicsWeb(kind).Many}{(path is null ? "" : $" {path}")}: {string.Join(", ", converted.Take(MostNamed))}{rest}. Links from them "
                + "are refused without -Force. Export the list again, and do not open it in a spreadsheet."
        );
    }

    private bool IsExported(PicsWebOperation list) => workspace.PicsWeb.SourceOf(list) is { Path: not null };

    private async Task<IEnumerable<KnownId>> LearnersAsync(LinkKind kind, Freshness freshness)
    {
        // An exported list costs no call; PICSWeb itself is not asked for this alone.
        var learners = workspace.Cache.Records.Read<Learner>()?.Rows ?? [];
        try
        {
            if (IsExported(PicsWebOperation.LearnersList))
                learners = await workspace
                    .PicsWebLists.LearnersAsync(freshness == Freshness.Never ? Freshness.Never : Freshness.WhenOld, run)
                    .ConfigureAwait(false);
        }
        catch (PicsOnefileException failure)
        {
            run.Log.Verbose($"The Idents could not be compared with the learners' list: {failure.Message}");
        }
        return learners
            .SelectMany(learner => OfLearner[kind](learner).Split(','))
            .Select(ident => ident.Trim())
            .Where(ident => ident.Length > 0)
            .Distinct(StringComparer.Ordinal)
            .Select(ident => new KnownId(ident, "in the learners' list"));
    }

    /// <summary>Collects the MIS Values that Onefile has.</summary>
    /// <returns>One item for each Onefile record with a MIS Value.</returns>
    public static IEnumerable<KnownId> MisValues(IReadOnlyList<IOnefileRecord> onefile) =>
        onefile
            .Where(record => !HeldId.IsEmpty(record.MisId))
            .Select(record => new KnownId(record.MisId!.Trim(), $"as the MIS Value of {record.OnefileId} in Onefile"));

    private IEnumerable<KnownId> Earlier(LinkKind kind) =>
        [
            .. workspace
                .Cache.Sightings.Read(LinkChangeDetector.PicsWebSide(kind))
                .Select(sighting => new KnownId(sighting.Id, "in an earlier list") { Vouches = false }),
            .. workspace
                .Cache.Ledger.Links(kind)
                .Where(link => link.Environment == workspace.Environment)
                .Select(link => new KnownId(link.Ident, "in a link that was recorded")),
        ];
}
