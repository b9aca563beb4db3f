using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using PicsOnefile.Linking;
using PicsOnefile.PowerShell.Completion;
using PicsOnefile.PowerShell.Pipeline;
using PicsOnefile.Runs;

namespace PicsOnefile.PowerShell.PicsWeb;

/// <summary>Reads PICSWeb's organisations: by the API through the cache, or from an exported list.</summary>
[Cmdlet(VerbsCommon.Get, "PicsOrganisation", DefaultParameterSetName = ByConnection)]
[OutputType(typeof(Organisation))]
public sealed class GetPicsOrganisationCommand : GetPicsRecordCommandBase
{
    /// <summary>Idents; wildcards are allowed.</summary>
    [Parameter(Position = 0, ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(OrganisationCompleter))]
    public string[]? OrganisationIdent { get; set; }

    private protected override string MainParameter => nameof(OrganisationIdent);

    private protected override void Select()
    {
        var filter = Filter(Selected(nameof(OrganisationIdent), OrganisationIdent));
        var rows = Run(run =>
            IsFromFile
                ? ExportedRecords.OrganisationsAsync(FilePath(Path), TextTable.From(ColumnMap), filter, run)
                : Session.Records.OrganisationsAsync(filter, Freshness, run)
        );
        WriteObject(rows, enumerateCollection: true);
        if (filter.IsByIdAlone)
            TellUnknown(filter.Ids?.Exact, rows.Select(row => row.OrganisationIdent), $"{Terms.Organisation} in PICSWeb with the Ident", AllIdents);
    }

    // Read a moment ago, so there is no further call or warning.
    private IEnumerable<string?> AllIdents() =>
        Run(_ =>
                IsFromFile
                    ? ExportedRecords.OrganisationsAsync(FilePath(Path), TextTable.From(ColumnMap), new RecordFilter(), RunContext.Silent)
                    : Session.Workspace.PicsWebLists.OrganisationsAsync(Reading.Freshness.Never, RunContext.Silent)
            )
            .Select(row => row.OrganisationIdent);
}
