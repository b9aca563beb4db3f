using PicsOnefile.Errors;

namespace PicsOnefile.Changes;

/// <summary>The result of a planned change.</summary>
/// <param name="Planned">The change.</param>
/// <param name="State">Done, Conflict or Failed; Skipped where it was not begun. Intended where the system could not be read after the write: the journal keeps
/// it open.</param>
/// <param name="Error">What went wrong, or null. With Done the value was written, and the write emptied other fields.</param>
public sealed record ChangeOutcome(PlannedChange Planned, ChangeState State, PicsOnefileException? Error)
{
    /// <summary>True where the value is there and another run has made the change: the journal has this run's as Skipped.</summary>
    public bool IsAnothers { get; init; }

    /// <summary>True where the tenant turned out to lack the operation. Nothing was written, and a person can key the value in.</summary>
    public bool IsForAPerson => State == ChangeState.Failed && (Error?.Kind == ErrorKinds.OperationMissing || Error?.Kind == ErrorKinds.ApiMissing);

    /// <summary>
    /// Compares two values by their meaning. Empty and absent are equal, and blanks around a value do not count. A plan has a value as a record shows it, with
    /// pictures for invisible characters.
    /// </summary>
    /// <returns>True for equal values.</returns>
    public static bool SameValue(string? one, string? other) => Readable.ShowInvisible((one ?? "").Trim()) == Readable.ShowInvisible((other ?? "").Trim());

    /// <summary>
    /// Checks whether a field has the wanted value. A change that only takes blanks away, for example from a VQ Reference, needs the value to the letter.
    /// </summary>
    /// <param name="value">The present value.</param>
    /// <param name="wanted">The wanted value.</param>
    /// <param name="before">The value that the change was planned on.</param>
    /// <returns>True where the change is made.</returns>
    public static bool Holds(string? value, string? wanted, string? before) =>
        (value ?? "") == (wanted ?? "") || (SameValue(value, wanted) && ((before ?? "") == (wanted ?? "") || !SameValue(before, wanted)));

    /// <summary>Writes a value for a sentence.</summary>
    /// <returns>The quoted value, or the word empty.</returns>
    internal static string Show(string? value) => string.IsNullOrEmpty(value) ? "empty" : $"'{value}'";
}
