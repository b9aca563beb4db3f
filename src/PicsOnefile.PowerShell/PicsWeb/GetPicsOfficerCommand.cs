using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using PicsOnefile.Linking;
using PicsOnefile.PowerShell.Completion;
using PicsOnefile.PowerShell.Pipeline;
using PicsOnefile.Runs;

namespace PicsOnefile.PowerShell.PicsWeb;

/// <summary>Reads PICSWeb's officers: by the API through the cache, or from an exported list.</summary>
[Cmdlet(VerbsCommon.Get, "PicsOfficer", DefaultParameterSetName = ByConnection)]
[OutputType(typeof(Officer))]
public sealed class GetPicsOfficerCommand : GetPicsRecordCommandBase
{
    /// <summary>Idents; wildcards are allowed.</summary>
    [Parameter(Position = 0, ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(OfficerCompleter))]
    public string[]? OfficerIdent { get; set; }

    private protected override string MainParameter => nameof(OfficerIdent);

    private protected override void Select()
    {
        var filter = Filter(Selected(nameof(OfficerIdent), OfficerIdent));
        var rows = Run(run =>
            IsFromFile
                ? ExportedRecords.OfficersAsync(FilePath(Path), TextTable.From(ColumnMap), filter, run)
                : Session.Records.OfficersAsync(filter, Freshness, run)
        );
        WriteObject(rows, enumerateCollection: true);
        if (filter.IsByIdAlone)
            TellUnknown(filter.Ids?.Exact, rows.Select(row => row.OfficerIdent), $"{Terms.Officer} in PICSWeb with the Ident", AllIdents);
    }

    // Read a moment ago, so there is no further call or warning.
    private IEnumerable<string?> AllIdents() =>
        Run(_ =>
                IsFromFile
                    ? ExportedRecords.OfficersAsync(FilePath(Path), TextTable.From(ColumnMap), new RecordFilter(), RunContext.Silent)
                    : Session.Workspace.PicsWebLists.OfficersAsync(Reading.Freshness.Never, RunContext.Silent)
            )
            .Select(row => row.OfficerIdent);
}
