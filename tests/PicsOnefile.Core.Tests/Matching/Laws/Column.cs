namespace PicsOnefile.Core.Tests.Matching.Laws;

/// <summary>The columns besides the name by their number, the same on both sides: e-mail, telephone, website, place.</summary>
internal static class Column
{
    private const int Count = 4;

    public static string? Get(IOnefileRecord record, bool email) =>
        record switch
        {
            Assessor assessor => email ? assessor.Email : assessor.Telephone,
            Placement placement => email ? placement.Email : placement.Telephone,
            _ => null,
        };

    public static string? Get(IPicsWebRecord record, bool email) =>
        record switch
        {
            Officer officer => email ? officer.Email : officer.Mobile ?? officer.Telephone,
            Organisation organisation => email ? organisation.Email : organisation.Telephone,
            _ => null,
        };

    public static IOnefileRecord Set(IOnefileRecord record, int column, string? value) =>
        (record, column % Count) switch
        {
            (Assessor assessor, 0 or 2) => assessor with { Email = value },
            (Assessor assessor, _) => assessor with { Telephone = value },
            (Placement placement, 0) => placement with { Email = value },
            (Placement placement, 1) => placement with { Telephone = value },
            (Placement placement, 2) => placement with { Website = value },
            (Placement placement, _) => placement with { Address = value, Postcode = value },
            _ => record,
        };

    public static IPicsWebRecord Set(IPicsWebRecord record, int column, string? value) =>
        (record, column % Count) switch
        {
            (Officer officer, 0 or 2) => officer with { Email = value },
            (Officer officer, _) => officer with { Telephone = null, Mobile = value },
            (Organisation organisation, 0) => organisation with { Email = value },
            (Organisation organisation, 1) => organisation with { Telephone = value },
            (Organisation organisation, 2) => organisation with { Website = value },
            (Organisation organisation, _) => organisation with { Address = value, Postcode = value },
            _ => record,
        };
}
