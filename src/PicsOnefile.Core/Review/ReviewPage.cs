using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using PicsOnefile.Files.Tables;
using PicsOnefile.Records;

namespace PicsOnefile.Review;

/// <summary>
/// The data that the review page draws. The cells of the CSV are there, so that the page saves the same file. Each record has its candidates side by side.
/// </summary>
internal static class ReviewPage
{
    /// <summary>Makes the page's data about candidates. The candidates of one Onefile record are one case, in the order of the file.</summary>
    /// <returns>The data, for JSON.</returns>
    public static object Create(string path, IReadOnlyList<LinkCandidate> candidates, ReviewFileOptions options)
    {
        var records = new Dictionary<LinkKind, ReviewedRecords>();
        foreach (var kind in candidates.Select(candidate => candidate.Kind).Distinct())
            records[kind] = options.Records?.Invoke(kind) ?? ReviewedRecords.Unknown;
        var picsWeb = records.ToDictionary(kind => kind.Key, kind => ById(kind.Value.PicsWeb, record => record.Ident));
        var onefile = records.ToDictionary(kind => kind.Key, kind => ById(kind.Value.Onefile, record => record.OnefileId));
        var cases = candidates
            .Select((candidate, row) => (Candidate: candidate, Pair: (ILinkPair)candidate, Row: row))
            .GroupBy(one => (one.Candidate.Kind, Id: string.IsNullOrWhiteSpace(one.Pair.OnefileId) ? $"row {one.Row}" : one.Pair.OnefileId!))
            .Select(group =>
            {
                var (first, kind) = (group.First(), group.Key.Kind);
                var (ours, theirs) = (options.Terms.PicsWeb(kind).One, options.Terms.Onefile(kind).One);
                var alone = string.IsNullOrWhiteSpace(first.Pair.OnefileId);
                return new
                {
                    Kind = kind.ToString(),
                    What = alone ? ours : theirs,
                    Title = (alone ? first.Pair.PicsWebName : first.Pair.OnefileName) ?? "",
                    Id = (alone ? first.Pair.Ident : first.Pair.OnefileId) ?? "",
                    Left = $"Onefile: {theirs}",
                    Right = $"PICSWeb: {ours}",
                    Typed = alone ? $"Onefile ID of another {theirs}" : $"Ident of another {ours}",
                    Known = alone ? $"{kind}.Onefile" : $"{kind}.PicsWeb",
                    Candidates = group.Select(one => new
                    {
                        one.Row,
                        Id = (alone ? one.Pair.OnefileId : one.Pair.Ident) ?? "",
                        Name = (alone ? one.Pair.OnefileName : one.Pair.PicsWebName) ?? "",
                        Exists = !string.IsNullOrWhiteSpace(one.Pair.Ident) && !string.IsNullOrWhiteSpace(one.Pair.OnefileId),
                        Confidence = one.Candidate.Confidence.ToString(),
                        one.Candidate.Score,
                        one.Candidate.Ambiguous,
                        Reasons = Parts(one.Candidate.Reasons),
                        Conflicts = Parts(one.Candidate.Conflicts),
                        Fields = ReviewedFields.For(one.Candidate, Find(picsWeb[kind], one.Pair.Ident), Find(onefile[kind], one.Pair.OnefileId)),
                    }),
                };
            });
        var known = candidates.Select(candidate => (candidate.Kind, Pair: (ILinkPair)candidate)).ToList();
        return Page(
            path,
            options,
            ReviewFile.Table(candidates, options),
            candidates.Select(candidate => candidate.ProfileName).FirstOrDefault(name => name is not null),
            cases,
            known.SelectMany(one =>
                new KnownRecord[]
                {
                    new($"{one.Kind}.PicsWeb", one.Pair.Ident, one.Pair.PicsWebName),
                    new($"{one.Kind}.Onefile", one.Pair.OnefileId, one.Pair.OnefileName),
                }
            )
        );
    }

    /// <summary>Makes the page's data about components of standards. The qualifications that may be one component are one case.</summary>
    /// <returns>The data, for JSON.</returns>
    public static object Create(string path, IReadOnlyList<StandardVqReference> rows, ReviewFileOptions options)
    {
        var cases = rows.Select((reference, row) => (Reference: reference, Row: row))
            .GroupBy(one => (one.Reference.StandardCode, one.Reference.Component))
            .Select(group =>
            {
                var first = group.First().Reference;
                return new
                {
                    Kind = "Standard",
                    What = "component",
                    Title = first.StandardTitle,
                    Id = $"{first.StandardCode} {first.Component}",
                    Left = "Onefile: component of the standard",
                    Right = "PICSWeb: qualification",
                    Typed = "QualificationId of another qualification",
                    Known = "Standard.PicsWeb",
                    Candidates = group.Select(one => new
                    {
                        one.Row,
                        Id = one.Reference.QualificationId ?? "",
                        Name = one.Reference.QualificationTitle ?? "",
                        Exists = !string.IsNullOrWhiteSpace(one.Reference.QualificationId),
                        Confidence = one.Reference.Proposed ? "Proposed" : one.Reference.State.ToString(),
                        Score = (int?)null,
                        Ambiguous = one.Reference.State == VqState.Ambiguous,
                        Reasons = Array.Empty<string>(),
                        Conflicts = string.IsNullOrWhiteSpace(one.Reference.Detail) ? [] : new[] { one.Reference.Detail },
                        Fields = new[]
                        {
                            new ReviewedField(
                                "Title",
                                one.Reference.StandardTitle,
                                one.Reference.QualificationTitle,
                                Mark(one.Reference.StandardTitle, one.Reference.QualificationTitle)
                            ),
                            new ReviewedField(
                                "Code / VQ Reference",
                                one.Reference.Code,
                                one.Reference.VqReference,
                                Mark(one.Reference.Code, one.Reference.VqReference)
                            ),
                        },
                    }),
                };
            });
        return Page(
            path,
            options,
            StandardReviewFile.Table(rows, options),
            rows.Select(row => row.ProfileName).FirstOrDefault(name => name is not null),
            cases,
            rows.Select(row => new KnownRecord("Standard.PicsWeb", row.QualificationId, row.QualificationTitle))
        );
    }

    private static object Page(
        string path,
        ReviewFileOptions options,
        CellTable table,
        string? profile,
        IEnumerable<object> cases,
        IEnumerable<KnownRecord> known
    ) =>
        new
        {
            FileName = Path.GetFileNameWithoutExtension(path) + ".csv",
            ProfileName = profile ?? options.ProfileName,
            options.MadeAt,
            Separator = options.Separator.ToString(),
            table.Headings,
            table.Rows,
            Cases = cases,
            // A list and not an object: a name of a list is no property of the page.
            Known = known
                .Where(one => !string.IsNullOrWhiteSpace(one.Id))
                .GroupBy(one => one.List)
                .Select(list => new { List = list.Key, Records = list.GroupBy(one => one.Id).Select(one => new { Id = one.Key, one.First().Name }) }),
        };

    // What the customer calls an assessor or a placement takes the vendor's word's place.
    private static FieldMark Mark(string? onefile, string? picsWeb) =>
        string.IsNullOrWhiteSpace(onefile) || string.IsNullOrWhiteSpace(picsWeb) ? FieldMark.Nothing
        : string.Equals(onefile!.Trim(), picsWeb!.Trim(), StringComparison.OrdinalIgnoreCase) ? FieldMark.Agrees
        : FieldMark.Differs;

    private static string[] Parts(string text) => text.Split(["; "], StringSplitOptions.RemoveEmptyEntries);

    private static Dictionary<string, T> ById<T>(IReadOnlyList<T>? records, Func<T, string> id) =>
        (records ?? []).GroupBy(id, StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.First(), StringComparer.Ordinal);

    private static T? Find<T>(Dictionary<string, T> records, string? id)
        where T : class => id is not null && records.TryGetValue(id, out var record) ? record : null;

    private sealed record KnownRecord(string List, string? Id, string? Name);
}
