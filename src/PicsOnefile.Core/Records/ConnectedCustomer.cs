using System;
using System.Collections.Generic;
using PicsOnefile.Identifiers;

namespace PicsOnefile.Records;

/// <summary>
/// The customer that is connected, as far as rows can be compared with it. An ID that exists in both systems is no proof: Idents and keys of qualifications are
/// short, and two customers share them by chance.
/// </summary>
/// <param name="ProfileName">The connected profile.</param>
public sealed record ConnectedCustomer(string ProfileName)
{
    /// <summary>The origin of the connected records; null where it is not known.</summary>
    public RecordOrigin? Origin { get; init; }

    /// <summary>The customer's name; empty where it is not known.</summary>
    public string Name { get; init; } = "";

    /// <summary>All centres of the customer; empty where they are not known.</summary>
    public IReadOnlyCollection<string> CentreIds { get; init; } = [];

    private string Words =>
        Origin is null ? $"'{ProfileName}'"
        : Name.Length == 0 ? Origin.Words
        : $"customer {Origin.CustomerId} ({Name}) in {Origin.Environment}";

    /// <summary>Finds what shows that a row is of another customer, environment or PICSWeb.</summary>
    /// <remarks>
    /// A row with an origin is judged by it alone. The profile is only a name for settings, and a renamed one leads to the same records. A row of version 0.1.0
    /// has no origin, and is judged by the profile's name and its centre. Where no profile was saved, the name of the PICSWeb record counts as well.
    /// </remarks>
    /// <param name="source">What the row says.</param>
    /// <param name="picsWebName">The name of the connected PICSWeb's record with the row's ID; null where there is none.</param>
    /// <returns>The mismatch as the end of a sentence, or null.</returns>
    public string? FindMismatch(RowSource source, string? picsWebName = null)
    {
        if (RecordOrigin.Parse(source.Origin) is { } origin && Origin is { } connected)
            return !origin.Differs(connected) ? null
                : origin.Words == connected.Words ? $"found with another PICSWeb of {origin.Words}{Profile(source)} than the one that is connected"
                : $"found for {origin.Words}{Profile(source)}, and {Words} is connected";
        if (source.ProfileName is { Length: > 0 } name && name != ProfileName)
            return $"found in the profile '{name}', and '{ProfileName}' is connected";
        if (RecordId.Normalise(source.CentreId) is { } centre && CentreIds.Count > 0 && !RecordId.IsAmong(centre, CentreIds))
            return $"found in centre {centre}, and {Words} is connected, which has the centre(s) {string.Join(", ", CentreIds)}";
        return source is { ProfileName: PicsOnefileProfile.AdHoc, PicsWebName: { } was } && picsWebName is { } now && !IsSame(was, now)
            ? $"found for '{was.Trim()}', and the record of the same ID is '{now.Trim()}' of {Words}, which is connected"
            : null;
    }

    private static string Profile(RowSource source) =>
        source.ProfileName is { Length: > 0 } name && name != PicsOnefileProfile.AdHoc ? $" (profile '{name}')" : "";

    private static bool IsSame(string was, string now) => string.Equals(was.Trim(), now.Trim(), StringComparison.OrdinalIgnoreCase);
}
