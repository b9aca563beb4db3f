using PicsOnefile.Errors;

namespace PicsOnefile.Changes;

/// <summary>What became of a planned change.</summary>
/// <param name="Planned">The change.</param>
/// <param name="State">
/// Done, Conflict, Failed; Skipped where it was not begun; or Intended where the system could not be read after the write: the journal keeps it open.
/// </param>
/// <param name="Error">What went wrong, or null. With Done: the value is there, and the write emptied other fields.</param>
public sealed record ChangeOutcome(PlannedChange Planned, ChangeState State, PicsOnefileException? Error)
{
    /// <summary>True where the tenant turned out to lack the operation: nothing was written, and a person can key the value in.</summary>
    public bool IsForAPerson => State == ChangeState.Failed && (Error?.Kind == ErrorKinds.OperationMissing || Error?.Kind == ErrorKinds.ApiMissing);

    /// <summary>
    /// Two values that mean the same: empty and absent are one, and blanks around a value do not count. A value is planned on as a record shows it, with
    /// pictures for what is invisible.
    /// </summary>
    public static bool SameValue(string? one, string? other) => Readable.ShowInvisible((one ?? "").Trim()) == Readable.ShowInvisible((other ?? "").Trim());

    /// <summary>
    /// Whether a field holds what was to be written. A change that only takes blanks away (from a VQ Reference, say) is there when the field is so to the
    /// letter.
    /// </summary>
    /// <param name="value">What the field holds.</param>
    /// <param name="wanted">What it is to hold.</param>
    /// <param name="before">What the change was planned on.</param>
    public static bool Holds(string? value, string? wanted, string? before) =>
        (value ?? "") == (wanted ?? "") || (SameValue(value, wanted) && ((before ?? "") == (wanted ?? "") || !SameValue(before, wanted)));

    /// <summary>A value in a sentence.</summary>
    internal static string Show(string? value) => string.IsNullOrEmpty(value) ? "empty" : $"'{value}'";
}
