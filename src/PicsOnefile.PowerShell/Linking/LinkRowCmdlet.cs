using System.Collections.Generic;
using PicsOnefile.Errors;
using PicsOnefile.PowerShell.Rows;
using PicsOnefile.Records;

namespace PicsOnefile.PowerShell.Linking;

/// <summary>A cmdlet that takes rows about pairs of one kind: officers with assessors, or organisations with placements.</summary>
public abstract class LinkRowCmdlet : RowCmdlet
{
    private protected abstract LinkKind Kind { get; }

    /// <summary>The parameter of the PICSWeb Ident.</summary>
    private protected string IdentParameter => LinkType.For(Kind).PicsWeb.Id;

    /// <summary>The parameter of the Onefile ID.</summary>
    private protected string OnefileIdParameter => LinkType.For(Kind).Onefile.Id;

    private protected override IReadOnlyList<string> IdParameters => [IdentParameter, OnefileIdParameter];

    private protected override void Require(PipedRow row)
    {
        RowKinds.Require(
            row,
            Kind,
            OwnColumn(row, IdentParameter) is not null || IsTyped(IdentParameter),
            OwnColumn(row, OnefileIdParameter) is not null || IsTyped(OnefileIdParameter)
        );
        ReviewRows.RequireKey(row, MyInvocation.MyCommand.Name);
    }

    /// <summary>Refuses a row of a review that is about the other kind.</summary>
    private protected PicsOnefileException? OtherKind(ReviewRow row) =>
        row.Kind == Kind
            ? null
            : ErrorKinds.RowOfAnotherKind.For(
                ((ILinkPair)row).Ident ?? ((ILinkPair)row).OnefileId,
                $"The key of row {row.Line} is about {Terms.PicsWeb(row.Kind).Many}, and not about {Terms.PicsWeb(Kind).Many}. Nothing was done with it."
            );
}
