using System.Linq;

namespace PicsOnefile.Sandbox.World.Generation;

/// <summary>How a contact detail differs between the two sides.</summary>
public enum Contact
{
    Same,
    Missing,
    Different,
}

/// <summary>
/// Which person gets which noise; each share is met exactly but for rounding. The people on both sides come first, then those in Onefile alone,
/// then those in PICSWeb alone; differences between the sides are marked among the first only.
/// </summary>
public sealed class PersonMarks(Draw draw, Noise noise, int onBoth, int inOnefile, int count)
{
    public bool[] ForenameForm { get; } = draw.Quota(onBoth, noise.ForenameForm);

    public bool[] SurnameChanged { get; } = draw.Quota(onBoth, noise.SurnameChanged);

    public bool[] TypingError { get; } = draw.Quota(onBoth, noise.TypingError);

    public bool[] ForenameSwappedOrEmpty { get; } = draw.Quota(onBoth, noise.ForenameSwappedOrEmpty);

    public Contact[] Email { get; } = [.. Contacts(draw, onBoth, noise.EmailMissing, noise.EmailDifferent), .. Contacts(draw, count - onBoth, noise.EmailMissing, 0)];

    public Contact[] Telephone { get; } = [.. Contacts(draw, onBoth, noise.TelephoneMissing, noise.TelephoneDifferent), .. Contacts(draw, count - onBoth, noise.TelephoneMissing, 0)];

    public bool[] Archived { get; } = [.. draw.Quota(inOnefile, noise.Archived), .. draw.Quota(count - inOnefile, noise.Archived)];

    public bool[] Twice { get; } = [.. draw.Quota(inOnefile, noise.Twice), .. new bool[count - inOnefile]];

    /// <summary>Missing and different exclude each other, so that both shares are of all records.</summary>
    public static Contact[] Contacts(Draw draw, int count, double missing, double different)
    {
        var either = draw.Quota(count, missing + different);
        var marked = draw.Shuffle(Enumerable.Range(0, count).Where(index => either[index]));
        int missingCount = (int)System.Math.Round(marked.Count * missing / (missing + different));
        var contacts = new Contact[count];
        for (int rank = 0; rank < marked.Count; rank++) contacts[marked[rank]] = rank < missingCount ? Contact.Missing : Contact.Different;
        return contacts;
    }
}

/// <summary>IDs of another e-portfolio that shares PICSWeb's Additional ID: never a plain number, so never a Onefile ID.</summary>
public static class OtherPortfolio
{
    public static string Id(Draw draw) => "SA-" + draw.Between(100_000, 999_999).ToString(System.Globalization.CultureInfo.InvariantCulture);
}
