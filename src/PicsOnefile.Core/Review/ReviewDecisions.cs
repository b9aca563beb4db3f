using System;
using System.Collections.Generic;
using System.Linq;
using PicsOnefile.Errors;
using PicsOnefile.Records;
using PicsOnefile.Runs;

namespace PicsOnefile.Review;

/// <summary>Takes the rows of a sheet for what the person meant: looks up typed-in IDs and refuses what contradicts itself.</summary>
internal sealed class ReviewDecisions(ReviewSheet sheet, Func<LinkKind, ReviewedRecords> records, Terms terms)
{
    private readonly Dictionary<LinkKind, Known> _known = [];

    /// <summary>Reads the rows.</summary>
    /// <returns>The usable rows, and the problems of the others in the order of the file.</returns>
    public ReviewReading Read()
    {
        var (rows, problems) = RepeatedRows.TakeOnce([.. sheet.Lines.Select(Decide).Select(Subject)], sheet.Problem);
        return new(rows, [.. sheet.Problems, .. problems]);
    }

    private static ReadRow<ReviewRow> Subject((ReviewLine Line, ReviewRow? Row, PicsOnefileException? Problem) read) =>
        new((read.Line.Key, read.Row?.OtherId ?? read.Line.OtherId), read.Line.Line, read.Row?.Decision, read.Row, read.Problem);

    private (ReviewLine Line, ReviewRow? Row, PicsOnefileException? Problem) Decide(ReviewLine line)
    {
        var wrong = DecidedTable.Contradiction(
            line.Decision,
            line.OtherId,
            line.Key is { Ident: not null, OnefileId: not null },
            " to link to. Write Accept to link to it",
            $"there is no candidate to accept. Type the {Wanted(line, terms)} that it is to be linked to."
        );
        if (wrong is not null)
            return (line, null, sheet.Problem(line.Line, ReviewColumns.OtherId, wrong));
        if (line.OtherId is null)
            return (line, line.ToRow(line.Decision, null, null, null), null);
        var known = GetKnown(line.Key.Kind);
        var (id, fault) = TypedId.Resolve(line.OtherId, line.WantsOnefileId ? known.OnefileIds : known.Idents, Wanted(line, terms));
        if (fault is not null)
            return (line, null, sheet.Problem(line.Line, ReviewColumns.OtherId, fault));
        var onefile = line.WantsOnefileId ? known.Records.Onefile?.FirstOrDefault(record => record.OnefileId == id) : null;
        var name = line.WantsOnefileId ? onefile?.DisplayName : known.Records.PicsWeb?.FirstOrDefault(record => record.Ident == id)?.DisplayName;
        // A person who types an ID means it to be linked. An empty decision beside it was only forgotten.
        return (line, line.ToRow(line.Decision ?? ReviewDecision.Accept, id, name, onefile?.CentreId), null);
    }

    private static string Wanted(ReviewLine line, Terms terms) =>
        line.WantsOnefileId ? $"Onefile ID of the {terms.Onefile(line.Key.Kind)}" : $"Ident of the {terms.PicsWeb(line.Key.Kind)}";

    private Known GetKnown(LinkKind kind)
    {
        if (!_known.TryGetValue(kind, out var known))
            _known[kind] = known = new Known(records(kind));
        return known;
    }

    private sealed class Known(ReviewedRecords records)
    {
        public ReviewedRecords Records { get; } = records;

        public ILookup<string, string>[]? Idents { get; } = records.PicsWeb is { } all ? TypedId.Index(all.Select(record => record.Ident)) : null;

        public ILookup<string, string>[]? OnefileIds { get; } = records.Onefile is { } all ? TypedId.Index(all.Select(record => record.OnefileId)) : null;
    }
}
