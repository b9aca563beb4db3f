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
public sealed class PersonMarks
{
    public PersonMarks(Draw draw, Noise noise, int onBoth, int inOnefile, int count)
    {
        ForenameForm = draw.Quota(onBoth, noise.ForenameForm);
        SurnameChanged = draw.Quota(onBoth, noise.SurnameChanged);
        TypingError = draw.Quota(onBoth, noise.TypingError);
        ForenameSwappedOrEmpty = draw.Quota(onBoth, noise.ForenameSwappedOrEmpty);
        Email = [.. Contacts(draw, onBoth, noise.EmailMissing, noise.EmailDifferent), .. Contacts(draw, count - onBoth, noise.EmailMissing, 0)];
        Telephone = [.. Contacts(draw, onBoth, noise.TelephoneMissing, noise.TelephoneDifferent), .. Contacts(draw, count - onBoth, noise.TelephoneMissing, 0)];
        Archived = [.. draw.Quota(inOnefile, noise.Archived), .. draw.Quota(count - inOnefile, noise.Archived)];
        Twice = [.. Among(draw, Archived[..inOnefile], noise.Twice), .. new bool[count - inOnefile]];
    }

    public bool[] ForenameForm { get; }

    public bool[] SurnameChanged { get; }

    public bool[] TypingError { get; }

    public bool[] ForenameSwappedOrEmpty { get; }

    public Contact[] Email { get; }

    public Contact[] Telephone { get; }

    public bool[] Archived { get; }

    /// <summary>Among those whose first account is in use.</summary>
    public bool[] Twice { get; }

    /// <summary>Marks the share of all records, but only such as do not have the other mark.</summary>
    public static bool[] Among(Draw draw, bool[] other, double percent)
    {
        var free = draw.Shuffle(Enumerable.Range(0, other.Length).Where(index => !other[index]));
        var marks = new bool[other.Length];
        foreach (var index in free.Take(draw.Quota(other.Length, percent).Count(marked => marked)))
            marks[index] = true;
        return marks;
    }

    /// <summary>Missing and different exclude each other, so that both shares are of all records.</summary>
    public static Contact[] Contacts(Draw draw, int count, double missing, double different)
    {
        var either = draw.Quota(count, missing + different);
        var marked = draw.Shuffle(Enumerable.Range(0, count).Where(index => either[index]));
        var missingCount = (int)System.Math.Round(marked.Count * missing / (missing + different));
        var contacts = new Contact[count];
        for (var rank = 0; rank < marked.Count; rank++)
            contacts[marked[rank]] = rank < missingCount ? Contact.Missing : Contact.Different;
        return contacts;
    }
}

/// <summary>IDs of another e-portfolio that shares PICSWeb's Additional ID: never a plain number, so never a Onefile ID.</summary>
public static class OtherPortfolio
{
    public static string Id(Draw draw) => "SA-" + draw.Between(100_000, 999_999).ToString(System.Globalization.CultureInfo.InvariantCulture);
}
