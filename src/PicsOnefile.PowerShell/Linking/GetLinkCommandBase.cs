using System;
using System.Linq;
using System.Management.Automation;
using System.Threading.Tasks;
using PicsOnefile.Identifiers;
using PicsOnefile.Linking;
using PicsOnefile.PowerShell.Completion;
using PicsOnefile.PowerShell.Pipeline;
using PicsOnefile.Reading;
using PicsOnefile.Records;

namespace PicsOnefile.PowerShell.Linking;

/// <summary>Shows every link and every record without one, with its state.</summary>
public abstract class GetLinkCommandBase : SelectingCmdlet
{
    /// <summary>Only links in these states.</summary>
    [Parameter]
    public LinkState[]? State { get; set; }

    /// <summary>
    /// Starters, leavers and changes since then. These are new records, records that are gone or out of use, and links in another state; Detail says which. The
    /// time counts at which the module saw the change, so a nightly Update-MappingCache makes it exact to the day.
    /// </summary>
    [Parameter]
    public DateTimeOffset? Since { get; set; }

    /// <summary>The centre.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(CentreCompleter))]
    public string? CentreId { get; set; }

    private protected void WriteLinks(LinkKind kind, IdSelection? idents, IdSelection? onefileIds)
    {
        // A Onefile record that comes through the pipeline without a link brings an empty Ident along.
        // An Ident that is empty by itself selects nothing: without it every link would be shown, and the next command may take them off.
        if (onefileIds is not null && idents is { Patterns.Count: 0 } && idents.Exact.All(string.IsNullOrEmpty))
            idents = null;
        var snapshot = Run(run => Session.Links.TakeSnapshotAsync(kind, Freshness, run));
        // A user who names records wants to know their state. Where rows do not show whether an account is in use, its details do, at one call each. Details of
        // whole lists are not read.
        if (!MyInvocation.ExpectingInput && Freshness != Freshness.Never && (idents ?? onefileIds) is not null)
        {
            var named = snapshot
                .Entries.Where(entry =>
                    idents?.Names(entry.Ident) != false && onefileIds?.Names(entry.OnefileId) != false
                )
                .Select(entry => entry.OnefileId)
                .OfType<string>()
                .ToList();
            snapshot = Run(run => Session.Links.LookAtAsync(snapshot, named, Freshness == Freshness.Always, run));
        }
        var entries = Since is { } since ? Run(run => Task.FromResult(Session.LinksSince.Find(snapshot, since, run))) : snapshot.Entries;
        WriteObject(
            entries
                .Where(entry =>
                    idents?.Includes(entry.Ident) != false
                    && onefileIds?.Includes(entry.OnefileId) != false
                    && (State is null || State.Contains(entry.State))
                    && (CentreId is null || RecordId.Same(entry.Onefile?.CentreId, CentreId))
                )
                .Select(entry => LinkMapper.ToLink(entry, Session.Workspace.Origin)),
            enumerateCollection: true
        );
        TellUnknownCentre(CentreId);
        // Where PICSWeb cannot be read, its Idents are not known.
        if (snapshot.Sources.PicsWeb is not null)
            TellUnknown(idents?.Exact, snapshot.Entries.Select(entry => entry.PicsWeb?.Ident), $"{Terms.PicsWeb(kind)} in PICSWeb with the Ident");
        TellUnknown(onefileIds?.Exact, snapshot.Entries.Select(entry => entry.OnefileId), $"Onefile {Terms.Onefile(kind)}");
    }
}
