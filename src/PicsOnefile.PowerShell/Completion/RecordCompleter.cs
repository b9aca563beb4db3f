using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using PicsOnefile.Completion;
using PicsOnefile.PowerShell.Connecting;

namespace PicsOnefile.PowerShell.Completion;

/// <summary>
/// Records of the cache. The connection on the line counts first, then the last one of this runspace. Without one it is the profile on the line, or the last
/// used one.
/// </summary>
internal abstract class RecordCompleter : Completer
{
    /// <summary>What is completed, or null where the line does not say it yet.</summary>
    private protected abstract ProposalKind? Kind(CommandLine line);

    private protected override IEnumerable<Proposal> Proposed(CommandLine line)
    {
        if (Kind(line) is not { } kind)
            return [];
        var connection = line.Bound["Connection"] is { } given ? PSObject.AsPSObject(given).BaseObject as PicsOnefileConnection : null;
        return Proposals.For(kind, line.Typed, OpenConnections.Find(connection), line.Given("ProfileName"), line.Given("CentreId"));
    }
}

/// <summary>Names of records, where a parameter takes a name with wildcards.</summary>
internal abstract class NameCompleter : RecordCompleter
{
    private protected override IEnumerable<Proposal> Proposed(CommandLine line) =>
        base.Proposed(line with { Typed = line.Typed.TrimEnd('*') })
            .Where(proposal => proposal.Name.Length > 0)
            .GroupBy(proposal => proposal.Name)
            .Select(same => new Proposal(same.Key, "", same.Count() == 1 ? $"{same.First().Value} {same.First().Place}" : ""));

    // A name may hold what is a wildcard to the parameter.
    private protected override string Written(Proposal proposal) => Quoted(WildcardPattern.Escape(proposal.Value));
}
