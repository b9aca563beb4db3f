using PicsOnefile.Matching.Normalising;

namespace PicsOnefile.Matching;

/// <summary>Whether the name of a record says that it is not to be used.</summary>
internal static class RecordMark
{
    /// <summary>The words that say so ("DO NOT USE", "LEFT 31/07", or the whole name where it is a placeholder), or null.</summary>
    public static string? For(IOnefileRecord record) =>
        record switch
        {
            Assessor assessor => Shown(MarkedName.OfPerson(assessor.FirstName, assessor.LastName).Mark),
            Placement placement => Shown(MarkedName.OfOrganisation(placement.Name).Mark),
            _ => null,
        };

    /// <summary>The same of a PICSWeb record.</summary>
    public static string? For(IPicsWebRecord record) =>
        record switch
        {
            Officer officer => Shown(MarkedName.OfPerson(officer.FirstName, officer.Surname).Mark),
            Organisation organisation => Shown(MarkedName.OfOrganisation(organisation.Name).Mark),
            _ => null,
        };

    private static string? Shown(string? mark) => mark is null ? null : Words.Shown.Shortened(mark);
}
