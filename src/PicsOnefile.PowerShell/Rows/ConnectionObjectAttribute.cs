using System;
using System.Management.Automation;
using PicsOnefile.Failures;

namespace PicsOnefile.PowerShell.Rows;

/// <summary>
/// A connection that Import-Clixml, a job or ConvertFrom-Json brought along becomes a connection again: in its own process it works, and in another one the cmdlet can
/// say that it does not travel. PowerShell's own conversion gives up at the date in it.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class ConnectionObjectAttribute : ArgumentTransformationAttribute
{
    public override object? Transform(EngineIntrinsics? engineIntrinsics, object? inputData)
    {
        if (RowValue.Plain(inputData) is not PSObject bag || new PipedRow(bag) is not { } row || !row.Has(nameof(PicsOnefileConnection.ConnectionId)) || !row.Has(nameof(PicsOnefileConnection.ConnectedAt)))
            return inputData;
        try
        {
            return ModelRow.Make(row, typeof(PicsOnefileConnection));
        }
        catch (PicsOnefileException)
        {
            // PowerShell says what it cannot convert.
            return inputData;
        }
    }
}
