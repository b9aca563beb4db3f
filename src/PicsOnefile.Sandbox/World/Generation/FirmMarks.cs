namespace PicsOnefile.Sandbox.World.Generation;

/// <summary>Which organisation gets which noise; the order is that of <see cref="PersonMarks"/>.</summary>
public sealed class FirmMarks
{
    public FirmMarks(Draw draw, Noise noise, int onBoth, int inOnefile, int count)
    {
        NameForm = draw.Quota(onBoth, noise.FirmNameForm);
        TypingError = draw.Quota(onBoth, noise.FirmTypingError);
        Address = draw.Quota(onBoth, noise.AddressDifferentOrMissing);
        Email =
        [
            .. PersonMarks.Contacts(draw, onBoth, noise.EmailMissing, noise.EmailDifferent),
            .. PersonMarks.Contacts(draw, count - onBoth, noise.EmailMissing, 0),
        ];
        Telephone =
        [
            .. PersonMarks.Contacts(draw, onBoth, noise.TelephoneMissing, noise.TelephoneDifferent),
            .. PersonMarks.Contacts(draw, count - onBoth, noise.TelephoneMissing, 0),
        ];
        Inactive = [.. draw.Quota(inOnefile, noise.Archived), .. draw.Quota(count - inOnefile, noise.Archived)];
        Twice = [.. PersonMarks.Among(draw, Inactive[..inOnefile], noise.Twice), .. new bool[count - inOnefile]];
    }

    public bool[] NameForm { get; }

    public bool[] TypingError { get; }

    public bool[] Address { get; }

    public Contact[] Email { get; }

    public Contact[] Telephone { get; }

    public bool[] Inactive { get; }

    /// <summary>Among those whose first placement is active.</summary>
    public bool[] Twice { get; }
}
