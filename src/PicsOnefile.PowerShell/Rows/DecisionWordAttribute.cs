using System;
using System.Management.Automation;

namespace PicsOnefile.PowerShell.Rows;

/// <summary>
/// A decision that comes as a number or as the enumeration itself becomes its word: ConvertTo-Json makes Accept a 0, and the text "0" is what a person writes
/// for no.
/// A number that is no decision stays a number, and is refused by whoever reads the word.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class DecisionWordAttribute : ArgumentTransformationAttribute
{
    public override object? Transform(EngineIntrinsics? engineIntrinsics, object? inputData) => Word(inputData);

    /// <summary>The word, or what was given where it is a text.</summary>
    public static object? Word(object? given)
    {
        if (RowValue.Plain(given) is not { } plain || plain is string || !(plain is Enum || RowValue.IsNumber(plain)))
            return given;
        return RowValue.Enumeration(plain, typeof(ReviewDecision)) is { } decision
            ? decision.ToString()
            : $"number {LanguagePrimitives.ConvertTo<string>(plain)}";
    }
}
