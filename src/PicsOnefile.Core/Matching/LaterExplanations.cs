using System;
using System.Collections.Generic;
using System.Linq;

namespace PicsOnefile.Matching;

/// <summary>
/// Explains candidates of long lists. What the matching knew of the records would take more memory than the candidates, so it is not kept: the first
/// explanation matches the lists once more. The result is the same, for the matching depends on the records alone.
/// </summary>
/// <param name="matchAnew">Matches once more; each candidate can explain itself.</param>
internal sealed class LaterExplanations(Func<IEnumerable<LinkCandidate>> matchAnew)
{
    /// <summary>Lists with more records together are long.</summary>
    public const int MostKept = 10_000;

    private readonly Lazy<Dictionary<(string, string), LinkCandidate>> _candidates = new(() =>
        matchAnew()
            .Cast<ILinkPair>()
            .Where(pair => pair is { OnefileId: not null, Ident: not null })
            .ToDictionary(pair => (pair.OnefileId!, pair.Ident!), pair => (LinkCandidate)pair)
    );

    /// <summary>Explains the candidate of two records.</summary>
    /// <param name="onefileId">The Onefile ID.</param>
    /// <param name="ident">The PICSWeb Ident.</param>
    /// <returns>The explanation.</returns>
    public LinkExplanation Explain(string onefileId, string ident) => _candidates.Value[(onefileId, ident)].Explain()!;
}
