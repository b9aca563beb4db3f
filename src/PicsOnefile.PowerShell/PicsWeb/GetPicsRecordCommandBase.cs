using System.Management.Automation;
using PicsOnefile.Identifiers;
using PicsOnefile.Linking;
using PicsOnefile.PowerShell.Completion;

namespace PicsOnefile.PowerShell.PicsWeb;

/// <summary>Reads PICSWeb's officers or organisations; the filters that both share.</summary>
public abstract class GetPicsRecordCommandBase : PicsListCmdlet
{
    /// <summary>The name; wildcards are allowed.</summary>
    [Parameter]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(RecordNameCompleter))]
    public string? Name { get; set; }

    /// <summary>The e-mail address.</summary>
    [Parameter]
    public string? Email { get; set; }

    /// <summary>Only those that are not linked, not excluded and not waiting on the worklist.</summary>
    [Parameter(ParameterSetName = ByConnection)]
    public SwitchParameter Unlinked { get; set; }

    private protected RecordFilter Filter(IdSelection? idents) =>
        new()
        {
            Ids = idents,
            Name = Fits(Name),
            Email = Email,
            Unlinked = Unlinked,
        };
}
