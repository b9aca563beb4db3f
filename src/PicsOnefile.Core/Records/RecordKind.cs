namespace PicsOnefile.Records;

/// <summary>The kinds of records that the module changes; the journal's Kind. What differs between them is in <see cref="RecordType"/>.</summary>
public enum RecordKind
{
    /// <summary>A PICSWeb officer; field AdditionalId.</summary>
    Officer,

    /// <summary>A PICSWeb organisation; field AdditionalId.</summary>
    Organisation,

    /// <summary>A PICSWeb qualification; field VqReference.</summary>
    Qualification,

    /// <summary>A Onefile user account; field MisId.</summary>
    Assessor,

    /// <summary>A Onefile placement; field MisId.</summary>
    Placement,

    /// <summary>PICSWeb's integration settings.</summary>
    Integration,
}
