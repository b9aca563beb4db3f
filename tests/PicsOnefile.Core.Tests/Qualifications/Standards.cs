using System.Collections.Generic;
using System.Linq;
using PicsOnefile.Qualifications;
using PicsOnefile.Records;

namespace PicsOnefile.Core.Tests.Qualifications;

/// <summary>Short ways of making learning aims and qualifications, as Onefile and PICSWeb show them.</summary>
internal static class Standards
{
    /// <summary>A learning aim as the client reads it from its title.</summary>
    public static LearningAim Aim(string code, string title = "Business Administrator", string centre = "1", string? id = null)
    {
        var parts = OnefileCode.Parse(code);
        return new()
        {
            StandardId = id ?? $"{centre}-{code}",
            Title = $"{title} [{code}]",
            Code = code,
            StandardCode = parts?.StandardCode,
            Component = parts?.Component,
            CentreId = centre,
        };
    }

    public static Qualification Qualification(string id, string title, string? reference = null, string? standard = null, string status = "Live") =>
        new()
        {
            QualificationId = id,
            Title = title,
            VqReference = reference,
            StandardCode = standard,
            Status = status,
        };

    /// <summary>The one component of the one standard that the two lists are about.</summary>
    public static StandardVqReference Component(StandardComponentKind component, IReadOnlyList<LearningAim> aims, params Qualification[] qualifications) =>
        StandardSnapshot.From(aims, qualifications).References.Single(row => row.Component == component);
}
