using System.Collections.Generic;
using System.Linq;
using PicsOnefile.Identifiers;
using PicsOnefile.Records;

namespace PicsOnefile.Qualifications;

/// <summary>Everything that the rules of recognition look at of one qualification.</summary>
internal sealed class QualificationReading
{
    private readonly StandardAims _aims;

    public QualificationReading(Qualification qualification, StandardAims aims)
    {
        _aims = aims;
        Qualification = qualification;
        Title = new QualificationTitle(qualification.Title, qualification.Level);
        Reference = HeldId.IsEmpty(qualification.VqReference) ? "" : qualification.VqReference!;
        Exact = aims.Carrying(Reference);
        Almost = Exact.Count == 0 && aims.Meant(Reference) is { } code ? aims.Carrying(code) : [];
        Own = LarsCode.Parse(qualification.StandardCode);
        Bare = LarsCode.Parse(Reference) is { } number && aims.Knows(number) ? number : null;
    }

    public Qualification Qualification { get; }

    public QualificationTitle Title { get; }

    public string Reference { get; }

    /// <summary>The learning aims that carry exactly the reference.</summary>
    public IReadOnlyList<LearningAim> Exact { get; }

    /// <summary>The learning aims that the reference can only be meant for.</summary>
    public IReadOnlyList<LearningAim> Almost { get; }

    /// <summary>The standard that PICSWeb itself keeps with the qualification.</summary>
    public string? Own { get; }

    /// <summary>The standard that the reference names without a component.</summary>
    public string? Bare { get; }

    /// <summary>The component that the reference names, of whatever standard, where Onefile may lack it.</summary>
    public ComponentKey? Referred =>
        Exact.Concat(Almost).Select(ComponentKey.From).FirstOrDefault(key => key is not null) ?? ComponentKey.From(OnefileCode.Parse(Reference));

    /// <summary>
    /// True where Onefile has a learning aim with this very reference that is no component of a standard. The qualification is served as it is.
    /// </summary>
    public bool ServedAsAnother => Exact.Count > 0 && Exact.All(aim => ComponentKey.From(aim) is null);

    /// <summary>The reference has the form of another qualification's number: 603/2863/2, or 60328632.</summary>
    public bool RefersToAnother =>
        Almost.Any(aim => ComponentKey.From(aim) is null)
        || (Referred is null && LooseReference.Normalise(Reference) is { Length: 8 } loose && loose.Take(7).All(char.IsDigit));

    /// <summary>Checks whether the title has all distinguishing words of Onefile's titles of the standard.</summary>
    /// <returns>True where one title has them all.</returns>
    public bool TitleHolds(string standardCode) => _aims.TitlesOf(standardCode).Any(Title.Holds);

    /// <summary>Finds the components of standards that the title alone points to.</summary>
    /// <returns>These components.</returns>
    public IEnumerable<ComponentKey> TitledComponents() =>
        Title.Codes.Count > 0
            ? Title.Codes
            : _aims.StandardCodes.Where(standard => Title.Numbers.Contains(standard) || _aims.TitlesOf(standard).Any(Title.Means)).SelectMany(Named);

    // A number in a plain title may be a unit or a year. Only with a component word does it mean a standard.
    private IEnumerable<ComponentKey> Named(string standard) =>
        Title.Components.Count > 0 ? Title.Components.Select(component => new ComponentKey(standard, component))
        : _aims.TitlesOf(standard).Any(Title.Means) ? [new ComponentKey(standard, StandardComponentKind.Standard)]
        : [];
}
