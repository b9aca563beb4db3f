using PicsOnefile.Matching.Evidence;

namespace PicsOnefile.Matching.Levels;

/// <summary>Two numbers differ in one digit: mistyped, or the next line of one office. Neither speaks for or against.</summary>
internal sealed class TelephoneAlike : ComparisonLevel<TelephonePair>
{
    public override string Words => "telephone numbers differ in one digit";

    public override Direction Direction => Direction.Against;

    // The next line of one office has such a number, and a mistyped one has.
    public override float Bits(in TelephonePair pair) => pair.Contact.OfPeople ? 3 : 0;

    public override bool Holds(in TelephonePair pair, LevelSet seen) => pair.Contact.NumbersAreAlike;
}
