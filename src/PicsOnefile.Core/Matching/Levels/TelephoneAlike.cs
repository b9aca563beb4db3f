using PicsOnefile.Matching.Evidence;

namespace PicsOnefile.Matching.Levels;

/// <summary>Two numbers differ in one digit: mistyped, or the next line of one office. Neither speaks for or against.</summary>
internal sealed class TelephoneAlike : ComparisonLevel<TelephonePair>
{
    public override string Words => "telephone numbers differ in one digit";

    public override Direction Direction => Direction.Against;

    public override bool Holds(in TelephonePair pair, LevelSet seen) => pair.Contact.NumbersAreAlike;
}
