using System.Management.Automation;
using PicsOnefile.Identifiers;
using PicsOnefile.Linking;
using PicsOnefile.PowerShell.Completion;
using PicsOnefile.PowerShell.Pipeline;

namespace PicsOnefile.PowerShell.Onefile;

/// <summary>Reads Onefile's records of one kind, with the state of their links; the filters that both kinds share.</summary>
public abstract class GetOnefileRecordCommandBase : SelectingCmdlet
{
    /// <summary>The name; wildcards are allowed.</summary>
    [Parameter]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(RecordNameCompleter))]
    public string? Name { get; set; }

    /// <summary>The MIS Value.</summary>
    [Parameter]
    public string? MisId { get; set; }

    /// <summary>The centre.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(CentreCompleter))]
    public string? CentreId { get; set; }

    /// <summary>Only those that are not linked, not excluded and not waiting on the worklist.</summary>
    [Parameter]
    public SwitchParameter Unlinked { get; set; }

    /// <summary>Archived and inactive records too.</summary>
    [Parameter]
    public SwitchParameter IncludeArchived { get; set; }

    /// <summary>
    /// Each record with its details (e-mail address, telephone), which Onefile's lists do not carry. A record whose details were not read yet takes a call.
    /// </summary>
    [Parameter]
    public SwitchParameter Details { get; set; }

    private protected RecordFilter Filter(IdSelection? ids, string? email = null) =>
        new()
        {
            Ids = ids,
            Name = Fits(Name),
            Email = email,
            MisId = MisId,
            CentreId = CentreId,
            Unlinked = Unlinked,
            IncludeArchived = IncludeArchived,
            Details = Details,
        };
}
