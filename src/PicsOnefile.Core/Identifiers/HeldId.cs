namespace PicsOnefile.Identifiers;

/// <summary>
/// What a field holds that ties records: an Additional ID, a MIS Value, a VQ Reference, a learner's Onefile ID. The one place that decides whether it is
/// empty, and which ID it holds. A write still compares the value to the letter.
/// </summary>
public static class HeldId
{
    /// <summary>Checks whether a field looks empty. Blanks and invisible characters are no value.</summary>
    /// <returns>True for an empty field.</returns>
    public static bool IsEmpty(string? value) => RecordId.Normalise(value) is null;

    /// <summary>The value without blanks around it; null for an empty field.</summary>
    public static string? Read(string? value) => IsEmpty(value) ? null : value!.Trim();

    /// <summary>
    /// The ID that the field seems to hold, where an invisible character makes another value of it; null for a value that is what it seems. Neither system is
    /// known to pass over such a character.
    /// </summary>
    public static string? Hidden(string? value) => Read(value) is { } held && WrittenId.Visible(held) is var id && id != held ? id : null;

    /// <summary>Whether the field holds this ID, with or without an invisible character.</summary>
    public static bool Seems(string? value, string? id) => id is not null && (Read(value) == id || Hidden(value) == id);
}
