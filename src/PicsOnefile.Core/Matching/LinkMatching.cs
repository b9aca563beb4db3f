using System;
using System.Collections.Generic;
using PicsOnefile.Runs;

namespace PicsOnefile.Matching;

/// <summary>How the records of one kind of link are matched. A new kind is a row of the table.</summary>
internal static class LinkMatching
{
    private static readonly Dictionary<LinkKind, Func<MatchInput<IOnefileRecord, IPicsWebRecord>, RunContext, IMatchedLists>> Table = new()
    {
        [LinkKind.Officer] = (input, run) => OfficerMatching.Match(input.For<Assessor, Officer>(), run),
        [LinkKind.Organisation] = (input, run) => OrganisationMatching.Match(input.For<Placement, Organisation>(), run),
    };

    /// <summary>Matches two lists of one kind.</summary>
    /// <param name="kind">The kind.</param>
    /// <param name="input">Both lists, and the candidates that are wanted.</param>
    /// <param name="run">Receives the figures, and says whether to stop.</param>
    /// <returns>The lists after matching.</returns>
    /// <exception cref="OperationCanceledException">The run was stopped.</exception>
    public static IMatchedLists Match(LinkKind kind, MatchInput<IOnefileRecord, IPicsWebRecord> input, RunContext run) => Table[kind](input, run);
}

/// <summary>Two lists after matching, whichever kind of link it was.</summary>
internal interface IMatchedLists
{
    /// <summary>Returns the candidates that the input asks for.</summary>
    MatchResult<LinkCandidate> Candidates();

    /// <summary>Returns every candidate of every record, and the records of either side without one.</summary>
    IReadOnlyList<LinkCandidate> Everything();

    /// <summary>Returns the Onefile IDs whose details are worth reading, in the order given.</summary>
    /// <param name="run">Receives how many these are.</param>
    IReadOnlyList<string> RecordsToEnrich(RunContext run);
}
