using System;
using System.Collections.Generic;
using PicsOnefile.Matching;
using PicsOnefile.Runs;

namespace PicsOnefile.Benchmarks.Labelled;

/// <summary>What differs between people and organisations when the matching is measured.</summary>
/// <param name="Name">As on the command line: people or organisations.</param>
/// <param name="Find">The matching.</param>
/// <param name="FindBoth">The matching, run once: the proposals, and every candidate of every record.</param>
/// <param name="HasMoreThanNames">Whether a pair has at least one field besides the name that both sides filled in.</param>
/// <param name="MayBeCertain">
/// Whether the rules allow a right pair to be Certain: the MIS ID is equal, or something besides the name agrees and no two postcodes differ (a branch).
/// </param>
/// <param name="Narrow">The Onefile record with the given columns alone.</param>
/// <param name="NarrowPicsWeb">The PICSWeb record with the given columns alone.</param>
/// <param name="Line">The Onefile record in one line.</param>
/// <param name="LinePicsWeb">The PICSWeb record in one line.</param>
public sealed record RecordKind<TOnefile, TPicsWeb, TCandidate>(
    string Name,
    Func<MatchInput<TOnefile, TPicsWeb>, RunContext, MatchResult<TCandidate>> Find,
    Func<MatchInput<TOnefile, TPicsWeb>, RunContext, (MatchResult<TCandidate> Proposed, IReadOnlyList<TCandidate> All)> FindBoth,
    Func<TOnefile, TPicsWeb, bool> HasMoreThanNames,
    Func<TOnefile, TPicsWeb, bool> MayBeCertain,
    Func<TOnefile, Columns, TOnefile> Narrow,
    Func<TPicsWeb, Columns, TPicsWeb> NarrowPicsWeb,
    Func<TOnefile, string> Line,
    Func<TPicsWeb, string> LinePicsWeb
)
    where TOnefile : IOnefileRecord
    where TPicsWeb : IPicsWebRecord
    where TCandidate : LinkCandidate, ILinkPair;
