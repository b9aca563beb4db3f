using System;
using System.Collections.Generic;
using System.Linq;
using PicsOnefile.Cache;
using PicsOnefile.Reading;
using PicsOnefile.Records;

namespace PicsOnefile.Readiness;

/// <summary>Facts of the journal about this module's own writes in the connected environment.</summary>
internal sealed class JournalFacts(Workspace workspace)
{
    /// <summary>The links that were made: of each field the last value that was written.</summary>
    public IReadOnlyDictionary<(string Kind, string Key), Change> LinksMade() =>
        Rows(type => type.Written(workspace.LinkBy).Kind)
            .Where(row => row.State == ChangeState.Done)
            .GroupBy(row => (row.Kind, row.Key))
            .ToDictionary(field => field.Key, field => field.Last());

    /// <summary>Reads the writes of MIS Values that were made or failed; none where links are made by Additional ID.</summary>
    /// <returns>The rows of the journal.</returns>
    public IReadOnlyList<Change> MisValueWrites() =>
        workspace.LinkBy == LinkBy.MisValue
            ? [.. Rows(type => type.Onefile.Kind).Where(row => row.Field == RecordField.MisId.Name && row.State is ChangeState.Done or ChangeState.Failed)]
            : [];

    /// <summary>Reads the state of the runs of open intents, by the change.</summary>
    /// <param name="open">Intents without an outcome.</param>
    /// <returns>The states by change ID.</returns>
    public IReadOnlyDictionary<string, IntentState> Standings(IEnumerable<Change> open) =>
        open.ToDictionary(intent => intent.ChangeId, intent => workspace.Cache.Journal.Claims.GetState(intent), StringComparer.Ordinal);

    private IEnumerable<Change> Rows(Func<LinkType, RecordKind> kind) =>
        LinkType
            .All.SelectMany(type => workspace.Cache.Journal.Read(new JournalFilter(Kind: kind(type).ToString())))
            .Where(row => row.Environment == workspace.Environment);
}
