using System;

namespace PicsOnefile.Records;

/// <summary>A field that the module writes, of whatever kind of record.</summary>
/// <param name="Name">The module's name of it, as the journal and the backup have it.</param>
/// <param name="Label">What messages call it: the vendors' words.</param>
/// <param name="PerCentre">True where equal values in different centres are right.</param>
/// <param name="Comparison">How its values are compared where one record alone may hold a value.</param>
public sealed record RecordField(string Name, string Label, bool PerCentre, StringComparison Comparison)
{
    /// <summary>PICSWeb's field for the Onefile ID of an officer or an organisation.</summary>
    public static RecordField AdditionalId { get; } = new(nameof(Officer.AdditionalId), "Additional ID", PerCentre: false, StringComparison.OrdinalIgnoreCase);

    /// <summary>Onefile's field for the PICSWeb Ident of an account or a placement.</summary>
    public static RecordField MisId { get; } = new(nameof(Assessor.MisId), "MIS Value", PerCentre: true, StringComparison.OrdinalIgnoreCase);

    /// <summary>PICSWeb's field for Onefile's code of a learning aim.</summary>
    public static RecordField VqReference { get; } = new(nameof(Qualification.VqReference), "VQ Reference", PerCentre: false, StringComparison.Ordinal);
}
