using System;
using System.Management.Automation;

namespace PicsOnefile.PowerShell.Rows;

/// <summary>
/// Makes the word of a decision that comes as a number or as the enumeration itself. ConvertTo-Json makes Accept a 0, and the text "0" is what a person writes
/// for no. A number that is no decision stays a number, and the reader of the word refuses it.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class DecisionWordAttribute : ArgumentTransformationAttribute
{
    public override object? Transform(EngineIntrinsics? engineIntrinsics, object? inputData) => Word(inputData);

    /// <summary>Makes the word of a decision.</summary>
    /// <returns>The word; a text as it was given.</returns>
    public static object? Word(object? given)
    {
        if (RowValue.Plain(given) is not { } plain || plain is string || !(plain is Enum || RowValue.IsNumber(plain)))
            return given;
        return RowValue.Enumeration(plain, typeof(ReviewDecision)) is { } decision
            ? decision.ToString()
            : $"number {LanguagePrimitives.ConvertTo<string>(plain)}";
    }
}
