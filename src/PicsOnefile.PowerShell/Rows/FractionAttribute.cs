using System;
using System.Management.Automation;

namespace PicsOnefile.PowerShell.Rows;

/// <summary>
/// Reads a fraction that comes as text with a decimal comma, as Export-Csv writes it on such a computer. PowerShell takes the comma for one between
/// thousands: a limit of "0,01" would be a limit of 1.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class FractionAttribute : ArgumentTransformationAttribute
{
    public override object? Transform(EngineIntrinsics? engineIntrinsics, object? inputData) => Fraction(inputData);

    /// <summary>Makes the number of a text.</summary>
    /// <returns>The number; what is none as it was given.</returns>
    public static object? Fraction(object? given) =>
        RowValue.Plain(given) is string text && RowValue.TryRead(text, typeof(double), out var read) && read is not null ? read : given;
}
